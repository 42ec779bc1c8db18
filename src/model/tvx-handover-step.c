/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-handover-step.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"

/* A line of the log of a handover, which only ever gets longer. Search looks for the status that a project has, not for
 * those that it once had, nor for the second in which it got it. */
static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "at", TVX_FIELD_TEXT, N_("Time"), TVX_FIELD_REQUIRED | TVX_FIELD_STANDARD, .max_length = 40, .check = tvx_check_time },
  { "from_state", TVX_FIELD_ENUM, N_("From status"), TVX_FIELD_REQUIRED | TVX_FIELD_STANDARD,
    .vocabulary = &tvx_handover_states },
  { "to_state", TVX_FIELD_ENUM, N_("To status"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE | TVX_FIELD_STANDARD,
    .vocabulary = &tvx_handover_states },
  { "person", TVX_FIELD_TEXT, N_("Person"), TVX_FIELD_PRIVATE, .max_length = 200 },
  { "note", TVX_FIELD_LONG_TEXT, N_("Note"), TVX_FIELD_PRIVATE },
};

TVX_DEFINE_RECORD (TvxHandoverStep, tvx_handover_step, "handover_step", N_("Step of the handover"))
