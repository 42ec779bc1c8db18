/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-outcome.h"
#include "cli/tvx-cli-register.h"
#include "storage/tvx-receipt-record.h"

static const GOptionEntry options[] = {
  { "person", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Who records the receipt, without this the user"), N_("NAME") },
  TVX_CLI_LIST_FORMAT_OPTION,
  G_OPTION_ENTRY_NULL,
};

/* In the order of TvxReceiptOutcome. */
static const TvxCliOutcome outcomes[] = {
  { "completed", N_("Completed") },
  { "received", N_("Received") },
  { "same", N_("Already recorded") },
  { "refused", N_("Refused") },
};

static void
print_projects (TvxCliCall   *call,
                GPtrArray    *recorded,
                TvxCliFormat  format)
{
  g_autoptr (TvxCliTable) table = tvx_cli_outcome_table_new ();

  for (guint i = 0; i < recorded->len; i++)
    {
      const TvxReceiptRecorded *project = recorded->pdata[i];
      g_autofree char *message = g_strdup_printf ("%s: %s", project->title, project->message != NULL ? project->message : "");

      tvx_cli_outcome_table_add (table, &outcomes[project->outcome], project->id, project->title);
      if (project->outcome == TVX_RECEIPT_REFUSED)
        tvx_cli_call_add_problem (call, message);
      else if (project->message != NULL)
        tvx_cli_call_add_advice (call, message);
    }
  tvx_cli_table_print (table, format);
}

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  const char *person = tvx_cli_call_get_option (call, "person");
  g_autoptr (GFile) source = tvx_cli_call_dup_file (call, 1);
  g_autoptr (TvxReceipt) receipt = NULL;
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) recorded = NULL;
  TvxCliFormat format;

  if (!tvx_cli_call_get_choice (call, "format", TVX_CLI_LIST_FORMATS, &format, error))
    return FALSE;
  receipt = tvx_receipt_load (source, NULL, error);
  workspace = receipt != NULL ? tvx_cli_open (call, error) : NULL;
  if (workspace == NULL)
    return FALSE;
  recorded =
    tvx_receipt_record (receipt, workspace, person != NULL ? person : tvx_workspace_get_author (workspace), NULL, error);
  if (recorded == NULL || !tvx_workspace_save (workspace, error))
    return FALSE;
  print_projects (call, recorded, format);
  return TRUE;
}

const TvxCliCommand tvx_cli_handover_receipt = {
  .name = "handover receipt",
  .arguments = N_("DIR FILE"),
  .summary = N_("Record the receipt of the receiver, and complete the handover"),
  .details = N_("FILE is the receipt that the receiver sent back. A handover that was received with remarks, or that\n"
                 "still lacks something, is not completed: take the step to “completed” when all is settled."),
  .options = options,
  .run = run,
};
