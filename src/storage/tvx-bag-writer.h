/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TvxBagWriter:
 *
 * Packs files into a bag (RFC 8493) in a ZIP file: the files, their checksums, and words about them.
 *
 * The same files in the same order make the same bytes, whenever and wherever they are packed.
 */
typedef struct _TvxBagWriter TvxBagWriter;

TvxBagWriter *tvx_bag_writer_new       (GFile         *target,
                                        GCancellable  *cancellable,
                                        GError       **error);
void          tvx_bag_writer_free      (TvxBagWriter *self);
gboolean      tvx_bag_writer_add_bytes (TvxBagWriter  *self,
                                        const char    *path,
                                        GBytes        *bytes,
                                        GError       **error);
gboolean      tvx_bag_writer_add_file  (TvxBagWriter  *self,
                                        const char    *path,
                                        GFile         *source,
                                        const char    *sha256,
                                        GError       **error);
void          tvx_bag_writer_add_info  (TvxBagWriter *self,
                                        const char   *label,
                                        const char   *value);
gboolean      tvx_bag_writer_finish    (TvxBagWriter  *self,
                                        GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxBagWriter, tvx_bag_writer_free)

G_END_DECLS
