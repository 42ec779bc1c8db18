/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_GUIDE (tvx_guide_get_type ())
G_DECLARE_FINAL_TYPE (TvxGuide, tvx_guide, TVX, GUIDE, TvxRecord)

G_END_DECLS
