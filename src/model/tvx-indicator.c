/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-indicator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-decimal.h"
#include "model/tvx-findings.h"
#include "model/tvx-goal.h"
#include "model/tvx-measurement.h"
#include "model/tvx-record-private.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "name", TVX_FIELD_TEXT, N_("Indicator"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200 },
  { "kind", TVX_FIELD_ENUM, N_("Kind of indicator"), .vocabulary = &tvx_indicator_kinds },
  { "unit", TVX_FIELD_TEXT, N_("Unit"), .max_length = 40, .help = N_("What is counted, as persons, companies or %") },
  { "counts_people", TVX_FIELD_BOOLEAN, N_("Counts people"),
    .help = N_("Numbers of fewer than five people are then left out of published reports.") },
  { "direction", TVX_FIELD_ENUM, N_("Wanted direction"), .vocabulary = &tvx_directions },
  { "baseline", TVX_FIELD_DECIMAL, N_("Baseline"), .help = N_("The value before the project") },
  { "baseline_on", TVX_FIELD_DATE, N_("Date of the baseline") },
  { "target", TVX_FIELD_DECIMAL, N_("Target") },
  { "target_on", TVX_FIELD_DATE, N_("To be reached by"), .not_before = "baseline_on" },
  { "source", TVX_FIELD_LONG_TEXT, N_("Source"), .help = N_("Where the values come from, and how they are measured") },
  { "goals", TVX_FIELD_REFERENCES, N_("Goals"), .get_type = tvx_goal_get_type,
    .help = N_("The goals that the indicator measures") },
  { "measurements", TVX_FIELD_LIST, N_("Measurements"), .get_type = tvx_measurement_get_type },
};

static void
check (TvxRecord   *self,
       TvxFindings *findings)
{
  GListModel *measurements = tvx_record_get_list (self, "measurements");

  for (guint i = 0; i < g_list_model_get_n_items (measurements); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (measurements, i);
      gint64 women, men, total;

      /* There may be more than women and men, but not fewer. */
      if (tvx_record_get_boolean (self, "counts_people") && tvx_record_get_decimal (item, "women", &women) &&
          tvx_record_get_decimal (item, "men", &men) && tvx_record_get_decimal (item, "total", &total) &&
          women + men > total)
        tvx_findings_add (findings, TVX_SEVERITY_WARNING, item, "total",
                          _("The total is less than women and men together."));
    }
}

static gboolean
is_few (TvxRecord  *record,
        const char *field)
{
  gint64 count;

  return tvx_record_get_decimal (record, field, &count) && count > 0 && count < 5 * TVX_DECIMAL_ONE;
}

static void
hide (TvxRecord  *record,
      const char *field)
{
  tvx_record_set_value (record, tvx_record_get_field (record, field), NULL);
}

/* With one of the two a reader could work out the other from the total, so both go. */
static void
withhold (TvxRecord *self,
          TvxRecord *copy)
{
  GListModel *measurements = tvx_record_get_list (copy, "measurements");

  if (!tvx_record_get_boolean (self, "counts_people"))
    return;
  if (is_few (copy, "baseline"))
    hide (copy, "baseline");
  for (guint i = 0; i < g_list_model_get_n_items (measurements); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (measurements, i);
      gint64 women, men, total;
      gboolean few = is_few (item, "women") || is_few (item, "men");

      if (tvx_record_get_decimal (item, "women", &women) && tvx_record_get_decimal (item, "men", &men) &&
          tvx_record_get_decimal (item, "total", &total))
        few = few || (total > women + men && total - women - men < 5 * TVX_DECIMAL_ONE);
      if (few)
        {
          hide (item, "women");
          hide (item, "men");
        }
      if (is_few (item, "total"))
        hide (item, "total");
    }
}

TVX_DEFINE_RECORD_WITH_CODE (TvxIndicator, tvx_indicator, "indicator", N_("Indicator"),
                             record_class->check = check;
                             record_class->withhold = withhold)

/**
 * tvx_indicator_dup_latest:
 * @self: an indicator
 *
 * Returns: (transfer full) (nullable): the measurement with the latest date among those that have a value
 */
TvxRecord *
tvx_indicator_dup_latest (TvxIndicator *self)
{
  GListModel *measurements = tvx_record_get_list (TVX_RECORD (self), "measurements");
  g_autoptr (TvxRecord) latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (measurements); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (measurements, i);
      const char *date = tvx_record_get_text (item, "date");
      gint64 value;

      /* Dates in ISO 8601 sort as texts do. */
      if (date != NULL && tvx_measurement_get_value (TVX_MEASUREMENT (item), &value) &&
          (latest == NULL || strcmp (date, tvx_record_get_text (latest, "date")) >= 0))
        g_set_object (&latest, item);
    }
  return g_steal_pointer (&latest);
}

/**
 * tvx_indicator_get_trend:
 * @self: an indicator
 *
 * Compares the latest measurement with the baseline. A judgement of the goal is something else, and made by a person.
 *
 * Returns: the trend
 */
TvxTrend
tvx_indicator_get_trend (TvxIndicator *self)
{
  g_autoptr (TvxRecord) latest = tvx_indicator_dup_latest (self);
  const char *direction = tvx_record_get_text (TVX_RECORD (self), "direction");
  gint64 baseline, value;

  if (latest == NULL || !tvx_measurement_get_value (TVX_MEASUREMENT (latest), &value) ||
      !tvx_record_get_decimal (TVX_RECORD (self), "baseline", &baseline))
    return TVX_TREND_NO_DATA;
  if (value == baseline)
    return TVX_TREND_UNCHANGED;
  return (value > baseline) == (g_strcmp0 (direction, "decrease") != 0) ? TVX_TREND_POSITIVE : TVX_TREND_NEGATIVE;
}

/**
 * tvx_trend_get_label:
 * @trend: a trend
 *
 * Returns: (transfer none): what it is called, as a message to be translated
 */
const char *
tvx_trend_get_label (TvxTrend trend)
{
  static const char *const labels[] = { N_("No data"), N_("Negative"), N_("Unchanged"), N_("Positive") };

  g_return_val_if_fail (trend < G_N_ELEMENTS (labels), NULL);

  return labels[trend];
}
