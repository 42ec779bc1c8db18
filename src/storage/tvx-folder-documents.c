/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of a project, in `documents/<id of the project>/` of the register folder. A file is never changed or removed
 * once it is there: undo, history and earlier reports may need it. */

#include "storage/tvx-folder-documents.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/tvx-normalize.h"
#include "storage/tvx-safe-file.h"
#include "storage/tvx-storage-error.h"

/* What most file systems take, in bytes, less what our own file beside it needs and a number in parentheses. */
#define MAX_NAME_LENGTH 200

/* Letters keep the name that they have; what would lead out of the folder, hide the file or confuse a terminal goes. */
static char *
make_name (GFile *source)
{
  g_autofree char *base = g_file_get_basename (source);
  g_autofree char *shown = g_filename_display_name (base);
  g_autofree char *composed = tvx_normalize_nfc (shown);
  g_autoptr (GString) name = g_string_new (NULL);
  const char *suffix;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || c == '/' || c == '\\' || (c == '.' && name->len == 0))
        continue;
      g_string_append_unichar (name, c);
    }
  if (name->len == 0)
    g_string_assign (name, _("document"));
  suffix = strrchr (name->str, '.');
  if (name->len > MAX_NAME_LENGTH)
    {
      g_autofree char *kept = g_strdup (suffix != NULL && strlen (suffix) <= 10 ? suffix : "");

      while (name->len + strlen (kept) > MAX_NAME_LENGTH)
        g_string_truncate (name, (gsize) (g_utf8_find_prev_char (name->str, name->str + name->len) - name->str));
      g_string_append (name, kept);
    }
  return g_string_free_and_steal (g_steal_pointer (&name));
}

/* "Plan.pdf", "Plan (2).pdf", "Plan (3).pdf" … */
static char *
make_variant (const char *name,
              guint       number)
{
  const char *suffix = strrchr (name, '.');

  if (number == 1)
    return g_strdup (name);
  if (suffix == NULL)
    suffix = name + strlen (name);
  return g_strdup_printf ("%.*s (%u)%s", (int) (suffix - name), name, number, suffix);
}

/* Not through a link: a register that came from somebody else must not write beyond its folder. */
static gboolean
make_folder (const char  *root,
             const char  *name,
             GError     **error)
{
  g_autofree char *path = g_build_filename (root, name, NULL);
  struct stat info;

  if (g_mkdir (path, 0777) < 0 && errno != EEXIST)
    return tvx_storage_error_from_errno (error, name, errno);
  if (lstat (path, &info) < 0)
    return tvx_storage_error_from_errno (error, name, errno);
  if (!S_ISDIR (info.st_mode))
    return tvx_storage_error_from_errno (error, name, ENOTDIR);
  return TRUE;
}

/* Gives a copy the first of its names that is free, or that a file with the same contents has. */
static char *
place (const char  *folder,
       const char  *prepared,
       const char  *name,
       const char  *sha256,
       GError     **error)
{
  for (guint number = 1;; number++)
    {
      g_autofree char *variant = make_variant (name, number);
      g_autofree char *path = g_build_filename (folder, variant, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) local_error = NULL;
      g_autofree char *found = NULL;

      if (tvx_safe_file_move (prepared, path, variant, &local_error))
        return g_steal_pointer (&variant);
      if (!g_error_matches (local_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      found = tvx_document_file_hash (file, NULL);
      if (g_strcmp0 (found, sha256) == 0)
        {
          g_unlink (prepared);
          return g_steal_pointer (&variant);
        }
    }
}

static char *
guess_media_type (const char *folder,
                  const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
  g_autofree char *type = NULL;
  guchar start[4096];
  gssize n = stream != NULL ? g_input_stream_read (stream, start, sizeof start, NULL, NULL) : 0;

  type = g_content_type_guess (name, start, (gsize) MAX (n, 0), NULL);
  return g_content_type_is_unknown (type) ? NULL : g_content_type_get_mime_type (type);
}

/**
 * tvx_folder_documents_dup_name: (skip)
 * @project_id: the id of a project
 * @file: the name of a file of the project
 *
 * Returns: (transfer full) (nullable): its name in the register folder; %NULL where one of the two leads elsewhere
 */
char *
tvx_folder_documents_dup_name (const char *project_id,
                               const char *file)
{
  if (!g_uuid_string_is_valid (project_id) || *file == '\0' || !tvx_check_file_name (file, NULL))
    return NULL;
  return g_build_path ("/", "documents", project_id, file, NULL);
}

/**
 * tvx_folder_documents_add: (skip)
 * @root: the folder of a register
 * @project_id: the id of a project
 * @source: a file
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error that names the file
 *
 * Copies a file into a register, see [method@Tvx.Store.add_document_file]. It is there whole, or not at all.
 *
 * Returns: (transfer full) (nullable): what is known of the copy
 */
TvxDocumentFile *
tvx_folder_documents_add (const char    *root,
                          const char    *project_id,
                          GFile         *source,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autofree char *name = make_name (source);
  g_autofree char *folder_name = g_build_path ("/", "documents", project_id, NULL);
  g_autofree char *folder = g_build_filename (root, folder_name, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *prepared = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (TvxDocumentFile) self = g_new0 (TvxDocumentFile, 1);

  g_return_val_if_fail (g_uuid_string_is_valid (project_id), NULL);

  stream = G_INPUT_STREAM (g_file_read (source, cancellable, error));
  if (stream == NULL || !make_folder (root, "documents", error) || !make_folder (root, folder_name, error))
    return NULL;
  prepared = tvx_safe_file_copy (stream, path, name, checksum, &self->size, cancellable, error);
  if (prepared == NULL)
    return NULL;
  self->sha256 = g_strdup (g_checksum_get_string (checksum));
  self->file = place (folder, prepared, name, self->sha256, error);
  if (self->file == NULL)
    {
      g_unlink (prepared);
      return NULL;
    }
  tvx_safe_file_sync_folder (folder);
  self->media_type = guess_media_type (folder, self->file);
  return g_steal_pointer (&self);
}
