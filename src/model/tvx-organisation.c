/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-organisation.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-identity-number.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200 },
  { "number", TVX_FIELD_TEXT, N_("Organisation number"), .max_length = 20, .check = tvx_check_organisation_number,
    .normalize = tvx_normalize_organisation_number, .help = N_("Ten digits, as 202100-2247") },
  { "kind", TVX_FIELD_ENUM, N_("Kind of organisation"), .vocabulary = &tvx_organisation_kinds },
  { "municipality", TVX_FIELD_CODE, N_("Municipality"), .vocabulary = &tvx_municipalities },
  { "website", TVX_FIELD_TEXT, N_("Website"), .max_length = 2000, .check = tvx_check_uri },
};

TVX_DEFINE_RECORD (TvxOrganisation, tvx_organisation, "organisation", N_("Organisation"))
