/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-project.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-activity.h"
#include "model/tvx-classification.h"
#include "model/tvx-contact.h"
#include "model/tvx-cost.h"
#include "model/tvx-decision.h"
#include "model/tvx-dimension.h"
#include "model/tvx-document.h"
#include "model/tvx-four-r.h"
#include "model/tvx-funding.h"
#include "model/tvx-goal.h"
#include "model/tvx-guide.h"
#include "model/tvx-handover.h"
#include "model/tvx-indicator.h"
#include "model/tvx-link.h"
#include "model/tvx-location.h"
#include "model/tvx-note.h"
#include "model/tvx-partner.h"
#include "model/tvx-project-check.h"
#include "model/tvx-project-columns.h"
#include "model/tvx-reference.h"
#include "model/tvx-report-due.h"
#include "model/tvx-statistics-table.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "title", TVX_FIELD_TEXT, N_("Title"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE | TVX_FIELD_LISTED, .max_length = 140 },
  { "references", TVX_FIELD_LIST, N_("References"), .get_type = tvx_reference_get_type },
  { "summary", TVX_FIELD_LONG_TEXT, N_("Summary"), TVX_FIELD_REQUIRED, .max_length = 1000,
    .help = N_("A few sentences that say what the project does and for whom") },
  { "description", TVX_FIELD_LONG_TEXT, N_("Description") },
  { "purpose", TVX_FIELD_LONG_TEXT, N_("Purpose") },
  { "vision", TVX_FIELD_LONG_TEXT, N_("Vision") },
  { "background", TVX_FIELD_LONG_TEXT, N_("Background"), .help = N_("The problem that the project is to solve, and its causes") },
  { "target_groups", TVX_FIELD_LONG_TEXT, N_("Target groups") },
  { "method", TVX_FIELD_LONG_TEXT, N_("Method and organisation") },
  { "results", TVX_FIELD_LONG_TEXT, N_("Results"), .help = N_("What has come of the project, compared with what was planned") },
  { "deviations", TVX_FIELD_LONG_TEXT, N_("Deviations"), .help = N_("What turned out otherwise, and why") },
  { "lessons", TVX_FIELD_LONG_TEXT, N_("Lessons") },
  { "continuation", TVX_FIELD_LONG_TEXT, N_("Dissemination and continuation"),
    .help = N_("How the results are spread, and what happens after the project") },
  { "lifecycle", TVX_FIELD_ENUM, N_("Status"), TVX_FIELD_REQUIRED | TVX_FIELD_LISTED, .vocabulary = &tvx_lifecycles },
  { "planned_start", TVX_FIELD_DATE, N_("Planned start"), TVX_FIELD_LISTED },
  { "planned_end", TVX_FIELD_DATE, N_("Planned end"), TVX_FIELD_LISTED, .not_before = "planned_start" },
  { "actual_start", TVX_FIELD_DATE, N_("Actual start"), TVX_FIELD_LISTED },
  { "actual_end", TVX_FIELD_DATE, N_("Actual end"), TVX_FIELD_LISTED, .not_before = "actual_start" },
  { "county", TVX_FIELD_CODE, N_("County"), TVX_FIELD_REQUIRED | TVX_FIELD_LISTED, .vocabulary = &tvx_counties },
  { "municipalities", TVX_FIELD_CODES, N_("Municipalities"), .vocabulary = &tvx_municipalities },
  { "locations", TVX_FIELD_LIST, N_("Locations"), .get_type = tvx_location_get_type },
  { "areas", TVX_FIELD_CODES, N_("Areas"), TVX_FIELD_LISTED, .vocabulary = &tvx_growth_areas },
  { "strategy_2021", TVX_FIELD_CODES, N_("National strategy 2021–2030"), .vocabulary = &tvx_strategy_2021 },
  { "strategy_2015", TVX_FIELD_CODES, N_("National strategy 2015–2020"), .vocabulary = &tvx_strategy_2015 },
  { "equal_growth", TVX_FIELD_CODES, N_("Equal regional growth 2016–2018"), .vocabulary = &tvx_equal_growth_areas },
  { "gender_policy", TVX_FIELD_CODES, N_("Gender equality policy goals"), .vocabulary = &tvx_gender_policy_goals },
  { "agenda_2030", TVX_FIELD_CODES, N_("Agenda 2030"), .vocabulary = &tvx_agenda_2030 },
  { "classifications", TVX_FIELD_LIST, N_("Own classifications"), .get_type = tvx_classification_get_type },
  { "tags", TVX_FIELD_TEXTS, N_("Tags"), TVX_FIELD_LISTED, .max_length = 60,
    .help = N_("Words of your own to search and filter by, with commas between them") },
  { "website", TVX_FIELD_TEXT, N_("Website"), .max_length = 2000, .check = tvx_check_uri },
  { "responsible", TVX_FIELD_TEXT, N_("Case officer"), TVX_FIELD_LISTED | TVX_FIELD_PRIVATE, .max_length = 200 },
  { "goals", TVX_FIELD_LIST, N_("Goals"), TVX_FIELD_REQUIRED, .get_type = tvx_goal_get_type },
  { "indicators", TVX_FIELD_LIST, N_("Indicators"), .get_type = tvx_indicator_get_type },
  { "activities", TVX_FIELD_LIST, N_("Activities"), .get_type = tvx_activity_get_type },
  { "dimensions", TVX_FIELD_LIST, N_("J+ dimensions"), .get_type = tvx_dimension_get_type },
  { "four_r", TVX_FIELD_LIST, N_("4R sheet"), .get_type = tvx_four_r_get_type },
  { "guide", TVX_FIELD_RECORD, N_("JämKAS Plus"), .get_type = tvx_guide_get_type },
  { "statistics", TVX_FIELD_LIST, N_("Statistics tables"), .get_type = tvx_statistics_table_get_type },
  { "partners", TVX_FIELD_LIST, N_("Partners"), .get_type = tvx_partner_get_type },
  { "funding", TVX_FIELD_LIST, N_("Funding"), .get_type = tvx_funding_get_type },
  { "costs", TVX_FIELD_LIST, N_("Costs"), .get_type = tvx_cost_get_type },
  { "decisions", TVX_FIELD_LIST, N_("Decisions"), .get_type = tvx_decision_get_type },
  { "reports_due", TVX_FIELD_LIST, N_("Reports due"), .get_type = tvx_report_due_get_type },
  { "contacts", TVX_FIELD_LIST, N_("Contacts"), .get_type = tvx_contact_get_type },
  { "links", TVX_FIELD_LIST, N_("Links"), .get_type = tvx_link_get_type },
  { "documents", TVX_FIELD_LIST, N_("Documents"), .get_type = tvx_document_get_type },
  { "notes", TVX_FIELD_LIST, N_("Notes"), TVX_FIELD_PRIVATE, .get_type = tvx_note_get_type },
  { "related", TVX_FIELD_REFERENCES, N_("Related projects"), .get_type = tvx_project_get_type },
  { "handover", TVX_FIELD_RECORD, N_("Handover"), .get_type = tvx_handover_get_type },
};

TVX_DEFINE_RECORD_WITH_CODE (TvxProject, tvx_project, "project", N_("Project"),
                             record_class->check = tvx_project_check;
                             record_class->computed = tvx_project_columns;
                             record_class->n_computed = TVX_N_PROJECT_COLUMNS)
