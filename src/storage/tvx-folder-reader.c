/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How records are read from the folder of a register. */

#include "storage/tvx-folder-reader.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-project.h"
#include "model/tvx-summary.h"
#include "storage/tvx-file-format.h"
#include "storage/tvx-folder-writer.h"
#include "storage/tvx-json.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-safe-file.h"
#include "storage/tvx-storage-error.h"

/* One file of many that are read at the same time. */
typedef struct
{
  const char *name;
  TvxSummary *summary;
  GError     *error;
} Job;

typedef struct
{
  const char   *root;
  GCancellable *cancellable;
  GAsyncQueue  *done;
} Reading;

/**
 * tvx_folder_read_record: (skip)
 * @root: the folder of a register
 * @type: the type of projects or of registers
 * @name: the file, seen from the folder
 * @revision: (out) (transfer full) (optional): the revision that the file holds
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Reads a file.
 *
 * Returns: (transfer full) (nullable): the record
 */
TvxRecord *
tvx_folder_read_record (const char  *root,
                        GType        type,
                        const char  *name,
                        char       **revision,
                        GError     **error)
{
  g_autofree char *path = g_build_filename (root, name, NULL);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GBytes) bytes = tvx_safe_file_load (path, shown, TVX_SAFE_FILE_MAX_SIZE, error);
  g_autoptr (GVariant) tree = bytes != NULL ? tvx_json_parse (bytes, shown, error) : NULL;
  TvxRecord *record = tree != NULL ? tvx_file_format_read_record (type, tree, shown, error) : NULL;

  if (record != NULL && revision != NULL)
    *revision = tvx_safe_file_get_revision (bytes);
  return record;
}

/* The name of a file and the id within must agree: it is by the name that a project is found and saved. */
static gboolean
check_name (const char  *root,
            TvxRecord   *record,
            const char  *name,
            GError     **error)
{
  const char *id = tvx_record_get_id (record);
  g_autofree char *right_name = tvx_folder_dup_name (TVX_TYPE_PROJECT, id);
  g_autofree char *right_path = g_build_filename (root, right_name, NULL);
  g_autofree char *shown = g_filename_display_name (name);

  if (strcmp (name, right_name) == 0)
    return TRUE;
  if (g_file_test (right_path, G_FILE_TEST_EXISTS))
    g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_ID,
                 _("%s: id: found %s, which is also the project in %s; remove one of the two files, or give this one "
                    "an id of its own"),
                 shown, id, right_name);
  else
    g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_ID,
                 _("%s: id: found %s, expected the id that the file is named after; the file should be %s"),
                 shown, id, right_name);
  return FALSE;
}

/**
 * tvx_folder_read_project: (skip)
 * @root: the folder of a register
 * @name: the file, seen from the folder
 * @revision: (out) (transfer full) (optional): the revision that the file holds
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Reads the file of a project, which must have the name that belongs to the project.
 *
 * Returns: (transfer full) (nullable): the project
 */
TvxRecord *
tvx_folder_read_project (const char  *root,
                         const char  *name,
                         char       **revision,
                         GError     **error)
{
  g_autofree char *found = NULL;
  g_autoptr (TvxRecord) record =
    tvx_folder_read_record (root, TVX_TYPE_PROJECT, name, revision != NULL ? &found : NULL, error);

  if (record == NULL || !check_name (root, record, name, error))
    return NULL;
  if (revision != NULL)
    *revision = g_steal_pointer (&found);
  return g_steal_pointer (&record);
}

static void
add_conflict_problem (GPtrArray  *problems,
                      const char *name)
{
  g_autofree char *shown = g_filename_display_name (name);

  g_ptr_array_add (problems,
                   tvx_problem_new (TVX_SEVERITY_WARNING, shown, NULL,
                                    _("this version was kept aside when somebody else changed the project at the same "
                                       "time; take over from it what is missing, then remove the file")));
}

/**
 * tvx_folder_list_projects: (skip)
 * @root: the folder of a register
 * @problems: (element-type TvxProblem): where to tell of versions that were kept aside
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Lists the files of projects. Whatever is called `*.json` is meant to be one; hidden files are ours, or those of an editor.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the files, seen from the folder, sorted
 */
GPtrArray *
tvx_folder_list_projects (const char  *root,
                          GPtrArray   *problems,
                          GError     **error)
{
  g_autofree char *path = g_build_filename (root, "projects", NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &local_error);
  const char *name;

  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_steal_pointer (&names);
  if (dir == NULL)
    {
      tvx_storage_error_from_errno (error, "projects",
                                    g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR) ? ENOTDIR : EACCES);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *full_name = g_strconcat ("projects/", name, NULL);

      if (name[0] == '.')
        continue;
      if (g_str_has_suffix (name, ".json"))
        g_ptr_array_add (names, g_steal_pointer (&full_name));
      else if (strstr (name, ".json" TVX_CONFLICT_SUFFIX) != NULL)
        add_conflict_problem (problems, full_name);
    }
  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);
  return g_steal_pointer (&names);
}

/**
 * tvx_folder_add_newer_problem: (skip)
 * @problems: (element-type TvxProblem): where to tell
 * @name: a file
 *
 * Tells that a newer version of the program wrote a file.
 */
void
tvx_folder_add_newer_problem (GPtrArray  *problems,
                              const char *name)
{
  g_ptr_array_add (problems,
                   tvx_problem_new (TVX_SEVERITY_WARNING, name, "version",
                                    _("a newer version of this program wrote this file; it can be read, not changed")));
}

static void
read_job (gpointer data,
          gpointer user_data)
{
  Job *job = data;
  Reading *reading = user_data;

  if (!g_cancellable_is_cancelled (reading->cancellable))
    {
      g_autoptr (TvxRecord) record = tvx_folder_read_project (reading->root, job->name, NULL, &job->error);

      if (record != NULL)
        job->summary = tvx_summary_new (record);
    }
  g_async_queue_push (reading->done, job);
}

static void
take_job (Job       *job,
          GPtrArray *summaries,
          GPtrArray *problems)
{
  g_autofree char *shown = g_filename_display_name (job->name);

  if (job->error != NULL)
    g_ptr_array_add (problems, tvx_problem_new_from_error (shown, job->error));
  g_clear_error (&job->error);
  if (job->summary == NULL)
    return;
  if (tvx_summary_get_read_only (job->summary))
    tvx_folder_add_newer_problem (problems, shown);
  g_ptr_array_add (summaries, g_steal_pointer (&job->summary));
}

/**
 * tvx_folder_read_summaries: (skip)
 * @root: the folder of a register
 * @problems: (element-type TvxProblem): where to tell of files that cannot be read, or only be read
 * @progress: (nullable) (scope call): is told how many projects have been read
 * @progress_data: data for @progress
 * @cancellable: (nullable): to cancel the task
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Reads all projects, several at the same time, and keeps what is known of each without opening it.
 *
 * Returns: (transfer full) (element-type TvxSummary) (nullable): the summaries, in the order of the files
 */
GPtrArray *
tvx_folder_read_summaries (const char       *root,
                           GPtrArray        *problems,
                           TvxProgressFunc   progress,
                           gpointer          progress_data,
                           GCancellable     *cancellable,
                           GError          **error)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = tvx_folder_list_projects (root, problems, error);
  g_autoptr (GAsyncQueue) done = g_async_queue_new ();
  g_autofree Job *jobs = NULL;
  Reading reading = { root, cancellable, done };
  GThreadPool *pool;

  if (names == NULL)
    return NULL;

  /* Most of the time goes into parsing, so that every processor helps. */
  pool = g_thread_pool_new (read_job, &reading, (int) MIN (g_get_num_processors (), 8), FALSE, NULL);
  jobs = g_new0 (Job, names->len);
  for (guint i = 0; i < names->len; i++)
    {
      jobs[i].name = names->pdata[i];
      g_thread_pool_push (pool, &jobs[i], NULL);
    }
  for (guint i = 0; i < names->len; i++)
    {
      g_async_queue_pop (done);
      if (progress != NULL)
        progress (i + 1, names->len, progress_data);
    }
  g_thread_pool_free (pool, FALSE, TRUE);

  for (guint i = 0; i < names->len; i++)
    take_job (&jobs[i], summaries, problems);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&summaries);
}
