/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tvx-task.h"

#include "storage/tvx-progress-relay.h"

static G_DEFINE_QUARK (tvx-task-progress, progress)

                        typedef struct
{
  /* Borrowed: run_done_cb() holds the task until the thread is done with it. */
  GTask           *task;
  GTaskThreadFunc  func;
} Run;

static void
run_thread (GTask        *runner,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Run *run = task_data;

  run->func (run->task, g_task_get_source_object (run->task), g_task_get_task_data (run->task),
             g_task_get_cancellable (run->task));
  g_task_return_boolean (runner, TRUE);
}

static void
run_done_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_object_unref (data);
}

/**
 * tvx_task_run_in_thread:
 * @task: a task
 * @func: what to do in the thread; returning from @task is the last that it does with it
 *
 * Runs @func in a thread, as g_task_run_in_thread() does, and lets go of @task where it came from.
 *
 * A task that g_task_run_in_thread() runs belongs to both threads, and goes in that which is the last to drop it, together
 * with its source object and its data. A dialog or a register must not go in any thread but the one that it lives in.
 */
void
tvx_task_run_in_thread (GTask           *task,
                        GTaskThreadFunc  func)
{
  g_autoptr (GTask) runner = NULL;
  Run *run;

  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  run = g_new (Run, 1);
  *run = (Run) { task, func };
  runner = g_task_new (NULL, NULL, run_done_cb, g_object_ref (task));
  g_task_set_source_tag (runner, tvx_task_run_in_thread);
  g_task_set_task_data (runner, run, g_free);
  g_task_run_in_thread (runner, run_thread);
}

/**
 * tvx_task_set_progress:
 * @task: a task
 * @progress: (nullable) (scope notified): is told in this thread how far the task has come
 * @data: data for @progress
 * @destroy: (nullable): frees @data, when the task ends
 *
 * Says who wants to know how far a task has come, which is to end it with [func@Tvx.task_end_progress].
 */
void
tvx_task_set_progress (GTask           *task,
                       TvxProgressFunc  progress,
                       gpointer         data,
                       GDestroyNotify   destroy)
{
  g_return_if_fail (G_IS_TASK (task));

  g_object_set_qdata_full (G_OBJECT (task), progress_quark (), tvx_progress_relay_new (progress, data, destroy),
                           tvx_progress_relay_unref);
}

/**
 * tvx_task_tell:
 * @n_done: how much is done
 * @n_total: how much there is to do
 * @task: a task
 *
 * Tells how far a task has come, from any thread; a [callback@Tvx.ProgressFunc]. Where nobody wants to know, nothing happens.
 */
void
tvx_task_tell (guint    n_done,
               guint    n_total,
               gpointer task)
{
  TvxProgressRelay *relay = g_object_get_qdata (task, progress_quark ());

  if (relay != NULL)
    tvx_progress_relay_tell (n_done, n_total, relay);
}

/**
 * tvx_task_end_progress:
 * @result: what the callback of a task was given of which [func@Tvx.task_set_progress] told
 *
 * Tells what is still on the way, and nothing afterwards.
 *
 * Returns: (transfer none): the task, to get its result from
 */
GTask *
tvx_task_end_progress (GAsyncResult *result)
{
  tvx_progress_relay_close (g_object_get_qdata (G_OBJECT (result), progress_quark ()));
  return G_TASK (result);
}
