/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-timeline.h"

#include "model/tvx-date.h"
#include "report/tvx-chart-parts.h"
#include "report/tvx-text.h"

/* What stands before the bars: this, or so much of a narrow chart. */
#define LABEL_WIDTH 165.0
#define LABEL_SHARE 0.36
#define ROW_HEIGHT 17.0
#define HEAD_HEIGHT 18.0
#define BAR_HEIGHT 9.0
#define ARROW 6.0
#define YEAR_WIDTH 30.0
#define TODAY_COLOR 0x9B2335
/* As many as can be read on one page. */
#define ROWS_OF_FIGURE 34

typedef struct
{
  char     *label;
  double    from; /* in years; of what has no beginning, no more than the end is known */
  double    to;
  gboolean  has_from;
  gboolean  has_to;
} Row;

struct _TvxTimeline
{
  const TvxCatalog *catalog;
  char             *title;
  char             *sentence;
  double            today;
  GArray           *rows; /* of Row */
  /* The span of all rows, in years. */
  double            from;
  double            to;
};

/* How years lie on a drawing. */
typedef struct
{
  double label_width;
  double width;
  int    first;
  int    last;
} Scale;

static void
clear_row (gpointer data)
{
  g_free (((Row *) data)->label);
}

/* A day as years: the 1st of July 2019 is about 2019.5. */
static gboolean
read_day (const char *text,
          gboolean    is_end,
          double     *years)
{
  TvxDate date;

  if (text == NULL || !tvx_date_parse_iso (text, &date))
    return FALSE;
  date = is_end ? tvx_date_last_day (&date) : tvx_date_first_day (&date);
  *years = date.year + (date.month - 1 + (date.day - (is_end ? 0 : 1)) / 31.0) / 12.0;
  return TRUE;
}

/**
 * tvx_timeline_new:
 * @catalog: words of the report's language
 * @title: what it is called
 * @sentence: what it shows
 * @today: the day that is marked, in ISO 8601
 *
 * Begins a chart of when things begin and end.
 *
 * Returns: (transfer full): a chart without rows
 */
TvxTimeline *
tvx_timeline_new (const TvxCatalog *catalog,
                  const char       *title,
                  const char       *sentence,
                  const char       *today)
{
  TvxTimeline *self = g_new0 (TvxTimeline, 1);

  self->catalog = catalog;
  self->title = tvx_text_clean (title);
  self->sentence = tvx_text_clean (sentence);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->from = G_MAXDOUBLE;
  self->to = -G_MAXDOUBLE;
  g_array_set_clear_func (self->rows, clear_row);
  read_day (today, FALSE, &self->today);
  return self;
}

/**
 * tvx_timeline_free:
 * @self: (transfer full): a chart
 *
 * Frees a chart.
 */
void
tvx_timeline_free (TvxTimeline *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->rows);
  g_free (self->sentence);
  g_free (self->title);
  g_free (self);
}

/**
 * tvx_timeline_add:
 * @self: a chart
 * @label: what the period is of
 * @from: (nullable): its beginning, in ISO 8601
 * @to: (nullable): its end
 *
 * Adds a period. One without a beginning or an end is shown with an arrow.
 *
 * Returns: whether the period could be added, which needs at least one date
 */
gboolean
tvx_timeline_add (TvxTimeline *self,
                  const char  *label,
                  const char  *from,
                  const char  *to)
{
  Row row = { 0 };

  row.has_from = read_day (from, FALSE, &row.from);
  row.has_to = read_day (to, TRUE, &row.to);
  if (!row.has_from && !row.has_to)
    return FALSE;
  if (!row.has_from)
    row.from = row.to - 1;
  if (!row.has_to)
    row.to = MAX (row.from + 1, self->today);
  row.label = tvx_text_clean (label);
  self->from = MIN (self->from, row.from);
  self->to = MAX (self->to, row.to);
  g_array_append_val (self->rows, row);
  return TRUE;
}

static Scale
get_scale (TvxTimeline *self,
           double       width)
{
  int first = (int) self->from;

  return (Scale) { MIN (LABEL_WIDTH, width * LABEL_SHARE), width, first, MAX ((int) (self->to + 0.999), first + 1) };
}

static double
get_x (const Scale *scale,
       double       years)
{
  return scale->label_width +
         (years - scale->first) / (scale->last - scale->first) * (scale->width - scale->label_width - ARROW);
}

/* Draws the lines of the years and of today from @top down, and if there is a head, the years above. */
static void
draw_years (TvxTimeline *self,
            TvxDrawing  *drawing,
            const Scale *scale,
            gboolean     has_head,
            double       top)
{
  double bottom = tvx_drawing_get_height (drawing);
  int step = 1 + (int) ((scale->last - scale->first) * YEAR_WIDTH / (scale->width - scale->label_width));

  for (int year = scale->first; year <= scale->last; year += step)
    {
      g_autofree char *label = g_strdup_printf ("%d", year);
      double x = get_x (scale, year);

      tvx_drawing_add_line (drawing, x, top, x, bottom, 0.75, TVX_CHART_GRID);
      if (has_head && year < scale->last)
        tvx_chart_add_label (drawing, x + 2, HEAD_HEIGHT - 7, TVX_ANCHOR_START, FALSE, YEAR_WIDTH, label);
    }
  if (self->today >= scale->first && self->today <= scale->last)
    {
      double x = get_x (scale, self->today);

      tvx_drawing_add_line (drawing, x, top, x, bottom, 1, TODAY_COLOR);
    }
}

static void
draw_row (TvxDrawing  *drawing,
          const Row   *row,
          const Scale *scale,
          double       y)
{
  double left = get_x (scale, row->from);
  double right = MAX (get_x (scale, row->to), left + 2);
  double top = y + (ROW_HEIGHT - BAR_HEIGHT) / 2;
  double middle = y + ROW_HEIGHT / 2;
  guint32 color = tvx_chart_get_color (0);

  tvx_chart_add_label (drawing, 0, middle + 3, TVX_ANCHOR_START, FALSE, scale->label_width - 8, row->label);
  if (!row->has_from)
    tvx_drawing_add_polygon (drawing, (TvxPoint[]) { { left, middle }, { left + ARROW, top }, { left + ARROW, top + BAR_HEIGHT } },
                             3, color);
  if (!row->has_to)
    tvx_drawing_add_polygon (drawing, (TvxPoint[]) { { right + ARROW, middle }, { right, top }, { right, top + BAR_HEIGHT } }, 3,
                             color);
  left += row->has_from ? 0 : ARROW;
  tvx_drawing_add_rectangle (drawing, left, top, MAX (right - left, 1), BAR_HEIGHT, color);
}

static TvxDrawing *
draw (TvxTimeline *self,
      guint        start,
      guint        end)
{
  TvxDrawing *drawing = tvx_drawing_new (TVX_CHART_WIDTH, HEAD_HEIGHT + (end - start) * ROW_HEIGHT);
  Scale scale = get_scale (self, TVX_CHART_WIDTH);

  draw_years (self, drawing, &scale, TRUE, HEAD_HEIGHT - 3);
  for (guint i = start; i < end; i++)
    draw_row (drawing, &g_array_index (self->rows, Row, i), &scale, HEAD_HEIGHT + (i - start) * ROW_HEIGHT);
  return drawing;
}

/**
 * tvx_timeline_draw_head:
 * @self: a chart with at least one row
 * @width: how wide it is to be, in points
 *
 * Draws the years that stand above the rows.
 *
 * Returns: (transfer full): the drawing
 */
TvxDrawing *
tvx_timeline_draw_head (TvxTimeline *self,
                        double       width)
{
  TvxDrawing *drawing = tvx_drawing_new (width, HEAD_HEIGHT);
  Scale scale = get_scale (self, width);

  g_return_val_if_fail (self->rows->len > 0, NULL);

  draw_years (self, drawing, &scale, TRUE, HEAD_HEIGHT - 3);
  return drawing;
}

/**
 * tvx_timeline_draw_row:
 * @self: a chart
 * @row: the number of a row
 * @width: how wide it is to be, in points
 *
 * Draws one row, for where there are too many to draw them all: rows below each other, and the head above them, make the
 * whole chart.
 *
 * Returns: (transfer full): the drawing
 */
TvxDrawing *
tvx_timeline_draw_row (TvxTimeline *self,
                       guint        row,
                       double       width)
{
  TvxDrawing *drawing = tvx_drawing_new (width, ROW_HEIGHT);
  Scale scale = get_scale (self, width);

  g_return_val_if_fail (row < self->rows->len, NULL);

  draw_years (self, drawing, &scale, FALSE, 0);
  draw_row (drawing, &g_array_index (self->rows, Row, row), &scale, 0);
  return drawing;
}

/**
 * tvx_doc_add_timeline:
 * @parent: a section, to which a table with the dates is added next
 * @timeline: a chart with at least one row
 *
 * Appends a chart of periods: the sentence, and as many pictures as it takes.
 */
void
tvx_doc_add_timeline (TvxDocNode  *parent,
                      TvxTimeline *timeline)
{
  guint n = timeline->rows->len;
  g_autofree char *alternative = NULL;

  g_return_if_fail (n > 0);

  alternative = g_strdup_printf (
    tvx_catalog_translate (timeline->catalog, "%s The table after the chart has all values."), timeline->sentence);
  for (guint start = 0; start < n; start += ROWS_OF_FIGURE)
    {
      guint end = MIN (start + ROWS_OF_FIGURE, n);
      g_autofree char *caption = NULL;
      TvxDocNode *figure;

      /* Translators: a chart in several pictures: its title, the first and the last row of this one, and how many there are. */
      caption = n > ROWS_OF_FIGURE ? g_strdup_printf (tvx_catalog_translate (timeline->catalog, "%s, %u–%u of %u"),
                                                      timeline->title, start + 1, end, n)
                                   : g_strdup (timeline->title);
      figure = tvx_doc_add_figure (parent, caption, alternative, draw (timeline, start, end));
      if (start == 0)
        tvx_doc_add_paragraph (figure, timeline->sentence);
    }
}
