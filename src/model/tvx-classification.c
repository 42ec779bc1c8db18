/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-classification.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-own-term.h"

/* The words stand beside the reference, so that a project can be read without its register. */
static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "term", TVX_FIELD_TEXT, N_("Term"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200 },
  { "source", TVX_FIELD_REFERENCE, N_("Term in the register"), .get_type = tvx_own_term_get_type,
    .words = "term" },
};

TVX_DEFINE_RECORD (TvxClassification, tvx_classification, "classification", N_("Classification"))
