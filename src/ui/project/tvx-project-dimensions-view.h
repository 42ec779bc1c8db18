/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-statistics-table.h"
#include "ui/project/tvx-project-view.h"

G_BEGIN_DECLS

#define TVX_TYPE_PROJECT_DIMENSIONS_VIEW (tvx_project_dimensions_view_get_type ())
G_DECLARE_FINAL_TYPE (TvxProjectDimensionsView, tvx_project_dimensions_view, TVX, PROJECT_DIMENSIONS_VIEW, TvxProjectView)

void tvx_project_dimensions_view_open_table (TvxProjectDimensionsView *self,
                                             TvxStatisticsTable       *table,
                                             const TvxField           *field);

G_END_DECLS
