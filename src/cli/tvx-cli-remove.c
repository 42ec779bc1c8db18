/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-register.h"

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  g_autoptr (TvxWorkspace) workspace = tvx_cli_open (call, error);
  g_autoptr (TvxProject) project = NULL;

  if (workspace == NULL)
    return FALSE;
  project = tvx_cli_load_project (call, workspace, tvx_cli_call_get_text (call, 1), error);
  return project != NULL &&
         tvx_editor_remove_path (tvx_workspace_get_editor (workspace), TVX_RECORD (project),
                                 tvx_cli_call_get_text (call, 2), error) &&
         tvx_workspace_save (workspace, error);
}

const TvxCliCommand tvx_cli_remove = {
  .name = "remove",
  .arguments = N_("DIR PROJECT PATH"),
  .summary = N_("Remove an item of a list of a project, or empty a field"),
  .details = N_("PATH is an item, as goals[0], or a field, as website."),
  .run = run,
};
