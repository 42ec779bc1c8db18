/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-error.h"
#include "cli/tvx-cli-register.h"
#include "storage/tvx-exchange.h"

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, NULL, N_("The file to write; must be given"), N_("FILE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  const char *output = tvx_cli_call_get_option (call, "output");
  const char *project = tvx_cli_call_get_text (call, 1);
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *id = NULL;

  if (output == NULL)
    {
      g_set_error_literal (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("Say where to: -o FILE."));
      return FALSE;
    }
  workspace = tvx_cli_open (call, error);
  if (workspace == NULL)
    return FALSE;
  if (project != NULL)
    {
      id = tvx_cli_find_project (call, workspace, project, error);
      if (id == NULL)
        return FALSE;
    }
  target = g_file_new_for_path (output);
  if (!tvx_exchange_export (tvx_workspace_get_store (workspace), id, target, problems, NULL, NULL, NULL, error))
    return FALSE;
  for (guint i = 0; i < problems->len; i++)
    tvx_cli_tell_problem (call, problems->pdata[i]);
  return TRUE;
}

const TvxCliCommand tvx_cli_export = {
  .name = "export",
  .arguments = N_("DIR [PROJECT]"),
  .summary = N_("Write a register, or one project, as one file"),
  .options = options,
  .run = run,
};
