/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-output.h"
#include "cli/tvx-cli-register.h"
#include "storage/tvx-history-entry.h"
#include "storage/tvx-history-names.h"

static const GOptionEntry options[] = {
  TVX_CLI_LIST_FORMAT_OPTION,
  G_OPTION_ENTRY_NULL,
};

static void
add_entry (TvxCliTable     *table,
           TvxHistoryEntry *entry)
{
  GDateTime *time = tvx_history_entry_get_time (entry);
  const char *who = tvx_history_entry_get_who (entry);
  const char *sentence = tvx_history_entry_get_sentence (entry);

  if (time != NULL)
    {
      g_autoptr (GDateTime) local = g_date_time_to_local (time);
      g_autofree char *shown = g_date_time_format (local, "%Y-%m-%d %H:%M:%S");

      tvx_cli_table_add_cell (table, g_variant_new_take_string (g_date_time_format_iso8601 (time)), shown);
    }
  else
    {
      tvx_cli_table_add_cell (table, NULL, NULL);
    }
  tvx_cli_table_add_cell (table, g_variant_new_string (who), who);
  tvx_cli_table_add_cell (table, g_variant_new_string (sentence), sentence);
}

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxProject) project = NULL;
  g_autoptr (GListModel) history = NULL;
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (TvxCliTable) table = tvx_cli_table_new ();
  g_autofree char *id = NULL;
  TvxCliFormat format;

  if (!tvx_cli_call_get_choice (call, "format", TVX_CLI_LIST_FORMATS, &format, error))
    return FALSE;
  workspace = tvx_cli_open (call, error);
  if (workspace == NULL)
    return FALSE;
  id = tvx_cli_find_project (call, workspace, tvx_cli_call_get_text (call, 1), error);
  if (id == NULL)
    return FALSE;
  project = tvx_workspace_load_project (workspace, id, NULL, error);
  history = project != NULL ? tvx_workspace_load_history (workspace, id, NULL, error) : NULL;
  if (history == NULL)
    return FALSE;

  names = tvx_history_names_new (workspace, project);
  tvx_cli_table_add_column (table, "time", _("Time"));
  tvx_cli_table_add_column (table, "who", _("Who"));
  tvx_cli_table_add_column (table, "change", _("Change"));
  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (TvxHistoryEntry) entry = g_list_model_get_item (history, i);

      tvx_history_entry_set_names (entry, names);
      add_entry (table, entry);
    }
  tvx_cli_table_print (table, format);
  return TRUE;
}

const TvxCliCommand tvx_cli_history = {
  .name = "history",
  .arguments = N_("DIR PROJECT"),
  .summary = N_("Tell who changed what in a project, and when"),
  .options = options,
  .run = run,
};
