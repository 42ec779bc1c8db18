/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-error.h"
#include "cli/tvx-cli-output.h"
#include "cli/tvx-cli-register.h"
#include "model/tvx-checklist-item.h"
#include "model/tvx-handover-checklist.h"
#include "model/tvx-handover-steps.h"
#include "model/tvx-vocabulary.h"

static const GOptionEntry options[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Why the item is not relevant"), N_("TEXT") },
  { "person", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Who has seen to it, without this the user"), N_("NAME") },
  { "date", 0, 0, G_OPTION_ARG_STRING, NULL, N_("When, without this today"), N_("DATE") },
  TVX_CLI_LIST_FORMAT_OPTION,
  G_OPTION_ENTRY_NULL,
};

static GListModel *
get_checklist (TvxProject *project)
{
  return tvx_record_get_list (tvx_record_get_record (TVX_RECORD (project), "handover"), "checklist");
}

static void
print_checklist (TvxProject   *project,
                 TvxCliFormat  format)
{
  static const char *const columns[] = { "id", "title", "mandatory", "state", "done_on", "done_by", "reason" };
  GListModel *checklist = get_checklist (project);
  TvxRecordClass *klass = g_type_class_get (TVX_TYPE_CHECKLIST_ITEM);
  g_autoptr (TvxCliTable) table = tvx_cli_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tvx_cli_table_add_column (table, columns[i], _(tvx_record_class_find_field (klass, columns[i])->label));
  for (guint i = 0; i < g_list_model_get_n_items (checklist); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (checklist, i);

      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          GVariant *value = tvx_record_get_value (item, columns[j]);
          g_autofree char *text = value != NULL ? tvx_field_format (tvx_record_get_field (item, columns[j]), value) : NULL;

          tvx_cli_table_add_cell (table, value, text);
        }
    }
  tvx_cli_table_print (table, format);
}

/* An item by its id, its words, or the start of either that no other item has. */
static TvxRecord *
find_item (TvxProject  *project,
           const char  *text,
           GError     **error)
{
  GListModel *checklist = get_checklist (project);
  TvxRecord *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (checklist); i++)
    {
      /* The list keeps it. */
      g_autoptr (TvxRecord) item = g_list_model_get_item (checklist, i);
      g_autofree char *title = tvx_record_dup_title (item);

      if (g_str_equal (title, text) || g_str_equal (tvx_record_get_id (item), text))
        return item;
      if (*text == '\0' || (!g_str_has_prefix (title, text) && !g_str_has_prefix (tvx_record_get_id (item), text)))
        continue;
      found = item;
      n_found++;
    }
  if (n_found == 1)
    return found;
  g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_REFUSED,
               n_found == 0 ? _("There is no item “%s” in the checklist. Give its id or its words, or the start of them.")
                            : _("“%s” fits several items of the checklist. Give more of its words, or its id."),
               text);
  return NULL;
}

static gboolean
answer (TvxCliCall     *call,
        TvxWorkspace   *workspace,
        TvxProject     *project,
        const TvxTerm  *state,
        GError        **error)
{
  TvxEditor *editor = tvx_workspace_get_editor (workspace);
  const char *person = tvx_cli_call_get_option (call, "person");
  const char *date = tvx_cli_call_get_option (call, "date");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  TvxRecord *item;

  if (!tvx_handover_fill_checklist (editor, TVX_RECORD (project), error))
    return FALSE;
  item = find_item (project, tvx_cli_call_get_text (call, 2), error);
  return item != NULL &&
         tvx_checklist_item_answer (TVX_CHECKLIST_ITEM (item), editor, state->code, date != NULL ? date : today,
                                    person != NULL ? person : tvx_workspace_get_author (workspace),
                                    tvx_cli_call_get_option (call, "reason"), error) &&
         tvx_workspace_save (workspace, error);
}

/* A code or its name; on a command line, words are joined by a hyphen. */
static const TvxTerm *
find_answer (const char  *text,
             GError     **error)
{
  g_autofree char *code = g_strdelimit (g_strdup (text), "-", '_');
  const TvxTerm *state = tvx_vocabulary_find (&tvx_checklist_states, code);

  if (state == NULL)
    state = tvx_vocabulary_find (&tvx_checklist_states, text);
  if (state == NULL)
    g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("“%s” is none of done, not-relevant and open."), text);
  return state;
}

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  const char *text = tvx_cli_call_get_text (call, 3);
  gboolean lists = tvx_cli_call_get_text (call, 2) == NULL;
  const TvxTerm *state = NULL;
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxProject) project = NULL;
  TvxCliFormat format;

  if (!tvx_cli_call_get_choice (call, "format", TVX_CLI_LIST_FORMATS, &format, error))
    return FALSE;
  if (!lists)
    {
      state = find_answer (text != NULL ? text : "", error);
      if (state == NULL)
        return FALSE;
    }
  workspace = tvx_cli_open (call, error);
  if (workspace == NULL)
    return FALSE;
  project = tvx_cli_load_project (call, workspace, tvx_cli_call_get_text (call, 1), error);
  if (project == NULL)
    return FALSE;
  if (!lists)
    return answer (call, workspace, project, state, error);
  print_checklist (project, format);
  return TRUE;
}

const TvxCliCommand tvx_cli_handover_check = {
  .name = "handover check",
  .arguments = N_("DIR PROJECT [ITEM] [ANSWER]"),
  .summary = N_("Show the checklist of a handover, or answer an item of it"),
  .details = N_("ITEM is the id or the words of an item, or the start of them. ANSWER is done, open or not-relevant, which\n"
                 "needs a reason. Without both, the checklist is listed. What it lacks of the register’s is added with the\n"
                 "first answer."),
  .options = options,
  .run = run,
};
