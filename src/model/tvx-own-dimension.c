/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-own-dimension.h"

#include <glib/gi18n-lib.h>

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 100 },
  { "description", TVX_FIELD_LONG_TEXT, N_("Description") },
};

TVX_DEFINE_RECORD (TvxOwnDimension, tvx_own_dimension, "own_dimension", N_("Own dimension"))
