/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_ACTIVITY (tvx_activity_get_type ())
G_DECLARE_FINAL_TYPE (TvxActivity, tvx_activity, TVX, ACTIVITY, TvxRecord)

G_END_DECLS
