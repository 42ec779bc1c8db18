/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/form/tvx-text-row.h"

G_BEGIN_DECLS

#define TVX_TYPE_DATE_ROW (tvx_date_row_get_type ())
G_DECLARE_FINAL_TYPE (TvxDateRow, tvx_date_row, TVX, DATE_ROW, TvxTextRow)

G_END_DECLS
