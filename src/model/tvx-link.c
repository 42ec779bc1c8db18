/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-link.h"

#include <glib/gi18n-lib.h>

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "title", TVX_FIELD_TEXT, N_("Title"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200 },
  { "url", TVX_FIELD_TEXT, N_("Web address"), .max_length = 2000, .check = tvx_check_uri },
};

TVX_DEFINE_RECORD (TvxLink, tvx_link, "link", N_("Link"))
