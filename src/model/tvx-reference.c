/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-reference.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-organisation.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "number", TVX_FIELD_TEXT, N_("Number"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 100 },
  { "kind", TVX_FIELD_ENUM, N_("Kind of reference"), .vocabulary = &tvx_reference_kinds },
  { "issuer", TVX_FIELD_TEXT, N_("Issued by"), .max_length = 200,
    .help = N_("The authority whose number it is") },
  { "organisation", TVX_FIELD_REFERENCE, N_("Issuer in the register"), .get_type = tvx_organisation_get_type,
    .words = "issuer" },
};

TVX_DEFINE_RECORD (TvxReference, tvx_reference, "reference", N_("Reference"))
