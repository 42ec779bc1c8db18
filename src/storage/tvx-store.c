/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-store.h"
#include "storage/tvx-task.h"

G_DEFINE_INTERFACE (TvxStore, tvx_store, G_TYPE_OBJECT)

static void
tvx_store_default_init (TvxStoreInterface *iface)
{
}

/**
 * tvx_saving_new: (skip)
 * @type: the kind of record, a project or the register
 * @id: its id
 * @record: (nullable): the record as a tree of values, %NULL to delete it
 * @base: (nullable): the revision that the change started from, %NULL where there was none yet
 *
 * Returns: (transfer full): what is to be saved, with no lines of history yet
 */
TvxSaving *
tvx_saving_new (GType       type,
                const char *id,
                GVariant   *record,
                const char *base)
{
  TvxSaving *self = g_new0 (TvxSaving, 1);

  self->type = type;
  self->id = g_strdup (id);
  self->record = record != NULL ? g_variant_ref_sink (record) : NULL;
  self->base = g_strdup (base);
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  return self;
}

/**
 * tvx_saving_free: (skip)
 * @self: (transfer full): what was to be saved
 *
 * Frees it.
 */
void
tvx_saving_free (TvxSaving *self)
{
  g_free (self->id);
  g_clear_pointer (&self->record, g_variant_unref);
  g_free (self->base);
  g_ptr_array_unref (self->history);
  g_free (self->revision);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * tvx_store_dup_name:
 * @self: a store
 *
 * Returns: (transfer full): what the place is called for people, as the name of its folder
 */
char *
tvx_store_dup_name (TvxStore *self)
{
  g_return_val_if_fail (TVX_IS_STORE (self), NULL);

  return TVX_STORE_GET_IFACE (self)->dup_name (self);
}

/**
 * tvx_store_dup_record_name:
 * @self: a store
 * @type: the kind of record, a project or the register
 * @id: its id
 *
 * Returns: (transfer full): where the record is kept, for messages, as `projects/….json`
 */
char *
tvx_store_dup_record_name (TvxStore   *self,
                           GType       type,
                           const char *id)
{
  g_return_val_if_fail (TVX_IS_STORE (self), NULL);

  return TVX_STORE_GET_IFACE (self)->dup_record_name (self, type, id);
}

/**
 * tvx_store_load_register:
 * @self: a store
 * @problems: (element-type TvxProblem): where to tell why the register can only be read, where that is so
 * @revision: (out) (optional) (transfer full): the revision that is stored
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error
 *
 * Loads what is known of the register itself. Where the store can only be read, so can the record.
 *
 * Returns: (transfer full) (nullable): the register
 */
TvxRecord *
tvx_store_load_register (TvxStore      *self,
                         GPtrArray     *problems,
                         char         **revision,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_return_val_if_fail (TVX_IS_STORE (self), NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  return TVX_STORE_GET_IFACE (self)->load_register (self, problems, revision, cancellable, error);
}

/**
 * tvx_store_load_summaries:
 * @self: a store
 * @problems: (element-type TvxProblem): where to tell of projects that cannot be opened
 * @progress: (nullable) (scope call): is told how many projects have been read
 * @progress_data: data for @progress
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error that keeps all projects from being listed
 *
 * Loads the summaries of all projects. A project that is damaged keeps no other from being loaded.
 *
 * Returns: (transfer full) (element-type TvxSummary) (nullable): the summaries, in the order of their ids
 */
GPtrArray *
tvx_store_load_summaries (TvxStore         *self,
                          GPtrArray        *problems,
                          TvxProgressFunc   progress,
                          gpointer          progress_data,
                          GCancellable     *cancellable,
                          GError          **error)
{
  g_return_val_if_fail (TVX_IS_STORE (self), NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  return TVX_STORE_GET_IFACE (self)->load_summaries (self, problems, progress, progress_data, cancellable, error);
}

/**
 * tvx_store_load_project:
 * @self: a store
 * @id: the id of a project
 * @revision: (out) (optional) (transfer full): the revision that is stored
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error
 *
 * Loads one project as a whole.
 *
 * Returns: (transfer full) (nullable): the project
 */
TvxRecord *
tvx_store_load_project (TvxStore      *self,
                        const char    *id,
                        char         **revision,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (TVX_IS_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return TVX_STORE_GET_IFACE (self)->load_project (self, id, revision, cancellable, error);
}

/**
 * tvx_store_load_history:
 * @self: a store
 * @type: the kind of record, a project or the register
 * @id: its id
 * @problems: (element-type TvxProblem): where to tell of lines that cannot be read
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error
 *
 * Loads what happened to a project or the register, also to a project that has been deleted.
 *
 * Returns: (transfer full) (element-type TvxHistoryEntry) (nullable): what happened, the oldest first
 */
GPtrArray *
tvx_store_load_history (TvxStore      *self,
                        GType          type,
                        const char    *id,
                        GPtrArray     *problems,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (TVX_IS_STORE (self), NULL);
  g_return_val_if_fail (id != NULL && problems != NULL, NULL);

  return TVX_STORE_GET_IFACE (self)->load_history (self, type, id, problems, cancellable, error);
}

/**
 * tvx_store_list_stamps:
 * @self: a store
 * @cancellable: (nullable): to cancel the task
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Looks which records there are, without reading them. A record that was written has another stamp afterwards; what
 * the stamp says is nobody's business. The register itself stands under `TVX_STORE_REGISTER`.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the stamp of each record, by id
 */
GHashTable *
tvx_store_list_stamps (TvxStore      *self,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_return_val_if_fail (TVX_IS_STORE (self), NULL);

  return TVX_STORE_GET_IFACE (self)->list_stamps (self, cancellable, error);
}

/**
 * tvx_store_save:
 * @self: a store
 * @savings: (element-type TvxSaving): what to save; each is told by itself what came of it
 * @progress: (nullable) (scope call): is told how many have been saved
 * @progress_data: data for @progress
 * @cancellable: (nullable): to cancel what is not yet saved
 *
 * Saves records. Each is either saved as a whole, with its history, or not at all.
 * What somebody else wrote since the base revision is never overwritten.
 */
void
tvx_store_save (TvxStore        *self,
                GPtrArray       *savings,
                TvxProgressFunc  progress,
                gpointer         progress_data,
                GCancellable    *cancellable)
{
  g_return_if_fail (TVX_IS_STORE (self));
  g_return_if_fail (savings != NULL);

  TVX_STORE_GET_IFACE (self)->save (self, savings, progress, progress_data, cancellable);
}

/**
 * tvx_store_add_document_file: (skip)
 * @self: a store
 * @project_id: the id of a project
 * @source: a file
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error that names the file
 *
 * Copies a file into the register, beside the other files of the project, under its own name or one like it. Nothing of the
 * project refers to it yet. A file that is there already, with the same name and contents, is not copied again.
 *
 * Returns: (transfer full) (nullable): what is known of the copy
 */
TvxDocumentFile *
tvx_store_add_document_file (TvxStore      *self,
                             const char    *project_id,
                             GFile         *source,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_return_val_if_fail (TVX_IS_STORE (self), NULL);
  g_return_val_if_fail (project_id != NULL && G_IS_FILE (source), NULL);

  return TVX_STORE_GET_IFACE (self)->add_document_file (self, project_id, source, cancellable, error);
}

typedef struct
{
  char  *project_id;
  GFile *source;
} AddDocumentFile;

static void
add_document_file_free (AddDocumentFile *data)
{
  g_free (data->project_id);
  g_object_unref (data->source);
  g_free (data);
}

static void
add_document_file_in_thread (GTask        *task,
                             gpointer      source_object,
                             gpointer      task_data,
                             GCancellable *cancellable)
{
  AddDocumentFile *data = task_data;
  GError *error = NULL;
  TvxDocumentFile *file =
    tvx_store_add_document_file (source_object, data->project_id, data->source, cancellable, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) tvx_document_file_free);
  else
    g_task_return_error (task, error);
}

/**
 * tvx_store_add_document_file_async: (skip)
 * @self: a store
 * @project_id: the id of a project
 * @source: a file
 * @cancellable: (nullable): to cancel the task
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Does [method@Tvx.Store.add_document_file] in a thread.
 */
void
tvx_store_add_document_file_async (TvxStore            *self,
                                   const char          *project_id,
                                   GFile               *source,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  AddDocumentFile *data = g_new0 (AddDocumentFile, 1);

  data->project_id = g_strdup (project_id);
  data->source = g_object_ref (source);
  g_task_set_source_tag (task, tvx_store_add_document_file_async);
  g_task_set_task_data (task, data, (GDestroyNotify) add_document_file_free);
  tvx_task_run_in_thread (task, add_document_file_in_thread);
}

/**
 * tvx_store_add_document_file_finish: (skip)
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error that names the file
 *
 * Returns: (transfer full) (nullable): what is known of the copy
 */
TvxDocumentFile *
tvx_store_add_document_file_finish (TvxStore      *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tvx_store_dup_document_file:
 * @self: a store
 * @project_id: the id of a project
 * @file: the name of a file of the project, as its document says
 *
 * Returns: (transfer full) (nullable): where the file is, or should be; %NULL where @file is no name of a file
 */
GFile *
tvx_store_dup_document_file (TvxStore   *self,
                             const char *project_id,
                             const char *file)
{
  g_return_val_if_fail (TVX_IS_STORE (self), NULL);
  g_return_val_if_fail (project_id != NULL && file != NULL, NULL);

  return TVX_STORE_GET_IFACE (self)->dup_document_file (self, project_id, file);
}
