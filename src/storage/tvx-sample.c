/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample register travels inside the program: see data/sample. */

#include "storage/tvx-sample.h"

#include "data/tvx-sample-resources.h"
#include "model/tvx-project.h"
#include "storage/tvx-file-format.h"
#include "storage/tvx-folder-store.h"
#include "storage/tvx-json.h"

#define RESOURCE_PATH "/io/github/tillvaxt/sample/"

static TvxRecord *
load_record (GType        type,
             const char  *name,
             GError     **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (tvx_sample_get_resource (), path, 0, error);
  g_autoptr (GVariant) tree = bytes != NULL ? tvx_json_parse (bytes, name, error) : NULL;

  return tree != NULL ? tvx_file_format_read_record (type, tree, name, error) : NULL;
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
      g_autoptr (GVariant) members = project != NULL ? tvx_record_to_variant (project) : NULL;

      if (members == NULL)
        return NULL;
      g_ptr_array_add (savings, tvx_saving_new (TVX_TYPE_PROJECT, tvx_record_get_id (project), members, NULL));
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
  if (store == NULL)
    return FALSE;
  tvx_store_save (TVX_STORE (store), savings, NULL, NULL, cancellable);
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
