/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-progress-relay.h"

/* Brings progress from a thread to the thread of the caller, who hears of the newest only. */
struct _TvxProgressRelay
{
  TvxProgressFunc  func;
  gpointer         data;
  GDestroyNotify   destroy;
  GMainContext    *context;
  GMutex           mutex;
  guint            n_done;
  guint            n_total;
  gboolean         is_scheduled;
};

static void
relay_clear (gpointer data)
{
  TvxProgressRelay *self = data;

  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
}

static gboolean
tell_cb (gpointer user_data)
{
  TvxProgressRelay *self = user_data;
  TvxProgressFunc func;
  guint n_done, n_total;

  g_mutex_lock (&self->mutex);
  self->is_scheduled = FALSE;
  func = self->func;
  n_done = self->n_done;
  n_total = self->n_total;
  g_mutex_unlock (&self->mutex);
  if (func != NULL)
    func (n_done, n_total, self->data);
  return G_SOURCE_REMOVE;
}

/**
 * tvx_progress_relay_new: (skip)
 * @func: (nullable): is told in this thread how far a task has come
 * @data: data for @func
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer full): what carries progress from another thread to this one
 */
TvxProgressRelay *
tvx_progress_relay_new (TvxProgressFunc func,
                        gpointer        data,
                        GDestroyNotify  destroy)
{
  TvxProgressRelay *self = g_atomic_rc_box_new0 (TvxProgressRelay);

  self->func = func;
  self->data = data;
  self->destroy = destroy;
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->mutex);
  return self;
}

/**
 * tvx_progress_relay_tell: (skip)
 * @n_done: how much is done
 * @n_total: how much there is to do
 * @relay: a relay
 *
 * Passes progress on, from any thread; a [callback@Tvx.ProgressFunc].
 */
void
tvx_progress_relay_tell (guint    n_done,
                         guint    n_total,
                         gpointer relay)
{
  TvxProgressRelay *self = relay;
  gboolean schedule;
  g_autoptr (GSource) source = NULL;

  g_mutex_lock (&self->mutex);
  self->n_done = n_done;
  self->n_total = n_total;
  schedule = !self->is_scheduled && self->func != NULL;
  self->is_scheduled = self->is_scheduled || schedule;
  g_mutex_unlock (&self->mutex);
  if (!schedule)
    return;
  /* Where nobody iterates the context at the moment, g_main_context_invoke() would call it in this thread. */
  source = g_idle_source_new ();
  g_source_set_static_name (source, "tvx-progress-relay");
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, g_atomic_rc_box_acquire (self), tvx_progress_relay_unref);
  g_source_attach (source, self->context);
}

/**
 * tvx_progress_relay_close: (skip)
 * @self: a relay
 *
 * Ends it, in the thread that made it: what is still on the way is told now, and nothing afterwards.
 */
void
tvx_progress_relay_close (TvxProgressRelay *self)
{
  if (self->is_scheduled)
    tell_cb (self);
  g_mutex_lock (&self->mutex);
  self->func = NULL;
  g_mutex_unlock (&self->mutex);
  if (self->destroy != NULL)
    self->destroy (self->data);
}

/**
 * tvx_progress_relay_unref: (skip)
 * @relay: (transfer full): a relay
 *
 * Lets go of it.
 */
void
tvx_progress_relay_unref (gpointer relay)
{
  g_atomic_rc_box_release_full (relay, relay_clear);
}
