/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns that projects can be sorted by, ended by NULL. */
extern const char *const tvx_project_order_paths[];

GtkSorter *tvx_project_order_create_sorter (const char *path,
                                            gboolean    descending);

G_END_DECLS
