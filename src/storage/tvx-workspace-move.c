/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place where a register is kept can be lost while it is open: a folder is moved, a drive is unplugged, a portal takes
 * back what it granted. What was done meanwhile stays, and is saved when the register is found again. */

#include <glib/gi18n-lib.h>

#include "storage/tvx-storage-error.h"
#include "storage/tvx-task.h"
#include "storage/tvx-workspace-private.h"

/**
 * tvx_workspace_is_cut_off:
 * @self: a workspace
 *
 * Returns: whether the last save failed since the place where the register is kept cannot be reached
 */
gboolean
tvx_workspace_is_cut_off (TvxWorkspace *self)
{
  g_return_val_if_fail (TVX_IS_WORKSPACE (self), FALSE);

  return tvx_saver_is_cut_off (self->saver);
}

static void
move_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  TvxWorkspace *self = source_object;
  TvxStore *store = task_data;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *name = tvx_store_dup_name (store);
  GError *error = NULL;
  g_autoptr (TvxRecord) found = tvx_store_load_register (store, problems, NULL, cancellable, &error);

  if (found == NULL)
    g_task_return_error (task, error);
  else if (!g_str_equal (tvx_record_get_id (found), tvx_record_get_id (TVX_RECORD (self->record))))
    g_task_return_new_error (task, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_ID,
                             _("%s: found another register, expected the one that is open here"), name);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * tvx_workspace_move_async:
 * @self: a workspace
 * @store: where the same register is now
 * @cancellable: (nullable): to cancel the task
 * @callback: called when the register was found there, or not
 * @user_data: data for @callback
 *
 * Goes on in another place, and saves there what is not yet stored.
 */
void
tvx_workspace_move_async (TvxWorkspace        *self,
                          TvxStore            *store,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TVX_IS_WORKSPACE (self));
  g_return_if_fail (TVX_IS_STORE (store));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tvx_workspace_move_async);
  g_task_set_task_data (task, g_object_ref (store), g_object_unref);
  tvx_task_run_in_thread (task, move_thread);
}

/**
 * tvx_workspace_move_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Tvx.Workspace.move_async] began.
 *
 * Returns: whether the register is in the new place; if not, it stays where it was
 */
gboolean
tvx_workspace_move_finish (TvxWorkspace  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  g_set_object (&self->store, g_task_get_task_data (G_TASK (result)));
  tvx_saver_set_store (self->saver, self->store);
  return TRUE;
}
