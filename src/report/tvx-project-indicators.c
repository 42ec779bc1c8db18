/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a project measures: a table of where each indicator stands, and a chart of those that were measured more than once. */

#include "report/tvx-project-indicators.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-decimal.h"
#include "model/tvx-indicator.h"
#include "report/tvx-chart.h"
#include "report/tvx-field-text.h"
#include "report/tvx-format.h"

/* The direction of an indicator in a sign and a word, so that neither colour nor sign is needed alone. */
static const char *const trend_signs[] = {
  [TVX_TREND_NO_DATA] = "–",
  [TVX_TREND_NEGATIVE] = "↘",
  [TVX_TREND_UNCHANGED] = "→",
  [TVX_TREND_POSITIVE] = "↗",
};

static char *
format_value (const TvxCatalog *catalog,
              gint64            millionths)
{
  g_autofree char *text = tvx_decimal_to_text (millionths);

  return tvx_format_decimal_text (catalog, text);
}

static gboolean
get_total (TvxRecord *measurement,
           gint64    *total)
{
  gint64 women, men;

  if (tvx_record_get_decimal (measurement, "total", total))
    return TRUE;
  if (!tvx_record_get_decimal (measurement, "women", &women) || !tvx_record_get_decimal (measurement, "men", &men))
    return FALSE;
  *total = women + men;
  return TRUE;
}

/* "44 (September 2026)" */
static char *
dup_latest (const TvxRecordBlocks *blocks,
            TvxRecord             *indicator)
{
  g_autoptr (TvxRecord) latest = tvx_indicator_dup_latest (TVX_INDICATOR (indicator));
  g_autofree char *value = NULL;
  g_autofree char *date = NULL;
  gint64 total;

  if (latest == NULL || !get_total (latest, &total))
    return NULL;
  value = format_value (blocks->catalog, total);
  date = tvx_format_date (blocks->catalog, tvx_record_get_text (latest, "date"));
  return g_strdup_printf ("%s (%s)", value, date);
}

static void
add_row (const TvxRecordBlocks *blocks,
         TvxDocNode            *table,
         TvxRecord             *indicator)
{
  static const char *const fields[] = { "unit", "baseline", "target" };
  TvxDocNode *row = tvx_doc_table_add_row (table);
  TvxTrend trend = tvx_indicator_get_trend (TVX_INDICATOR (indicator));
  g_autofree char *latest = dup_latest (blocks, indicator);
  g_autofree char *trend_text =
    g_strdup_printf ("%s\302\240%s", trend_signs[trend], tvx_catalog_translate (blocks->catalog, tvx_trend_get_label (trend)));

  tvx_record_blocks_add_value (blocks, tvx_doc_row_add_head (row, NULL), indicator, tvx_record_get_field (indicator, "name"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tvx_record_blocks_add_value (blocks, tvx_doc_row_add_cell (row, NULL), indicator, tvx_record_get_field (indicator, fields[i]));
  tvx_doc_row_add_cell (row, latest);
  tvx_doc_row_add_cell (row, trend_text);
}

static void
add_table (const TvxRecordBlocks *blocks,
           TvxDocNode            *section,
           GListModel            *indicators)
{
  static const struct
  {
    const char  *label;
    TvxDocAlign  align;
  } columns[] = {
    { N_("Indicator"), TVX_DOC_ALIGN_TEXT }, { N_("Unit"), TVX_DOC_ALIGN_TEXT }, { N_("Baseline"), TVX_DOC_ALIGN_NUMBER },
    { N_("Target"), TVX_DOC_ALIGN_NUMBER },
    { N_("Latest"), TVX_DOC_ALIGN_TEXT },
    { N_("Trend"), TVX_DOC_ALIGN_TEXT },
  };
  TvxDocNode *table = tvx_doc_add_table (section, tvx_catalog_translate (blocks->catalog, N_("Indicators")));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tvx_doc_table_add_column (table, tvx_catalog_translate (blocks->catalog, columns[i].label), columns[i].align);
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (TvxRecord) indicator = g_list_model_get_item (indicators, i);

      add_row (blocks, table, indicator);
    }
}

/* The series that a chart can draw: women and men where both are known of some measurement, else what they are together. */
static gboolean
has_women_and_men (GListModel *measurements)
{
  for (guint i = 0; i < g_list_model_get_n_items (measurements); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (measurements, i);

      if (tvx_record_get_value (item, "women") != NULL && tvx_record_get_value (item, "men") != NULL)
        return TRUE;
    }
  return FALSE;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (tvx_record_get_text (*(TvxRecord **) a, "date"), tvx_record_get_text (*(TvxRecord **) b, "date"));
}

static GPtrArray *
dup_dated (GListModel *measurements)
{
  GPtrArray *dated = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (measurements); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (measurements, i);
      gint64 total;

      if (tvx_record_get_text (item, "date") != NULL && get_total (item, &total))
        g_ptr_array_add (dated, g_steal_pointer (&item));
    }
  g_ptr_array_sort (dated, compare_dates);
  return dated;
}

static char *
dup_sentence (const TvxRecordBlocks *blocks,
              TvxRecord             *first,
              TvxRecord             *last)
{
  g_autofree char *first_date = tvx_format_date (blocks->catalog, tvx_record_get_text (first, "date"));
  g_autofree char *last_date = tvx_format_date (blocks->catalog, tvx_record_get_text (last, "date"));
  g_autofree char *first_value = NULL;
  g_autofree char *last_value = NULL;
  gint64 total;

  if (get_total (first, &total))
    first_value = format_value (blocks->catalog, total);
  if (get_total (last, &total))
    last_value = format_value (blocks->catalog, total);
  /* Translators: a value, its date, a later value, its date. */
  return g_strdup_printf (tvx_catalog_translate (blocks->catalog, N_("From %s (%s) to %s (%s).")), first_value, first_date,
                          last_value, last_date);
}

static gboolean
add_chart (const TvxRecordBlocks *blocks,
           TvxDocNode            *section,
           TvxRecord             *indicator)
{
  static const char *const both[] = { "women", "men" };
  g_autoptr (GPtrArray) dated = dup_dated (tvx_record_get_list (indicator, "measurements"));
  gboolean by_gender = has_women_and_men (tvx_record_get_list (indicator, "measurements"));
  g_autofree char *name = tvx_record_dup_title (indicator);
  const char *unit = tvx_record_get_text (indicator, "unit");
  g_autofree char *title = unit != NULL ? g_strdup_printf ("%s (%s)", name, unit) : g_strdup (name);
  g_autofree char *sentence = NULL;
  g_autoptr (TvxChart) chart = NULL;
  gboolean lacks_values = FALSE;

  if (dated->len < 2)
    return FALSE;
  sentence = dup_sentence (blocks, dated->pdata[0], dated->pdata[dated->len - 1]);
  chart = tvx_chart_new (TVX_CHART_LINE, blocks->catalog, title, sentence);
  tvx_chart_set_format (chart, format_value);
  tvx_chart_set_row_heading (chart, tvx_catalog_translate (blocks->catalog, N_("Date")));
  if (by_gender)
    for (guint i = 0; i < G_N_ELEMENTS (both); i++)
      tvx_chart_add_series (chart, tvx_catalog_translate (blocks->catalog, i == 0 ? N_("Women") : N_("Men")));
  else
    tvx_chart_add_series (chart, tvx_catalog_translate (blocks->catalog, N_("Total")));
  for (guint i = 0; i < dated->len; i++)
    {
      gint64 values[G_N_ELEMENTS (both)] = { TVX_CHART_NO_VALUE, TVX_CHART_NO_VALUE };

      if (by_gender)
        for (guint j = 0; j < G_N_ELEMENTS (both); j++)
          lacks_values = !tvx_record_get_decimal (dated->pdata[i], both[j], &values[j]) || lacks_values;
      else
        get_total (dated->pdata[i], &values[0]);
      tvx_chart_add_row (chart, tvx_record_get_text (dated->pdata[i], "date"), values);
    }
  tvx_doc_add_chart (section, chart);
  return lacks_values && tvx_record_get_boolean (indicator, "counts_people");
}

/**
 * tvx_project_indicators_add:
 * @blocks: how blocks are made
 * @parent: the root or section of the project
 * @project: a project
 *
 * Appends the section with the indicators, what they have come to, and how they went. Where there is nothing to tell, there
 * is no section.
 */
void
tvx_project_indicators_add (const TvxRecordBlocks *blocks,
                            TvxDocNode            *parent,
                            TvxRecord             *project)
{
  GListModel *indicators = tvx_record_get_list (project, "indicators");
  gboolean hides_people = FALSE;
  TvxDocNode *section;

  if (g_list_model_get_n_items (indicators) == 0)
    return;
  section = tvx_doc_add_section (parent, tvx_catalog_translate (blocks->catalog, N_("Indicators")));
  add_table (blocks, section, indicators);
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (TvxRecord) indicator = g_list_model_get_item (indicators, i);

      hides_people = add_chart (blocks, section, indicator) || hides_people;
    }
  if (hides_people)
    tvx_doc_add_paragraph (section,
                           tvx_catalog_translate (blocks->catalog,
                                                  N_("The sign .. means that a number is not known, or not shown out of regard for the people it is about: groups of one to four people are not shown.")));
}
