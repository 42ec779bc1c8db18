/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-register.h"
#include "model/tvx-handover-steps.h"

static const GOptionEntry options[] = {
  { "note", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Why; needed for a step back or aside"), N_("TEXT") },
  { "person", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Who takes the step, without this the user"), N_("NAME") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  const char *person = tvx_cli_call_get_option (call, "person");
  g_autoptr (TvxWorkspace) workspace = tvx_cli_open (call, error);
  g_autoptr (TvxProject) project = NULL;
  g_autoptr (GVariant) state = NULL;
  g_autoptr (GError) local_error = NULL;
  TvxRecord *handover;

  if (workspace == NULL)
    return FALSE;
  project = tvx_cli_load_project (call, workspace, tvx_cli_call_get_text (call, 1), error);
  if (project == NULL)
    return FALSE;
  handover = tvx_record_get_record (TVX_RECORD (project), "handover");
  state = tvx_field_parse (tvx_record_get_field (handover, "state"), tvx_cli_call_get_text (call, 2), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return tvx_handover_take_step (tvx_workspace_get_editor (workspace), TVX_RECORD (project),
                                 state != NULL ? g_variant_get_string (state, NULL) : "",
                                 person != NULL ? person : tvx_workspace_get_author (workspace),
                                 tvx_cli_call_get_option (call, "note"), NULL, error) &&
         tvx_workspace_save (workspace, error);
}

const TvxCliCommand tvx_cli_handover_step = {
  .name = "handover step",
  .arguments = N_("DIR PROJECT STATUS"),
  .summary = N_("Take a step of a handover, if nothing lacks, and log it"),
  .details = N_("STATUS is where the step leads, by code or name: identified, in_preparation, decided, handed_over,\n"
                 "received, received_with_remarks, completed, on_hold, cancelled or not_applicable. What lacks is told, and\n"
                 "nothing is changed then."),
  .options = options,
  .run = run,
};
