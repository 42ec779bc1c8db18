/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-saved-filter.h"

#include <glib/gi18n-lib.h>

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 100 },
  { "words", TVX_FIELD_TEXT, N_("Words"), .max_length = 500, .help = N_("What a project must hold somewhere") },
  { "criteria", TVX_FIELD_TEXTS, N_("Criteria"), .max_length = 500,
    .help = N_("Each as “column=value”, with the columns that the list has") },
};

TVX_DEFINE_RECORD (TvxSavedFilter, tvx_saved_filter, "saved_filter", N_("Saved filter"))
