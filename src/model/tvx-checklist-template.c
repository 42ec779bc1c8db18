/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-checklist-template.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-record-private.h"
#include "model/tvx-register.h"
#include "model/tvx-vocabulary-resources.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "title", TVX_FIELD_TEXT, N_("Item"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 300 },
  { "mandatory", TVX_FIELD_BOOLEAN, N_("Mandatory"),
    .help = N_("Must be done, or not be relevant, before a project is handed over") },
};

TVX_DEFINE_RECORD (TvxChecklistTemplate, tvx_checklist_template, "checklist_template", N_("Checklist item"))

/**
 * tvx_checklist_template_add_standard:
 * @reg: a register that is not in use yet
 *
 * Gives a new register the checklist that ships with the program, in the language of the register. It is text of the
 * register from then on, for the authority to change.
 */
void
tvx_checklist_template_add_standard (TvxRecord *reg)
{
  const TvxField *list;
  gboolean is_english;
  const char *path;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_if_fail (TVX_IS_REGISTER (reg));

  list = tvx_record_get_field (reg, "checklist_template");
  is_english = g_strcmp0 (tvx_record_get_text (reg, "language"), "en") == 0;
  path = is_english ? "/io/github/tillvaxt/vocabularies/handover_checklist.en.tsv"
                    : "/io/github/tillvaxt/vocabularies/handover_checklist.sv.tsv";
  bytes = g_resource_lookup_data (tvx_vocabulary_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 2);
      g_autoptr (TvxRecord) item = NULL;

      if (*lines[i] == '#' || g_strv_length (parts) != 2)
        continue;
      item = tvx_record_new (TVX_TYPE_CHECKLIST_TEMPLATE);
      tvx_record_set_value (item, tvx_record_get_field (item, "title"), g_variant_new_string (parts[1]));
      tvx_record_set_value (item, tvx_record_get_field (item, "mandatory"),
                            g_variant_new_boolean (g_str_equal (parts[0], "mandatory")));
      tvx_record_insert (reg, list, G_MAXUINT, item);
    }
}
