/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A population pyramid: the first series to the left, the second to the right, the first row at the bottom. */

#include "report/tvx-chart-parts.h"
#include "report/tvx-chart-private.h"

#define BAR_HEIGHT 16.0
#define BAR_GAP 4.0
#define HEAD_HEIGHT 18.0
/* The middle: this, or so much of a narrow chart. */
#define LABEL_WIDTH 120.0
#define LABEL_SHARE 0.36
#define VALUE_WIDTH 40.0

static double
get_label_width (TvxChart *self)
{
  return MIN (LABEL_WIDTH, self->width * LABEL_SHARE);
}

static void
draw_side (TvxChart   *self,
           TvxDrawing *drawing,
           gint64      value,
           guint       series,
           gint64      greatest,
           double      y)
{
  g_autofree char *text = tvx_chart_format_value (self, value);
  double label_width = get_label_width (self);
  double room = (self->width - label_width) / 2 - VALUE_WIDTH;
  double width = (double) MAX (value, 0) / (double) greatest * room;
  double middle = self->width / 2;
  gboolean left = series == 0;
  double x = left ? middle - label_width / 2 - width : middle + label_width / 2;

  if (width > 0)
    tvx_chart_add_pattern (drawing, x, y, width, BAR_HEIGHT, series);
  tvx_chart_add_label (drawing, left ? x - 4 : x + width + 4, y + 11, left ? TVX_ANCHOR_END : TVX_ANCHOR_START, FALSE, VALUE_WIDTH - 4,
                       text);
}

TvxDrawing *
tvx_chart_draw_pyramid (TvxChart *self)
{
  TvxDrawing *drawing = tvx_drawing_new (self->width, HEAD_HEIGHT + self->rows->len * (BAR_HEIGHT + BAR_GAP));
  gint64 greatest = tvx_chart_get_greatest (self);
  double middle = self->width / 2;
  double label_width = get_label_width (self);

  g_assert (self->series->len == 2);

  tvx_chart_add_label (drawing, middle - label_width / 2, 10, TVX_ANCHOR_END, TRUE, middle - label_width / 2, self->series->pdata[0]);
  tvx_chart_add_label (drawing, middle + label_width / 2, 10, TVX_ANCHOR_START, TRUE, middle - label_width / 2, self->series->pdata[1]);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TvxChartRow *row = &g_array_index (self->rows, TvxChartRow, self->rows->len - 1 - i);
      double y = HEAD_HEIGHT + i * (BAR_HEIGHT + BAR_GAP);

      for (guint j = 0; j < 2; j++)
        draw_side (self, drawing, row->values[j], j, greatest, y);
      tvx_chart_add_label (drawing, middle, y + 11, TVX_ANCHOR_MIDDLE, FALSE, label_width - 8, row->label);
    }
  return drawing;
}
