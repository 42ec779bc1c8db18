/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-handover.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "state", TVX_FIELD_ENUM, N_("Handover"), TVX_FIELD_LISTED, .vocabulary = &tvx_handover_states },
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
