/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/form/tvx-text-row.h"

G_BEGIN_DECLS

#define TVX_TYPE_CHIPS_ROW (tvx_chips_row_get_type ())
G_DECLARE_FINAL_TYPE (TvxChipsRow, tvx_chips_row, TVX, CHIPS_ROW, TvxTextRow)

G_END_DECLS
