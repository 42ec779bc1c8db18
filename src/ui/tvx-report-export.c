/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-report-export.h"

#include "report/tvx-report-kind.h"
#include "storage/tvx-exchange.h"
#include "storage/tvx-progress-relay.h"

typedef struct
{
  GPtrArray        *ids;
  char             *language;
  TvxReportFormat   format;
  GFile            *file;
  TvxProgressRelay *relay;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_ptr_array_unref (export->ids);
  g_free (export->language);
  g_object_unref (export->file);
  tvx_progress_relay_unref (export->relay);
  g_free (export);
}

static GPtrArray *
load_projects (TvxStore      *store,
               Export        *export,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < export->ids->len; i++)
    {
      TvxRecord *project = tvx_store_load_project (store, export->ids->pdata[i], NULL, cancellable, error);

      if (project == NULL)
        return NULL;
      g_ptr_array_add (projects, project);
      tvx_progress_relay_tell (i + 1, export->ids->len, export->relay);
    }
  return g_steal_pointer (&projects);
}

static gboolean
write_report (TvxStore      *store,
              Export        *export,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (TvxRecord) record = tvx_store_load_register (store, problems, NULL, cancellable, error);
  g_autoptr (GPtrArray) projects = NULL;
  g_autoptr (TvxReport) report = NULL;
  TvxReportOptions options = { .write_records = tvx_exchange_write_records };

  if (record == NULL)
    return FALSE;
  projects = load_projects (store, export, cancellable, error);
  if (projects == NULL)
    return FALSE;
  options.language = export->language;
  options.date = now;
  report = tvx_report_build (TVX_REPORT_KIND_PROJECT, TVX_REGISTER (record), projects, &options);
  return tvx_report_write_file (report, export->format, export->file, cancellable, error);
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_report (source, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tvx_report_export_async:
 * @store: where the register is kept, as it is to be reported
 * @ids: (element-type utf8): the ids of the projects, at least one, in the order of the report
 * @language: the language of the report, `sv` or `en`
 * @format: what to write it as
 * @file: the file to write, which is replaced if it is there
 * @progress: told of each project that was read, in this thread
 * @progress_data: data for @progress
 * @progress_destroy: frees @progress_data
 * @cancellable: (nullable): to cancel the task
 * @callback: called when the report is written
 * @user_data: data for @callback
 *
 * Writes a report, in another thread.
 */
void
tvx_report_export_async (TvxStore            *store,
                         GPtrArray           *ids,
                         const char          *language,
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
  Export *export = g_new0 (Export, 1);

  g_return_if_fail (ids->len > 0);

  export->ids = g_ptr_array_ref (ids);
  export->language = g_strdup (language);
  export->format = format;
  export->file = g_object_ref (file);
  export->relay = tvx_progress_relay_new (progress, progress_data, progress_destroy);
  g_task_set_source_tag (task, tvx_report_export_async);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, export_thread);
}

/**
 * tvx_report_export_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@Tvx.report_export_async] began.
 *
 * Returns: whether the report is written
 */
gboolean
tvx_report_export_finish (GAsyncResult  *result,
                          GError       **error)
{
  Export *export = g_task_get_task_data (G_TASK (result));

  tvx_progress_relay_close (export->relay);
  return g_task_propagate_boolean (G_TASK (result), error);
}
