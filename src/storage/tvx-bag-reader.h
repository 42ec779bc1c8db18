/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "storage/tvx-progress.h"

G_BEGIN_DECLS

/**
 * TvxBagLimits:
 * @max_files: the most files that a bag may have
 * @max_size: the most bytes that its files may have together
 * @max_ratio: how many times as large as the ZIP file they may be, if they have more than @min_size
 * @min_size: from how many bytes on the ratio counts
 *
 * What a bag may do to the machine that opens it.
 */
typedef struct
{
  guint   max_files;
  guint64 max_size;
  guint   max_ratio;
  guint64 min_size;
} TvxBagLimits;

extern const TvxBagLimits tvx_bag_limits;

/**
 * TvxBagReader:
 *
 * A bag (RFC 8493) in a ZIP file that somebody else has packed, whose checksums are all known to be right.
 */
typedef struct _TvxBagReader TvxBagReader;

TvxBagReader *tvx_bag_reader_open      (GFile               *source,
                                        const TvxBagLimits  *limits,
                                        TvxProgressFunc      progress,
                                        gpointer             progress_data,
                                        GCancellable        *cancellable,
                                        GError             **error);
void          tvx_bag_reader_free      (TvxBagReader *self);
GPtrArray    *tvx_bag_reader_get_paths (TvxBagReader *self);
const char   *tvx_bag_reader_get_info  (TvxBagReader *self,
                                        const char   *label);
gboolean      tvx_bag_reader_extract   (TvxBagReader     *self,
                                        const char       *folder,
                                        TvxProgressFunc   progress,
                                        gpointer          progress_data,
                                        GCancellable     *cancellable,
                                        GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxBagReader, tvx_bag_reader_free)

G_END_DECLS
