/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/list/tvx-project-filter.h"

G_BEGIN_DECLS

#define TVX_TYPE_PROJECT_ROW (tvx_project_row_get_type ())
G_DECLARE_FINAL_TYPE (TvxProjectRow, tvx_project_row, TVX, PROJECT_ROW, AdwBin)

GtkWidget *tvx_project_row_new (GtkListItem      *item,
                                TvxProjectFilter *filter);

G_END_DECLS
