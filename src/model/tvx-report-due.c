/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-report-due.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "kind", TVX_FIELD_ENUM, N_("Kind of report"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE,
    .vocabulary = &tvx_report_due_kinds },
  { "recipient", TVX_FIELD_TEXT, N_("Recipient"), .max_length = 200 },
  { "due", TVX_FIELD_DATE, N_("Due"), TVX_FIELD_REQUIRED },
  { "submitted", TVX_FIELD_DATE, N_("Submitted") },
  { "approved", TVX_FIELD_DATE, N_("Approved"), .not_before = "submitted" },
  { "reference", TVX_FIELD_TEXT, N_("Registration number"), .max_length = 100 },
  { "note", TVX_FIELD_LONG_TEXT, N_("Note"), TVX_FIELD_PRIVATE },
};

TVX_DEFINE_RECORD (TvxReportDue, tvx_report_due, "report_due", N_("Report due"))
