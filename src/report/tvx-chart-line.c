/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart of what was measured when. */

#include "model/tvx-date.h"
#include "report/tvx-chart-parts.h"
#include "report/tvx-chart-private.h"

/* What stands beside the lines: these, or so much of a narrow chart. */
#define LEFT 64.0
#define LEFT_SHARE 0.2
#define RIGHT 110.0
#define RIGHT_SHARE 0.32
/* How high the axis is: this, or so much of the width of a narrow chart. */
#define HEIGHT 150.0
#define HEIGHT_SHARE 0.35
#define FOOT 20.0
/* How far apart texts must stand, down and across. */
#define LINE_GAP 12.0
#define TICK_GAP 58.0

typedef struct
{
  double left;
  double right;
  double top;
  double bottom;
  double low;   /* the value at the bottom */
  double high;  /* the value at the top */
  double first; /* the day at the left */
  double last;  /* the day at the right */
} Axes;

static double
get_day (const TvxChartRow *row,
         guint              position)
{
  TvxDate date;

  if (!tvx_date_parse_iso (row->label, &date))
    return position;
  date = tvx_date_first_day (&date);
  return date.year * 372.0 + (date.month - 1) * 31.0 + date.day;
}

static double
get_x (const Axes *axes,
       double      day)
{
  double share = axes->last > axes->first ? (day - axes->first) / (axes->last - axes->first) : 0.5;

  return axes->left + share * (axes->right - axes->left);
}

static double
get_y (const Axes *axes,
       double      value)
{
  return axes->top + (axes->high - value) / (axes->high - axes->low) * (axes->bottom - axes->top);
}

/* The smallest of 1, 2, 5, 10, 20 … that takes at most five steps over a range. */
static double
find_step (double range)
{
  static const double factors[] = { 2, 2.5, 2 };
  double step = 1;

  for (guint i = 0; step * 5 < range; i++)
    step *= factors[i % G_N_ELEMENTS (factors)];
  return step;
}

static Axes
find_axes (TvxChart *self,
           double    top,
           double   *step)
{
  Axes axes = {
    .left = MIN (LEFT, self->width * LEFT_SHARE),
    .right = self->width - MIN (RIGHT, self->width * RIGHT_SHARE),
    .top = top,
    .bottom = top + MIN (HEIGHT, self->width * HEIGHT_SHARE),
    .first = G_MAXDOUBLE,
    .last = -G_MAXDOUBLE,
  };

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TvxChartRow *row = &g_array_index (self->rows, TvxChartRow, i);
      double day = get_day (row, i);

      axes.first = MIN (axes.first, day);
      axes.last = MAX (axes.last, day);
      for (guint j = 0; j < self->series->len; j++)
        {
          if (row->values[j] == TVX_CHART_NO_VALUE)
            continue;
          axes.low = MIN (axes.low, (double) row->values[j]);
          axes.high = MAX (axes.high, (double) row->values[j]);
        }
    }
  *step = find_step (MAX (axes.high - axes.low, 1));
  axes.low = -*step * (double) (gint64) ((-axes.low + *step * 0.999) / *step);
  axes.high = *step * (double) MAX ((gint64) ((axes.high + *step * 0.999) / *step), 1);
  return axes;
}

static void
draw_axes (TvxChart   *self,
           TvxDrawing *drawing,
           const Axes *axes,
           double      step)
{
  double after = -G_MAXDOUBLE;

  for (double value = axes->low; value <= axes->high + step / 2; value += step)
    {
      g_autofree char *label = self->format (self->catalog, (gint64) value);
      double y = get_y (axes, value);

      tvx_drawing_add_line (drawing, axes->left - 4, y, axes->right + 8, y, 0.75,
                            value > -step / 2 && value < step / 2 ? TVX_CHART_QUIET : TVX_CHART_GRID);
      tvx_chart_add_label (drawing, axes->left - 8, y + 3, TVX_ANCHOR_END, FALSE, axes->left - 8, label);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TvxChartRow *row = &g_array_index (self->rows, TvxChartRow, i);
      double x = get_x (axes, get_day (row, i));

      if (x < after)
        continue;
      tvx_chart_add_label (drawing, x, axes->bottom + 15, TVX_ANCHOR_MIDDLE, FALSE, TICK_GAP, row->label);
      after = x + TICK_GAP;
    }
}

/* A shape of its own for each series: square, diamond, triangle. */
static void
draw_mark (TvxDrawing *drawing,
           double      x,
           double      y,
           guint       series)
{
  guint32 color = tvx_chart_get_color (series);

  if (series % 3 == 0)
    tvx_drawing_add_rectangle (drawing, x - 3, y - 3, 6, 6, color);
  else if (series % 3 == 1)
    tvx_drawing_add_polygon (drawing, (TvxPoint[]) { { x, y - 4.5 }, { x + 4.5, y }, { x, y + 4.5 }, { x - 4.5, y } }, 4, color);
  else
    tvx_drawing_add_polygon (drawing, (TvxPoint[]) { { x, y - 4.5 }, { x + 4.5, y + 3.5 }, { x - 4.5, y + 3.5 } }, 3, color);
}

/* Where the line of a series ends, and its value there. */
typedef struct
{
  guint    series;
  TvxPoint at;
  gint64   value;
} End;

/* Draws the line of a series.  Returns whether it has a value, and where the last of them lies. */
static gboolean
draw_series (TvxChart   *self,
             TvxDrawing *drawing,
             const Axes *axes,
             guint       series,
             End        *end)
{
  gboolean is_begun = FALSE;

  end->series = series;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TvxChartRow *row = &g_array_index (self->rows, TvxChartRow, i);
      TvxPoint point;

      if (row->values[series] == TVX_CHART_NO_VALUE)
        continue;
      point = (TvxPoint) { get_x (axes, get_day (row, i)), get_y (axes, (double) row->values[series]) };
      if (is_begun)
        tvx_drawing_add_line (drawing, end->at.x, end->at.y, point.x, point.y, 1.75, tvx_chart_get_color (series));
      draw_mark (drawing, point.x, point.y, series);
      is_begun = TRUE;
      end->at = point;
      end->value = row->values[series];
    }
  return is_begun;
}

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  double a_y = ((const End *) a)->at.y, b_y = ((const End *) b)->at.y;

  return (a_y > b_y) - (a_y < b_y);
}

/* Draws a chart of lines, each with its name and last value at its end. */
TvxDrawing *
tvx_chart_draw_line (TvxChart *self)
{
  double step;
  Axes axes = find_axes (self, 10, &step);
  TvxDrawing *drawing = tvx_drawing_new (self->width, axes.bottom + FOOT + self->series->len * LINE_GAP);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (End));
  double y = -G_MAXDOUBLE;

  draw_axes (self, drawing, &axes, step);
  for (guint i = 0; i < self->series->len; i++)
    {
      End end;

      if (draw_series (self, drawing, &axes, i, &end))
        g_array_append_val (ends, end);
    }

  /* Names stand in the order in which the lines end; where those are near each other, the lower one steps down. */
  g_array_sort (ends, compare_ends);
  for (guint i = 0; i < ends->len; i++)
    {
      const End *end = &g_array_index (ends, End, i);
      g_autofree char *text = self->format (self->catalog, end->value);
      g_autofree char *label = self->series->len > 1 ? g_strdup_printf ("%s %s", (char *) self->series->pdata[end->series], text) : g_strdup (text);

      y = MAX (end->at.y + 3, y + LINE_GAP);
      tvx_chart_add_label (drawing, end->at.x + 8, y, TVX_ANCHOR_START, TRUE, self->width - end->at.x - 8, label);
    }
  return drawing;
}
