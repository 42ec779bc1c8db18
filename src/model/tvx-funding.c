/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-funding.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-findings.h"
#include "model/tvx-organisation.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "funder", TVX_FIELD_TEXT, N_("Funder"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200 },
  { "organisation", TVX_FIELD_REFERENCE, N_("Organisation in the register"), .get_type = tvx_organisation_get_type,
    .words = "funder" },
  { "programme", TVX_FIELD_TEXT, N_("Programme"), .max_length = 200 },
  { "kind", TVX_FIELD_ENUM, N_("Kind of funding"), .vocabulary = &tvx_funding_kinds },
  { "in_kind", TVX_FIELD_BOOLEAN, N_("Other than money"), .help = N_("Work, premises or goods") },
  { "applied", TVX_FIELD_MONEY, N_("Applied for"), .help = N_("In whole kronor") },
  { "amount", TVX_FIELD_MONEY, N_("Amount"), .help = N_("What is granted, in whole kronor") },
  { "paid", TVX_FIELD_MONEY, N_("Paid"), .help = N_("In whole kronor") },
  { "amount_eur", TVX_FIELD_INTEGER, N_("Amount in euro"),
    .help = N_("Where the decision is in euro; sums are made of the amounts in kronor") },
  { "decided_on", TVX_FIELD_DATE, N_("Date of decision") },
  { "reference", TVX_FIELD_TEXT, N_("Reference"), .max_length = 100, .help = N_("The funder’s case number") },
};

static void
check (TvxRecord   *self,
       TvxFindings *findings)
{
  gint64 amount, paid;

  if (tvx_record_get_number (self, "amount", &amount) && tvx_record_get_number (self, "paid", &paid) && paid > amount)
    tvx_findings_add (findings, TVX_SEVERITY_WARNING, self, "paid", _("More is paid than granted."));
}

TVX_DEFINE_RECORD_WITH_CODE (TvxFunding, tvx_funding, "funding", N_("Funding"), record_class->check = check)
