/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Projects are looked at and packed in a thread, as they are stored. */

#include "ui/handover/tvx-package-job.h"

#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "report/tvx-report-format.h"
#include "report/tvx-report-kind.h"
#include "storage/tvx-handover-package.h"
#include "storage/tvx-task.h"

typedef struct
{
  GStrv  ids;
  char  *language;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_strfreev (job->ids);
  g_free (job->language);
  g_clear_object (&job->file);
  g_free (job);
}

static void
packable_free (gpointer data)
{
  TvxPackable *packable = data;

  g_free (packable->id);
  g_free (packable->title);
  g_free (packable->from);
  g_free (packable->to);
  g_free (packable->obstacle);
  g_free (packable);
}

/* ---- What may go */

static TvxPackable *
check_project (TvxStore      *store,
               const char    *id,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (TvxRecord) project = tvx_store_load_project (store, id, NULL, cancellable, error);
  g_autoptr (GError) obstacle = NULL;
  TvxRecord *handover;
  TvxPackable *packable;

  if (project == NULL)
    return NULL;
  handover = tvx_record_get_record (project, "handover");
  packable = g_new0 (TvxPackable, 1);
  packable->id = g_strdup (id);
  packable->title = tvx_record_dup_title (project);
  packable->from = g_strdup (tvx_record_get_text (handover, "from"));
  packable->to = g_strdup (tvx_record_get_text (handover, "to"));
  if (!tvx_handover_package_check_project (store, project, &packable->n_documents, cancellable, &obstacle))
    packable->obstacle = g_strdup (obstacle->message);
  return packable;
}

static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GPtrArray) packables = g_ptr_array_new_with_free_func (packable_free);
  guint n = g_strv_length (job->ids);
  GError *error = NULL;

  for (guint i = 0; i < n; i++)
    {
      TvxPackable *packable = check_project (source, job->ids[i], cancellable, &error);

      if (packable == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (packables, packable);
      tvx_task_tell (i + 1, n, task);
    }
  g_task_return_pointer (task, g_steal_pointer (&packables), (GDestroyNotify) g_ptr_array_unref);
}

/* ---- The package */

static GPtrArray *
load_projects (TvxStore      *store,
               GStrv          ids,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TvxRecord *project = tvx_store_load_project (store, ids[i], NULL, cancellable, error);

      if (project == NULL)
        return NULL;
      g_ptr_array_add (projects, project);
    }
  return g_steal_pointer (&projects);
}

static gboolean
write_package (GTask   *task,
               GError **error)
{
  TvxStore *store = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TvxRecord) reg = tvx_store_load_register (store, problems, NULL, cancellable, error);
  g_autoptr (GPtrArray) projects = reg != NULL ? load_projects (store, job->ids, cancellable, error) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* The protocol has the time zone in it, and is to be the same wherever it is made. */
  g_autoptr (GDateTime) day =
    g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now), 0, 0, 0);
  const TvxReportOptions options = { .language = job->language, .date = day, .audience = TVX_AUDIENCE_INTERNAL };
  g_autoptr (TvxReport) protocol = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) html = NULL;

  if (projects == NULL || !tvx_handover_package_check (projects, error))
    return FALSE;
  protocol = tvx_report_build (TVX_REPORT_KIND_HANDOVER, TVX_REGISTER (reg), projects, &options);
  pdf = tvx_report_write_bytes (protocol, TVX_REPORT_FORMAT_PDF, cancellable, error);
  html = pdf != NULL ? tvx_report_write_bytes (protocol, TVX_REPORT_FORMAT_HTML, cancellable, error) : NULL;
  return html != NULL && tvx_handover_package_write (store, projects, job->file, day, pdf, html, tvx_task_tell, task, cancellable,
                                                     error);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_package (task, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static Job *
job_new (GStrv ids)
{
  Job *job = g_new0 (Job, 1);

  job->ids = g_strdupv (ids);
  return job;
}

/**
 * tvx_package_job_check_async:
 * @store: the register of the sender, in which all is saved
 * @ids: (array zero-terminated=1): the ids of projects
 * @progress: is told how many projects have been looked at, in this thread
 * @progress_data: data for @progress
 * @progress_destroy: frees @progress_data
 * @cancellable: (nullable): to cancel the task
 * @callback: called when all have been looked at
 * @user_data: data for @callback
 *
 * Finds out which projects can go into a package, in another thread.
 */
void
tvx_package_job_check_async (TvxStore            *store,
                             GStrv                ids,
                             TvxProgressFunc      progress,
                             gpointer             progress_data,
                             GDestroyNotify       progress_destroy,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, tvx_package_job_check_async);
  g_task_set_task_data (task, job_new (ids), job_free);
  tvx_task_set_progress (task, progress, progress_data, progress_destroy);
  tvx_task_run_in_thread (task, check_thread);
}

/**
 * tvx_package_job_check_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@Tvx.package_job_check_async] began.
 *
 * Returns: (transfer full) (nullable) (element-type TvxPackable): the projects, in the order that was asked for
 */
GPtrArray *
tvx_package_job_check_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (tvx_task_end_progress (result), error);
}

/**
 * tvx_package_job_write_async:
 * @store: the register of the sender, in which all is saved
 * @ids: (array zero-terminated=1): the ids of the projects to pack, at least one
 * @language: the language of the protocol, `sv` or `en`
 * @file: the file to write, which is replaced if it is there
 * @progress: is told how many projects have been packed, in this thread
 * @progress_data: data for @progress
 * @progress_destroy: frees @progress_data
 * @cancellable: (nullable): to cancel the task
 * @callback: called when the package is written
 * @user_data: data for @callback
 *
 * Packs projects for the receiver, with the protocol of their handover, in another thread.
 */
void
tvx_package_job_write_async (TvxStore            *store,
                             GStrv                ids,
                             const char          *language,
                             GFile               *file,
                             TvxProgressFunc      progress,
                             gpointer             progress_data,
                             GDestroyNotify       progress_destroy,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Job *job = job_new (ids);

  job->language = g_strdup (language);
  job->file = g_object_ref (file);
  g_task_set_source_tag (task, tvx_package_job_write_async);
  g_task_set_task_data (task, job, job_free);
  tvx_task_set_progress (task, progress, progress_data, progress_destroy);
  tvx_task_run_in_thread (task, write_thread);
}

/**
 * tvx_package_job_write_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@Tvx.package_job_write_async] began.
 *
 * Returns: whether the package was written; if not, there is no file of it
 */
gboolean
tvx_package_job_write_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_boolean (tvx_task_end_progress (result), error);
}
