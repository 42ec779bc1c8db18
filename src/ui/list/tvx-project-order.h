/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TvxProjectOrder:
 * @TVX_PROJECT_ORDER_TITLE: by title
 * @TVX_PROJECT_ORDER_END: by the date of the end, projects without one last
 * @TVX_PROJECT_ORDER_STATUS: by status, from planned to completed
 *
 * How the list of projects is sorted; projects that are equal in it come by title. The values are those of the setting.
 */
typedef enum
{
  TVX_PROJECT_ORDER_TITLE,
  TVX_PROJECT_ORDER_END,
  TVX_PROJECT_ORDER_STATUS,
} TvxProjectOrder;

GtkSorter *tvx_project_order_create_sorter (TvxProjectOrder order);

G_END_DECLS
