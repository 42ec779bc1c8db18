/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-register-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "model/tvx-summary.h"
#include "storage/tvx-problem.h"

static void
check_record (GPtrArray     *problems,
              TvxStore      *store,
              TvxRecord     *record,
              TvxCheckLevel  level,
              GHashTable    *known_ids)
{
  g_autofree char *file = tvx_store_dup_record_name (store, G_OBJECT_TYPE (record), tvx_record_get_id (record));
  g_autoptr (GPtrArray) findings = tvx_check_record (record, level, known_ids);

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (problems, tvx_problem_new_from_finding (file, findings->pdata[i]));
}

static void
check_file (GPtrArray    *problems,
            TvxStore     *store,
            TvxRecord    *project,
            TvxRecord    *document,
            GCancellable *cancellable)
{
  const char *name = tvx_record_get_text (document, "file");
  const char *sha256 = tvx_record_get_text (document, "sha256");
  g_autoptr (GFile) file = name != NULL ? tvx_store_dup_document_file (store, tvx_record_get_id (project), name) : NULL;
  g_autofree char *found = file != NULL ? tvx_document_file_hash (file, cancellable) : NULL;
  g_autofree char *where = NULL;
  g_autofree char *path = NULL;

  /* A name that leads elsewhere is told of by the check of its field. */
  if (file == NULL || g_cancellable_is_cancelled (cancellable) || (found != NULL && g_strcmp0 (found, sha256) == 0))
    return;
  where = tvx_store_dup_record_name (store, TVX_TYPE_PROJECT, tvx_record_get_id (project));
  path = tvx_record_dup_location (document, tvx_record_get_field (document, found == NULL ? "file" : "sha256"));
  g_ptr_array_add (problems, tvx_problem_new (TVX_SEVERITY_ERROR, where, path,
                                              found == NULL
                                                ? _("the file is missing or cannot be read; attach it again")
                                                : _("the file is not the one that was attached; its checksum differs")));
}

static void
check_files (GPtrArray    *problems,
             TvxStore     *store,
             TvxRecord    *project,
             GCancellable *cancellable)
{
  GListModel *documents = tvx_record_get_list (project, "documents");

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (TvxRecord) document = g_list_model_get_item (documents, i);

      check_file (problems, store, project, document, cancellable);
    }
}

static gboolean
check_project (GPtrArray      *problems,
               TvxStore       *store,
               const char     *id,
               TvxCheckLevel   level,
               GHashTable     *known_ids,
               GCancellable   *cancellable,
               GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TvxRecord) record = tvx_store_load_project (store, id, NULL, cancellable, &local_error);

  if (record != NULL)
    {
      check_record (problems, store, record, level, known_ids);
      check_files (problems, store, record, cancellable);
    }
  else if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  else
    {
      g_autofree char *file = tvx_store_dup_record_name (store, TVX_TYPE_PROJECT, id);

      g_ptr_array_add (problems, tvx_problem_new_from_error (file, local_error));
    }
  return TRUE;
}

/* A project whose file is damaged is there all the same: nobody should remove what refers to it. */
static void
add_damaged (GHashTable *known_ids,
             GPtrArray  *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *id = g_path_get_basename (tvx_problem_get_file (problems->pdata[i]));

      id[strcspn (id, ".")] = '\0';
      if (g_uuid_string_is_valid (id))
        g_hash_table_add (known_ids, g_steal_pointer (&id));
    }
}

/**
 * tvx_register_check:
 * @store: where the register is kept
 * @level: how much to ask
 * @progress: (nullable) (scope call): is told how many projects have been checked
 * @progress_data: data for @progress
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error that keeps the register from being opened
 *
 * Checks a whole register: whether every file can be read, whether ids are unique, whether what is referred to is there,
 * whether values fit their fields, and whether the files of documents are those that were attached. This blocks.
 *
 * Returns: (transfer full) (element-type TvxProblem) (nullable): what was found
 */
GPtrArray *
tvx_register_check (TvxStore         *store,
                    TvxCheckLevel     level,
                    TvxProgressFunc   progress,
                    gpointer          progress_data,
                    GCancellable     *cancellable,
                    GError          **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TvxRecord) record = NULL;
  g_autoptr (GPtrArray) summaries = NULL;

  g_return_val_if_fail (TVX_IS_STORE (store), NULL);

  record = tvx_store_load_register (store, problems, NULL, cancellable, error);
  if (record == NULL)
    return NULL;
  summaries = tvx_store_load_summaries (store, problems, NULL, NULL, cancellable, error);
  if (summaries == NULL)
    return NULL;

  for (guint i = 0; i < summaries->len; i++)
    g_hash_table_add (known_ids, g_strdup (tvx_summary_get_id (summaries->pdata[i])));
  tvx_check_add_ids (record, known_ids);
  add_damaged (known_ids, problems);
  check_record (problems, store, record, level, known_ids);
  for (guint i = 0; i < summaries->len; i++)
    {
      if (!check_project (problems, store, tvx_summary_get_id (summaries->pdata[i]), level, known_ids, cancellable,
                          error))
        return NULL;
      if (progress != NULL)
        progress (i + 1, summaries->len, progress_data);
    }
  return g_steal_pointer (&problems);
}
