/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_SAVED_FILTER (tvx_saved_filter_get_type ())
G_DECLARE_FINAL_TYPE (TvxSavedFilter, tvx_saved_filter, TVX, SAVED_FILTER, TvxRecord)

G_END_DECLS
