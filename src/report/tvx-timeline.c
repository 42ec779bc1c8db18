/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-timeline.h"

#include "model/tvx-date.h"
#include "report/tvx-chart-parts.h"
#include "report/tvx-text.h"

#define LABEL_WIDTH 165.0
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
};

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
  g_array_append_val (self->rows, row);
  return TRUE;
}

static void
find_years (TvxTimeline *self,
            int         *first,
            int         *last)
{
  double from = G_MAXDOUBLE;
  double to = -G_MAXDOUBLE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      from = MIN (from, row->from);
      to = MAX (to, row->to);
    }
  *first = (int) from;
  *last = MAX ((int) (to + 0.999), *first + 1);
}

static double
get_x (double years,
       int    first,
       int    last)
{
  return LABEL_WIDTH + (years - first) / (last - first) * (TVX_CHART_WIDTH - LABEL_WIDTH - ARROW);
}

static void
draw_years (TvxTimeline *self,
            TvxDrawing  *drawing,
            int          first,
            int          last)
{
  double bottom = tvx_drawing_get_height (drawing);
  int step = 1 + (int) ((last - first) * YEAR_WIDTH / (TVX_CHART_WIDTH - LABEL_WIDTH));

  for (int year = first; year <= last; year += step)
    {
      g_autofree char *label = g_strdup_printf ("%d", year);
      double x = get_x (year, first, last);

      tvx_drawing_add_line (drawing, x, HEAD_HEIGHT - 3, x, bottom, 0.75, TVX_CHART_GRID);
      if (year < last)
        tvx_chart_add_label (drawing, x + 2, HEAD_HEIGHT - 7, TVX_ANCHOR_START, FALSE, YEAR_WIDTH, label);
    }
  if (self->today >= first && self->today <= last)
    {
      double x = get_x (self->today, first, last);

      tvx_drawing_add_line (drawing, x, HEAD_HEIGHT - 3, x, bottom, 1, TODAY_COLOR);
    }
}

static void
draw_row (TvxDrawing *drawing,
          const Row  *row,
          int         first,
          int         last,
          double      y)
{
  double left = get_x (row->from, first, last);
  double right = MAX (get_x (row->to, first, last), left + 2);
  double top = y + (ROW_HEIGHT - BAR_HEIGHT) / 2;
  double middle = y + ROW_HEIGHT / 2;
  guint32 color = tvx_chart_get_color (0);

  tvx_chart_add_label (drawing, 0, middle + 3, TVX_ANCHOR_START, FALSE, LABEL_WIDTH - 8, row->label);
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
  int first;
  int last;

  find_years (self, &first, &last);
  draw_years (self, drawing, first, last);
  for (guint i = start; i < end; i++)
    draw_row (drawing, &g_array_index (self->rows, Row, i), first, last, HEAD_HEIGHT + (i - start) * ROW_HEIGHT);
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
  tvx_doc_add_paragraph (parent, timeline->sentence);
  for (guint start = 0; start < n; start += ROWS_OF_FIGURE)
    {
      guint end = MIN (start + ROWS_OF_FIGURE, n);
      g_autofree char *caption = NULL;

      /* Translators: a chart in several pictures: its title, the first and the last row of this one, and how many there are. */
      caption = n > ROWS_OF_FIGURE ? g_strdup_printf (tvx_catalog_translate (timeline->catalog, "%s, %u–%u of %u"),
                                                      timeline->title, start + 1, end, n)
                                   : g_strdup (timeline->title);
      tvx_doc_add_figure (parent, caption, alternative, draw (timeline, start, end));
    }
}
