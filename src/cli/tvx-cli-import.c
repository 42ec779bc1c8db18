/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-outcome.h"
#include "cli/tvx-cli-register.h"
#include "storage/tvx-exchange.h"
#include "storage/tvx-import.h"

static const GOptionEntry options[] = {
  TVX_CLI_LIST_FORMAT_OPTION,
  G_OPTION_ENTRY_NULL,
};

/* In the order of TvxImportOutcome. */
static const TvxCliOutcome outcomes[] = {
  { "new", N_("New") },
  { "same", N_("Same as before") },
  { "changed", N_("Changed") },
  { "refused", N_("Refused") },
};

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  g_autoptr (GFile) source = tvx_cli_call_dup_file (call, 1);
  g_autoptr (TvxCliTable) table = tvx_cli_outcome_table_new ();
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) projects = NULL;
  g_autoptr (GPtrArray) imported = NULL;
  TvxCliFormat format;
  gboolean is_report;

  if (!tvx_cli_call_get_choice (call, "format", TVX_CLI_LIST_FORMATS, &format, error))
    return FALSE;
  projects = tvx_exchange_load (source, &is_report, NULL, error);
  if (projects == NULL)
    return FALSE;
  workspace = tvx_cli_open (call, error);
  if (workspace == NULL)
    return FALSE;
  imported = tvx_import_all (workspace, projects, is_report, error);
  if (imported == NULL || !tvx_workspace_save (workspace, error))
    return FALSE;

  for (guint i = 0; i < imported->len; i++)
    {
      const TvxImported *project = imported->pdata[i];

      tvx_cli_outcome_table_add (table, &outcomes[project->outcome], project->id, project->title);
      if (project->message != NULL)
        tvx_cli_call_add_problem (call, project->message);
    }
  tvx_cli_table_print (table, format);
  return TRUE;
}

const TvxCliCommand tvx_cli_import = {
  .name = "import",
  .arguments = N_("DIR FILE"),
  .summary = N_("Take the projects of a file into a register"),
  .details = N_("FILE is one that “tillvaxt-cli export” wrote. A project that the register has is changed to what the\n"
                 "file says. FILE may also be a report as PDF, from which projects are taken that the register does not\n"
                 "have."),
  .options = options,
  .run = run,
};
