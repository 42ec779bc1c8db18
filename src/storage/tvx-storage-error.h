/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TvxStorageError:
 * @TVX_STORAGE_ERROR_SYNTAX: the text is not JSON as RFC 8259 has it, or goes beyond what the program takes
 * @TVX_STORAGE_ERROR_TOO_LARGE: the file is larger than any such file can be
 * @TVX_STORAGE_ERROR_FORMAT: it is JSON, but not of the kind that was expected
 * @TVX_STORAGE_ERROR_ID: the id in the file is missing, wrong or taken
 * @TVX_STORAGE_ERROR_NOT_FOUND: there is no such file or project
 * @TVX_STORAGE_ERROR_UNREACHABLE: the folder of the register is not there, or is not granted any more
 * @TVX_STORAGE_ERROR_EXISTS: there is such a file already
 * @TVX_STORAGE_ERROR_ACCESS: the file must not be read or written
 * @TVX_STORAGE_ERROR_FILE_TYPE: it is not an ordinary file, or not a folder
 * @TVX_STORAGE_ERROR_CHANGED: somebody else changed the file since it was read
 * @TVX_STORAGE_ERROR_FULL: there is no room left
 * @TVX_STORAGE_ERROR_FAILED: the system refused for another reason
 *
 * What can go wrong with the files of a register.
 */
typedef enum
{
  TVX_STORAGE_ERROR_SYNTAX,
  TVX_STORAGE_ERROR_TOO_LARGE,
  TVX_STORAGE_ERROR_FORMAT,
  TVX_STORAGE_ERROR_ID,
  TVX_STORAGE_ERROR_NOT_FOUND,
  TVX_STORAGE_ERROR_UNREACHABLE,
  TVX_STORAGE_ERROR_EXISTS,
  TVX_STORAGE_ERROR_ACCESS,
  TVX_STORAGE_ERROR_FILE_TYPE,
  TVX_STORAGE_ERROR_CHANGED,
  TVX_STORAGE_ERROR_FULL,
  TVX_STORAGE_ERROR_FAILED,
} TvxStorageError;

#define TVX_STORAGE_ERROR (tvx_storage_error_quark ())
GQuark   tvx_storage_error_quark      (void);

gboolean tvx_storage_error_from_errno (GError     **error,
                                       const char  *name,
                                       int          saved_errno);
gboolean tvx_storage_error_changed    (GError     **error,
                                       const char  *name);

G_END_DECLS
