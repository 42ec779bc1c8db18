/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-output.h"
#include "storage/tvx-folder-store.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-register-check.h"

static const GOptionEntry options[] = {
  { "publish", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Also tell what is missing before publishing"), NULL },
  TVX_CLI_LIST_FORMAT_OPTION,
  G_OPTION_ENTRY_NULL,
};

/* In the order of TvxSeverity. */
static const struct
{
  const char *name;
  const char *label;
} severities[] = {
  { "error", N_("Error") },
  { "missing", N_("Missing") },
  { "warning", N_("Warning") },
};

static void
add_text (TvxCliTable *table,
          const char  *text)
{
  tvx_cli_table_add_cell (table, text != NULL ? g_variant_new_string (text) : NULL, text);
}

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  g_autoptr (GFile) folder = tvx_cli_call_dup_file (call, 0);
  g_autoptr (TvxFolderStore) store = tvx_folder_store_new (folder);
  TvxCheckLevel level = tvx_cli_call_get_flag (call, "publish") ? TVX_CHECK_PUBLISH : TVX_CHECK_VALUES;
  g_autoptr (TvxCliTable) table = tvx_cli_table_new ();
  g_autoptr (GPtrArray) found = NULL;
  TvxCliFormat format;

  if (!tvx_cli_call_get_choice (call, "format", TVX_CLI_LIST_FORMATS, &format, error))
    return FALSE;
  found = tvx_register_check (TVX_STORE (store), level, NULL, NULL, NULL, error);
  if (found == NULL)
    return FALSE;

  tvx_cli_table_add_column (table, "severity", _("Severity"));
  tvx_cli_table_add_column (table, "file", _("File"));
  tvx_cli_table_add_column (table, "path", _("Path"));
  tvx_cli_table_add_column (table, "message", _("Finding"));
  for (guint i = 0; i < found->len; i++)
    {
      TvxProblem *problem = found->pdata[i];
      TvxSeverity severity = tvx_problem_get_severity (problem);

      tvx_cli_table_add_cell (table, g_variant_new_string (severities[severity].name), _(severities[severity].label));
      add_text (table, tvx_problem_get_file (problem));
      add_text (table, tvx_problem_get_location (problem));
      add_text (table, tvx_problem_get_message (problem));
    }
  tvx_cli_table_print (table, format);
  if (found->len > 0)
    tvx_cli_call_set_found (call);
  return TRUE;
}

const TvxCliCommand tvx_cli_check = {
  .name = "check",
  .arguments = N_("DIR"),
  .summary = N_("Tell what is wrong in a register"),
  .details = N_("Nothing is printed, and the exit status is 0, where nothing is found."),
  .options = options,
  .run = run,
};
