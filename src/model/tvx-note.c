/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-note.h"

#include <glib/gi18n-lib.h>

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "text", TVX_FIELD_LONG_TEXT, N_("Note"), TVX_FIELD_TITLE },
  { "date", TVX_FIELD_DATE, N_("Date") },
  { "author", TVX_FIELD_TEXT, N_("Written by"), .max_length = 200 },
};

TVX_DEFINE_RECORD (TvxNote, tvx_note, "note", N_("Note"))
