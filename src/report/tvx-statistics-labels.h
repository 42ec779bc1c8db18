/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-statistics-table.h"
#include "report/tvx-catalog.h"

G_BEGIN_DECLS

char     *tvx_statistics_labels_dup_axis        (const TvxCatalog   *catalog,
                                                 TvxStatisticsTable *record,
                                                 guint               axis);
char     *tvx_statistics_labels_dup_node        (const TvxCatalog   *catalog,
                                                 TvxStatisticsTable *record,
                                                 guint               axis,
                                                 const char         *code);
gboolean  tvx_statistics_labels_is_content      (const TvxCatalog *catalog,
                                                 const char       *code,
                                                 const char       *label);
gboolean  tvx_statistics_labels_is_axis_content (TvxStatisticsTable *record,
                                                 guint               axis);

G_END_DECLS
