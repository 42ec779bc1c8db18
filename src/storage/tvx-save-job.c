/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-save-job.h"

struct _TvxSaveJob
{
  TvxStore     *store;
  GCancellable *cancellable;
  GPtrArray    *savings;
  GMutex        mutex;
  GCond         cond;
  gboolean      is_done;
};

static void
clear (gpointer data)
{
  TvxSaveJob *self = data;

  g_object_unref (self->store);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->savings);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
}

/**
 * tvx_save_job_new: (skip)
 * @store: where to save
 * @savings: (element-type TvxSaving): what to save; it holds no records, so that the thread may be the last to let go of it
 * @cancellable: (nullable): to cancel the job
 *
 * Returns: (transfer full): a job that has not begun
 */
TvxSaveJob *
tvx_save_job_new (TvxStore     *store,
                  GPtrArray    *savings,
                  GCancellable *cancellable)
{
  TvxSaveJob *self = g_atomic_rc_box_new0 (TvxSaveJob);

  self->store = g_object_ref (store);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->savings = g_ptr_array_ref (savings);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

/**
 * tvx_save_job_ref: (skip)
 * @self: a job
 *
 * Returns: (transfer full): the job
 */
TvxSaveJob *
tvx_save_job_ref (TvxSaveJob *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * tvx_save_job_unref: (skip)
 * @self: (transfer full): a job
 *
 * Lets go of it.
 */
void
tvx_save_job_unref (TvxSaveJob *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tvx_save_job_run: (skip)
 * @self: a job that has not begun
 *
 * Saves, in whichever thread this is.
 */
void
tvx_save_job_run (TvxSaveJob *self)
{
  tvx_store_save (self->store, self->savings, NULL, NULL, self->cancellable);
  g_mutex_lock (&self->mutex);
  self->is_done = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/**
 * tvx_save_job_wait: (skip)
 * @self: a job that runs in another thread
 *
 * Waits until it has ended.
 */
void
tvx_save_job_wait (TvxSaveJob *self)
{
  g_mutex_lock (&self->mutex);
  while (!self->is_done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/**
 * tvx_save_job_get_savings: (skip)
 * @self: a job
 *
 * Returns: (transfer none) (element-type TvxSaving): what it saves, and when it has ended, what came of it
 */
GPtrArray *
tvx_save_job_get_savings (TvxSaveJob *self)
{
  return self->savings;
}
