/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tvx-project.h"
#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_PROJECT_VIEW (tvx_project_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (TvxProjectView, tvx_project_view, TVX, PROJECT_VIEW, AdwBin)

/**
 * TvxProjectViewClass:
 * @update: (nullable): shows what the rows do not follow by themselves; called when anything in the project changes
 *
 * The class of a view.
 */
struct _TvxProjectViewClass
{
  AdwBinClass parent_class;

  void (*update) (TvxProjectView *self);
};

TvxWorkspace *tvx_project_view_get_workspace (TvxProjectView *self);
TvxProject   *tvx_project_view_get_project   (TvxProjectView *self);
GtkWidget    *tvx_project_view_find_place    (TvxProjectView *self,
                                              TvxRecord      *record,
                                              const TvxField *field);

G_END_DECLS
