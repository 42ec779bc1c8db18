/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/form/tvx-field-row.h"

G_BEGIN_DECLS

#define TVX_TYPE_CHECKS_ROW (tvx_checks_row_get_type ())
G_DECLARE_FINAL_TYPE (TvxChecksRow, tvx_checks_row, TVX, CHECKS_ROW, AdwExpanderRow)

void tvx_checks_row_set_others (TvxChecksRow *self,
                                GListModel   *others);

G_END_DECLS
