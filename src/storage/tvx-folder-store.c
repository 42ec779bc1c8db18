/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-folder-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/tvx-project.h"
#include "storage/tvx-file-format.h"
#include "storage/tvx-folder-documents.h"
#include "storage/tvx-folder-reader.h"
#include "storage/tvx-folder-writer.h"
#include "storage/tvx-history-file.h"
#include "storage/tvx-json.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-safe-file.h"
#include "storage/tvx-storage-error.h"

/* FAT and some network shares know the time to two seconds. */
#define STAMP_TICK_USEC (2 * G_USEC_PER_SEC)

/**
 * TvxFolderStore:
 *
 * A register that is kept in a folder: `register.json`, and a file for each project in `projects/`.
 *
 * It works on any folder that has a path, also on a network share or one that
 * was granted to a sandbox: nothing depends on locks or on notices of changes.
 */
struct _TvxFolderStore
{
  GObject          parent_instance;

  GFile           *folder;
  /* NULL where the folder is not in the file system. */
  char            *root;
  TvxFolderWriter *writer;
};

static void tvx_folder_store_iface_init (TvxStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvxFolderStore, tvx_folder_store, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (TVX_TYPE_STORE, tvx_folder_store_iface_init))

static char *
dup_path (TvxFolderStore *self,
          const char     *name)
{
  return g_build_filename (self->root, name, NULL);
}

static gboolean
check_path (TvxFolderStore  *self,
            GError         **error)
{
  g_autofree char *uri = NULL;

  if (self->root != NULL)
    return TRUE;
  uri = g_file_get_uri (self->folder);
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FILE_TYPE,
               _("%s: this place is not in the file system; connect it as a drive, and open the register there"), uri);
  return FALSE;
}

static gboolean
check_root (TvxFolderStore  *self,
            GError         **error)
{
  g_autofree char *name = NULL;

  if (!check_path (self, error))
    return FALSE;
  if (faccessat (AT_FDCWD, self->root, R_OK | X_OK, AT_EACCESS) == 0)
    return TRUE;
  /* Not the path: that of a granted folder says nothing. */
  name = tvx_store_dup_name (TVX_STORE (self));
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_UNREACHABLE,
               _("%s: this folder cannot be reached; it was moved, its drive is not connected, or this program may no "
                  "longer see it"),
               name);
  return FALSE;
}

static gboolean
is_writable (TvxFolderStore *self)
{
  g_autofree char *projects = dup_path (self, "projects");

  return faccessat (AT_FDCWD, self->root, W_OK, AT_EACCESS) == 0 &&
         (faccessat (AT_FDCWD, projects, W_OK, AT_EACCESS) == 0 || errno == ENOENT);
}

static GPtrArray *
tvx_folder_store_load_summaries (TvxStore         *store,
                                 GPtrArray        *problems,
                                 TvxProgressFunc   progress,
                                 gpointer          progress_data,
                                 GCancellable     *cancellable,
                                 GError          **error)
{
  TvxFolderStore *self = TVX_FOLDER_STORE (store);

  if (!check_root (self, error))
    return NULL;
  return tvx_folder_read_summaries (self->root, problems, progress, progress_data, cancellable, error);
}

static char *
tvx_folder_store_dup_name (TvxStore *store)
{
  g_autofree char *name = g_file_get_basename (TVX_FOLDER_STORE (store)->folder);

  return g_filename_display_name (name);
}

static char *
tvx_folder_store_dup_record_name (TvxStore   *store,
                                  GType       type,
                                  const char *id)
{
  return tvx_folder_dup_name (type, id);
}

static TvxRecord *
tvx_folder_store_load_register (TvxStore      *store,
                                GPtrArray     *problems,
                                char         **revision,
                                GCancellable  *cancellable,
                                GError       **error)
{
  TvxFolderStore *self = TVX_FOLDER_STORE (store);
  g_autoptr (GError) local_error = NULL;
  TvxRecord *record;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_root (self, error))
    return NULL;
  tvx_folder_writer_recover (self->writer);
  record = tvx_folder_read_record (self->root, TVX_TYPE_REGISTER, "register.json", revision, &local_error);
  if (record != NULL)
    {
      if (tvx_record_get_read_only (record))
        tvx_folder_add_newer_problem (problems, "register.json");
      else if (!is_writable (self))
        g_ptr_array_add (problems,
                         tvx_problem_new (TVX_SEVERITY_WARNING, "register.json", NULL,
                                          _("this folder cannot be written to; the register can be read, not changed")));
      if (!is_writable (self))
        tvx_record_set_read_only (record, TRUE);
      return record;
    }
  if (g_error_matches (local_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND))
    {
      g_autofree char *shown = g_filename_display_name (self->root);

      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND,
                   _("%s: found no register.json in this folder; choose the folder of a register, or make a new "
                      "register"),
                   shown);
    }
  else
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  return NULL;
}

static TvxRecord *
tvx_folder_store_load_project (TvxStore      *store,
                               const char    *id,
                               char         **revision,
                               GCancellable  *cancellable,
                               GError       **error)
{
  TvxFolderStore *self = TVX_FOLDER_STORE (store);
  g_autofree char *name = NULL;
  TvxRecord *record;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_root (self, error))
    return NULL;
  /* An id comes from outside, and must not name a file elsewhere. */
  if (!g_uuid_string_is_valid (id))
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND, _("There is no project “%s”."), id);
      return NULL;
    }
  name = tvx_folder_dup_name (TVX_TYPE_PROJECT, id);
  record = tvx_folder_read_project (self->root, name, revision, error);
  if (record != NULL && !is_writable (self))
    tvx_record_set_read_only (record, TRUE);
  return record;
}

static GPtrArray *
tvx_folder_store_load_history (TvxStore      *store,
                               GType          type,
                               const char    *id,
                               GPtrArray     *problems,
                               GCancellable  *cancellable,
                               GError       **error)
{
  TvxFolderStore *self = TVX_FOLDER_STORE (store);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_root (self, error))
    return NULL;
  if (!g_uuid_string_is_valid (id))
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND, _("There is no project “%s”."), id);
      return NULL;
    }
  name = tvx_folder_dup_history_name (id);
  path = dup_path (self, name);
  return tvx_history_file_load (path, name, type, problems, error);
}

/* A file that was just written may be written again within one tick of the clock of its file system, and have the same
 * size: a stamp of it is good for once only. */
static gboolean
may_be_written_again (const struct stat *info,
                      gint64             now)
{
  gint64 written = (gint64) info->st_mtim.tv_sec * G_USEC_PER_SEC + info->st_mtim.tv_nsec / 1000;

  return ABS (now - written) < STAMP_TICK_USEC;
}

static gboolean
add_stamp (TvxFolderStore *self,
           GHashTable     *stamps,
           const char     *name,
           char           *id)
{
  g_autofree char *path = dup_path (self, name);
  g_autofree char *owned_id = id;
  gint64 now = g_get_real_time ();
  struct stat info;

  if (stat (path, &info) < 0)
    return FALSE;
  g_hash_table_insert (stamps, g_steal_pointer (&owned_id),
                       g_strdup_printf ("%" G_GINT64_FORMAT ".%09ld %" G_GOFFSET_FORMAT " %" G_GINT64_FORMAT,
                                        (gint64) info.st_mtim.tv_sec, info.st_mtim.tv_nsec, (goffset) info.st_size,
                                        may_be_written_again (&info, now) ? now : 0));
  return TRUE;
}

static GHashTable *
tvx_folder_store_list_stamps (TvxStore      *store,
                              GCancellable  *cancellable,
                              GError       **error)
{
  TvxFolderStore *self = TVX_FOLDER_STORE (store);
  g_autoptr (GHashTable) stamps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = NULL;

  if (!check_root (self, error))
    return NULL;
  /* On a share that is not there now, the folder may be empty; that does not mean that all was removed. */
  if (!add_stamp (self, stamps, "register.json", g_strdup (TVX_STORE_REGISTER)))
    {
      tvx_storage_error_from_errno (error, "register.json", errno);
      return NULL;
    }
  names = tvx_folder_list_projects (self->root, problems, error);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = names->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      /* A file that goes while we look is not there. */
      add_stamp (self, stamps, name, g_strndup (name + strlen ("projects/"), strlen (name) - strlen ("projects/.json")));
    }
  return names != NULL ? g_steal_pointer (&stamps) : NULL;
}

static void
tvx_folder_store_save (TvxStore        *store,
                       GPtrArray       *savings,
                       TvxProgressFunc  progress,
                       gpointer         progress_data,
                       GCancellable    *cancellable)
{
  TvxFolderStore *self = TVX_FOLDER_STORE (store);
  g_autofree char *projects = NULL;

  for (guint i = 0; i < savings->len; i++)
    {
      TvxSaving *saving = savings->pdata[i];

      if (!g_cancellable_set_error_if_cancelled (cancellable, &saving->error) && check_root (self, &saving->error))
        tvx_folder_writer_save (self->writer, saving);
      if (progress != NULL)
        progress (i + 1, savings->len, progress_data);
    }
  if (self->root == NULL)
    return;
  projects = dup_path (self, "projects");
  tvx_safe_file_sync_folder (projects);
  tvx_safe_file_sync_folder (self->root);
}

static TvxDocumentFile *
tvx_folder_store_add_document_file (TvxStore      *store,
                                    const char    *project_id,
                                    GFile         *source,
                                    GCancellable  *cancellable,
                                    GError       **error)
{
  TvxFolderStore *self = TVX_FOLDER_STORE (store);

  return check_root (self, error) ? tvx_folder_documents_add (self->root, project_id, source, cancellable, error) : NULL;
}

static GFile *
tvx_folder_store_dup_document_file (TvxStore   *store,
                                    const char *project_id,
                                    const char *file)
{
  g_autofree char *name = tvx_folder_documents_dup_name (project_id, file);

  return name != NULL ? g_file_resolve_relative_path (TVX_FOLDER_STORE (store)->folder, name) : NULL;
}

static void
tvx_folder_store_finalize (GObject *object)
{
  TvxFolderStore *self = TVX_FOLDER_STORE (object);

  g_clear_pointer (&self->writer, tvx_folder_writer_free);
  g_clear_pointer (&self->root, g_free);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (tvx_folder_store_parent_class)->finalize (object);
}

static void
tvx_folder_store_class_init (TvxFolderStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tvx_folder_store_finalize;
}

static void
tvx_folder_store_init (TvxFolderStore *self)
{
}

static void
tvx_folder_store_iface_init (TvxStoreInterface *iface)
{
  iface->dup_name = tvx_folder_store_dup_name;
  iface->dup_record_name = tvx_folder_store_dup_record_name;
  iface->load_register = tvx_folder_store_load_register;
  iface->load_summaries = tvx_folder_store_load_summaries;
  iface->load_project = tvx_folder_store_load_project;
  iface->load_history = tvx_folder_store_load_history;
  iface->list_stamps = tvx_folder_store_list_stamps;
  iface->save = tvx_folder_store_save;
  iface->add_document_file = tvx_folder_store_add_document_file;
  iface->dup_document_file = tvx_folder_store_dup_document_file;
}

/**
 * tvx_folder_store_new:
 * @folder: a folder, of which nothing is looked at yet
 *
 * Returns: (transfer full): the register in this folder
 */
TvxFolderStore *
tvx_folder_store_new (GFile *folder)
{
  TvxFolderStore *self = g_object_new (TVX_TYPE_FOLDER_STORE, NULL);

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  self->folder = g_object_ref (folder);
  self->root = g_file_get_path (folder);
  if (self->root != NULL)
    self->writer = tvx_folder_writer_new (self->root);
  return self;
}

static gboolean
write_register (TvxFolderStore  *self,
                TvxRegister     *record,
                GError         **error)
{
  g_autofree char *path = dup_path (self, "register.json");
  g_autoptr (GVariant) members = tvx_record_to_variant (TVX_RECORD (record));
  g_autoptr (GVariant) tree = tvx_file_format_wrap (&tvx_register_format, members);
  char *text = tvx_json_write (tree);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autofree char *revision = tvx_safe_file_get_revision (bytes);
  g_autofree char *prepared = tvx_safe_file_prepare (path, "register.json", bytes, error);

  if (prepared == NULL)
    return FALSE;
  if (!tvx_safe_file_replace (prepared, path, "register.json", NULL, revision, error))
    {
      unlink (prepared);
      return FALSE;
    }
  tvx_safe_file_sync_folder (self->root);
  return TRUE;
}

/**
 * tvx_folder_store_create:
 * @folder: a folder, which is made where there is none
 * @record: the register
 * @cancellable: (nullable): to cancel the task
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Makes a new register in a folder that has none. This blocks.
 *
 * Returns: (transfer full) (nullable): the register in this folder
 */
TvxFolderStore *
tvx_folder_store_create (GFile         *folder,
                         TvxRegister   *record,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (TvxFolderStore) self = tvx_folder_store_new (folder);
  g_autofree char *shown = NULL;
  g_autofree char *path = NULL;
  g_autofree char *projects = NULL;

  g_return_val_if_fail (TVX_IS_REGISTER (record), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_path (self, error))
    return NULL;
  shown = g_filename_display_name (self->root);
  path = dup_path (self, "register.json");
  projects = dup_path (self, "projects");
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (projects, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_EXISTS,
                   _("%s: there is a register in this folder already; open it, or choose another folder"), shown);
      return NULL;
    }
  if (!tvx_safe_file_make_folder (projects, shown, error) || !write_register (self, record, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tvx_folder_store_get_folder:
 * @self: a store
 *
 * Returns: (transfer none): its folder
 */
GFile *
tvx_folder_store_get_folder (TvxFolderStore *self)
{
  g_return_val_if_fail (TVX_IS_FOLDER_STORE (self), NULL);

  return self->folder;
}
