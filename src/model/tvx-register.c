/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-register.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-checklist-template.h"
#include "model/tvx-earlier-report.h"
#include "model/tvx-organisation.h"
#include "model/tvx-own-dimension.h"
#include "model/tvx-own-vocabulary.h"
#include "model/tvx-saved-filter.h"
#include "model/tvx-subregion.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "title", TVX_FIELD_TEXT, N_("Title"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 140 },
  { "authority", TVX_FIELD_TEXT, N_("Authority"), TVX_FIELD_REQUIRED, .max_length = 200 },
  { "county", TVX_FIELD_CODE, N_("County"), TVX_FIELD_REQUIRED, .vocabulary = &tvx_counties },
  { "language", TVX_FIELD_ENUM, N_("Language"), .vocabulary = &tvx_languages,
    .help = N_("The language that the projects are described in") },
  { "description", TVX_FIELD_LONG_TEXT, N_("Description") },
  { "website", TVX_FIELD_TEXT, N_("Website"), .max_length = 2000, .check = tvx_check_uri },
  { "organisations", TVX_FIELD_LIST, N_("Organisations"), .get_type = tvx_organisation_get_type },
  { "vocabularies", TVX_FIELD_LIST, N_("Own lists"), .get_type = tvx_own_vocabulary_get_type,
    .help = N_("Lists of terms of the authority’s own, to classify projects by") },
  { "dimensions", TVX_FIELD_LIST, N_("Own J+ dimensions"), .get_type = tvx_own_dimension_get_type,
    .help = N_("What the authority examines besides the dimensions that the program knows") },
  { "subregions", TVX_FIELD_LIST, N_("Sub-regions"), .get_type = tvx_subregion_get_type,
    .help = N_("Groups of municipalities that statistics tables by municipality get from the register") },
  { "checklist_template", TVX_FIELD_LIST, N_("Checklist of handovers"), .get_type = tvx_checklist_template_get_type,
    .help = N_("What is to be done before a project is handed over; each project gets a checklist of its own from it") },
  { "filters", TVX_FIELD_LIST, N_("Saved filters"), TVX_FIELD_PRIVATE, .get_type = tvx_saved_filter_get_type,
    .help = N_("What the list of projects is often filtered by") },
  { "published", TVX_FIELD_LIST, N_("Published statistics"), TVX_FIELD_PRIVATE, .get_type = tvx_earlier_report_get_type,
    .help = N_("What earlier reports showed and hid, so that small numbers cannot be worked out by comparing reports") },
};

TVX_DEFINE_RECORD (TvxRegister, tvx_register, "register", N_("Register"))
