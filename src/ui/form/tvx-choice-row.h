/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/form/tvx-field-row.h"

G_BEGIN_DECLS

#define TVX_TYPE_CHOICE_ROW (tvx_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (TvxChoiceRow, tvx_choice_row, TVX, CHOICE_ROW, AdwComboRow)

G_END_DECLS
