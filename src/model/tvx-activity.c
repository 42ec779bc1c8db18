/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-activity.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-goal.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "title", TVX_FIELD_TEXT, N_("Title"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200 },
  { "state", TVX_FIELD_ENUM, N_("Status"), .vocabulary = &tvx_activity_states },
  { "start", TVX_FIELD_DATE, N_("Start") },
  { "end", TVX_FIELD_DATE, N_("End"), .not_before = "start" },
  { "description", TVX_FIELD_LONG_TEXT, N_("Description") },
  { "responsible", TVX_FIELD_TEXT, N_("Responsible"), TVX_FIELD_PRIVATE, .max_length = 200 },
  { "goals", TVX_FIELD_REFERENCES, N_("Goals"), .get_type = tvx_goal_get_type,
    .help = N_("What the activity is to lead to") },
};

TVX_DEFINE_RECORD (TvxActivity, tvx_activity, "activity", N_("Activity"))
