/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts whose rows lie below each other: a bar for each value, or one that the values share. */

#include "report/tvx-chart-parts.h"
#include "report/tvx-chart-private.h"

#define BAR_HEIGHT 13.0
#define SHARE_HEIGHT 20.0
#define LABEL_HEIGHT 14.0
#define ROW_GAP 9.0
#define SWATCH 10.0
/* What stands beside the longest bar: this, or so much of a narrow chart. */
#define VALUE_WIDTH 150.0
#define VALUE_SHARE 0.4

/* Tells the series apart; returns how high it is. */
static double
add_legend (TvxChart   *self,
            TvxDrawing *drawing)
{
  double x = 0;
  double y = 2;

  if (self->series->len < 2)
    return 0;
  for (guint i = 0; i < self->series->len; i++)
    {
      const char *label = self->series->pdata[i];
      double width = MIN (tvx_chart_text_width (label, TVX_CHART_TEXT_SIZE) + SWATCH + 18, self->width);

      if (x > 0 && x + width > self->width)
        {
          x = 0;
          y += LABEL_HEIGHT;
        }
      if (drawing != NULL)
        {
          tvx_chart_add_pattern (drawing, x, y, SWATCH, SWATCH, i);
          tvx_chart_add_label (drawing, x + SWATCH + 4, y + 8.5, TVX_ANCHOR_START, FALSE, self->width - SWATCH - 4,
                               label);
        }
      x += width;
    }
  return y + LABEL_HEIGHT + 4;
}

static void
draw_bars (TvxChart          *self,
           TvxDrawing        *drawing,
           const TvxChartRow *row,
           gint64             greatest,
           double             y)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      g_autofree char *value = tvx_chart_format_value (self, row->values[i]);
      g_autofree char *label =
        self->series->len > 1 ? g_strdup_printf ("%s %s", (char *) self->series->pdata[i], value) : g_strdup (value);
      double room = MIN (VALUE_WIDTH, self->width * VALUE_SHARE);
      double width = (double) MAX (row->values[i], 0) / (double) greatest * (self->width - room);

      if (width > 0)
        tvx_chart_add_pattern (drawing, 0, y, width, BAR_HEIGHT - 2, i);
      tvx_chart_add_label (drawing, width + (width > 0 ? 5 : 0), y + 9, TVX_ANCHOR_START, FALSE, room - 5, label);
      y += BAR_HEIGHT;
    }
}

static gboolean
lacks_value (TvxChart          *self,
             const TvxChartRow *row)
{
  for (guint i = 0; i < self->series->len; i++)
    if (row->values[i] == TVX_CHART_NO_VALUE)
      return TRUE;
  return FALSE;
}

static void
draw_shares (TvxChart          *self,
             TvxDrawing        *drawing,
             const TvxChartRow *row,
             double             y)
{
  double sum = tvx_chart_get_sum (self, row);
  double x = 0;

  /* Nothing to share, or nothing that is told: the sign of it stands at one place, whatever the numbers are. */
  if (sum <= 0)
    {
      g_autofree char *value = tvx_chart_format_value (self, lacks_value (self, row) ? TVX_CHART_NO_VALUE : 0);

      tvx_chart_add_label (drawing, 0, y + 13, TVX_ANCHOR_START, FALSE, self->width, value);
    }
  for (guint i = 0; i < self->series->len && sum > 0; i++)
    {
      g_autofree char *label = tvx_chart_format_share (self, row->values[i], sum);
      double width = (double) MAX (row->values[i], 0) / sum * self->width;
      double plate = tvx_chart_text_width (label, TVX_CHART_TEXT_SIZE) + 4;

      tvx_chart_add_pattern (drawing, x, y, MAX (width - 1, 0), SHARE_HEIGHT, i);
      if (width > plate + 6)
        {
          tvx_drawing_add_rectangle (drawing, x + (width - plate) / 2, y + 4, plate, SHARE_HEIGHT - 8, 0xFFFFFF);
          tvx_chart_add_label (drawing, x + width / 2, y + 13, TVX_ANCHOR_MIDDLE, TRUE, plate, label);
        }
      x += width;
    }
}

TvxDrawing *
tvx_chart_draw_bars (TvxChart *self)
{
  double bars = self->kind == TVX_CHART_SHARES ? SHARE_HEIGHT : BAR_HEIGHT * self->series->len;
  gint64 greatest = tvx_chart_get_greatest (self);
  double y = add_legend (self, NULL);
  TvxDrawing *drawing = tvx_drawing_new (self->width, y + self->rows->len * (LABEL_HEIGHT + bars + ROW_GAP));

  add_legend (self, drawing);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TvxChartRow *row = &g_array_index (self->rows, TvxChartRow, i);

      tvx_drawing_add_band (drawing, y, y + LABEL_HEIGHT + bars + ROW_GAP);
      tvx_chart_add_label (drawing, 0, y + 9, TVX_ANCHOR_START, TRUE, self->width, row->label);
      y += LABEL_HEIGHT;
      if (self->kind == TVX_CHART_BARS)
        draw_bars (self, drawing, row, greatest, y);
      else
        draw_shares (self, drawing, row, y);
      y += bars + ROW_GAP;
    }
  return drawing;
}
