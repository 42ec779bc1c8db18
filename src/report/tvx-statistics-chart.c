/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts of statistics tables, in reports and on the screen, made of what readers may see. */

#include "report/tvx-statistics-chart.h"

#include <glib/gi18n-lib.h>

#include "report/tvx-format.h"
#include "report/tvx-statistics-labels.h"

static const struct
{
  TvxChartKind  kind;
  const char   *title;
  const char   *sentence;
} kinds[] = {
  { TVX_CHART_BARS, N_("women and men in each group"), N_("How many women and men there are in each group.") },
  { TVX_CHART_PYRAMID, N_("population pyramid"), N_("Women to the left and men to the right, the youngest at the bottom.") },
  { TVX_CHART_SHARES, N_("how women and men share each group"), N_("How women and men share each group.") },
};

static char *
format_value (const TvxCatalog *catalog,
              gint64            value)
{
  return value == 0 ? g_strdup ("–") : tvx_format_integer (catalog, value);
}

static gboolean
is_by_age (TvxStatisticsTable *record)
{
  g_autoptr (TvxRecord) axis = g_list_model_get_item (tvx_record_get_list (TVX_RECORD (record), "axes"), 0);

  return axis != NULL && g_strcmp0 (tvx_record_get_text (axis, "kind"), "age") == 0;
}

static guint
get_gender (TvxProtectedTables *tables,
            guint               table)
{
  return tvx_protected_tables_get_n_projects (tables, table) > 1 ? 1 : 0;
}

/* What readers are told about whom by the charts of a table; %NULL where there are none. */
static char *
dup_drawn (TvxProtectedTables *tables,
           guint               table)
{
  TvxCountTable *counts = tvx_protected_tables_get_counts (tables, table);
  guint gender = get_gender (tables, table), all = tvx_count_table_get_n_cells (counts) - 1;
  g_autoptr (GString) drawn = NULL;

  if (tvx_count_table_get_n_axes (counts) < gender + 2)
    return NULL;
  drawn = g_string_new (NULL);
  for (guint i = 0; i < tvx_axis_get_n_categories (tvx_count_table_get_axis (counts, gender + 1)); i++)
    for (guint j = 0; j < tvx_axis_get_n_categories (tvx_count_table_get_axis (counts, gender)); j++)
      {
        guint cell = tvx_count_table_move (counts, tvx_count_table_move (counts, all, gender + 1, i), gender, j);
        g_autofree char *key = tvx_count_table_dup_key (counts, cell);

        g_string_append_printf (drawn, "%s\n", key);
      }
  return g_string_free_and_steal (g_steal_pointer (&drawn));
}

/**
 * tvx_statistics_chart_is_elsewhere:
 * @tables: tables that are protected
 * @table: the number of a table
 *
 * Returns: whether a smaller table, or one before it, has the same charts
 */
gboolean
tvx_statistics_chart_is_elsewhere (TvxProtectedTables *tables,
                                   guint               table)
{
  g_autofree char *drawn = dup_drawn (tables, table);
  guint n_axes = tvx_count_table_get_n_axes (tvx_protected_tables_get_counts (tables, table));

  for (guint i = 0; drawn != NULL && i < tvx_protected_tables_get_n_tables (tables); i++)
    {
      guint n = tvx_count_table_get_n_axes (tvx_protected_tables_get_counts (tables, i));
      g_autofree char *other = i != table && n <= n_axes && tvx_protected_tables_get_project (tables, i) == tvx_protected_tables_get_project (tables, table) ? dup_drawn (tables, i) : NULL;

      if (g_strcmp0 (drawn, other) == 0 && (n < n_axes || i < table))
        return TRUE;
    }
  return FALSE;
}

/* A pyramid tells all numbers that bars would of a table by age that counts two genders, and is drawn instead. */
static gboolean
has_pyramid (TvxProtectedTables *tables,
             guint               table)
{
  TvxAxis *genders = tvx_count_table_get_axis (tvx_protected_tables_get_counts (tables, table), get_gender (tables, table));

  return is_by_age (tvx_protected_tables_get_record (tables, table)) && tvx_axis_get_n_categories (genders) == 2;
}

/* The numbers of one category, by gender. Of a share, a row with a hidden number tells nothing. */
static void
read_values (TvxProtectedTables *tables,
             guint               table,
             guint               cell,
             guint               gender,
             gboolean            all_or_none,
             guint               n_values,
             gint64             *values)
{
  TvxProtection *protection = tvx_protected_tables_get_protection (tables);
  TvxCountTable *counts = tvx_protected_tables_get_counts (tables, table);
  gboolean hidden = FALSE;

  for (guint i = 0; i < n_values; i++)
    if (!tvx_protection_get_shown (protection, table, tvx_count_table_move (counts, cell, gender, i), &values[i]))
      {
        values[i] = TVX_CHART_NO_VALUE;
        hidden = TRUE;
      }
  for (guint i = 0; hidden && all_or_none && i < n_values; i++)
    values[i] = TVX_CHART_NO_VALUE;
}

/**
 * tvx_statistics_chart_new:
 * @tables: tables that are protected
 * @table: the number of a table
 * @kind: how its numbers are drawn
 * @catalog: words of the language to say it in
 * @content_language: (nullable): the language of the record, where it is another one
 *
 * Draws the categories of the first breakdown, groups apart. Only what readers may see is in the chart.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL where the table has no breakdown; where another kind says the same,
 *   as a pyramid of two genders by age and bars do; and where there would be nothing in it but hidden numbers, or those of a
 *   single group
 */
TvxChart *
tvx_statistics_chart_new (TvxProtectedTables *tables,
                          guint               table,
                          TvxChartKind        kind,
                          const TvxCatalog   *catalog,
                          const char         *content_language)
{
  TvxStatisticsTable *record = tvx_protected_tables_get_record (tables, table);
  TvxCountTable *counts = tvx_protected_tables_get_counts (tables, table);
  guint first = get_gender (tables, table);
  guint all = tvx_count_table_get_n_cells (counts) - 1;
  g_autofree char *name = tvx_record_dup_title (TVX_RECORD (record));
  g_autofree char *heading = NULL;
  g_autofree char *title = NULL;
  g_autofree gint64 *values = NULL;
  g_autoptr (TvxChart) chart = NULL;
  TvxAxis *gender, *axis;
  guint n_genders;
  gsize i = 0;

  if (tvx_count_table_get_n_axes (counts) < first + 2)
    return NULL;
  if (kind != TVX_CHART_SHARES && (kind == TVX_CHART_PYRAMID) != has_pyramid (tables, table))
    return NULL;
  while (kinds[i].kind != kind)
    i++;
  gender = tvx_count_table_get_axis (counts, first);
  axis = tvx_count_table_get_axis (counts, first + 1);
  n_genders = tvx_axis_get_n_categories (gender);
  values = g_new (gint64, n_genders);
  heading = tvx_statistics_labels_dup_axis (catalog, record, 1);
  title = g_strdup_printf ("%s: %s", name, tvx_catalog_translate (catalog, kinds[i].title));
  chart = tvx_chart_new (kind, catalog, title, tvx_catalog_translate (catalog, kinds[i].sentence));
  tvx_chart_set_format (chart, format_value);
  tvx_chart_set_title_language (chart, content_language, name);
  tvx_chart_set_row_heading (chart, heading, tvx_statistics_labels_is_axis_content (record, 1) ? content_language : NULL);
  for (guint j = 0; j < n_genders; j++)
    {
      g_autofree char *label = tvx_statistics_labels_dup_node (catalog, record, 0, tvx_axis_get_node_id (gender, j));

      tvx_chart_add_series (chart, label);
    }
  for (guint j = 0; j < tvx_axis_get_n_categories (axis); j++)
    {
      const char *code = tvx_axis_get_node_id (axis, j);
      g_autofree char *label = tvx_statistics_labels_dup_node (catalog, record, 1, code);

      read_values (tables, table, tvx_count_table_move (counts, all, first + 1, j), first, kind == TVX_CHART_SHARES, n_genders, values);
      tvx_chart_add_row (chart, label, values);
      if (content_language != NULL && tvx_statistics_labels_is_content (catalog, code, label))
        tvx_chart_set_row_language (chart, content_language);
    }
  if (tvx_chart_lacks_values (chart))
    tvx_chart_add_sentence (chart, tvx_catalog_translate (catalog, N_("The sign .. stands where a number is not shown.")));
  /* One group has nothing to be compared with, and is clear enough from the table. */
  if (tvx_chart_count_told (chart) < 2)
    return NULL;
  return g_steal_pointer (&chart);
}
