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
  TvxSummary *summary_a = (TvxSummary *) a;
  TvxSummary *summary_b = (TvxSummary *) b;
  gboolean turned = order->descending && tvx_summary_get_column_value (summary_a, order->column) != NULL &&
                    tvx_summary_get_column_value (summary_b, order->column) != NULL;
  int result = tvx_summary_compare (summary_a, summary_b, order->column);

  return gtk_ordering_from_cmpfunc (turned ? -result : result);
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
