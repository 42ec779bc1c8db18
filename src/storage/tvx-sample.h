/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-store.h"

G_BEGIN_DECLS

gboolean tvx_sample_write          (GFile         *folder,
                                    GCancellable  *cancellable,
                                    GError       **error);
gboolean tvx_sample_write_invented (GFile            *folder,
                                    guint             size,
                                    TvxProgressFunc   progress,
                                    gpointer          progress_data,
                                    GCancellable     *cancellable,
                                    GError          **error);

G_END_DECLS
