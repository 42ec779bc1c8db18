/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-output.h"
#include "cli/tvx-cli-register.h"
#include "model/tvx-handover-steps.h"
#include "model/tvx-handover.h"
#include "model/tvx-summary.h"
#include "model/tvx-vocabulary.h"

static const GOptionEntry options[] = {
  TVX_CLI_LIST_FORMAT_OPTION,
  G_OPTION_ENTRY_NULL,
};

static void
add_text (TvxCliTable *table,
          const char  *text)
{
  tvx_cli_table_add_cell (table, text != NULL ? g_variant_new_string (text) : NULL, text);
}

static void
add_state (TvxCliTable *table,
           const char  *state)
{
  tvx_cli_table_add_cell (table, g_variant_new_string (state), tvx_vocabulary_get_label (&tvx_handover_states, state));
}

static void
add_number (TvxCliTable *table,
            gint64       number)
{
  g_autofree char *text = tvx_field_format_number (number);

  tvx_cli_table_add_cell (table, g_variant_new_int64 (number), text);
}

static const char *
get_state (TvxProject *project)
{
  return tvx_handover_get_state (TVX_HANDOVER (tvx_record_get_record (TVX_RECORD (project), "handover")));
}

/* A line for each project: how far it has come, and how much lacks before the next step. */
static gboolean
list_projects (TvxCliCall    *call,
               TvxWorkspace  *workspace,
               TvxCliTable   *table,
               GError       **error)
{
  g_autoptr (GPtrArray) summaries = tvx_cli_dup_projects (workspace);

  tvx_cli_table_add_column (table, "id", _("Id"));
  tvx_cli_table_add_column (table, "title", _("Title"));
  tvx_cli_table_add_column (table, "state", _("Handover status"));
  tvx_cli_table_add_column (table, "next", _("Next step"));
  tvx_cli_table_add_column (table, "lacking", _("Lacking"));
  for (guint i = 0; i < summaries->len; i++)
    {
      g_autoptr (TvxProject) project =
        tvx_workspace_load_project (workspace, tvx_summary_get_id (summaries->pdata[i]), NULL, error);
      g_autofree const char **next = NULL;
      g_autoptr (GPtrArray) lacking = NULL;

      if (project == NULL)
        return FALSE;
      next = tvx_handover_list_next (get_state (project));
      lacking = tvx_handover_find_lacking (TVX_RECORD (project), TVX_RECORD (tvx_workspace_get_register (workspace)), next[0]);
      add_text (table, tvx_summary_get_id (summaries->pdata[i]));
      add_text (table, tvx_summary_get_title (summaries->pdata[i]));
      add_state (table, get_state (project));
      add_state (table, next[0]);
      add_number (table, lacking->len);
    }
  tvx_cli_tell_problems (call, workspace);
  return TRUE;
}

/* A line for each thing that lacks before a step, and one for each step that is open. */
static gboolean
list_steps (TvxCliCall    *call,
            TvxWorkspace  *workspace,
            TvxCliTable   *table,
            GError       **error)
{
  g_autoptr (TvxProject) project = tvx_cli_load_project (call, workspace, tvx_cli_call_get_text (call, 1), error);
  g_autofree const char **next = NULL;

  if (project == NULL)
    return FALSE;
  tvx_cli_table_add_column (table, "state", _("Handover status"));
  tvx_cli_table_add_column (table, "next", _("Next step"));
  tvx_cli_table_add_column (table, "reason", _("Reason needed"));
  tvx_cli_table_add_column (table, "path", _("Path"));
  tvx_cli_table_add_column (table, "lacking", _("Lacking"));
  next = tvx_handover_list_next (get_state (project));
  for (guint i = 0; next[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) lacking =
        tvx_handover_find_lacking (TVX_RECORD (project), TVX_RECORD (tvx_workspace_get_register (workspace)), next[i]);
      gboolean needs_reason = tvx_handover_needs_reason (get_state (project), next[i]);

      for (guint j = 0; j < MAX (lacking->len, 1); j++)
        {
          TvxFinding *finding = j < lacking->len ? lacking->pdata[j] : NULL;
          g_autofree char *path =
            finding != NULL ? tvx_record_dup_location (tvx_finding_get_record (finding), tvx_finding_get_field (finding)) : NULL;

          add_state (table, get_state (project));
          add_state (table, next[i]);
          tvx_cli_table_add_cell (table, g_variant_new_boolean (needs_reason), needs_reason ? _("yes") : _("no"));
          add_text (table, path);
          add_text (table, finding != NULL ? tvx_finding_get_message (finding) : NULL);
        }
    }
  return TRUE;
}

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  g_autoptr (TvxCliTable) table = tvx_cli_table_new ();
  g_autoptr (TvxWorkspace) workspace = NULL;
  TvxCliFormat format;

  if (!tvx_cli_call_get_choice (call, "format", TVX_CLI_LIST_FORMATS, &format, error))
    return FALSE;
  workspace = tvx_cli_open (call, error);
  if (workspace == NULL)
    return FALSE;
  if (tvx_cli_call_get_text (call, 1) == NULL ? !list_projects (call, workspace, table, error)
                                              : !list_steps (call, workspace, table, error))
    return FALSE;
  tvx_cli_table_print (table, format);
  return TRUE;
}

const TvxCliCommand tvx_cli_handover_status = {
  .name = "handover status",
  .arguments = N_("DIR [PROJECT]"),
  .summary = N_("Tell how far handovers have come, and what lacks before the next step"),
  .details = N_("Of one project, all steps that are open now are told, each with the fields that it still lacks."),
  .options = options,
  .run = run,
};
