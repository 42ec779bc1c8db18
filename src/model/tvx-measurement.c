/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-measurement.h"

#include <glib/gi18n-lib.h>

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "date", TVX_FIELD_DATE, N_("Date"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE },
  { "women", TVX_FIELD_DECIMAL, N_("Women") },
  { "men", TVX_FIELD_DECIMAL, N_("Men") },
  { "total", TVX_FIELD_DECIMAL, N_("Total"), .help = N_("All together, where it is not the sum of women and men") },
  { "note", TVX_FIELD_LONG_TEXT, N_("Note") },
};

TVX_DEFINE_RECORD (TvxMeasurement, tvx_measurement, "measurement", N_("Measurement"))

/**
 * tvx_measurement_get_value:
 * @self: a measurement
 * @value: (out): return location for the value, in millionths
 *
 * Gets what was measured in all: the total, or what women and men are together.
 *
 * Returns: whether it is known
 */
gboolean
tvx_measurement_get_value (TvxMeasurement *self,
                           gint64         *value)
{
  TvxRecord *record = TVX_RECORD (self);
  gint64 women, men;

  if (tvx_record_get_decimal (record, "total", value))
    return TRUE;
  if (!tvx_record_get_decimal (record, "women", &women) || !tvx_record_get_decimal (record, "men", &men))
    return FALSE;
  *value = women + men;
  return TRUE;
}
