/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-goal.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-findings.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "text", TVX_FIELD_TEXT, N_("Goal"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 500 },
  { "level", TVX_FIELD_ENUM, N_("Level"), .vocabulary = &tvx_goal_levels,
    .help = N_("What the project delivers, what that changes, and what it leads to in the long run") },
  { "description", TVX_FIELD_LONG_TEXT, N_("Description"),
    .help = N_("Say it so that it can be measured: what, for whom, how much") },
  { "due", TVX_FIELD_DATE, N_("To be reached by") },
  { "leads_to", TVX_FIELD_REFERENCES, N_("Leads to"), .get_type = tvx_goal_get_type,
    .help = N_("The goals that this one is a step towards") },
  { "assessment", TVX_FIELD_ENUM, N_("Assessment"), .vocabulary = &tvx_goal_assessments },
  { "motive", TVX_FIELD_LONG_TEXT, N_("Motive"), .help = N_("Why the goal is assessed like this") },
  { "assessed_by", TVX_FIELD_TEXT, N_("Assessed by"), TVX_FIELD_PRIVATE, .max_length = 200 },
  { "assessed_on", TVX_FIELD_DATE, N_("Date of assessment") },
};

/* Whoever reads an assessment must see what it rests on. */
static void
check (TvxRecord   *self,
       TvxFindings *findings)
{
  const char *assessment = tvx_record_get_text (self, "assessment");

  if (assessment == NULL || g_str_equal (assessment, "not_assessed"))
    return;
  if (tvx_record_get_text (self, "motive") == NULL)
    tvx_findings_add (findings, TVX_SEVERITY_MISSING, self, "motive", _("The assessment of the goal needs a motive."));
  if (tvx_record_get_text (self, "assessed_by") == NULL)
    tvx_findings_add (findings, TVX_SEVERITY_MISSING, self, "assessed_by", _("Somebody must answer for the assessment."));
  if (tvx_record_get_text (self, "assessed_on") == NULL)
    tvx_findings_add (findings, TVX_SEVERITY_MISSING, self, "assessed_on", _("The assessment needs a date."));
}

TVX_DEFINE_RECORD_WITH_CODE (TvxGoal, tvx_goal, "goal", N_("Goal"), record_class->check = check)
