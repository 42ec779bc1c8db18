/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-earlier-report.h"

#include <glib/gi18n-lib.h>

/* What a report showed and hid, and of which projects its sums are. Which of the hidden counts are small is known to the
 * authority alone. Where a report hides numbers by several rules, there is one such record for each. */
static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "report", TVX_FIELD_TEXT, N_("Report"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 300 },
  { "date", TVX_FIELD_DATE, N_("Date"), TVX_FIELD_REQUIRED },
  { "shown", TVX_FIELD_COUNTS, N_("Numbers shown") },
  { "rounded", TVX_FIELD_COUNTS, N_("Rounded numbers shown") },
  { "threshold", TVX_FIELD_INTEGER, N_("Smallest number shown") },
  { "never_zero", TVX_FIELD_BOOLEAN, N_("No hidden number is zero") },
  { "insiders", TVX_FIELD_TEXTS, N_("Protected from those who know their own numbers") },
  { "small", TVX_FIELD_TEXTS, N_("Small numbers hidden") },
  { "follow", TVX_FIELD_TEXTS, N_("Other numbers hidden") },
  { "sums", TVX_FIELD_TEXTS, N_("Projects summed up") },
};

TVX_DEFINE_RECORD (TvxEarlierReport, tvx_earlier_report, "earlier_report", N_("Published report"))
