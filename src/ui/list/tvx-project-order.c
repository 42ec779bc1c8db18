/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/list/tvx-project-order.h"

#include "model/tvx-project.h"
#include "model/tvx-summary.h"
#include "model/tvx-vocabulary.h"

/* After every date. */
#define NO_DATE "9999"

/* The closures are called once for each project: the sorters keep the keys that they make of what these return. */

static char *
dup_end (TvxSummary *summary,
         gpointer    user_data)
{
  GVariant *end = tvx_summary_get_value (summary, "actual_end");

  if (end == NULL)
    end = tvx_summary_get_value (summary, "planned_end");
  return g_strdup (end != NULL ? g_variant_get_string (end, NULL) : NO_DATE);
}

static guint
get_status (TvxSummary *summary,
            gpointer    user_data)
{
  const TvxColumn *column = tvx_summary_find_column (TVX_TYPE_PROJECT, "lifecycle");
  GVariant *status = tvx_summary_get_value (summary, "lifecycle");
  gsize n_terms, i;
  const TvxTerm *terms = tvx_vocabulary_get_terms (column->field->vocabulary, &n_terms);

  for (i = 0; status != NULL && i < n_terms; i++)
    if (g_str_equal (terms[i].code, g_variant_get_string (status, NULL)))
      return i;
  return n_terms;
}

static GtkSorter *
create_title_sorter (void)
{
  return GTK_SORTER (gtk_string_sorter_new (gtk_property_expression_new (TVX_TYPE_SUMMARY, NULL, "title")));
}

static GtkSorter *
create_end_sorter (void)
{
  GtkExpression *end = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_end), NULL, NULL);
  GtkStringSorter *sorter = gtk_string_sorter_new (end);

  gtk_string_sorter_set_collation (sorter, GTK_COLLATION_NONE);
  return GTK_SORTER (sorter);
}

static GtkSorter *
create_status_sorter (void)
{
  return GTK_SORTER (gtk_numeric_sorter_new (gtk_cclosure_expression_new (G_TYPE_UINT, NULL, 0, NULL,
                                                                          G_CALLBACK (get_status), NULL, NULL)));
}

/**
 * tvx_project_order_create_sorter:
 * @order: an order
 *
 * Returns: (transfer full): a sorter of #TvxSummary; titles are sorted as the user's language has it
 */
GtkSorter *
tvx_project_order_create_sorter (TvxProjectOrder order)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  if (order == TVX_PROJECT_ORDER_END)
    gtk_multi_sorter_append (sorter, create_end_sorter ());
  else if (order == TVX_PROJECT_ORDER_STATUS)
    gtk_multi_sorter_append (sorter, create_status_sorter ());
  gtk_multi_sorter_append (sorter, create_title_sorter ());
  return GTK_SORTER (sorter);
}
