/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-goal.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "text", TVX_FIELD_TEXT, N_("Goal"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 500 },
  { "description", TVX_FIELD_LONG_TEXT, N_("Description") },
  { "assessment", TVX_FIELD_ENUM, N_("Assessment"), .vocabulary = &tvx_goal_assessments },
  { "motive", TVX_FIELD_LONG_TEXT, N_("Motive"), .help = N_("Why the goal is assessed like this") },
  { "assessed_by", TVX_FIELD_TEXT, N_("Assessed by"), TVX_FIELD_PRIVATE, .max_length = 200 },
  { "assessed_on", TVX_FIELD_DATE, N_("Date of assessment") },
};

TVX_DEFINE_RECORD (TvxGoal, tvx_goal, "goal", N_("Goal"))
