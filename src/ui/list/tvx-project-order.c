/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/list/tvx-project-order.h"

#include "model/tvx-project.h"
#include "model/tvx-summary.h"

const char *const tvx_project_order_paths[] = { "title", "lifecycle", "start", "end", "beneficiary",
                                                "granted", "county", "handover.state", "next_due", NULL };

typedef struct
{
  const TvxColumn *column;
  gboolean         descending;
} Order;

/* What is empty comes last, whichever way it goes. */
static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const Order *order = user_data;
  GVariant *value_a = tvx_summary_get_value ((TvxSummary *) a, order->column->path);
  GVariant *value_b = tvx_summary_get_value ((TvxSummary *) b, order->column->path);
  int result;

  if (value_a == NULL || value_b == NULL)
    return gtk_ordering_from_cmpfunc ((value_a == NULL) - (value_b == NULL));
  result = tvx_column_compare (order->column, value_a, value_b);
  return gtk_ordering_from_cmpfunc (order->descending ? -result : result);
}

static GtkSorter *
create_column_sorter (const char *path,
                      gboolean    descending)
{
  Order *order = g_new (Order, 1);

  *order = (Order) { tvx_columns_find (TVX_TYPE_PROJECT, path), descending };
  return GTK_SORTER (gtk_custom_sorter_new (compare_cb, order, g_free));
}

/* Titles keep the keys that they are compared by. */
static GtkSorter *
create_title_sorter (void)
{
  return GTK_SORTER (gtk_string_sorter_new (gtk_property_expression_new (TVX_TYPE_SUMMARY, NULL, "title")));
}

/**
 * tvx_project_order_create_sorter:
 * @path: the path of a column
 * @descending: whether the greatest value comes first
 *
 * Returns: (transfer full): a sorter of #TvxSummary; those that are equal come by title, as the user's language has it
 */
GtkSorter *
tvx_project_order_create_sorter (const char *path,
                                 gboolean    descending)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  g_return_val_if_fail (tvx_columns_find (TVX_TYPE_PROJECT, path) != NULL, NULL);

  if (descending || !g_str_equal (path, "title"))
    gtk_multi_sorter_append (sorter, create_column_sorter (path, descending));
  gtk_multi_sorter_append (sorter, create_title_sorter ());
  return GTK_SORTER (sorter);
}
