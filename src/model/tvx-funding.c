/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-funding.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "funder", TVX_FIELD_TEXT, N_("Funder"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200 },
  { "programme", TVX_FIELD_TEXT, N_("Programme"), .max_length = 200 },
  { "kind", TVX_FIELD_ENUM, N_("Kind of funding"), .vocabulary = &tvx_funding_kinds },
  { "amount", TVX_FIELD_MONEY, N_("Amount"), .help = N_("In whole kronor") },
  { "decided_on", TVX_FIELD_DATE, N_("Date of decision") },
  { "reference", TVX_FIELD_TEXT, N_("Reference"), .max_length = 100, .help = N_("The funder’s case number") },
};

TVX_DEFINE_RECORD (TvxFunding, tvx_funding, "funding", N_("Funding"))
