/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-decision.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "kind", TVX_FIELD_ENUM, N_("Kind of decision"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE,
    .vocabulary = &tvx_decision_kinds },
  { "date", TVX_FIELD_DATE, N_("Date"), TVX_FIELD_REQUIRED },
  { "reference", TVX_FIELD_TEXT, N_("Registration number"), .max_length = 100 },
  { "decided_by", TVX_FIELD_TEXT, N_("Decided by"), .max_length = 200, .help = N_("The authority or funder") },
  { "summary", TVX_FIELD_LONG_TEXT, N_("What is decided") },
  { "amount", TVX_FIELD_MONEY, N_("Amount"), .help = N_("In whole kronor") },
};

TVX_DEFINE_RECORD (TvxDecision, tvx_decision, "decision", N_("Decision"))
