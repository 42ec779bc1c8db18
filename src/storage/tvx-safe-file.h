/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest file that is read, and therefore written, in bytes. */
#define TVX_SAFE_FILE_MAX_SIZE (64 * 1024 * 1024)

GBytes   *tvx_safe_file_load         (const char  *path,
                                      const char  *name,
                                      gsize        max_size,
                                      GError     **error);
char     *tvx_safe_file_get_revision (GBytes *bytes);
gboolean  tvx_safe_file_has_revision (const char *path,
                                      const char *revision);
char     *tvx_safe_file_prepare      (const char  *path,
                                      const char  *name,
                                      GBytes      *bytes,
                                      GError     **error);
char     *tvx_safe_file_copy         (GInputStream  *source,
                                      const char    *path,
                                      const char    *name,
                                      GChecksum     *checksum,
                                      goffset       *size,
                                      GCancellable  *cancellable,
                                      GError       **error);
gboolean  tvx_safe_file_replace      (const char  *prepared,
                                      const char  *path,
                                      const char  *name,
                                      const char  *base,
                                      const char  *revision,
                                      GError     **error);
gboolean  tvx_safe_file_move         (const char  *from,
                                      const char  *to,
                                      const char  *name,
                                      GError     **error);
gboolean  tvx_safe_file_append       (const char  *path,
                                      const char  *name,
                                      const char  *text,
                                      GError     **error);
gboolean  tvx_safe_file_make_folder  (const char  *path,
                                      const char  *name,
                                      GError     **error);
void      tvx_safe_file_sync_folder  (const char *path);

G_END_DECLS
