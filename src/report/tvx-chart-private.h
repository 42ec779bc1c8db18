/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-chart.h"

typedef struct
{
  char   *label;
  gint64 *values; /* one of each series */
} TvxChartRow;

struct _TvxChart
{
  TvxChartKind      kind;
  const TvxCatalog *catalog;
  char             *title;
  char             *title_language; /* (nullable) */
  char             *title_name;     /* (nullable): what the title begins with; all of it when nothing is set */
  char             *sentence;
  char             *row_heading;
  char             *row_heading_language; /* (nullable) */
  char             *row_language;         /* (nullable) */
  char             *series_heading;       /* (nullable) */
  TvxChartFormat    format;
  GPtrArray        *series; /* of labels */
  GArray           *rows;      /* of TvxChartRow */
  double            width;      /* of the drawing that is being made, in points */
};

TvxDrawing *tvx_chart_draw_bars    (TvxChart *self);
TvxDrawing *tvx_chart_draw_line    (TvxChart *self);
TvxDrawing *tvx_chart_draw_pyramid (TvxChart *self);
char       *tvx_chart_format_value (TvxChart *self,
                                    gint64    value);
gint64      tvx_chart_get_greatest (TvxChart *self);
double      tvx_chart_get_sum      (TvxChart          *self,
                                    const TvxChartRow *row);
char       *tvx_chart_format_share (TvxChart *self,
                                    gint64    value,
                                    double    sum);
