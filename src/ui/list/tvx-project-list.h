/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tvx-summary.h"
#include "storage/tvx-workspace.h"
#include "ui/list/tvx-project-filter.h"

G_BEGIN_DECLS

#define TVX_TYPE_PROJECT_LIST (tvx_project_list_get_type ())
G_DECLARE_FINAL_TYPE (TvxProjectList, tvx_project_list, TVX, PROJECT_LIST, AdwBin)

void              tvx_project_list_set_workspace (TvxProjectList *self,
                                                  TvxWorkspace   *workspace);
void              tvx_project_list_bind_settings (TvxProjectList *self,
                                                  GSettings      *settings);
GListModel       *tvx_project_list_get_projects  (TvxProjectList *self);
TvxProjectFilter *tvx_project_list_get_filter    (TvxProjectList *self);
void              tvx_project_list_select        (TvxProjectList *self,
                                                  const char     *id);
void              tvx_project_list_search        (TvxProjectList *self);
void              tvx_project_list_clear_filters (TvxProjectList *self);

G_END_DECLS
