/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TvxZipReader TvxZipReader;

/**
 * TvxZipFunc:
 * @archive: where what the file holds can be read
 * @entry: a file
 * @path: where it stands in the folder that all is in
 * @user_data: what was given with the function
 * @error: return location for an error
 *
 * Is called for each file of a ZIP file.
 *
 * Returns: whether to go on
 */
typedef gboolean (*TvxZipFunc) (struct archive *archive,
                                struct archive_entry *entry,
                                const char *path,
                                gpointer user_data,
                                GError **error);

TvxZipReader *tvx_zip_reader_open        (GFile   *source,
                                          GError **error);
void          tvx_zip_reader_free        (TvxZipReader *self);
guint64       tvx_zip_reader_get_size    (TvxZipReader *self);
gboolean      tvx_zip_reader_each        (TvxZipReader  *self,
                                          TvxZipFunc     func,
                                          gpointer       user_data,
                                          GCancellable  *cancellable,
                                          GError       **error);
gboolean      tvx_zip_reader_refuse      (TvxZipReader  *self,
                                          GError       **error,
                                          const char    *format,
                                          ...) G_GNUC_PRINTF (3, 4);
gboolean      tvx_zip_reader_refuse_size (TvxZipReader  *self,
                                          const char    *reason,
                                          GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxZipReader, tvx_zip_reader_free)

G_END_DECLS
