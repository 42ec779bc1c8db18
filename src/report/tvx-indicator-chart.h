/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-indicator.h"
#include "report/tvx-chart.h"

G_BEGIN_DECLS

char     *tvx_indicator_dup_latest_text (TvxIndicator     *self,
                                         const TvxCatalog *catalog);
char     *tvx_indicator_dup_trend_text  (TvxIndicator     *self,
                                         const TvxCatalog *catalog);
TvxChart *tvx_indicator_chart_new       (TvxIndicator     *self,
                                         const TvxCatalog *catalog);

G_END_DECLS
