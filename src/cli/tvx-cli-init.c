/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-error.h"
#include "model/tvx-checklist-template.h"
#include "model/tvx-editor.h"
#include "storage/tvx-folder-store.h"

/* Each option sets the field of its name. */
static const GOptionEntry options[] = {
  { "title", 0, 0, G_OPTION_ARG_STRING, NULL, N_("What the register is called; must be given"), N_("TITLE") },
  { "county", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Its county, by code or name; must be given"), N_("COUNTY") },
  { "authority", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Who keeps it"), N_("NAME") },
  { "language", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The language that its projects are described in"), N_("CODE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  g_autoptr (GFile) folder = tvx_cli_call_dup_file (call, 0);
  g_autoptr (TvxRecord) record = tvx_record_new (TVX_TYPE_REGISTER);
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autoptr (TvxFolderStore) store = NULL;

  for (guint i = 0; options[i].long_name != NULL; i++)
    {
      const char *name = options[i].long_name;
      const char *value = tvx_cli_call_get_option (call, name);

      if (value != NULL && !tvx_editor_set_text (editor, record, name, value, error))
        {
          g_prefix_error (error, "--%s: ", name);
          return FALSE;
        }
    }
  if (tvx_record_get_text (record, "title") == NULL || tvx_record_get_text (record, "county") == NULL)
    {
      g_set_error_literal (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE,
                           _("A register needs a title and a county: --title TITLE --county COUNTY."));
      return FALSE;
    }
  if (!tvx_checklist_template_add_standard (editor, record, error))
    return FALSE;
  store = tvx_folder_store_create (folder, TVX_REGISTER (record), NULL, error);
  return store != NULL;
}

const TvxCliCommand tvx_cli_init = {
  .name = "init",
  .arguments = N_("DIR"),
  .summary = N_("Make a new register"),
  .options = options,
  .run = run,
};
