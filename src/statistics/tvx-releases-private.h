/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-publication-private.h"

G_BEGIN_DECLS

gboolean tvx_releases_check_known (TvxPublication  *publication,
                                   GHashTable      *numbers,
                                   GError         **error);
gboolean tvx_releases_apply       (TvxPublication  *publication,
                                   GPtrArray       *keys,
                                   GError         **error);
gboolean tvx_releases_check_sums  (TvxPublication  *publication,
                                   GError         **error);

G_END_DECLS
