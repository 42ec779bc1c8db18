/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving at once, for those who wait for it: what others changed meanwhile is taken in first. */

#include "storage/tvx-storage-error.h"
#include "storage/tvx-workspace-private.h"

/**
 * tvx_workspace_save:
 * @self: a workspace
 * @error: return location for an error
 *
 * Saves all that is not yet stored, and waits for it.
 *
 * Returns: whether all is stored
 */
gboolean
tvx_workspace_save (TvxWorkspace  *self,
                    GError       **error)
{
  gboolean is_saved;

  g_return_val_if_fail (TVX_IS_WORKSPACE (self), FALSE);

  self->is_waited_for = TRUE;
  is_saved = tvx_saver_save (self->saver, error);
  if (!is_saved && tvx_saver_is_overtaken (self->saver) && tvx_workspace_refresh (self, NULL, NULL))
    {
      g_clear_error (error);
      is_saved = tvx_saver_save (self->saver, error);
    }
  self->is_waited_for = FALSE;
  return is_saved;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tvx_saver_save_finish (TVX_SAVER (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TvxWorkspace *self = TVX_WORKSPACE (object);
  g_autoptr (GError) error = NULL;

  /* Where this did not help, saving once more says why. */
  if (!tvx_workspace_refresh_finish (self, result, &error))
    g_debug ("Looking for changes of others failed: %s", error->message);
  tvx_saver_save_async (self->saver, g_task_get_cancellable (task), saved_cb, g_object_ref (task));
}

static void
first_saved_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TvxSaver *saver = TVX_SAVER (object);
  GError *error = NULL;

  if (tvx_saver_save_finish (saver, result, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_CHANGED))
    {
      tvx_workspace_refresh_async (g_task_get_source_object (task), g_task_get_cancellable (task), refreshed_cb,
                                   g_object_ref (task));
      g_error_free (error);
    }
  else
    {
      g_task_return_error (task, error);
    }
}

/**
 * tvx_workspace_save_async:
 * @self: a workspace
 * @cancellable: (nullable): to cancel the task; what is not saved then is saved later
 * @callback: called when all is stored, or something could not be saved
 * @user_data: data for @callback
 *
 * Saves all that is not yet stored, now.
 */
void
tvx_workspace_save_async (TvxWorkspace        *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (TVX_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tvx_workspace_save_async);
  tvx_saver_save_async (self->saver, cancellable, first_saved_cb, task);
}

/**
 * tvx_workspace_save_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Tvx.Workspace.save_async] began.
 *
 * Returns: whether all is stored
 */
gboolean
tvx_workspace_save_finish (TvxWorkspace  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
