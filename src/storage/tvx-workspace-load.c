/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a register is opened, and projects and histories are loaded: at once or in another thread. */

#include "storage/tvx-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "storage/tvx-history-entry.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-storage-error.h"
#include "storage/tvx-task.h"

/* What a thread reads when a register is opened. */
typedef struct
{
  TvxStore   *store;
  TvxRecord  *record;
  char       *revision;
  GPtrArray  *summaries;
  GPtrArray  *problems;
  GHashTable *stamps;
} Opening;

typedef struct
{
  TvxRecord *record;
  char      *revision;
} Loaded;

typedef struct
{
  GType      type;
  char      *id;
  GPtrArray *entries;
  GPtrArray *problems;
} LoadedHistory;

static void
opening_free (Opening *opening)
{
  g_clear_object (&opening->store);
  g_clear_object (&opening->record);
  g_free (opening->revision);
  g_clear_pointer (&opening->summaries, g_ptr_array_unref);
  g_clear_pointer (&opening->problems, g_ptr_array_unref);
  g_clear_pointer (&opening->stamps, g_hash_table_unref);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
loaded_free (Loaded *loaded)
{
  g_clear_object (&loaded->record);
  g_free (loaded->revision);
  g_free (loaded);
}

static void
loaded_history_free (LoadedHistory *loaded)
{
  g_free (loaded->id);
  g_clear_pointer (&loaded->entries, g_ptr_array_unref);
  g_clear_pointer (&loaded->problems, g_ptr_array_unref);
  g_free (loaded);
}

static Opening *
read_register (TvxStore         *store,
               TvxProgressFunc   progress,
               gpointer          progress_data,
               GCancellable     *cancellable,
               GError          **error)
{
  g_autoptr (Opening) opening = g_new0 (Opening, 1);

  opening->store = g_object_ref (store);
  opening->problems = g_ptr_array_new_with_free_func (g_object_unref);
  opening->record = tvx_store_load_register (store, opening->problems, &opening->revision, cancellable, error);
  if (opening->record == NULL)
    return NULL;
  /* Before anything is read: what is written in between is read again later. */
  opening->stamps = tvx_store_list_stamps (store, cancellable, error);
  if (opening->stamps == NULL)
    return NULL;
  opening->summaries =
    tvx_store_load_summaries (store, opening->problems, progress, progress_data, cancellable, error);
  return opening->summaries != NULL ? g_steal_pointer (&opening) : NULL;
}

static TvxWorkspace *
make_workspace (Opening *opening)
{
  return tvx_workspace_new (opening->store, opening->record, opening->revision, opening->summaries,
                            opening->problems, opening->stamps);
}

static void
open_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  Opening *opening = read_register (TVX_STORE (source_object), tvx_task_tell, task, cancellable, &error);

  if (opening != NULL)
    g_task_return_pointer (task, opening, (GDestroyNotify) opening_free);
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Opening) opening = NULL;

  opening = g_task_propagate_pointer (tvx_task_end_progress (result), &error);
  if (opening != NULL)
    g_task_return_pointer (task, make_workspace (opening), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static TvxProject *
adopt_project (TvxWorkspace *self,
               TvxRecord    *record,
               const char   *revision)
{
  if (tvx_workspace_get_read_only (self))
    tvx_record_set_read_only (record, TRUE);
  return TVX_PROJECT (tvx_saver_adopt (self->saver, record, revision));
}

/* What can be said without reading a file: the living instance, or that the project is gone. */
static gboolean
find_project (TvxWorkspace  *self,
              const char    *id,
              TvxProject   **project,
              GError       **error)
{
  TvxRecord *living;

  *project = NULL;
  if (tvx_saver_is_deleted (self->saver, id))
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND, _("The project %s has been deleted."), id);
      return TRUE;
    }
  living = tvx_saver_find (self->saver, id);
  if (living == NULL)
    return FALSE;
  *project = TVX_PROJECT (living);
  return TRUE;
}

/* A register may move to another store while a thread still reads in this one. */
static void
set_store (GTask        *task,
           TvxWorkspace *self)
{
  g_object_set_data_full (G_OBJECT (task), "store", g_object_ref (self->store), g_object_unref);
}

static TvxStore *
get_store (GTask *task)
{
  return g_object_get_data (G_OBJECT (task), "store");
}

static void
load_project_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  Loaded *loaded = g_new0 (Loaded, 1);
  GError *error = NULL;

  loaded->record = tvx_store_load_project (get_store (task), task_data, &loaded->revision, cancellable, &error);
  if (loaded->record != NULL)
    {
      g_task_return_pointer (task, loaded, (GDestroyNotify) loaded_free);
    }
  else
    {
      loaded_free (loaded);
      g_task_return_error (task, error);
    }
}

static void
load_history_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  LoadedHistory *loaded = task_data;
  GError *error = NULL;

  loaded->entries =
    tvx_store_load_history (get_store (task), loaded->type, loaded->id, loaded->problems, cancellable, &error);
  if (loaded->entries != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static LoadedHistory *
new_loaded_history (TvxWorkspace *self,
                    const char   *id)
{
  LoadedHistory *loaded = g_new0 (LoadedHistory, 1);
  gboolean is_register = g_strcmp0 (id, tvx_record_get_id (TVX_RECORD (self->record))) == 0;

  loaded->type = is_register ? TVX_TYPE_REGISTER : TVX_TYPE_PROJECT;
  loaded->id = g_strdup (id);
  loaded->problems = g_ptr_array_new_with_free_func (g_object_unref);
  return loaded;
}

/* A history that is looked at again has the same problems again. */
static gboolean
is_known_problem (TvxWorkspace *self,
                  TvxProblem   *problem)
{
  g_autofree char *sentence = tvx_problem_dup_sentence (problem);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->problems)); i++)
    {
      g_autoptr (TvxProblem) known = g_list_model_get_item (G_LIST_MODEL (self->problems), i);
      g_autofree char *known_sentence = tvx_problem_dup_sentence (known);

      if (g_str_equal (sentence, known_sentence))
        return TRUE;
    }
  return FALSE;
}

static GListModel *
take_history (TvxWorkspace  *self,
              LoadedHistory *loaded)
{
  GListStore *entries = g_list_store_new (TVX_TYPE_HISTORY_ENTRY);

  g_list_store_splice (entries, 0, 0, loaded->entries->pdata, loaded->entries->len);
  for (guint i = 0; i < loaded->problems->len; i++)
    if (!is_known_problem (self, loaded->problems->pdata[i]))
      g_list_store_append (self->problems, loaded->problems->pdata[i]);
  return G_LIST_MODEL (entries);
}

/**
 * tvx_workspace_open:
 * @store: where the register is kept
 * @progress: (nullable) (scope call): is told how many projects have been read
 * @progress_data: data for @progress
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error
 *
 * Opens a register, and waits for it. Damaged projects keep no other from being opened; see
 * [method@Tvx.Workspace.get_problems].
 *
 * Returns: (transfer full) (nullable): the open register
 */
TvxWorkspace *
tvx_workspace_open (TvxStore         *store,
                    TvxProgressFunc   progress,
                    gpointer          progress_data,
                    GCancellable     *cancellable,
                    GError          **error)
{
  g_autoptr (Opening) opening = NULL;

  g_return_val_if_fail (TVX_IS_STORE (store), NULL);

  opening = read_register (store, progress, progress_data, cancellable, error);
  return opening != NULL ? make_workspace (opening) : NULL;
}

/**
 * tvx_workspace_open_async:
 * @store: where the register is kept
 * @progress: (nullable) (scope notified): is told in this thread how many projects have been read
 * @progress_data: data for @progress
 * @progress_destroy: (nullable): frees @progress_data
 * @cancellable: (nullable): to cancel the task
 * @callback: called when the register is open
 * @user_data: data for @callback
 *
 * Opens a register in another thread.
 */
void
tvx_workspace_open_async (TvxStore            *store,
                          TvxProgressFunc      progress,
                          gpointer             progress_data,
                          GDestroyNotify       progress_destroy,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) reading = NULL;
  GTask *task;

  g_return_if_fail (TVX_IS_STORE (store));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, tvx_workspace_open_async);
  reading = g_task_new (store, cancellable, opened_cb, task);
  tvx_task_set_progress (reading, progress, progress_data, progress_destroy);
  tvx_task_run_in_thread (reading, open_thread);
}

/**
 * tvx_workspace_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@Tvx.Workspace.open_async] began.
 *
 * Returns: (transfer full) (nullable): the open register
 */
TvxWorkspace *
tvx_workspace_open_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tvx_workspace_load_project:
 * @self: a workspace
 * @id: the id of a project
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error
 *
 * Loads a project, and waits for it. While somebody holds it, the same instance comes again.
 *
 * Returns: (transfer full) (nullable): the project
 */
TvxProject *
tvx_workspace_load_project (TvxWorkspace  *self,
                            const char    *id,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr (TvxRecord) record = NULL;
  g_autofree char *revision = NULL;
  TvxProject *project;

  g_return_val_if_fail (TVX_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (find_project (self, id, &project, error))
    return project;
  record = tvx_store_load_project (self->store, id, &revision, cancellable, error);
  return record != NULL ? adopt_project (self, record, revision) : NULL;
}

/**
 * tvx_workspace_load_project_async:
 * @self: a workspace
 * @id: the id of a project
 * @cancellable: (nullable): to cancel the task
 * @callback: called when the project is loaded
 * @user_data: data for @callback
 *
 * Loads a project in another thread.
 */
void
tvx_workspace_load_project_async (TvxWorkspace        *self,
                                  const char          *id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TVX_IS_WORKSPACE (self));
  g_return_if_fail (id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tvx_workspace_load_project_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  set_store (task, self);
  tvx_task_run_in_thread (task, load_project_thread);
}

/**
 * tvx_workspace_load_project_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Tvx.Workspace.load_project_async] began.
 *
 * Returns: (transfer full) (nullable): the project
 */
TvxProject *
tvx_workspace_load_project_finish (TvxWorkspace  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  Loaded *loaded;
  TvxProject *project;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  loaded = g_task_propagate_pointer (G_TASK (result), &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  /* What is alive here goes before what the disk says: it may have been made, changed or deleted since. */
  if (!find_project (self, g_task_get_task_data (G_TASK (result)), &project, error))
    {
      if (loaded != NULL)
        project = adopt_project (self, loaded->record, loaded->revision);
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
    }
  g_clear_pointer (&loaded, loaded_free);
  return project;
}

/**
 * tvx_workspace_load_history:
 * @self: a workspace
 * @id: the id of a project, also of a deleted one, or of the register
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error
 *
 * Loads what happened to a project, as far as it is stored, and waits for it.
 *
 * Returns: (transfer full) (nullable): [class@Tvx.HistoryEntry] objects, the oldest first
 */
GListModel *
tvx_workspace_load_history (TvxWorkspace  *self,
                            const char    *id,
                            GCancellable  *cancellable,
                            GError       **error)
{
  LoadedHistory *loaded;
  GListModel *entries = NULL;

  g_return_val_if_fail (TVX_IS_WORKSPACE (self), NULL);

  loaded = new_loaded_history (self, id);
  loaded->entries = tvx_store_load_history (self->store, loaded->type, id, loaded->problems, cancellable, error);
  if (loaded->entries != NULL)
    entries = take_history (self, loaded);
  loaded_history_free (loaded);
  return entries;
}

/**
 * tvx_workspace_load_history_async:
 * @self: a workspace
 * @id: the id of a project, also of a deleted one, or of the register
 * @cancellable: (nullable): to cancel the task
 * @callback: called when the history is loaded
 * @user_data: data for @callback
 *
 * Loads what happened to a project in another thread.
 */
void
tvx_workspace_load_history_async (TvxWorkspace        *self,
                                  const char          *id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TVX_IS_WORKSPACE (self));
  g_return_if_fail (id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tvx_workspace_load_history_async);
  g_task_set_task_data (task, new_loaded_history (self, id), (GDestroyNotify) loaded_history_free);
  set_store (task, self);
  tvx_task_run_in_thread (task, load_history_thread);
}

/**
 * tvx_workspace_load_history_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Tvx.Workspace.load_history_async] began.
 *
 * Returns: (transfer full) (nullable): [class@Tvx.HistoryEntry] objects, the oldest first
 */
GListModel *
tvx_workspace_load_history_finish (TvxWorkspace  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return take_history (self, g_task_get_task_data (G_TASK (result)));
}
