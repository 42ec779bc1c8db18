/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an indicator stands, in words and as a chart, for reports and for the program. */

#include "report/tvx-indicator-chart.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-decimal.h"
#include "model/tvx-measurement.h"
#include "model/tvx-typography.h"
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

      if (tvx_record_get_text (item, "date") != NULL && tvx_measurement_get_value (TVX_MEASUREMENT (item), &total))
        g_ptr_array_add (dated, g_steal_pointer (&item));
    }
  g_ptr_array_sort (dated, compare_dates);
  return dated;
}

static char *
dup_sentence (const TvxCatalog *catalog,
              TvxRecord        *first,
              TvxRecord        *last)
{
  g_autofree char *first_date = tvx_format_date (catalog, tvx_record_get_text (first, "date"));
  g_autofree char *last_date = tvx_format_date (catalog, tvx_record_get_text (last, "date"));
  g_autofree char *first_value = NULL;
  g_autofree char *last_value = NULL;
  gint64 total;

  if (tvx_measurement_get_value (TVX_MEASUREMENT (first), &total))
    first_value = format_value (catalog, total);
  if (tvx_measurement_get_value (TVX_MEASUREMENT (last), &total))
    last_value = format_value (catalog, total);
  /* Translators: a value, its date, a later value, its date. */
  return g_strdup_printf (tvx_catalog_translate (catalog, N_("From %s (%s) to %s (%s).")), first_value, first_date,
                          last_value, last_date);
}

/**
 * tvx_indicator_dup_latest_text:
 * @self: an indicator
 * @catalog: words of a language
 *
 * Returns: (transfer full) (nullable): its latest value and when it was measured, as `44 (September 2026)`
 */
char *
tvx_indicator_dup_latest_text (TvxIndicator     *self,
                               const TvxCatalog *catalog)
{
  g_autoptr (TvxRecord) latest = tvx_indicator_dup_latest (self);
  g_autofree char *value = NULL;
  g_autofree char *date = NULL;
  gint64 total;

  if (latest == NULL || !tvx_measurement_get_value (TVX_MEASUREMENT (latest), &total))
    return NULL;
  value = format_value (catalog, total);
  date = tvx_format_date (catalog, tvx_record_get_text (latest, "date"));
  return g_strdup_printf ("%s (%s)", value, date);
}

/**
 * tvx_indicator_dup_trend_text:
 * @self: an indicator
 * @catalog: words of a language
 *
 * Returns: (transfer full): where it is going, as a sign and a word
 */
char *
tvx_indicator_dup_trend_text (TvxIndicator     *self,
                              const TvxCatalog *catalog)
{
  TvxTrend trend = tvx_indicator_get_trend (self);

  return g_strdup_printf ("%s" TVX_NO_BREAK_SPACE "%s", trend_signs[trend], tvx_catalog_translate (catalog, tvx_trend_get_label (trend)));
}

/**
 * tvx_indicator_chart_new:
 * @self: an indicator
 * @catalog: words of a language
 *
 * Makes a chart of what was measured when.
 *
 * Returns: (transfer full) (nullable): the chart, %NULL where there are not two measurements with a date to draw a line between
 */
TvxChart *
tvx_indicator_chart_new (TvxIndicator     *self,
                         const TvxCatalog *catalog)
{
  static const char *const both[] = { "women", "men" };
  TvxRecord *indicator = TVX_RECORD (self);
  GListModel *measurements = tvx_record_get_list (indicator, "measurements");
  g_autoptr (GPtrArray) dated = dup_dated (measurements);
  gboolean by_gender = has_women_and_men (measurements);
  g_autofree char *name = tvx_record_dup_title (indicator);
  const char *unit = tvx_record_get_text (indicator, "unit");
  g_autofree char *title = unit != NULL ? g_strdup_printf ("%s (%s)", name, unit) : g_strdup (name);
  g_autofree char *sentence = NULL;
  TvxChart *chart;

  if (dated->len < 2)
    return NULL;
  sentence = dup_sentence (catalog, dated->pdata[0], dated->pdata[dated->len - 1]);
  chart = tvx_chart_new (TVX_CHART_LINE, catalog, title, sentence);
  tvx_chart_set_format (chart, format_value);
  tvx_chart_set_row_heading (chart, tvx_catalog_translate (catalog, N_("Date")), NULL);
  if (by_gender)
    for (guint i = 0; i < G_N_ELEMENTS (both); i++)
      tvx_chart_add_series (chart, tvx_catalog_translate (catalog, i == 0 ? N_("Women") : N_("Men")));
  else
    tvx_chart_add_series (chart, tvx_catalog_translate (catalog, N_("Total")));
  for (guint i = 0; i < dated->len; i++)
    {
      gint64 values[G_N_ELEMENTS (both)] = { TVX_CHART_NO_VALUE, TVX_CHART_NO_VALUE };

      if (by_gender)
        for (guint j = 0; j < G_N_ELEMENTS (both); j++)
          tvx_record_get_decimal (dated->pdata[i], both[j], &values[j]);
      else
        tvx_measurement_get_value (dated->pdata[i], &values[0]);
      tvx_chart_add_row (chart, tvx_record_get_text (dated->pdata[i], "date"), values);
    }
  return chart;
}
