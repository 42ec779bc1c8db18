/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "storage/tvx-workspace.h"
#include "ui/list/tvx-project-filter.h"

G_BEGIN_DECLS

GtkWidget *tvx_filter_popover_new (TvxProjectFilter *filter,
                                   TvxWorkspace     *workspace);

G_END_DECLS
