/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tvx-statistics-table.h"
#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_TABLE_DIALOG (tvx_table_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvxTableDialog, tvx_table_dialog, TVX, TABLE_DIALOG, AdwDialog)

TvxTableDialog *tvx_table_dialog_new              (TvxWorkspace       *workspace,
                                                   TvxStatisticsTable *table);

void            tvx_table_dialog_show_description (TvxTableDialog *self);

G_END_DECLS
