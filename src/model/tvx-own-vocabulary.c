/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-own-vocabulary.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-own-term.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200 },
  { "description", TVX_FIELD_LONG_TEXT, N_("Description") },
  { "terms", TVX_FIELD_LIST, N_("Terms"), TVX_FIELD_REQUIRED, .get_type = tvx_own_term_get_type },
};

TVX_DEFINE_RECORD (TvxOwnVocabulary, tvx_own_vocabulary, "own_vocabulary", N_("Own list"))
