/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tvx-project.h"
#include "model/tvx-statistics-table.h"
#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_TABLE_LIST (tvx_table_list_get_type ())
G_DECLARE_FINAL_TYPE (TvxTableList, tvx_table_list, TVX, TABLE_LIST, AdwPreferencesGroup)

void tvx_table_list_show  (TvxTableList *self,
                           TvxWorkspace *workspace,
                           TvxProject   *project);

void tvx_table_list_focus (TvxTableList *self);

void tvx_table_list_open  (TvxTableList       *self,
                           TvxStatisticsTable *table,
                           const TvxField     *field);

G_END_DECLS
