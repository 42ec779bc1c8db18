/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-location.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200 },
  { "address", TVX_FIELD_TEXT, N_("Address"), .max_length = 300 },
  { "municipality", TVX_FIELD_CODE, N_("Municipality"), .vocabulary = &tvx_municipalities },
  { "county", TVX_FIELD_CODE, N_("County"), .vocabulary = &tvx_counties,
    .help = N_("Where no single municipality is meant") },
};

TVX_DEFINE_RECORD (TvxLocation, tvx_location, "location", N_("Location"))
