/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-partner.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200 },
  { "role", TVX_FIELD_ENUM, N_("Role"), .vocabulary = &tvx_partner_roles },
  { "description", TVX_FIELD_LONG_TEXT, N_("Contribution"), .help = N_("What the partner does in the project") },
};

TVX_DEFINE_RECORD (TvxPartner, tvx_partner, "partner", N_("Partner"))
