/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How records are saved in the folder of a register.
 *
 * 1. The file must be of the revision that the change started from; a copy of it goes to backups/ once a session.
 * 2. The new text is written to a file beside it, and is on the disk.
 * 3. The lines of the history are appended, and are on the disk.
 * 4. The new file takes the place of the old one.
 *
 * Where the program is killed before 3, nothing has happened; where it is killed after 3, what was prepared is still
 * there, and recovery, when the register is opened next, finds it named in the history and does 4. A project is deleted
 * in the same way: hidden, told of, then moved to backups/. Where 4 fails, whoever tries again leaves out the lines that
 * were told (TvxSaving.is_told).
 *
 * In 2 and 3 the file is on the disk, and with a new file its name. That the names of 4 are on the disk is waited for once,
 * at the end of a batch, before anybody is told that it is saved: until then, recovery could do 4 again. */

#include "storage/tvx-folder-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "storage/tvx-file-format.h"
#include "storage/tvx-history-file.h"
#include "storage/tvx-json.h"
#include "storage/tvx-safe-file.h"
#include "storage/tvx-storage-error.h"

#define MAX_GENERATIONS 10

/* How long what a crash has left is kept if nobody knows it. */
#define LEFTOVER_SECONDS (60 * 60)

struct _TvxFolderWriter
{
  char       *root;
  /* What names the copies that this session makes. */
  char       *session;
  GMutex      mutex;
  /* Ids of the records of which this session has made a copy. */
  GHashTable *backed_up;
};

/**
 * tvx_folder_dup_name: (skip)
 * @type: the type of projects or of registers
 * @id: an id
 *
 * Returns: (transfer full): the file of a record, seen from the folder of the register
 */
char *
tvx_folder_dup_name (GType       type,
                     const char *id)
{
  return type == TVX_TYPE_REGISTER ? g_strdup ("register.json") : g_strdup_printf ("projects/%s.json", id);
}

/**
 * tvx_folder_dup_history_name: (skip)
 * @id: the id of a project or register
 *
 * Returns: (transfer full): the file of its history, seen from the folder of the register
 */
char *
tvx_folder_dup_history_name (const char *id)
{
  return g_strdup_printf ("history/%s.jsonl", id);
}

static char *
dup_path (TvxFolderWriter *self,
          const char      *name)
{
  return g_build_filename (self->root, name, NULL);
}

/* A folder within the register. The register itself is not made anew: it may be on a share that is not there now. */
static gboolean
make_folder (TvxFolderWriter  *self,
             const char       *name,
             GError          **error)
{
  g_autofree char *path = dup_path (self, name);

  if (g_mkdir (path, 0777) == 0 || errno == EEXIST)
    return TRUE;
  return tvx_storage_error_from_errno (error, name, errno);
}

static void
remove_old_generations (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.' && g_str_has_suffix (name, ".json") && !g_str_has_suffix (name, "-deleted.json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i + MAX_GENERATIONS < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      unlink (path);
    }
}

/* The names sort by the time of the session, and then name the revision. */
static char *
dup_backup_name (TvxFolderWriter *self,
                 const char      *id,
                 const char      *revision,
                 const char      *suffix)
{
  return g_strdup_printf ("backups/%s/%s-%.8s%s.json", id, self->session, revision, suffix);
}

static gboolean
make_backup_folder (TvxFolderWriter  *self,
                    const char       *id,
                    GError          **error)
{
  g_autofree char *name = g_strdup_printf ("backups/%s", id);

  return make_folder (self, "backups", error) && make_folder (self, name, error);
}

static gboolean
make_backup (TvxFolderWriter  *self,
             TvxSaving        *saving,
             GBytes           *old,
             GError          **error)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *prepared = NULL;

  if (old == NULL || g_hash_table_contains (self->backed_up, saving->id))
    return TRUE;
  name = dup_backup_name (self, saving->id, saving->base, "");
  path = dup_path (self, name);
  folder = g_path_get_dirname (path);
  if (!make_backup_folder (self, saving->id, error))
    return FALSE;
  if (!tvx_safe_file_has_revision (path, saving->base))
    {
      prepared = tvx_safe_file_prepare (path, name, old, error);
      if (prepared == NULL)
        return FALSE;
      if (!tvx_safe_file_replace (prepared, path, name, NULL, saving->base, error))
        {
          unlink (prepared);
          return FALSE;
        }
    }
  tvx_safe_file_sync_folder (folder);
  remove_old_generations (folder);
  g_hash_table_add (self->backed_up, g_strdup (saving->id));
  return TRUE;
}

/* Whether the file is what the change started from: for a new record, no file. */
static gboolean
check_base (const char  *path,
            const char  *name,
            const char  *base,
            GBytes     **old,
            GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *found = NULL;

  *old = tvx_safe_file_load (path, name, TVX_SAFE_FILE_MAX_SIZE, &local_error);
  if (*old != NULL)
    found = tvx_safe_file_get_revision (*old);
  else if (!g_error_matches (local_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (g_strcmp0 (found, base) == 0)
    return TRUE;
  if (base == NULL)
    return tvx_storage_error_from_errno (error, name, EEXIST);
  return tvx_storage_error_changed (error, name);
}

static char *
dup_aside_name (TvxFolderWriter *self,
                const char      *name)
{
  return g_strconcat (name, TVX_CONFLICT_SUFFIX, self->session, NULL);
}

/* What was kept aside and is part of the file by now need not be looked at by a person. */
static void
remove_aside (TvxFolderWriter *self,
              const char      *name)
{
  g_autofree char *aside_name = dup_aside_name (self, name);
  g_autofree char *aside = dup_path (self, aside_name);

  unlink (aside);
}

/* Where somebody else was faster, keeps our version beside theirs, and says so. A later one of this session takes its
 * place. */
static void
keep_aside (TvxFolderWriter  *self,
            const char       *prepared,
            const char       *name,
            GError          **error)
{
  g_autofree char *aside_name = dup_aside_name (self, name);
  g_autofree char *aside = dup_path (self, aside_name);
  g_autofree char *message = NULL;

  if (!g_error_matches (*error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_CHANGED) &&
      !g_error_matches (*error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_EXISTS))
    return;
  if (g_rename (prepared, aside) < 0)
    return;
  /* Translators: a sentence that says that somebody else changed a file, and the name of another file. */
  message = g_strdup_printf (_("%s. Your version is kept in %s"), (*error)->message, aside_name);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}

static gboolean
append_history (TvxFolderWriter  *self,
                TvxSaving        *saving,
                const char       *revision,
                GError          **error)
{
  g_autofree char *name = tvx_folder_dup_history_name (saving->id);
  g_autofree char *path = dup_path (self, name);

  if (saving->history->len == 0)
    return TRUE;
  saving->is_told = make_folder (self, "history", error) &&
                    tvx_history_file_append (path, name, saving->history, saving->base, revision, error);
  return saving->is_told;
}

static GBytes *
make_text (TvxSaving   *saving,
           const char  *name,
           GError     **error)
{
  g_autoptr (GVariant) tree = tvx_file_format_wrap (tvx_file_format_for (saving->type), saving->record);
  char *text = tvx_json_write (tree);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  if (g_bytes_get_size (bytes) > TVX_SAFE_FILE_MAX_SIZE)
    {
      g_autofree char *size = g_format_size (TVX_SAFE_FILE_MAX_SIZE);

      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_TOO_LARGE,
                   _("%s: the record is larger than %s; shorten its texts"), name, size);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

static gboolean
write_record (TvxFolderWriter  *self,
              TvxSaving        *saving,
              GError          **error)
{
  g_autofree char *name = tvx_folder_dup_name (saving->type, saving->id);
  g_autofree char *path = dup_path (self, name);
  g_autoptr (GBytes) text = make_text (saving, name, error);
  g_autoptr (GBytes) old = NULL;
  g_autofree char *revision = NULL;
  g_autofree char *prepared = NULL;
  g_autoptr (GError) local_error = NULL;

  if (text == NULL)
    return FALSE;
  revision = tvx_safe_file_get_revision (text);
  /* What was changed and changed back is told of, but there is nothing to write. */
  if (g_strcmp0 (saving->base, revision) == 0)
    {
      saving->revision = g_steal_pointer (&revision);
      return append_history (self, saving, saving->revision, error);
    }
  if (saving->type != TVX_TYPE_REGISTER && !make_folder (self, "projects", error))
    return FALSE;
  prepared = tvx_safe_file_prepare (path, name, text, error);
  if (prepared == NULL)
    return FALSE;

  if (check_base (path, name, saving->base, &old, &local_error) && make_backup (self, saving, old, &local_error) &&
      append_history (self, saving, revision, &local_error) &&
      tvx_safe_file_replace (prepared, path, name, saving->base, revision, &local_error))
    {
      saving->revision = g_steal_pointer (&revision);
      remove_aside (self, name);
      return TRUE;
    }

  keep_aside (self, prepared, name, &local_error);
  /* What the history tells of is kept for recovery, should the program end before it is saved. */
  if (!saving->is_told)
    unlink (prepared);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
move_to_backups (TvxFolderWriter  *self,
                 const char       *id,
                 const char       *revision,
                 const char       *hidden,
                 GError          **error)
{
  g_autofree char *name = dup_backup_name (self, id, revision, "-deleted");
  g_autofree char *path = dup_path (self, name);
  g_autofree char *folder = g_path_get_dirname (path);

  if (!make_backup_folder (self, id, error))
    return FALSE;
  if (tvx_safe_file_has_revision (path, revision))
    unlink (hidden);
  else if (!tvx_safe_file_move (hidden, path, name, error))
    return FALSE;
  tvx_safe_file_sync_folder (folder);
  return TRUE;
}

static gboolean
delete_record (TvxFolderWriter  *self,
               TvxSaving        *saving,
               GError          **error)
{
  g_autofree char *name = tvx_folder_dup_name (saving->type, saving->id);
  g_autofree char *path = dup_path (self, name);
  g_autofree char *hidden = NULL;
  g_autoptr (GBytes) old = NULL;
  g_autoptr (GError) local_error = NULL;

  /* A project that was never stored leaves nothing but its history, and where its id is taken by another, not even that. */
  if (saving->base == NULL)
    return g_file_test (path, G_FILE_TEST_EXISTS) || append_history (self, saving, NULL, error);
  if (!check_base (path, name, saving->base, &old, error) || !make_backup_folder (self, saving->id, error))
    return FALSE;
  hidden = g_strdup_printf ("%s/projects/.%s.json.%08x.old", self->root, saving->id, g_random_int ());
  if (!tvx_safe_file_move (path, hidden, name, error))
    return FALSE;
  if (!tvx_safe_file_has_revision (hidden, saving->base))
    {
      tvx_safe_file_move (hidden, path, name, NULL);
      return tvx_storage_error_changed (error, name);
    }
  if (!append_history (self, saving, NULL, error))
    {
      tvx_safe_file_move (hidden, path, name, NULL);
      return FALSE;
    }
  /* It is gone and told of. Where the copy cannot be moved now, recovery does it. */
  if (!move_to_backups (self, saving->id, saving->base, hidden, &local_error))
    g_debug ("%s stays for recovery: %s", hidden, local_error->message);
  return TRUE;
}

/**
 * tvx_folder_writer_new: (skip)
 * @root: the folder of a register
 *
 * Returns: (transfer full): what saves records in it
 */
TvxFolderWriter *
tvx_folder_writer_new (const char *root)
{
  TvxFolderWriter *self = g_new0 (TvxFolderWriter, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%S");

  self->root = g_strdup (root);
  self->session = g_strdup_printf ("%s.%06dZ", time, g_date_time_get_microsecond (now));
  self->backed_up = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_mutex_init (&self->mutex);
  return self;
}

/**
 * tvx_folder_writer_free: (skip)
 * @self: (transfer full): what saves records
 *
 * Frees it.
 */
void
tvx_folder_writer_free (TvxFolderWriter *self)
{
  g_free (self->root);
  g_free (self->session);
  g_hash_table_unref (self->backed_up);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * tvx_folder_writer_save: (skip)
 * @self: what saves records
 * @saving: what to save
 *
 * Saves or deletes one record, and says in @saving what came of it.
 */
void
tvx_folder_writer_save (TvxFolderWriter *self,
                        TvxSaving       *saving)
{
  g_autofree char *register_path = dup_path (self, "register.json");

  g_mutex_lock (&self->mutex);
  /* On a share that is not there now, the folder may be empty, and must stay so. */
  if (!g_file_test (register_path, G_FILE_TEST_EXISTS))
    g_set_error (&saving->error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND,
                 _("%s: there is no register.json in this folder now; is the drive or network share still there?"),
                 self->root);
  else if (saving->record != NULL)
    write_record (self, saving, &saving->error);
  else
    delete_record (self, saving, &saving->error);
  g_mutex_unlock (&self->mutex);
}

/* Finishes or takes back what a crash has left in the middle of a save. */
static void
recover_file (TvxFolderWriter *self,
              const char      *folder,
              const char      *leftover,
              GType            type,
              const char      *id)
{
  g_autofree char *name = tvx_folder_dup_name (type, id);
  g_autofree char *path = dup_path (self, name);
  g_autofree char *left = g_build_filename (folder, leftover, NULL);
  g_autofree char *history_name = tvx_folder_dup_history_name (id);
  g_autofree char *history_path = dup_path (self, history_name);
  g_autoptr (GVariant) last = tvx_history_file_load_last (history_path);
  g_autoptr (GBytes) bytes = tvx_safe_file_load (left, leftover, TVX_SAFE_FILE_MAX_SIZE, NULL);
  g_autofree char *revision = bytes != NULL ? tvx_safe_file_get_revision (bytes) : NULL;
  g_autoptr (GError) error = NULL;
  const char *base = NULL, *next = NULL;
  GStatBuf info;

  if (last != NULL)
    {
      g_variant_lookup (last, "base", "&s", &base);
      g_variant_lookup (last, "revision", "&s", &next);
    }
  if (revision == NULL)
    return;
  if (g_str_has_suffix (leftover, ".old"))
    {
      if (next == NULL && g_strcmp0 (base, revision) == 0)
        move_to_backups (self, id, revision, left, NULL);
      else
        tvx_safe_file_move (left, path, name, NULL);
    }
  else if (tvx_safe_file_has_revision (path, revision))
    {
      unlink (left);
    }
  else if (g_strcmp0 (next, revision) == 0)
    {
      if (!tvx_safe_file_replace (left, path, name, base, revision, &error))
        keep_aside (self, left, name, &error);
    }
  else if (g_stat (left, &info) == 0 && info.st_mtime + LEFTOVER_SECONDS < g_get_real_time () / G_USEC_PER_SEC)
    {
      unlink (left);
    }
}

/* What was prepared names the project in its name; the register names itself in its text. */
static char *
dup_leftover_id (const char *folder,
                 const char *leftover,
                 GType       type)
{
  g_autofree char *path = g_build_filename (folder, leftover, NULL);
  g_autofree char *id = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) tree = NULL;

  if (type != TVX_TYPE_REGISTER)
    {
      id = g_strndup (leftover + 1, strcspn (leftover + 1, "."));
    }
  else
    {
      bytes = tvx_safe_file_load (path, leftover, TVX_SAFE_FILE_MAX_SIZE, NULL);
      tree = bytes != NULL ? tvx_json_parse (bytes, leftover, NULL) : NULL;
      if (tree != NULL && g_variant_is_of_type (tree, G_VARIANT_TYPE_VARDICT))
        g_variant_lookup (tree, "id", "s", &id);
    }
  return id != NULL && g_uuid_string_is_valid (id) ? g_steal_pointer (&id) : NULL;
}

static void
recover_folder (TvxFolderWriter *self,
                const char      *folder,
                GType            type)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (name[0] == '.' && (g_str_has_suffix (name, ".new") || g_str_has_suffix (name, ".old")))
      {
        g_autofree char *id = dup_leftover_id (folder, name, type);

        if (id != NULL)
          recover_file (self, folder, name, type, id);
      }
}

/**
 * tvx_folder_writer_recover: (skip)
 * @self: what saves records
 *
 * Brings files and histories in line where a crash came between them.
 */
void
tvx_folder_writer_recover (TvxFolderWriter *self)
{
  g_autofree char *projects = dup_path (self, "projects");

  g_mutex_lock (&self->mutex);
  recover_folder (self, self->root, TVX_TYPE_REGISTER);
  recover_folder (self, projects, TVX_TYPE_PROJECT);
  g_mutex_unlock (&self->mutex);
}
