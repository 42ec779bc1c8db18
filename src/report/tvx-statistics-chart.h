/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-chart.h"
#include "report/tvx-protected-tables.h"

G_BEGIN_DECLS

TvxChart *tvx_statistics_chart_new          (TvxProtectedTables *tables,
                                             guint               table,
                                             TvxChartKind        kind,
                                             const TvxCatalog   *catalog,
                                             const char         *content_language);

gboolean  tvx_statistics_chart_is_elsewhere (TvxProtectedTables *tables,
                                             guint               table);

G_END_DECLS
