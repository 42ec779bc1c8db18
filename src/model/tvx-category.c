/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-category.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-category-merge.h"
#include "model/tvx-model-error.h"
#include "model/tvx-record-private.h"

/* The codes of a cell stand together in its key, and the total has a code of its own. */
static gboolean
check_code (const char  *text,
            GError     **error)
{
  if (strpbrk (text, "|*:, ") == NULL)
    return TRUE;
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
               _("“%s” is not the code of a category. It may have no spaces and none of the characters | * : and comma."), text);
  return FALSE;
}

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "name", TVX_FIELD_TEXT, N_("Category"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 100 },
  { "code", TVX_FIELD_TEXT, N_("Code"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 60, .check = check_code, .follow = tvx_category_follow_code,
    .help = N_("Tables with the same codes can be added up; the numbers of the table are kept by it") },
  { "of", TVX_FIELD_TEXTS, N_("Group of"), .max_length = 60, .siblings = "code",
    .help = N_("The categories that this one sums up, where it is a group") },
};

/* A code of its own, which nobody needs to look at unless tables are to be added up. */
static void
begin (TvxRecord *self)
{
  g_autofree char *id = g_uuid_string_random ();

  tvx_record_set_value (self, tvx_record_get_field (self, "code"), g_variant_new_take_string (g_strndup (id, 8)));
}

TVX_DEFINE_RECORD_WITH_CODE (TvxCategory, tvx_category, "category", N_("Category"), record_class->begin = begin)
