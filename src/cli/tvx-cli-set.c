/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-register.h"
#include "model/tvx-model-error.h"

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  const char *path = tvx_cli_call_get_text (call, 2);
  g_autoptr (TvxWorkspace) workspace = tvx_cli_open (call, error);
  g_autoptr (TvxProject) project = NULL;

  if (workspace == NULL)
    return FALSE;
  project = tvx_cli_load_project (call, workspace, tvx_cli_call_get_text (call, 1), error);
  if (project == NULL)
    return FALSE;
  if (!tvx_editor_set_path (tvx_workspace_get_editor (workspace), TVX_RECORD (project), path,
                            tvx_cli_call_get_text (call, 3), error))
    {
      /* What is said of a path names it already. */
      if (g_error_matches (*error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE))
        g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  return tvx_workspace_save (workspace, error);
}

const TvxCliCommand tvx_cli_set = {
  .name = "set",
  .arguments = N_("DIR PROJECT PATH VALUE"),
  .summary = N_("Set a field of a project"),
  .details = N_("PATH names a field as the files do:\n"
                 "  handover.state         a field of a part of the project\n"
                 "  goals[0].text          a field of the first item of a list\n"
                 "  goals[+].text          a field of a new item at the end of a list\n"
                 "VALUE is written as a person writes it: 2018-09-30, 1 250 000, yes, a code or what it is called.\n"
                 "An empty VALUE empties the field."),
  .run = run,
};
