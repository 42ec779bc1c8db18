/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-checklist-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-handover-checklist.h"
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

static char **
load_lines (const char *language)
{
  const char *path = g_strcmp0 (language, "en") == 0 ? "/io/github/tillvaxt/vocabularies/handover_checklist.en.tsv"
                                                     : "/io/github/tillvaxt/vocabularies/handover_checklist.sv.tsv";
  g_autoptr (GBytes) bytes = g_resource_lookup_data (tvx_vocabulary_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;

  g_assert (bytes != NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_strsplit (text, "\n", -1);
}

static GHashTable *
load_titles (void)
{
  static const char *const languages[] = { "sv", "en" };
  GHashTable *titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_auto (GStrv) lines = load_lines (languages[i]);

      for (guint j = 0; lines[j] != NULL; j++)
        if (strchr (lines[j], '\t') != NULL)
          g_hash_table_add (titles, (gpointer) g_intern_string (strchr (lines[j], '\t') + 1));
    }
  return titles;
}

/**
 * tvx_checklist_template_is_standard:
 * @title: what an item of a checklist asks for
 *
 * Returns: whether the checklist that ships with the program has such an item, in either language, so that it
 *   stands in most projects; one that somebody wrote or reworded does not
 */
gboolean
tvx_checklist_template_is_standard (const char *title)
{
  static GHashTable *titles;

  if (g_once_init_enter_pointer (&titles))
    g_once_init_leave_pointer (&titles, load_titles ());
  return g_hash_table_contains (titles, title);
}

/**
 * tvx_checklist_template_add_standard:
 * @editor: an editor
 * @reg: a register
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Adds to the checklist of a register what it lacks of the one that ships with the program, in the language of the
 * register, in one step of undo. It is text of the register from then on, for the authority to change.
 *
 * Returns: whether the register may be changed
 */
gboolean
tvx_checklist_template_add_standard (TvxEditor  *editor,
                                     TvxRecord  *reg,
                                     GError    **error)
{
  GListModel *list;
  g_auto (GStrv) lines = NULL;
  gboolean good = TRUE;

  g_return_val_if_fail (TVX_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (TVX_IS_REGISTER (reg), FALSE);

  list = tvx_record_get_list (reg, "checklist_template");
  lines = load_lines (tvx_record_get_text (reg, "language"));
  tvx_editor_begin (editor, _("Add the Standard Checklist"));
  for (guint i = 0; good && lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 2);
      g_autoptr (TvxRecord) item = NULL;

      if (*lines[i] == '#' || g_strv_length (parts) != 2 || tvx_handover_has_item (list, parts[1]))
        continue;
      item = tvx_record_new (TVX_TYPE_CHECKLIST_TEMPLATE);
      tvx_record_set_value (item, tvx_record_get_field (item, "title"), g_variant_new_string (parts[1]));
      tvx_record_set_value (item, tvx_record_get_field (item, "mandatory"),
                            g_variant_new_boolean (g_str_equal (parts[0], "mandatory")));
      good = tvx_editor_insert (editor, reg, "checklist_template", G_MAXUINT, item, error) != NULL;
    }
  tvx_editor_end (editor);
  return good;
}
