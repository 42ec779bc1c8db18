/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_CATEGORY (tvx_category_get_type ())
G_DECLARE_FINAL_TYPE (TvxCategory, tvx_category, TVX, CATEGORY, TvxRecord)

#define TVX_CATEGORY_SEPARATOR "|"
#define TVX_CATEGORY_TOTAL "*"

G_END_DECLS
