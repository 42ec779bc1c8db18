/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-project.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-contact.h"
#include "model/tvx-dimension.h"
#include "model/tvx-document.h"
#include "model/tvx-funding.h"
#include "model/tvx-goal.h"
#include "model/tvx-handover.h"
#include "model/tvx-link.h"
#include "model/tvx-partner.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "title", TVX_FIELD_TEXT, N_("Title"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE | TVX_FIELD_LISTED, .max_length = 140 },
  { "summary", TVX_FIELD_LONG_TEXT, N_("Summary"), TVX_FIELD_REQUIRED, .max_length = 1000,
    .help = N_("A few sentences that say what the project does and for whom") },
  { "description", TVX_FIELD_LONG_TEXT, N_("Description") },
  { "purpose", TVX_FIELD_LONG_TEXT, N_("Purpose") },
  { "vision", TVX_FIELD_LONG_TEXT, N_("Vision") },
  { "lifecycle", TVX_FIELD_ENUM, N_("Status"), TVX_FIELD_REQUIRED | TVX_FIELD_LISTED, .vocabulary = &tvx_lifecycles },
  { "planned_start", TVX_FIELD_DATE, N_("Planned start"), TVX_FIELD_LISTED },
  { "planned_end", TVX_FIELD_DATE, N_("Planned end"), TVX_FIELD_LISTED, .not_before = "planned_start" },
  { "actual_start", TVX_FIELD_DATE, N_("Actual start"), TVX_FIELD_LISTED },
  { "actual_end", TVX_FIELD_DATE, N_("Actual end"), TVX_FIELD_LISTED, .not_before = "actual_start" },
  { "county", TVX_FIELD_CODE, N_("County"), TVX_FIELD_REQUIRED | TVX_FIELD_LISTED, .vocabulary = &tvx_counties },
  { "municipalities", TVX_FIELD_CODES, N_("Municipalities"), .vocabulary = &tvx_municipalities },
  { "areas", TVX_FIELD_CODES, N_("Areas"), TVX_FIELD_LISTED, .vocabulary = &tvx_growth_areas },
  { "website", TVX_FIELD_TEXT, N_("Website"), .max_length = 2000, .check = tvx_check_uri },
  { "goals", TVX_FIELD_LIST, N_("Goals"), TVX_FIELD_REQUIRED, .get_type = tvx_goal_get_type },
  { "dimensions", TVX_FIELD_LIST, N_("J+ dimensions"), .get_type = tvx_dimension_get_type },
  { "partners", TVX_FIELD_LIST, N_("Partners"), .get_type = tvx_partner_get_type },
  { "funding", TVX_FIELD_LIST, N_("Funding"), .get_type = tvx_funding_get_type },
  { "contacts", TVX_FIELD_LIST, N_("Contacts"), .get_type = tvx_contact_get_type },
  { "links", TVX_FIELD_LIST, N_("Links"), .get_type = tvx_link_get_type },
  { "documents", TVX_FIELD_LIST, N_("Documents"), .get_type = tvx_document_get_type },
  { "related", TVX_FIELD_REFERENCES, N_("Related projects"), .get_type = tvx_project_get_type },
  { "handover", TVX_FIELD_RECORD, N_("Handover"), .get_type = tvx_handover_get_type },
};

TVX_DEFINE_RECORD (TvxProject, tvx_project, "project", N_("Project"))
