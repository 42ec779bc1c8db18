/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-contact.h"

#include <glib/gi18n-lib.h>

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_TITLE, .max_length = 200 },
  { "role", TVX_FIELD_TEXT, N_("Role"), TVX_FIELD_TITLE, .max_length = 200 },
  { "organisation", TVX_FIELD_TEXT, N_("Organisation"), .max_length = 200 },
  { "email", TVX_FIELD_TEXT, N_("E-mail"), .max_length = 254 },
  { "phone", TVX_FIELD_TEXT, N_("Telephone"), .max_length = 40 },
  { "publish", TVX_FIELD_BOOLEAN, N_("Show in published reports"), TVX_FIELD_CONSENT,
    .help = N_("A contact is personal data. It is left out of published reports unless you say otherwise here.") },
};

TVX_DEFINE_RECORD (TvxContact, tvx_contact, "contact", N_("Contact"))
