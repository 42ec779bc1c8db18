/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/tvx-cli-register.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/tvx-cli-error.h"
#include "model/tvx-summary.h"
#include "storage/tvx-folder-store.h"
#include "storage/tvx-project-finder.h"

/* As many candidates as fit a screen beside what else is on it. */
#define MAX_CANDIDATES 12

static void
set_ambiguous_error (GError     **error,
                     const char  *text,
                     GPtrArray   *candidates)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < candidates->len && i < MAX_CANDIDATES; i++)
    g_string_append_printf (list, "\n  %s  %s", tvx_summary_get_id (candidates->pdata[i]),
                            tvx_summary_get_title (candidates->pdata[i]));
  if (candidates->len > MAX_CANDIDATES)
    g_string_append (list, "\n  …");
  g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_REFUSED,
               /* Translators: %u is at least 2; a list of projects follows. */
               g_dngettext (GETTEXT_PACKAGE, "“%s” fits %u project:%s", "“%s” fits %u projects:%s", candidates->len),
               text, candidates->len, list->str);
}

/**
 * tvx_cli_open:
 * @call: a call whose first argument is the folder of a register
 * @error: return location for an error
 *
 * Opens the register.
 *
 * Returns: (transfer full) (nullable): the register
 */
TvxWorkspace *
tvx_cli_open (TvxCliCall  *call,
              GError     **error)
{
  g_autoptr (GFile) folder = tvx_cli_call_dup_file (call, 0);
  g_autoptr (TvxFolderStore) store = tvx_folder_store_new (folder);

  return tvx_workspace_open (TVX_STORE (store), NULL, NULL, NULL, error);
}

/**
 * tvx_cli_tell_problem:
 * @call: a call
 * @problem: what is wrong with a file
 *
 * Notes that the outcome of a command lacks a file.
 */
void
tvx_cli_tell_problem (TvxCliCall *call,
                      TvxProblem *problem)
{
  g_autofree char *sentence = tvx_problem_dup_sentence (problem);

  tvx_cli_call_add_problem (call, sentence);
}

/**
 * tvx_cli_tell_problems:
 * @call: a call
 * @workspace: the register that it opened
 *
 * Notes which files of the register could not be read, for a command whose outcome lacks them.
 */
void
tvx_cli_tell_problems (TvxCliCall   *call,
                       TvxWorkspace *workspace)
{
  GListModel *problems = tvx_workspace_get_problems (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (TvxProblem) problem = g_list_model_get_item (problems, i);

      tvx_cli_tell_problem (call, problem);
    }
}

static int
compare_titles_cb (gconstpointer a,
                   gconstpointer b)
{
  TvxSummary *summary_a = *(TvxSummary *const *) a;
  TvxSummary *summary_b = *(TvxSummary *const *) b;
  const char *title_a = tvx_summary_get_title (summary_a);
  const char *title_b = tvx_summary_get_title (summary_b);
  int result = g_utf8_collate (title_a, title_b);

  return result != 0 ? result : strcmp (tvx_summary_get_id (summary_a), tvx_summary_get_id (summary_b));
}

/**
 * tvx_cli_dup_projects:
 * @workspace: a register
 *
 * Returns: (transfer full) (element-type TvxSummary): its projects by title
 */
GPtrArray *
tvx_cli_dup_projects (TvxWorkspace *workspace)
{
  GListModel *summaries = tvx_workspace_get_summaries (workspace);
  GPtrArray *projects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    g_ptr_array_add (projects, g_list_model_get_item (summaries, i));
  g_ptr_array_sort (projects, compare_titles_cb);
  return projects;
}

/**
 * tvx_cli_find_project:
 * @call: a call
 * @workspace: the register that it opened
 * @text: what was given for PROJECT: an id, the start of one that no other has, or an exact title
 * @error: return location for a [error@Tvx.CliError]
 *
 * Returns: (transfer full) (nullable): the id of the project
 */
char *
tvx_cli_find_project (TvxCliCall    *call,
                      TvxWorkspace  *workspace,
                      const char    *text,
                      GError       **error)
{
  g_autoptr (GPtrArray) candidates = tvx_project_finder_find (workspace, text);

  if (candidates->len == 1)
    return g_strdup (tvx_summary_get_id (candidates->pdata[0]));
  if (candidates->len > 1)
    {
      g_ptr_array_sort (candidates, compare_titles_cb);
      set_ambiguous_error (error, text, candidates);
      return NULL;
    }
  /* It may be one that could not be read. */
  tvx_cli_tell_problems (call, workspace);
  g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_REFUSED,
               _("There is no project “%s”. Give its id, the start of its id or its exact title."), text);
  return NULL;
}

/**
 * tvx_cli_load_project:
 * @call: a call
 * @workspace: the register that it opened
 * @text: what was given for PROJECT
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the project
 */
TvxProject *
tvx_cli_load_project (TvxCliCall    *call,
                      TvxWorkspace  *workspace,
                      const char    *text,
                      GError       **error)
{
  g_autofree char *id = tvx_cli_find_project (call, workspace, text, error);

  return id != NULL ? tvx_workspace_load_project (workspace, id, NULL, error) : NULL;
}

/**
 * tvx_cli_add_project:
 * @projects: (element-type TvxProject): the projects that a command is about
 * @workspace: a register
 * @id: the id of a project
 * @error: return location for an error
 *
 * Loads a project and adds it, unless it is among them: each is packed or reported once, however often it is named.
 *
 * Returns: whether the project could be loaded
 */
gboolean
tvx_cli_add_project (GPtrArray     *projects,
                     TvxWorkspace  *workspace,
                     const char    *id,
                     GError       **error)
{
  g_autoptr (TvxProject) project = tvx_workspace_load_project (workspace, id, NULL, error);

  if (project == NULL)
    return FALSE;
  /* The workspace has one instance of each. */
  if (!g_ptr_array_find (projects, project, NULL))
    g_ptr_array_add (projects, g_steal_pointer (&project));
  return TRUE;
}
