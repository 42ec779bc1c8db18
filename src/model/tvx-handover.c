/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-handover.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-checklist-item.h"
#include "model/tvx-date.h"
#include "model/tvx-handover-step.h"
#include "model/tvx-handover-steps.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "state", TVX_FIELD_ENUM, N_("Handover status"), TVX_FIELD_LISTED | TVX_FIELD_STEP,
    .vocabulary = &tvx_handover_states },
  { "from", TVX_FIELD_TEXT, N_("Handed over by"), .max_length = 200 },
  { "to", TVX_FIELD_TEXT, N_("Taken over by"), .max_length = 200 },
  { "effective_on", TVX_FIELD_DATE, N_("Takes effect on"), TVX_FIELD_LISTED },
  { "legal_basis", TVX_FIELD_TEXT, N_("Legal basis"), .max_length = 300 },
  { "decided_on", TVX_FIELD_DATE, N_("Date of decision") },
  { "decision_reference", TVX_FIELD_TEXT, N_("Registration number of the decision"), .max_length = 100 },
  { "url", TVX_FIELD_TEXT, N_("Web address of the receiver"), .max_length = 2000, .check = tvx_check_uri },
  { "receiver_reference", TVX_FIELD_TEXT, N_("Registration number of the receiver"), .max_length = 100 },
  { "receiver_responsible", TVX_FIELD_TEXT, N_("Responsible at the receiver"), TVX_FIELD_PRIVATE, .max_length = 200 },
  { "receipt_remarks", TVX_FIELD_LONG_TEXT, N_("Remarks of the receiver") },
  { "note", TVX_FIELD_LONG_TEXT, N_("Note"), TVX_FIELD_PRIVATE },
  { "checklist", TVX_FIELD_LIST, N_("Checklist"), .get_type = tvx_checklist_item_get_type },
  { "log", TVX_FIELD_LIST, N_("Log"), TVX_FIELD_STEP, .get_type = tvx_handover_step_get_type },
};

TVX_DEFINE_RECORD_WITH_CODE (TvxHandover, tvx_handover, "handover", N_("Handover"), record_class->check = tvx_handover_check)

/**
 * tvx_handover_get_state:
 * @self: a handover
 *
 * Returns: (transfer none): how far it has come, as a code; "not_applicable" where nothing is said
 */
const char *
tvx_handover_get_state (TvxHandover *self)
{
  const char *state = tvx_record_get_text (TVX_RECORD (self), "state");

  return state != NULL ? state : "not_applicable";
}

/**
 * tvx_handover_is_effective:
 * @self: a handover
 * @today: a date, in ISO 8601
 *
 * Tells whether somebody else answers for the project: whether it has been
 * handed over, and the day on which that takes effect has come. Without such a
 * day nobody knows, and the notice would state what is not known.
 *
 * Returns: whether the notice of the handover is to be shown on @today
 */
gboolean
tvx_handover_is_effective (TvxHandover *self,
                           const char  *today)
{
  static const char *const states[] = { "handed_over", "received", "received_with_remarks", "completed", NULL };
  const char *effective_on = tvx_record_get_text (TVX_RECORD (self), "effective_on");
  TvxDate effective_date, today_date;

  g_return_val_if_fail (TVX_IS_HANDOVER (self), FALSE);

  return g_strv_contains (states, tvx_handover_get_state (self)) && effective_on != NULL &&
         tvx_date_parse_iso (effective_on, &effective_date) && tvx_date_parse_iso (today, &today_date) &&
         tvx_date_compare (&effective_date, &today_date) <= 0;
}
