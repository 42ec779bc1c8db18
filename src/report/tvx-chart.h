/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-catalog.h"
#include "report/tvx-drawing.h"

G_BEGIN_DECLS

/**
 * TvxChartKind:
 * @TVX_CHART_BARS: a bar for each value, those of a row beside each other
 * @TVX_CHART_SHARES: a bar for each row, divided as its values divide their sum
 * @TVX_CHART_LINE: a line for each series; the rows are dates
 * @TVX_CHART_PYRAMID: the bars of the first series to the left, those of the second to the right, the first row at the bottom
 *
 * How values are drawn.
 */
typedef enum
{
  TVX_CHART_BARS,
  TVX_CHART_SHARES,
  TVX_CHART_LINE,
  TVX_CHART_PYRAMID,
} TvxChartKind;

/* A value that is not known, or may not be told. */
#define TVX_CHART_NO_VALUE G_MININT64

/**
 * TvxChartFormat:
 * @catalog: words of the report's language
 * @value: a value
 *
 * Writes a value, with its unit.
 *
 * Returns: (transfer full): the text
 */
typedef char *(*TvxChartFormat) (const TvxCatalog *catalog,
                                 gint64 value);

/**
 * TvxChart:
 *
 * A chart: rows of values, one of each series, with a title and a sentence that says what they show.
 */
typedef struct _TvxChart TvxChart;

TvxChart   *tvx_chart_new                (TvxChartKind      kind,
                                          const TvxCatalog *catalog,
                                          const char       *title,
                                          const char       *sentence);
void        tvx_chart_free               (TvxChart *self);
void        tvx_chart_set_format         (TvxChart       *self,
                                          TvxChartFormat  format);
void        tvx_chart_set_row_heading    (TvxChart   *self,
                                          const char *heading,
                                          const char *language);
void        tvx_chart_set_series_heading (TvxChart   *self,
                                          const char *heading);
void        tvx_chart_set_title_language (TvxChart   *self,
                                          const char *language,
                                          const char *name);
void        tvx_chart_set_row_language   (TvxChart   *self,
                                          const char *language);
void        tvx_chart_add_series         (TvxChart   *self,
                                          const char *label);
void        tvx_chart_add_row            (TvxChart     *self,
                                          const char   *label,
                                          const gint64 *values);
void        tvx_chart_add_sentence       (TvxChart   *self,
                                          const char *sentence);
const char *tvx_chart_get_title          (TvxChart *self);
const char *tvx_chart_get_sentence       (TvxChart *self);
guint       tvx_chart_get_n_rows         (TvxChart *self);
gboolean    tvx_chart_lacks_values       (TvxChart *self);
guint       tvx_chart_count_told         (TvxChart *self);
char       *tvx_chart_dup_row_label      (TvxChart *self,
                                          guint     row);
char       *tvx_chart_dup_row_text       (TvxChart *self,
                                          guint     row);
TvxDrawing *tvx_chart_draw               (TvxChart *self,
                                          double    width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxChart, tvx_chart_free)

G_END_DECLS
