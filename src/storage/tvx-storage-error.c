/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-storage-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (tvx-storage-error-quark, tvx_storage_error)

/**
 * tvx_storage_error_from_errno: (skip)
 * @error: return location for a [error@Tvx.StorageError]
 * @name: the name of the file or folder, for the message
 * @saved_errno: what the system said
 *
 * Says in words what the system said of a file.
 *
 * Returns: %FALSE
 */
gboolean
tvx_storage_error_from_errno (GError     **error,
                              const char  *name,
                              int          saved_errno)
{
  switch (saved_errno)
    {
    case ENOENT:
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND, _("%s: there is no such file"), name);
      break;
    case EEXIST:
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_EXISTS, _("%s: there is such a file already"), name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_ACCESS,
                   _("%s: you have no permission for this; ask whoever looks after the folder"), name);
      break;
    case EROFS:
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_ACCESS,
                   _("%s: the place can only be read, not written to"), name);
      break;
    case ELOOP:
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FILE_TYPE,
                   _("%s: found a symbolic link, expected an ordinary file; put the file itself there"), name);
      break;
    case EISDIR:
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FILE_TYPE,
                   _("%s: found a folder, expected an ordinary file"), name);
      break;
    case ENOTDIR:
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FILE_TYPE,
                   _("%s: found a file, expected a folder"), name);
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FULL,
                   _("%s: there is no room left; make room and save again"), name);
      break;
    default:
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FAILED, "%s: %s", name, g_strerror (saved_errno));
    }
  return FALSE;
}

/**
 * tvx_storage_error_changed: (skip)
 * @error: return location for a [error@Tvx.StorageError]
 * @name: the name of the file, for the message
 *
 * Says that a file is not what it was when it was read.
 *
 * Returns: %FALSE
 */
gboolean
tvx_storage_error_changed (GError     **error,
                           const char  *name)
{
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_CHANGED,
               _("%s: somebody else changed or removed this file after it was opened here; nothing was overwritten"),
               name);
  return FALSE;
}
