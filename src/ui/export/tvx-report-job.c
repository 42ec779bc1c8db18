/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports are made in a thread, of what is stored. */

#include "ui/export/tvx-report-job.h"

#include "report/tvx-layout.h"
#include "storage/tvx-exchange.h"
#include "storage/tvx-task.h"
#include "ui/export/tvx-report-pages.h"

/* How much of the work, of 100, it is to read the projects; what takes long is to protect their statistics. */
#define PART_READ 10

typedef struct
{
  GPtrArray          *ids;
  TvxReportChoices   *choices;
  TvxReportFormat     format;
  GFile              *file;
  TvxProtectedTables *tables; /* when the report is built */
  gboolean            may_be_published;
  guint               told; /* of 100 */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->ids);
  tvx_report_choices_free (job->choices);
  g_clear_object (&job->file);
  g_clear_pointer (&job->tables, tvx_protected_tables_unref);
  g_free (job);
}

static GPtrArray *
load_projects (GTask   *task,
               GError **error)
{
  const Job *job = g_task_get_task_data (task);
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < job->ids->len; i++)
    {
      TvxRecord *project = tvx_store_load_project (g_task_get_source_object (task), job->ids->pdata[i], NULL,
                                                   g_task_get_cancellable (task), error);

      if (project == NULL)
        return NULL;
      g_ptr_array_add (projects, project);
      tvx_task_tell (PART_READ * (i + 1) / job->ids->len, 100, task);
    }
  return g_steal_pointer (&projects);
}

/* When something stands in the way, proposals are looked for, with progress of their own. */
static void
tell_protected (double   fraction,
                gpointer data)
{
  Job *job = g_task_get_task_data (data);
  guint done = PART_READ + (100 - PART_READ) * fraction;

  if (done <= job->told)
    return;
  job->told = done;
  tvx_task_tell (done, 100, data);
}

/* Where a project is loaded from that the report is not about. */
typedef struct
{
  TvxStore     *store;
  GCancellable *cancellable;
} Source;

static TvxProject *
load_related (const char  *id,
              gpointer     data,
              GError     **error)
{
  const Source *source = data;

  return TVX_PROJECT (tvx_store_load_project (source->store, id, NULL, source->cancellable, error));
}

static TvxReport *
build_report (GTask   *task,
              GError **error)
{
  TvxStore *store = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (TvxRecord) record = tvx_store_load_register (store, problems, NULL, cancellable, error);
  g_autoptr (GPtrArray) projects = record != NULL ? load_projects (task, error) : NULL;
  Source source = { store, cancellable };
  TvxProtectOptions protect = TVX_PROTECT_OPTIONS_INIT;
  g_autoptr (TvxProtectedTables) tables = NULL;
  TvxReportOptions options = {
    .language = job->choices->language,
    .date = now,
    .audience = job->choices->audience,
    .without = (const char *const *) job->choices->without,
    .write_records = tvx_exchange_write_records,
  };
  TvxReport *report;

  protect.progress = tell_protected;
  protect.progress_data = task;
  if (projects != NULL)
    tables = tvx_protected_tables_new_for_report (TVX_REGISTER (record), projects, load_related, &source,
                                                  (const char *const *) job->choices->without, job->choices->rounded,
                                                  &protect, cancellable, error);
  if (tables == NULL)
    return NULL;
  options.tables = tables;
  report = tvx_report_build (job->choices->kind, TVX_REGISTER (record), projects, &options);
  job->tables = tvx_protected_tables_ref (tables);
  job->may_be_published = tvx_report_is_final (report);
  return report;
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (TvxReport) report = build_report (task, &error);

  if (report != NULL && tvx_report_write_file (report, job->format, job->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
layout_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (TvxReport) report = build_report (task, &error);
  TvxPages *pages = report != NULL ? tvx_layout_report (report, cancellable, &error) : NULL;

  if (pages != NULL)
    g_task_return_pointer (task, pages, (GDestroyNotify) tvx_pages_free);
  else
    g_task_return_error (task, error);
}

static Job *
job_new (GPtrArray        *ids,
         TvxReportChoices *choices)
{
  Job *job = g_new0 (Job, 1);

  job->ids = g_ptr_array_ref (ids);
  job->choices = choices;
  return job;
}

/**
 * tvx_report_job_write_async:
 * @store: where the register is kept, as it is to be reported
 * @ids: (element-type utf8): the ids of the projects, at least one, in the order of the report
 * @choices: (transfer full): what was chosen
 * @format: what to write it as
 * @file: the file to write, which is replaced if it is there
 * @progress: told in this thread how many of 100 parts are done
 * @progress_data: data for @progress
 * @progress_destroy: frees @progress_data
 * @cancellable: (nullable): to cancel the task
 * @callback: called when the report is written
 * @user_data: data for @callback
 *
 * Writes a report, in another thread.
 */
void
tvx_report_job_write_async (TvxStore            *store,
                            GPtrArray           *ids,
                            TvxReportChoices    *choices,
                            TvxReportFormat      format,
                            GFile               *file,
                            TvxProgressFunc      progress,
                            gpointer             progress_data,
                            GDestroyNotify       progress_destroy,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Job *job = job_new (ids, choices);

  job->format = format;
  job->file = g_object_ref (file);
  g_task_set_source_tag (task, tvx_report_job_write_async);
  g_task_set_task_data (task, job, job_free);
  tvx_task_set_progress (task, progress, progress_data, progress_destroy);
  tvx_task_run_in_thread (task, write_thread);
}

/**
 * tvx_report_job_write_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@Tvx.report_job_write_async] began.
 *
 * Returns: whether the report is written
 */
gboolean
tvx_report_job_write_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_boolean (tvx_task_end_progress (result), error);
}

/**
 * tvx_report_job_dup_tables:
 * @result: what the callback was given
 *
 * Returns: (transfer full) (nullable): the statistics of the report, protected; %NULL where it tells of none
 */
TvxProtectedTables *
tvx_report_job_dup_tables (GAsyncResult *result)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (job->tables == NULL || tvx_protected_tables_get_n_tables (job->tables) == 0)
    return NULL;
  return tvx_protected_tables_ref (job->tables);
}

/**
 * tvx_report_job_get_may_be_published:
 * @result: what the callback was given
 *
 * Returns: whether the report is for the public, and no draft
 */
gboolean
tvx_report_job_get_may_be_published (GAsyncResult *result)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  return job->may_be_published;
}

/**
 * tvx_report_job_layout_async:
 * @store: where the register is kept, as it is to be reported
 * @ids: (element-type utf8): the ids of the projects, at least one, in the order of the report
 * @choices: (transfer full): what was chosen
 * @cancellable: (nullable): to cancel the task
 * @callback: called when the pages are there
 * @user_data: data for @callback
 *
 * Lays a report out in pages, in another thread.
 */
void
tvx_report_job_layout_async (TvxStore            *store,
                             GPtrArray           *ids,
                             TvxReportChoices    *choices,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, tvx_report_job_layout_async);
  g_task_set_task_data (task, job_new (ids, choices), job_free);
  tvx_task_run_in_thread (task, layout_thread);
}

/**
 * tvx_report_job_layout_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@Tvx.report_job_layout_async] began.
 *
 * Returns: (transfer full) (nullable): the pages, each a #TvxReportPage
 */
GListStore *
tvx_report_job_layout_finish (GAsyncResult  *result,
                              GError       **error)
{
  TvxPages *pages = g_task_propagate_pointer (G_TASK (result), error);

  return pages != NULL ? tvx_report_pages_new (pages) : NULL;
}
