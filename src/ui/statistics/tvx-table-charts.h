/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/tvx-protected-tables.h"

G_BEGIN_DECLS

#define TVX_TYPE_TABLE_CHARTS (tvx_table_charts_get_type ())
G_DECLARE_FINAL_TYPE (TvxTableCharts, tvx_table_charts, TVX, TABLE_CHARTS, AdwBin)

void tvx_table_charts_show (TvxTableCharts     *self,
                            TvxProtectedTables *tables,
                            TvxStatisticsTable *record,
                            const char         *trouble);

G_END_DECLS
