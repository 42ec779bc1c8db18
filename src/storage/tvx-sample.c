/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample register travels inside the program: see data/sample. */

#include "storage/tvx-sample.h"

#include "data/tvx-sample-resources.h"
#include "model/tvx-project.h"
#include "storage/tvx-file-format.h"
#include "storage/tvx-folder-store.h"
#include "storage/tvx-invention.h"
#include "storage/tvx-json.h"

#define RESOURCE_PATH "/io/github/tillvaxt/sample/"

/* How many invented projects are held in memory at a time. */
#define BATCH 500

static GVariant *
load_tree (const char  *name,
           GError     **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (tvx_sample_get_resource (), path, 0, error);

  return bytes != NULL ? tvx_json_parse (bytes, name, error) : NULL;
}

static TvxRecord *
load_record (GType        type,
             const char  *name,
             GError     **error)
{
  g_autoptr (GVariant) tree = load_tree (name, error);

  return tree != NULL ? tvx_file_format_read_record (type, tree, name, error) : NULL;
}

static void
add_saving (GPtrArray *savings,
            TvxRecord *project)
{
  g_autoptr (GVariant) members = tvx_record_to_variant (project);

  g_ptr_array_add (savings, tvx_saving_new (TVX_TYPE_PROJECT, tvx_record_get_id (project), members, NULL));
}

static gboolean
save (TvxStore      *store,
      GPtrArray     *savings,
      GCancellable  *cancellable,
      GError       **error)
{
  tvx_store_save (store, savings, NULL, NULL, cancellable);
  for (guint i = 0; i < savings->len; i++)
    {
      TvxSaving *saving = savings->pdata[i];

      if (saving->error == NULL)
        continue;
      g_propagate_error (error, g_steal_pointer (&saving->error));
      return FALSE;
    }
  return TRUE;
}

static GPtrArray *
load_projects (GError **error)
{
  g_auto (GStrv) names = g_resource_enumerate_children (tvx_sample_get_resource (), RESOURCE_PATH "projects", 0, error);
  g_autoptr (GPtrArray) savings = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_saving_free);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *name = g_build_path ("/", "projects", names[i], NULL);
      g_autoptr (TvxRecord) project = load_record (TVX_TYPE_PROJECT, name, error);

      if (project == NULL)
        return NULL;
      add_saving (savings, project);
    }
  return names != NULL ? g_steal_pointer (&savings) : NULL;
}

/**
 * tvx_sample_write:
 * @folder: a folder that is empty or not there yet
 * @cancellable: (nullable): to stop
 * @error: return location for an error that names the file
 *
 * Makes a register of the projects that the sample has.
 *
 * Returns: whether all of it was written
 */
gboolean
tvx_sample_write (GFile         *folder,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (TvxRecord) record = load_record (TVX_TYPE_REGISTER, "register.json", error);
  g_autoptr (GPtrArray) savings = record != NULL ? load_projects (error) : NULL;
  g_autoptr (TvxFolderStore) store = NULL;

  if (savings == NULL)
    return FALSE;
  store = tvx_folder_store_create (folder, TVX_REGISTER (record), cancellable, error);
  return store != NULL && save (TVX_STORE (store), savings, cancellable, error);
}

/**
 * tvx_sample_write_invented:
 * @folder: a folder that is empty or not there yet
 * @size: how many projects
 * @progress: (nullable) (scope call): is told how many are written
 * @progress_data: data for @progress
 * @cancellable: (nullable): to stop
 * @error: return location for an error that names the file
 *
 * Makes a register of invented projects, for demonstrations and measuring. The same size gives the same projects.
 *
 * Returns: whether all of it was written
 */
gboolean
tvx_sample_write_invented (GFile            *folder,
                           guint             size,
                           TvxProgressFunc   progress,
                           gpointer          progress_data,
                           GCancellable     *cancellable,
                           GError          **error)
{
  g_autoptr (GVariant) words = load_tree ("invented.json", error);
  g_autoptr (TvxInvention) invention = words != NULL ? tvx_invention_new (words) : NULL;
  g_autoptr (TvxRecord) record = invention != NULL ? tvx_invention_invent_register (invention) : NULL;
  g_autoptr (TvxFolderStore) store = NULL;

  if (record == NULL)
    return FALSE;
  store = tvx_folder_store_create (folder, TVX_REGISTER (record), cancellable, error);
  if (store == NULL)
    return FALSE;
  for (guint n_done = 0; n_done < size;)
    {
      g_autoptr (GPtrArray) savings = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_saving_free);

      for (; savings->len < BATCH && n_done < size; n_done++)
        {
          g_autoptr (TvxRecord) project = tvx_invention_invent_project (invention);

          add_saving (savings, project);
        }
      if (!save (TVX_STORE (store), savings, cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (n_done, size, progress_data);
    }
  return TRUE;
}
