/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goes through a ZIP file that may come from anywhere. What it calls a file is one, is in the one folder that all is in,
 * and has a name that leads nowhere else. */

#include "storage/tvx-zip-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storage/tvx-storage-error.h"

#define BLOCK (64 * 1024)
#define MAX_PATH 1000

struct _TvxZipReader
{
  int       fd;
  char     *name;
  locale_t  utf8;
  guint64   size;
  /* The folder that all is in. */
  char     *top;
};

/* Where a file stands in the bag; NULL where its name leads elsewhere, or is none. */
static const char *
get_path (const char *full_path)
{
  g_auto (GStrv) steps = NULL;

  if (full_path == NULL || !g_utf8_validate (full_path, -1, NULL) || strlen (full_path) > MAX_PATH || *full_path == '/')
    return NULL;
  for (const char *p = full_path; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '\\' || g_unichar_iscntrl (g_utf8_get_char (p)))
      return NULL;
  steps = g_strsplit (full_path, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      gboolean ends_folder = *steps[i] == '\0' && steps[i + 1] == NULL && i > 0;

      if (!ends_folder && (*steps[i] == '\0' || g_str_equal (steps[i], ".") || g_str_equal (steps[i], "..")))
        return NULL;
    }
  return steps[1] != NULL ? strchr (full_path, '/') + 1 : NULL;
}

/* A folder, or an ordinary file with a good name. */
static gboolean
check_entry (TvxZipReader          *self,
             struct archive_entry  *entry,
             const char           **path,
             GError               **error)
{
  const char *full_path = archive_entry_pathname_utf8 (entry);
  g_autofree char *shown = g_utf8_make_valid (full_path != NULL ? full_path : "?", -1);
  gsize top_length;

  *path = get_path (full_path);
  if (*path == NULL)
    return tvx_zip_reader_refuse (self, error, _("“%s” is a name that leads out of the package, or no name."), shown);
  if (archive_entry_is_encrypted (entry))
    return tvx_zip_reader_refuse (self, error, _("“%s” is encrypted."), shown);
  if (archive_entry_hardlink (entry) != NULL || archive_entry_symlink (entry) != NULL ||
      (archive_entry_filetype (entry) != AE_IFREG && archive_entry_filetype (entry) != AE_IFDIR))
    return tvx_zip_reader_refuse (self, error, _("“%s” is a link or a device, not a file."), shown);
  top_length = (gsize) (*path - full_path);
  if (self->top == NULL)
    self->top = g_strndup (full_path, top_length);
  if (strlen (self->top) != top_length || strncmp (self->top, full_path, top_length) != 0)
    return tvx_zip_reader_refuse (self, error, _("“%s” is not in the folder “%s” that all else is in."), shown, self->top);
  return TRUE;
}

static gboolean
each_entry (TvxZipReader    *self,
            struct archive  *archive,
            TvxZipFunc       func,
            gpointer         user_data,
            GCancellable    *cancellable,
            GError         **error)
{
  struct archive_entry *entry;
  int status;

  if (lseek (self->fd, 0, SEEK_SET) < 0)
    return tvx_storage_error_from_errno (error, self->name, errno);
  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_fd (archive, self->fd, BLOCK) != ARCHIVE_OK)
    return tvx_zip_reader_refuse (self, error, "%s", _("It is no ZIP file, or was cut short."));
  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      const char *path;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_entry (self, entry, &path, error))
        return FALSE;
      if (archive_entry_filetype (entry) == AE_IFREG && !func (archive, entry, path, user_data, error))
        return FALSE;
    }
  if (status == ARCHIVE_EOF)
    return TRUE;
  return tvx_zip_reader_refuse (self, error, _("It is damaged or was cut short (%s)."), archive_error_string (archive));
}

static gboolean
open_zip (TvxZipReader  *self,
          GFile         *source,
          GError       **error)
{
  g_autofree char *path = g_file_get_path (source);
  struct stat info;

  if (path == NULL)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FILE_TYPE, _("%s: this place is not in the file system; copy the file first"),
                   self->name);
      return FALSE;
    }
  self->fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (self->fd < 0 || fstat (self->fd, &info) < 0)
    return tvx_storage_error_from_errno (error, self->name, errno);
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FILE_TYPE,
                   _("%s: found a folder or device, expected an ordinary file"), self->name);
      return FALSE;
    }
  self->size = (guint64) info.st_size;
  return TRUE;
}

/**
 * tvx_zip_reader_open: (skip)
 * @source: a ZIP file in the file system
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Opens a file, of which nothing is looked at yet.
 *
 * Returns: (transfer full) (nullable): the file
 */
TvxZipReader *
tvx_zip_reader_open (GFile   *source,
                     GError **error)
{
  g_autoptr (TvxZipReader) self = g_new0 (TvxZipReader, 1);

  self->fd = -1;
  self->name = g_file_get_parse_name (source);
  self->utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", duplocale (uselocale ((locale_t) 0)));
  return open_zip (self, source, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tvx_zip_reader_free: (skip)
 * @self: (transfer full): a ZIP file
 *
 * Closes it.
 */
void
tvx_zip_reader_free (TvxZipReader *self)
{
  if (self->fd >= 0)
    close (self->fd);
  freelocale (self->utf8);
  g_free (self->top);
  g_free (self->name);
  g_free (self);
}

/**
 * tvx_zip_reader_get_size: (skip)
 * @self: a ZIP file
 *
 * Returns: how many bytes it has
 */
guint64
tvx_zip_reader_get_size (TvxZipReader *self)
{
  return self->size;
}

/**
 * tvx_zip_reader_each: (skip)
 * @self: a ZIP file
 * @func: (scope call): is called for each file
 * @user_data: data for @func
 * @cancellable: (nullable): to cancel the task
 * @error: return location for a [error@Tvx.StorageError] that says what is wrong with it, or what @func has to say
 *
 * Goes through it from the beginning.
 *
 * Returns: whether nothing was wrong
 */
gboolean
tvx_zip_reader_each (TvxZipReader  *self,
                     TvxZipFunc     func,
                     gpointer       user_data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  struct archive *archive = archive_read_new ();
  /* libarchive takes the encoding of names from the locale. */
  locale_t old = uselocale (self->utf8);
  gboolean good;

  good = each_entry (self, archive, func, user_data, cancellable, error);
  archive_read_free (archive);
  uselocale (old);
  return good;
}

/**
 * tvx_zip_reader_refuse: (skip)
 * @self: a ZIP file
 * @error: return location for a [error@Tvx.StorageError]
 * @format: a sentence about what is wrong with it
 * @...: what stands in the sentence
 *
 * Refuses it for what it holds.
 *
 * Returns: %FALSE
 */
gboolean
tvx_zip_reader_refuse (TvxZipReader  *self,
                       GError       **error,
                       const char    *format,
                       ...)
{
  va_list arguments;
  g_autofree char *reason = NULL;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT,
               /* Translators: the name of a file, and a sentence about what is wrong with it. */
               _("%s: %s Nothing was taken from it."), self->name, reason);
  return FALSE;
}

/**
 * tvx_zip_reader_refuse_size: (skip)
 * @self: a ZIP file
 * @reason: a sentence about what is too large
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Refuses it for its size.
 *
 * Returns: %FALSE
 */
gboolean
tvx_zip_reader_refuse_size (TvxZipReader  *self,
                            const char    *reason,
                            GError       **error)
{
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_TOO_LARGE, _("%s: %s Nothing was taken from it."), self->name, reason);
  return FALSE;
}
