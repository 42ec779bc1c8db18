/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-drawing.h"

G_BEGIN_DECLS

/* Of a chart in a report: as wide as the text of a page, in points. */
#define TVX_CHART_WIDTH 459.0
#define TVX_CHART_TEXT_SIZE 9.0

#define TVX_CHART_INK 0x1B2733
#define TVX_CHART_QUIET 0x4D5B68
#define TVX_CHART_GRID 0xD5DBE1

guint32  tvx_chart_get_color   (guint series);
double   tvx_chart_text_width  (const char *text,
                                double      size);
char    *tvx_chart_fit_text    (const char *text,
                                double      size,
                                double      width);
void     tvx_chart_add_label   (TvxDrawing *drawing,
                                double      x,
                                double      y,
                                TvxAnchor   anchor,
                                gboolean    bold,
                                double      width,
                                const char *text);
void     tvx_chart_add_pattern (TvxDrawing *drawing,
                                double      x,
                                double      y,
                                double      width,
                                double      height,
                                guint       series);

G_END_DECLS
