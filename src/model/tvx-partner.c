/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-partner.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-organisation.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200 },
  { "organisation", TVX_FIELD_REFERENCE, N_("Organisation in the register"), .get_type = tvx_organisation_get_type,
    .words = "name" },
  { "role", TVX_FIELD_ENUM, N_("Role"), .vocabulary = &tvx_partner_roles },
  { "from", TVX_FIELD_DATE, N_("From") },
  { "until", TVX_FIELD_DATE, N_("Until"), .not_before = "from" },
  { "description", TVX_FIELD_LONG_TEXT, N_("Contribution"), .help = N_("What the partner does in the project") },
};

TVX_DEFINE_RECORD (TvxPartner, tvx_partner, "partner", N_("Partner"))
