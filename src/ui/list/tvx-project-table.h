/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_PROJECT_TABLE (tvx_project_table_get_type ())
G_DECLARE_FINAL_TYPE (TvxProjectTable, tvx_project_table, TVX, PROJECT_TABLE, AdwBin)

void tvx_project_table_set_workspace (TvxProjectTable *self,
                                      TvxWorkspace    *workspace,
                                      GListModel      *summaries);
void tvx_project_table_bind_settings (TvxProjectTable *self,
                                      GSettings       *settings);

G_END_DECLS
