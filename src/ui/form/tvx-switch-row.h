/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/form/tvx-field-row.h"

G_BEGIN_DECLS

#define TVX_TYPE_SWITCH_ROW (tvx_switch_row_get_type ())
G_DECLARE_FINAL_TYPE (TvxSwitchRow, tvx_switch_row, TVX, SWITCH_ROW, AdwActionRow)

G_END_DECLS
