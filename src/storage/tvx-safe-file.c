/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are never lost. A file is read whole or not at all; it is written to a file of our own beside it, which
 * takes its place in one step once it is on the disk. Nothing is ever cut short and written anew in its place. Symbolic
 * links are not followed: a register that came from somebody else must not reach beyond its folder.
 *
 * All of it works where locks, hard links, notices of changes or an exchange of names are refused, as on a network
 * share or in the file system of a sandbox. */

#include "storage/tvx-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storage/tvx-storage-error.h"

#define COPY_BLOCK (256 * 1024)

static int
open_retrying (const char *path,
               int         flags)
{
  int fd;

  /* A pipe of this name must not make the program wait. */
  do
    fd = open (path, flags | O_NONBLOCK | O_CLOEXEC, 0666);
  while (fd < 0 && errno == EINTR);
  return fd;
}

/* Opens a file that is no symbolic link. The file system in which a portal grants a folder says ELOOP of every file that is
 * opened with O_NOFOLLOW, so that there one looks first, and then opens the very thing that was looked at. */
static int
open_file (const char *path,
           int         flags)
{
  int fd = open_retrying (path, flags | O_NOFOLLOW);
  g_autofd int place = -1;
  g_autofree char *opened = NULL;
  struct stat info;

  if (fd >= 0 || errno != ELOOP)
    return fd;
  place = open_retrying (path, O_PATH | O_NOFOLLOW);
  if (place < 0 || fstat (place, &info) < 0)
    return -1;
  if (S_ISLNK (info.st_mode))
    {
      errno = ELOOP;
      return -1;
    }
  opened = g_strdup_printf ("/proc/self/fd/%d", place);
  return open_retrying (opened, flags & ~(O_CREAT | O_EXCL));
}

static gboolean
check_regular (const struct stat  *info,
               const char         *name,
               GError            **error)
{
  if (S_ISREG (info->st_mode))
    return TRUE;
  if (S_ISDIR (info->st_mode))
    return tvx_storage_error_from_errno (error, name, EISDIR);
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FILE_TYPE,
               _("%s: found a pipe or device, expected an ordinary file"), name);
  return FALSE;
}

static gboolean
fail_too_large (const char  *name,
                goffset      size,
                gsize        max_size,
                GError     **error)
{
  g_autofree char *found = g_format_size ((guint64) size);
  g_autofree char *expected = g_format_size (max_size);

  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_TOO_LARGE,
               /* Translators: the name of a file, its size, the largest size. */
               _("%s: found %s, expected at most %s; this is not a file of this program, or it is damaged"),
               name, found, expected);
  return FALSE;
}

static gboolean
write_all (int         fd,
           const char *data,
           gsize       size,
           gsize      *written)
{
  for (*written = 0; *written < size;)
    {
      gssize n = write (fd, data + *written, size - *written);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        *written += (gsize) n;
    }
  return TRUE;
}

/* Some file systems have nothing to wait for, and say so. */
static gboolean
sync_fd (int fd)
{
  int status;

  do
    status = fsync (fd);
  while (status < 0 && errno == EINTR);
  return status == 0 || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP;
}

static gboolean
is_refused_by_file_system (int saved_errno)
{
  return saved_errno == EINVAL || saved_errno == ENOSYS || saved_errno == EOPNOTSUPP || saved_errno == EPERM ||
         saved_errno == EMLINK;
}

/**
 * tvx_safe_file_load: (skip)
 * @path: a file
 * @name: its name for messages
 * @max_size: the most bytes that it may have
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Reads a file whole. Its size is known before anything is read.
 *
 * Returns: (transfer full) (nullable): what it holds
 */
GBytes *
tvx_safe_file_load (const char  *path,
                    const char  *name,
                    gsize        max_size,
                    GError     **error)
{
  g_autofd int fd = open_file (path, O_RDONLY);
  g_autoptr (GByteArray) bytes = NULL;
  struct stat info;

  if (fd < 0 || fstat (fd, &info) < 0)
    {
      tvx_storage_error_from_errno (error, name, errno);
      return NULL;
    }
  if (!check_regular (&info, name, error))
    return NULL;
  if (info.st_size > (goffset) max_size)
    {
      fail_too_large (name, info.st_size, max_size, error);
      return NULL;
    }

  bytes = g_byte_array_sized_new ((guint) info.st_size + 1);
  for (;;)
    {
      gsize length = bytes->len;
      gssize n;

      g_byte_array_set_size (bytes, (guint) (MAX (length, (gsize) info.st_size) + 1));
      n = read (fd, bytes->data + length, bytes->len - length);
      g_byte_array_set_size (bytes, (guint) (length + (gsize) MAX (n, 0)));
      if (n == 0)
        break;
      if (n < 0 && errno != EINTR)
        {
          tvx_storage_error_from_errno (error, name, errno);
          return NULL;
        }
      if (bytes->len > max_size)
        {
          fail_too_large (name, bytes->len, max_size, error);
          return NULL;
        }
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * tvx_safe_file_get_revision: (skip)
 * @bytes: what a file holds
 *
 * Returns: (transfer full): what tells it from every other text, its SHA-256
 */
char *
tvx_safe_file_get_revision (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/**
 * tvx_safe_file_has_revision: (skip)
 * @path: a file
 * @revision: a revision
 *
 * Returns: whether the file can be read and is of this revision
 */
gboolean
tvx_safe_file_has_revision (const char *path,
                            const char *revision)
{
  g_autoptr (GBytes) bytes = tvx_safe_file_load (path, path, TVX_SAFE_FILE_MAX_SIZE, NULL);
  g_autofree char *found = bytes != NULL ? tvx_safe_file_get_revision (bytes) : NULL;

  return g_strcmp0 (found, revision) == 0;
}

/* The new file belongs to whom the old one belonged to, as far as the system lets us. */
static void
copy_rights (int         fd,
             const char *path)
{
  struct stat info;

  if (lstat (path, &info) == 0 && S_ISREG (info.st_mode) &&
      (fchown (fd, (uid_t) -1, info.st_gid) == 0 || (info.st_mode & S_IRWXG) == 0))
    (void) fchmod (fd, info.st_mode & 0777);
}

/* Makes a file beside another one, `.NAME.XXXXXXXX.new`. */
static int
create_beside (const char  *path,
               char       **created)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  int fd;

  *created = NULL;
  do
    {
      g_free (*created);
      *created = g_strdup_printf ("%s/.%s.%08x.new", folder, base, g_random_int ());
      fd = open_file (*created, O_WRONLY | O_CREAT | O_EXCL);
    }
  while (fd < 0 && errno == EEXIST);
  return fd;
}

/* Takes the file descriptor. */
static gboolean
finish_beside (int fd)
{
  int saved_errno = sync_fd (fd) ? 0 : errno;

  if (close (fd) < 0 && saved_errno == 0)
    saved_errno = errno;
  errno = saved_errno;
  return saved_errno == 0;
}

/**
 * tvx_safe_file_prepare: (skip)
 * @path: the file that is to be written
 * @name: its name for messages
 * @bytes: what it is to hold
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Writes a file beside @path, which can then take its place, and waits until it is on the disk.
 *
 * Returns: (transfer full) (nullable): the file that was written, `.NAME.XXXXXXXX.new`
 */
char *
tvx_safe_file_prepare (const char  *path,
                       const char  *name,
                       GBytes      *bytes,
                       GError     **error)
{
  g_autofree char *prepared = NULL;
  gsize size, written;
  const char *data = g_bytes_get_data (bytes, &size);
  int fd = create_beside (path, &prepared);

  if (fd < 0)
    {
      tvx_storage_error_from_errno (error, name, errno);
      return NULL;
    }

  copy_rights (fd, path);
  if (!write_all (fd, data, size, &written))
    {
      tvx_storage_error_from_errno (error, name, errno);
      close (fd);
      unlink (prepared);
      return NULL;
    }
  if (!finish_beside (fd))
    {
      tvx_storage_error_from_errno (error, name, errno);
      unlink (prepared);
      return NULL;
    }
  return g_steal_pointer (&prepared);
}

static gboolean
copy_all (GInputStream  *source,
          int            fd,
          const char    *name,
          GChecksum     *checksum,
          goffset       *size,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree guchar *block = g_malloc (COPY_BLOCK);
  gssize n;

  *size = 0;
  while ((n = g_input_stream_read (source, block, COPY_BLOCK, cancellable, error)) > 0)
    {
      gsize written;

      g_checksum_update (checksum, block, n);
      if (!write_all (fd, (const char *) block, (gsize) n, &written))
        return tvx_storage_error_from_errno (error, name, errno);
      *size += n;
    }
  return n == 0;
}

/**
 * tvx_safe_file_copy: (skip)
 * @source: what is to be copied, to its end
 * @path: the file that is to be written
 * @name: its name for messages
 * @checksum: is told what was copied
 * @size: (out): how many bytes were copied
 * @cancellable: (nullable): to cancel the task
 * @error: return location for a [error@Tvx.StorageError], or what @source has to say
 *
 * Does what [func@Tvx.safe_file_prepare] does for what may be too large to be held in memory.
 *
 * Returns: (transfer full) (nullable): the file that was written
 */
char *
tvx_safe_file_copy (GInputStream  *source,
                    const char    *path,
                    const char    *name,
                    GChecksum     *checksum,
                    goffset       *size,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *prepared = NULL;
  int fd = create_beside (path, &prepared);

  if (fd < 0)
    {
      tvx_storage_error_from_errno (error, name, errno);
      return NULL;
    }
  if (!copy_all (source, fd, name, checksum, size, cancellable, error))
    {
      close (fd);
      unlink (prepared);
      return NULL;
    }
  if (!finish_beside (fd))
    {
      tvx_storage_error_from_errno (error, name, errno);
      unlink (prepared);
      return NULL;
    }
  return g_steal_pointer (&prepared);
}

/* Puts a file where no file may be. */
static gboolean
place_new (const char *prepared,
           const char *path)
{
  g_autofd int placeholder = -1;
  int saved_errno;

  if (renameat2 (AT_FDCWD, prepared, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (!is_refused_by_file_system (errno))
    return FALSE;
  if (link (prepared, path) == 0)
    return unlink (prepared) == 0;
  if (!is_refused_by_file_system (errno))
    return FALSE;
  placeholder = open_file (path, O_WRONLY | O_CREAT | O_EXCL);
  if (placeholder < 0)
    return FALSE;
  if (rename (prepared, path) == 0)
    return TRUE;
  saved_errno = errno;
  unlink (path);
  errno = saved_errno;
  return FALSE;
}

/* Puts a file in place of one that must be of a certain revision. Where names can be exchanged, what was replaced is
 * looked at afterwards, so that nobody can have changed it in between; elsewhere that moment remains. */
static gboolean
place_over (const char  *prepared,
            const char  *path,
            const char  *name,
            const char  *base,
            GError     **error)
{
  if (!tvx_safe_file_has_revision (path, base))
    return tvx_storage_error_changed (error, name);
  if (renameat2 (AT_FDCWD, prepared, AT_FDCWD, path, RENAME_EXCHANGE) == 0)
    {
      if (tvx_safe_file_has_revision (prepared, base))
        {
          unlink (prepared);
          return TRUE;
        }
      if (renameat2 (AT_FDCWD, prepared, AT_FDCWD, path, RENAME_EXCHANGE) < 0)
        return tvx_storage_error_from_errno (error, name, errno);
      return tvx_storage_error_changed (error, name);
    }
  if (!is_refused_by_file_system (errno) || rename (prepared, path) < 0)
    return tvx_storage_error_from_errno (error, name, errno);
  return TRUE;
}

/**
 * tvx_safe_file_replace: (skip)
 * @prepared: what [func@Tvx.safe_file_prepare] wrote
 * @path: the file that it replaces
 * @name: its name for messages
 * @base: (nullable): the revision that is replaced, %NULL where there must be no file
 * @revision: the revision of @prepared
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Puts a file in place in one step. Where somebody else was faster, nothing is overwritten and @prepared remains.
 *
 * Returns: whether @path now holds what @prepared held
 */
gboolean
tvx_safe_file_replace (const char  *prepared,
                       const char  *path,
                       const char  *name,
                       const char  *base,
                       const char  *revision,
                       GError     **error)
{
  g_autoptr (GError) local_error = NULL;

  if (base != NULL)
    place_over (prepared, path, name, base, &local_error);
  else if (!place_new (prepared, path))
    tvx_storage_error_from_errno (&local_error, name, errno);

  /* Where another process has already found what we prepared and finished our work, all is well. */
  if (local_error != NULL && !(g_error_matches (local_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND) &&
                               tvx_safe_file_has_revision (path, revision)))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  /* Some network shares say yes and write nothing. */
  if (local_error == NULL && !tvx_safe_file_has_revision (path, revision))
    return tvx_storage_error_changed (error, name);
  return TRUE;
}

/**
 * tvx_safe_file_move: (skip)
 * @from: a file
 * @to: its new place, where no file may be
 * @name: its name for messages
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Moves a file within one file system.
 *
 * Returns: whether it was moved
 */
gboolean
tvx_safe_file_move (const char  *from,
                    const char  *to,
                    const char  *name,
                    GError     **error)
{
  return place_new (from, to) || tvx_storage_error_from_errno (error, name, errno);
}

/* What of a text was written before the disk was full is taken back, if nobody has written after it. */
static void
take_back (int     fd,
           goffset old_size,
           gsize   written)
{
  struct stat info;

  if (fstat (fd, &info) == 0 && info.st_size == old_size + (goffset) written && ftruncate (fd, old_size) < 0)
    g_debug ("Could not take back what was written: %s", g_strerror (errno));
}

/**
 * tvx_safe_file_append: (skip)
 * @path: a file of lines, made where there is none
 * @name: its name for messages
 * @text: whole lines
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Appends lines to a file, and waits until they are on the disk. A last line that was cut off stays a line of its own.
 *
 * Returns: whether they were appended; if not, the file is as it was
 */
gboolean
tvx_safe_file_append (const char  *path,
                      const char  *name,
                      const char  *text,
                      GError     **error)
{
  g_autofd int fd = open_file (path, O_RDWR | O_APPEND | O_CREAT);
  g_autofree char *lines = NULL;
  struct stat info;
  gsize written;
  char last = '\n';

  if (fd < 0 || fstat (fd, &info) < 0)
    return tvx_storage_error_from_errno (error, name, errno);
  if (!check_regular (&info, name, error))
    return FALSE;
  if (info.st_size > 0 && pread (fd, &last, 1, info.st_size - 1) < 0)
    return tvx_storage_error_from_errno (error, name, errno);

  lines = g_strconcat (last == '\n' ? "" : "\n", text, NULL);
  if (!write_all (fd, lines, strlen (lines), &written) || !sync_fd (fd))
    {
      tvx_storage_error_from_errno (error, name, errno);
      take_back (fd, info.st_size, written);
      return FALSE;
    }
  if (info.st_size == 0)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      tvx_safe_file_sync_folder (folder);
    }
  return TRUE;
}

/**
 * tvx_safe_file_make_folder: (skip)
 * @path: a folder
 * @name: its name for messages
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Makes a folder and those above it, where they are not there.
 *
 * Returns: whether it is there
 */
gboolean
tvx_safe_file_make_folder (const char  *path,
                           const char  *name,
                           GError     **error)
{
  return g_mkdir_with_parents (path, 0777) == 0 || tvx_storage_error_from_errno (error, name, errno);
}

/**
 * tvx_safe_file_sync_folder: (skip)
 * @path: a folder
 *
 * Waits until the names of a folder are on the disk, where the file system can tell.
 */
void
tvx_safe_file_sync_folder (const char *path)
{
  g_autofd int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0 && !sync_fd (fd))
    g_debug ("Could not sync %s: %s", path, g_strerror (errno));
}
