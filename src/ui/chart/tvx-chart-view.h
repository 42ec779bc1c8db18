/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/tvx-chart.h"

G_BEGIN_DECLS

#define TVX_TYPE_CHART_VIEW (tvx_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TvxChartView, tvx_chart_view, TVX, CHART_VIEW, AdwBin)

GtkWidget *tvx_chart_view_new       (void);
void       tvx_chart_view_set_chart (TvxChartView *self,
                                     TvxChart     *chart);

G_END_DECLS
