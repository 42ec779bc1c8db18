/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads many projects of a register, one after the other and without keeping anybody waiting. */

#include "ui/list/tvx-projects-loader.h"

typedef struct
{
  TvxWorkspace *workspace;
  GPtrArray    *ids;
  GPtrArray    *projects;
} Loading;

static void load_next (GTask *task);

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_object_unref (loading->workspace);
  g_ptr_array_unref (loading->ids);
  g_clear_pointer (&loading->projects, g_ptr_array_unref);
  g_free (loading);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;
  TvxProject *project = tvx_workspace_load_project_finish (TVX_WORKSPACE (object), result, &error);

  if (project == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_add (loading->projects, project);
  load_next (g_steal_pointer (&task));
}

static void
load_next (GTask *task)
{
  Loading *loading = g_task_get_task_data (task);

  if (loading->projects->len < loading->ids->len)
    {
      tvx_workspace_load_project_async (loading->workspace, loading->ids->pdata[loading->projects->len],
                                        g_task_get_cancellable (task), loaded_cb, task);
      return;
    }
  g_task_return_pointer (task, g_steal_pointer (&loading->projects), (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (task);
}

/**
 * tvx_projects_load_async:
 * @workspace: an open register
 * @summaries: (element-type TvxSummary): which projects to load, as they are now
 * @cancellable: (nullable): to cancel the task
 * @callback: called when all are there
 * @user_data: data for @callback
 *
 * Loads projects.
 */
void
tvx_projects_load_async (TvxWorkspace        *workspace,
                         GListModel          *summaries,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Loading *loading = g_new0 (Loading, 1);

  g_task_set_source_tag (task, tvx_projects_load_async);
  loading->workspace = g_object_ref (workspace);
  loading->ids = g_ptr_array_new_with_free_func (g_free);
  loading->projects = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);

      g_ptr_array_add (loading->ids, g_strdup (tvx_summary_get_id (summary)));
    }
  g_task_set_task_data (task, loading, loading_free);
  load_next (task);
}

/**
 * tvx_projects_load_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@Tvx.projects_load_async] began.
 *
 * Returns: (transfer full) (nullable) (element-type TvxProject): the projects, in the order that was asked for
 */
GPtrArray *
tvx_projects_load_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
