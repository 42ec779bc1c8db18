/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The projects that published reports sum up with one that is being edited: its statistics are protected with theirs. */

#include "ui/statistics/tvx-related-projects.h"

#include <glib/gi18n-lib.h>

#include "report/tvx-published.h"

typedef struct
{
  GPtrArray *ids;
  GPtrArray *projects;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_ptr_array_unref (load->ids);
  g_ptr_array_unref (load->projects);
  g_free (load);
}

static void load_next (GTask *task);

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;
  TvxProject *project = tvx_workspace_load_project_finish (TVX_WORKSPACE (object), result, &error);

  if (project == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_add (load->projects, project);
  load_next (g_steal_pointer (&task));
}

static void
load_next (GTask *task)
{
  Load *load = g_task_get_task_data (task);

  if (load->projects->len == load->ids->len)
    {
      g_task_return_pointer (task, g_ptr_array_ref (load->projects), (GDestroyNotify) g_ptr_array_unref);
      g_object_unref (task);
      return;
    }
  tvx_workspace_load_project_async (g_task_get_source_object (task), load->ids->pdata[load->projects->len],
                                    g_task_get_cancellable (task), loaded_cb, task);
}

/**
 * tvx_related_projects_load_async:
 * @workspace: an open register
 * @project: a project of it
 * @cancellable: (nullable): to cancel the task
 * @callback: called when they are there
 * @user_data: data for @callback
 *
 * Loads the projects that something could be worked out of from what is published of this one.
 */
void
tvx_related_projects_load_async (TvxWorkspace        *workspace,
                                 TvxProject          *project,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (workspace, cancellable, callback, user_data);
  g_autoptr (GPtrArray) projects = g_ptr_array_new ();
  Load *load = g_new (Load, 1);

  g_ptr_array_add (projects, project);
  load->ids = tvx_published_list_related (tvx_workspace_get_register (workspace), projects);
  load->projects = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_source_tag (task, tvx_related_projects_load_async);
  g_task_set_task_data (task, load, load_free);
  load_next (task);
}

/**
 * tvx_related_projects_load_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@Tvx.related_projects_load_async] began.
 *
 * Returns: (transfer full) (nullable) (element-type TvxProject): the projects
 */
GPtrArray *
tvx_related_projects_load_finish (GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tvx_related_projects_find:
 * @id: the id of a project
 * @projects: (type GPtrArray) (element-type TvxProject): those that are loaded
 * @error: return location for an error
 *
 * Finds a project among those that are loaded, as a [callback@Tvx.ProjectLoader].
 *
 * Returns: (transfer full) (nullable): the project
 */
TvxProject *
tvx_related_projects_find (const char  *id,
                           gpointer     projects,
                           GError     **error)
{
  GPtrArray *loaded = projects;

  for (guint i = 0; i < loaded->len; i++)
    if (g_strcmp0 (tvx_record_get_id (loaded->pdata[i]), id) == 0)
      return g_object_ref (loaded->pdata[i]);
  /* Published while the table is open. */
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("Close the table and open it again."));
  return NULL;
}
