/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-dimension.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-goal.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "kind", TVX_FIELD_ENUM, N_("Dimension"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .vocabulary = &tvx_dimension_kinds },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_TITLE, .max_length = 100, .help = N_("What another dimension is called") },
  { "relevance", TVX_FIELD_ENUM, N_("Relevance"), TVX_FIELD_REQUIRED, .vocabulary = &tvx_relevances },
  { "observation", TVX_FIELD_LONG_TEXT, N_("Observation"), .help = N_("What differs, and between whom") },
  { "cause", TVX_FIELD_LONG_TEXT, N_("Cause") },
  { "evidence", TVX_FIELD_LONG_TEXT, N_("Evidence") },
  { "measure", TVX_FIELD_LONG_TEXT, N_("Measure"), .help = N_("What the project does about it") },
  { "responsible", TVX_FIELD_TEXT, N_("Responsible"), TVX_FIELD_PRIVATE, .max_length = 200 },
  { "due", TVX_FIELD_DATE, N_("Due") },
  { "goals", TVX_FIELD_REFERENCES, N_("Goals"), .get_type = tvx_goal_get_type },
};

TVX_DEFINE_RECORD (TvxDimension, tvx_dimension, "dimension", N_("J+ dimension"))
