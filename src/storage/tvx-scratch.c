/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scratch folder is locked as long as its program lives: the system lets go of the lock when that is killed, so that a
 * folder of that name which can be locked is nobody's any more. A folder gets the name only when it is locked, or another
 * program could sweep it in between. Process ids would not do, since a sandbox has its own. */

#include "storage/tvx-scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/file.h>

#include "storage/tvx-storage-error.h"

#define PREFIX "tillvaxt-scratch-"

struct _TvxScratch
{
  char *path;
  int   lock;
};

static int
remove_cb (const char        *path,
           const struct stat *info,
           int                flag,
           struct FTW        *ftw)
{
  return remove (path);
}

static void
remove_folder (const char *path)
{
  nftw (path, remove_cb, 16, FTW_DEPTH | FTW_PHYS);
}

/* Returns: a lock on the folder, or -1 where somebody else has it, or it is no folder */
static int
lock_folder (const char *path)
{
  int lock = open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) == 0)
    return lock;
  if (lock >= 0)
    close (lock);
  return -1;
}

/* Removes what programs left that were killed. Folders of other people are theirs. */
static void
sweep (void)
{
  g_autoptr (GDir) folder = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
      GStatBuf info;
      int lock;

      if (!g_str_has_prefix (name, PREFIX) || g_lstat (path, &info) != 0 || info.st_uid != getuid ())
        continue;
      lock = lock_folder (path);
      if (lock < 0)
        continue;
      remove_folder (path);
      close (lock);
    }
}

/**
 * tvx_scratch_new: (skip)
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Makes an empty folder that only this person can look into, and sweeps those that nobody uses any more.
 *
 * Returns: (transfer full) (nullable): the scratch
 */
TvxScratch *
tvx_scratch_new (GError **error)
{
  g_autofree char *made = g_dir_make_tmp ("tillvaxt-XXXXXX", error);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (PREFIX, id, NULL);
  g_autoptr (TvxScratch) self = NULL;

  if (made == NULL)
    return NULL;
  sweep ();
  self = g_new0 (TvxScratch, 1);
  self->path = g_build_filename (g_get_tmp_dir (), name, NULL);
  self->lock = lock_folder (made);
  if (self->lock >= 0 && g_rename (made, self->path) == 0)
    return g_steal_pointer (&self);
  tvx_storage_error_from_errno (error, made, errno);
  g_rmdir (made);
  return NULL;
}

/**
 * tvx_scratch_free: (skip)
 * @self: (transfer full): a scratch
 *
 * Removes the folder with all that is in it.
 */
void
tvx_scratch_free (TvxScratch *self)
{
  remove_folder (self->path);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self);
}

/**
 * tvx_scratch_get_path: (skip)
 * @self: a scratch
 *
 * Returns: (transfer none): the path of the folder
 */
const char *
tvx_scratch_get_path (TvxScratch *self)
{
  return self->path;
}
