/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-handover.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-date.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "state", TVX_FIELD_ENUM, N_("Handover status"), TVX_FIELD_LISTED, .vocabulary = &tvx_handover_states },
  { "from", TVX_FIELD_TEXT, N_("Handed over by"), .max_length = 200 },
  { "to", TVX_FIELD_TEXT, N_("Taken over by"), .max_length = 200 },
  { "effective_on", TVX_FIELD_DATE, N_("Takes effect on") },
  { "legal_basis", TVX_FIELD_TEXT, N_("Legal basis"), .max_length = 300 },
  { "decided_on", TVX_FIELD_DATE, N_("Date of decision") },
  { "decision_reference", TVX_FIELD_TEXT, N_("Registration number of the decision"), .max_length = 100 },
  { "url", TVX_FIELD_TEXT, N_("Web address of the receiver"), .max_length = 2000, .check = tvx_check_uri },
  { "note", TVX_FIELD_LONG_TEXT, N_("Note"), TVX_FIELD_PRIVATE },
};

TVX_DEFINE_RECORD (TvxHandover, tvx_handover, "handover", N_("Handover"))

/**
 * tvx_handover_is_effective:
 * @self: a handover
 * @today: a date, in ISO 8601
 *
 * Tells whether somebody else answers for the project: whether it has been
 * handed over, and the day on which that takes effect has come.
 *
 * Returns: whether the notice of the handover is to be shown on @today
 */
gboolean
tvx_handover_is_effective (TvxHandover *self,
                           const char  *today)
{
  static const char *const states[] = { "handed_over", "received", "received_with_remarks", "completed", NULL };
  const char *state = tvx_record_get_text (TVX_RECORD (self), "state");
  const char *effective_on = tvx_record_get_text (TVX_RECORD (self), "effective_on");
  TvxDate effective_date, today_date;

  g_return_val_if_fail (TVX_IS_HANDOVER (self), FALSE);

  if (state == NULL || !g_strv_contains (states, state))
    return FALSE;
  if (effective_on == NULL || !tvx_date_parse_iso (effective_on, &effective_date) ||
      !tvx_date_parse_iso (today, &today_date))
    return TRUE;
  return tvx_date_compare (&effective_date, &today_date) <= 0;
}
