/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Packages are checked and taken over in a thread, in the register as it is stored. */

#include "ui/handover/tvx-receive-job.h"

#include "storage/tvx-task.h"

typedef struct
{
  TvxStore           *store;
  GFile              *file;
  TvxHandoverReceive *package;
  char               *person;
  char               *reference;
  char               *responsible;
  char               *remarks;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->store);
  g_clear_object (&job->file);
  g_clear_pointer (&job->package, tvx_receive_job_close);
  g_free (job->person);
  g_free (job->reference);
  g_free (job->responsible);
  g_free (job->remarks);
  g_free (job);
}

static GTask *
create_task (Job                 *job,
             gpointer             tag,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, job_free);
  return task;
}

static void
return_done (GTask    *task,
             gboolean  done,
             GError   *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  TvxHandoverReceive *package =
    tvx_handover_receive_open (job->store, job->file, tvx_task_tell, task, cancellable, &error);

  if (package != NULL)
    g_task_return_pointer (task, package, (GDestroyNotify) tvx_receive_job_close);
  else
    g_task_return_error (task, error);
}

static void
take_over_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Job *job = task_data;
  const TvxReceiveAnswer answer = {
    .person = job->person,
    .reference = job->reference,
    .responsible = job->responsible,
    .remarks = job->remarks,
  };
  GError *error = NULL;
  gboolean done = tvx_handover_receive_take_over (job->package, &answer, tvx_task_tell, task, cancellable, &error);

  return_done (task, done, error);
}

static void
confirm_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (TvxReceipt) receipt = tvx_handover_receive_make_receipt (job->package, cancellable, &error);
  gboolean done = receipt != NULL && tvx_receipt_save (receipt, job->file, cancellable, &error);

  return_done (task, done, error);
}

static void
close_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  tvx_handover_receive_unref (task_data);
  g_task_return_boolean (task, TRUE);
}

/**
 * tvx_receive_job_open_async:
 * @store: the register that receives, in which all is saved
 * @file: a package
 * @progress: is told how far the checking has come, in this thread
 * @progress_data: data for @progress
 * @progress_destroy: frees @progress_data
 * @cancellable: (nullable): to cancel the task
 * @callback: called when the package is checked
 * @user_data: data for @callback
 *
 * Checks a package and compares it with the register, in another thread.
 */
void
tvx_receive_job_open_async (TvxStore            *store,
                            GFile               *file,
                            TvxProgressFunc      progress,
                            gpointer             progress_data,
                            GDestroyNotify       progress_destroy,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  job->store = g_object_ref (store);
  job->file = g_object_ref (file);
  task = create_task (job, tvx_receive_job_open_async, cancellable, callback, user_data);
  tvx_task_set_progress (task, progress, progress_data, progress_destroy);
  tvx_task_run_in_thread (task, open_thread);
}

/**
 * tvx_receive_job_open_finish:
 * @result: what the callback was given
 * @error: return location for an error that says what is wrong with the package
 *
 * Ends what [func@Tvx.receive_job_open_async] began.
 *
 * Returns: (transfer full) (nullable): the package, to be closed with [func@Tvx.receive_job_close]
 */
TvxHandoverReceive *
tvx_receive_job_open_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (tvx_task_end_progress (result), error);
}

/**
 * tvx_receive_job_take_over_async:
 * @package: a package
 * @person: who receives
 * @handover: a handover in which the receiver has filled in the fields of the receiver
 * @progress: is told how many projects have been taken over, in this thread
 * @progress_data: data for @progress
 * @progress_destroy: frees @progress_data
 * @cancellable: (nullable): to cancel what is not yet taken over
 * @callback: called when all is taken over
 * @user_data: data for @callback
 *
 * Takes the projects of a package over, in another thread.
 */
void
tvx_receive_job_take_over_async (TvxHandoverReceive  *package,
                                 const char          *person,
                                 TvxRecord           *handover,
                                 TvxProgressFunc      progress,
                                 gpointer             progress_data,
                                 GDestroyNotify       progress_destroy,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  job->package = tvx_handover_receive_ref (package);
  job->person = g_strdup (person);
  job->reference = g_strdup (tvx_record_get_text (handover, "receiver_reference"));
  job->responsible = g_strdup (tvx_record_get_text (handover, "receiver_responsible"));
  job->remarks = g_strdup (tvx_record_get_text (handover, "receipt_remarks"));
  task = create_task (job, tvx_receive_job_take_over_async, cancellable, callback, user_data);
  tvx_task_set_progress (task, progress, progress_data, progress_destroy);
  tvx_task_run_in_thread (task, take_over_thread);
}

/**
 * tvx_receive_job_take_over_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@Tvx.receive_job_take_over_async] began.
 *
 * Returns: whether all was taken over; if not, receiving the package again does the rest
 */
gboolean
tvx_receive_job_take_over_finish (GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_boolean (tvx_task_end_progress (result), error);
}

/**
 * tvx_receive_job_confirm_async:
 * @package: a package that was taken over
 * @file: the file to write, which is replaced if it is there
 * @callback: called when the receipt is written
 * @user_data: data for @callback
 *
 * Writes the receipt for the sender, in another thread.
 */
void
tvx_receive_job_confirm_async (TvxHandoverReceive  *package,
                               GFile               *file,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  job->package = tvx_handover_receive_ref (package);
  job->file = g_object_ref (file);
  task = create_task (job, tvx_receive_job_confirm_async, NULL, callback, user_data);
  tvx_task_run_in_thread (task, confirm_thread);
}

/**
 * tvx_receive_job_confirm_finish:
 * @result: what the callback was given
 * @error: return location for an error that names the file
 *
 * Ends what [func@Tvx.receive_job_confirm_async] began.
 *
 * Returns: whether the receipt was written
 */
gboolean
tvx_receive_job_confirm_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tvx_receive_job_close:
 * @package: (transfer full): a package
 *
 * Lets go of a package. What was unpacked is removed in another thread.
 */
void
tvx_receive_job_close (TvxHandoverReceive *package)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, tvx_receive_job_close);
  g_task_set_task_data (task, package, NULL);
  tvx_task_run_in_thread (task, close_thread);
}
