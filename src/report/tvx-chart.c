/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-chart.h"

#include "report/tvx-chart-parts.h"
#include "report/tvx-chart-private.h"
#include "report/tvx-format.h"
#include "report/tvx-text.h"

#define BAR_HEIGHT 13.0
#define SHARE_HEIGHT 20.0
#define LABEL_HEIGHT 14.0
#define ROW_GAP 9.0
#define SWATCH 10.0
/* What stands beside the longest bar: this, or so much of a narrow chart. */
#define VALUE_WIDTH 150.0
#define VALUE_SHARE 0.4

static void
clear_row (gpointer data)
{
  TvxChartRow *row = data;

  g_free (row->label);
  g_free (row->values);
}

/**
 * tvx_chart_new:
 * @kind: how values are drawn
 * @catalog: words of the report's language
 * @title: what the chart is called
 * @sentence: what it shows
 *
 * Begins a chart. Series come first, then rows.
 *
 * Returns: (transfer full): a chart without values
 */
TvxChart *
tvx_chart_new (TvxChartKind      kind,
               const TvxCatalog *catalog,
               const char       *title,
               const char       *sentence)
{
  TvxChart *self = g_new0 (TvxChart, 1);

  self->kind = kind;
  self->catalog = catalog;
  self->title = tvx_text_clean (title);
  self->sentence = tvx_text_clean (sentence);
  self->format = tvx_format_integer;
  self->series = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (TvxChartRow));
  g_array_set_clear_func (self->rows, clear_row);
  return self;
}

/**
 * tvx_chart_free:
 * @self: (transfer full): a chart
 *
 * Frees a chart.
 */
void
tvx_chart_free (TvxChart *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->rows);
  g_ptr_array_unref (self->series);
  g_free (self->row_heading);
  g_free (self->row_heading_language);
  g_free (self->row_language);
  g_free (self->series_heading);
  g_free (self->title_language);
  g_free (self->title_name);
  g_free (self->sentence);
  g_free (self->title);
  g_free (self);
}

/**
 * tvx_chart_set_format:
 * @self: a chart
 * @format: how its values are written
 *
 * Sets how values are written; without it they are plain numbers.
 */
void
tvx_chart_set_format (TvxChart       *self,
                      TvxChartFormat  format)
{
  g_return_if_fail (self != NULL && format != NULL);

  self->format = format;
}

/**
 * tvx_chart_set_row_heading:
 * @self: a chart
 * @heading: what the rows are, at the head of their column
 * @language: (nullable): the language of @heading, where it is not that of the report
 *
 * Sets what the rows are.
 */
void
tvx_chart_set_row_heading (TvxChart   *self,
                           const char *heading,
                           const char *language)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->row_heading, heading);
  g_set_str (&self->row_heading_language, language);
}

/**
 * tvx_chart_set_row_language:
 * @self: a chart
 * @language: (nullable): a language
 *
 * Sets the language of the labels of the rows, where it is not that of the report.
 */
void
tvx_chart_set_row_language (TvxChart   *self,
                            const char *language)
{
  g_return_if_fail (self != NULL);

  g_free (self->row_language);
  self->row_language = g_strdup (language);
}

/**
 * tvx_chart_set_series_heading:
 * @self: a chart
 * @heading: what the series are
 *
 * Sets what the series are. The table of a chart of one row then has a row for each of them.
 */
void
tvx_chart_set_series_heading (TvxChart   *self,
                              const char *heading)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->series_heading, heading);
}

/**
 * tvx_chart_set_title_language:
 * @self: a chart
 * @language: (nullable): a language
 * @name: (nullable): the name that the title begins with, %NULL for all of it
 *
 * Sets the language of the title, or of a name at its start, where it is not that of the report.
 */
void
tvx_chart_set_title_language (TvxChart   *self,
                              const char *language,
                              const char *name)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->title_language, language);
  g_set_str (&self->title_name, name);
}

/**
 * tvx_chart_add_series:
 * @self: a chart without rows
 * @label: what its values are
 *
 * Adds a series.
 */
void
tvx_chart_add_series (TvxChart   *self,
                      const char *label)
{
  g_return_if_fail (self != NULL && self->rows->len == 0);

  g_ptr_array_add (self->series, tvx_text_clean (label));
}

/**
 * tvx_chart_add_row:
 * @self: a chart with all its series
 * @label: what the values belong to; of a line, a date in ISO 8601
 * @values: a value of each series, or %TVX_CHART_NO_VALUE
 *
 * Adds a row of values.
 */
void
tvx_chart_add_row (TvxChart     *self,
                   const char   *label,
                   const gint64 *values)
{
  TvxChartRow row;

  g_return_if_fail (self != NULL && self->series->len > 0);

  row.label = tvx_text_clean (label);
  row.values = g_memdup2 (values, self->series->len * sizeof *values);
  g_array_append_val (self->rows, row);
}

/**
 * tvx_chart_get_title:
 * @self: a chart
 *
 * Returns: (transfer none): what it is called
 */
const char *
tvx_chart_get_title (TvxChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * tvx_chart_get_sentence:
 * @self: a chart
 *
 * Returns: (transfer none): what it shows
 */
const char *
tvx_chart_get_sentence (TvxChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sentence;
}

/**
 * tvx_chart_get_n_rows:
 * @self: a chart
 *
 * Returns: how many rows it has
 */
guint
tvx_chart_get_n_rows (TvxChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * tvx_chart_lacks_values:
 * @self: a chart
 *
 * Returns: whether it has a place without a value
 */
gboolean
tvx_chart_lacks_values (TvxChart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->series->len; j++)
      if (g_array_index (self->rows, TvxChartRow, i).values[j] == TVX_CHART_NO_VALUE)
        return TRUE;
  return FALSE;
}

/**
 * tvx_chart_dup_row_label:
 * @self: a chart
 * @row: the number of a row
 *
 * Returns: (transfer full): what the row is called in the table
 */
char *
tvx_chart_dup_row_label (TvxChart *self,
                         guint     row)
{
  const char *label;

  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  label = g_array_index (self->rows, TvxChartRow, row).label;
  return self->kind == TVX_CHART_LINE ? tvx_format_date (self->catalog, label) : g_strdup (label);
}

/**
 * tvx_chart_dup_row_text:
 * @self: a chart
 * @row: the number of a row
 *
 * Returns: (transfer full): the values of the row, in words: `12`, or `Women 12, Men 14`
 */
char *
tvx_chart_dup_row_text (TvxChart *self,
                        guint     row)
{
  const gint64 *values;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  values = g_array_index (self->rows, TvxChartRow, row).values;
  for (guint i = 0; i < self->series->len; i++)
    {
      g_autofree char *value = tvx_chart_format_value (self, values[i]);

      if (self->series->len > 1)
        g_string_append_printf (text, "%s%s\302\240", i > 0 ? ", " : "", (char *) self->series->pdata[i]);
      g_string_append (text, value);
    }
  return g_string_free (text, FALSE);
}

char *
tvx_chart_format_value (TvxChart *self,
                        gint64    value)
{
  /* Translators: stands where a number is not known, as in official statistics. */
  return value == TVX_CHART_NO_VALUE ? g_strdup (tvx_catalog_translate (self->catalog, ".."))
                                     : self->format (self->catalog, value);
}

/* The sum of what a row has to share. */
static double
get_sum (TvxChart          *self,
         const TvxChartRow *row)
{
  double sum = 0;

  for (guint i = 0; i < self->series->len; i++)
    sum += (double) MAX (row->values[i], 0);
  return sum;
}

static char *
format_share (TvxChart *self,
              gint64    value,
              double    sum)
{
  return tvx_format_percent (self->catalog, (gint64) ((double) MAX (value, 0) * 100 / sum + 0.5), 0);
}

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

static gint64
get_greatest (TvxChart *self)
{
  gint64 greatest = 1;

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->series->len; j++)
      greatest = MAX (greatest, g_array_index (self->rows, TvxChartRow, i).values[j]);
  return greatest;
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

static void
draw_shares (TvxChart          *self,
             TvxDrawing        *drawing,
             const TvxChartRow *row,
             double             y)
{
  double sum = get_sum (self, row);
  double x = 0;

  for (guint i = 0; i < self->series->len && sum > 0; i++)
    {
      g_autofree char *label = format_share (self, row->values[i], sum);
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

/**
 * tvx_chart_draw:
 * @self: a chart with at least one row
 * @width: how wide it is to be, in points
 *
 * Lays out a chart as shapes for any device. The text has the same size at any width. Where its rows lie below each other
 * they are the bands of the drawing, see [method@Tvx.Drawing.find_band].
 *
 * Returns: (transfer full): the drawing
 */
TvxDrawing *
tvx_chart_draw (TvxChart *self,
                double    width)
{
  double bars = self->kind == TVX_CHART_SHARES ? SHARE_HEIGHT : BAR_HEIGHT * self->series->len;
  gint64 greatest = get_greatest (self);
  TvxDrawing *drawing;
  double y;

  g_return_val_if_fail (self->rows->len > 0, NULL);

  self->width = width;
  if (self->kind == TVX_CHART_LINE)
    return tvx_chart_draw_line (self);
  if (self->kind == TVX_CHART_PYRAMID)
    return tvx_chart_draw_pyramid (self);

  y = add_legend (self, NULL);
  drawing = tvx_drawing_new (self->width, y + self->rows->len * (LABEL_HEIGHT + bars + ROW_GAP));
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

static void
add_value (TvxChart          *self,
           const TvxChartRow *values,
           guint              series,
           TvxDocNode        *row)
{
  g_autofree char *text = tvx_chart_format_value (self, values->values[series]);
  TvxDocNode *cell = tvx_doc_row_add_cell (row, text);
  double sum = get_sum (self, values);

  if (self->kind == TVX_CHART_SHARES && sum > 0)
    {
      g_autofree char *percent = format_share (self, values->values[series], sum);
      g_autofree char *share = g_strdup_printf (" (%s)", percent);

      tvx_doc_add_text (cell, share);
    }
}

/* A single row stands upright, with its values under each other. */
static void
add_upright_rows (TvxDocNode *table,
                  TvxChart   *self)
{
  g_autofree char *label = tvx_chart_dup_row_label (self, 0);

  tvx_doc_table_add_column (table, self->series_heading, TVX_DOC_ALIGN_TEXT);
  tvx_doc_table_add_column (table, label, TVX_DOC_ALIGN_NUMBER);
  for (guint i = 0; i < self->series->len; i++)
    {
      TvxDocNode *row = tvx_doc_table_add_row (table);

      tvx_doc_row_add_head (row, self->series->pdata[i]);
      add_value (self, &g_array_index (self->rows, TvxChartRow, 0), i, row);
    }
}

static void
add_table (TvxDocNode *parent,
           TvxChart   *self)
{
  TvxDocNode *table = tvx_doc_add_table (parent, self->title);

  tvx_doc_node_set_caption_language (table, self->title_language, self->title_name);
  if (self->rows->len == 1 && self->series_heading != NULL)
    {
      add_upright_rows (table, self);
      return;
    }
  tvx_doc_node_set_language (tvx_doc_table_add_column (table, self->row_heading, TVX_DOC_ALIGN_TEXT), self->row_heading_language);
  for (guint i = 0; i < self->series->len; i++)
    tvx_doc_table_add_column (table, self->series->pdata[i], TVX_DOC_ALIGN_NUMBER);
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *label = tvx_chart_dup_row_label (self, i);
      TvxDocNode *row = tvx_doc_table_add_row (table);
      TvxDocNode *head = tvx_doc_row_add_head (row, self->row_language == NULL ? label : NULL);

      if (self->row_language != NULL)
        tvx_doc_add_span (head, self->row_language, label);
      for (guint j = 0; j < self->series->len; j++)
        add_value (self, &g_array_index (self->rows, TvxChartRow, i), j, row);
    }
}

static void
add_figure (TvxDocNode *parent,
            TvxChart   *chart,
            const char *alternative)
{
  TvxDocNode *figure = tvx_doc_add_figure (parent, chart->title, alternative, tvx_chart_draw (chart, TVX_CHART_WIDTH));

  tvx_doc_node_set_caption_language (figure, chart->title_language, chart->title_name);
  tvx_doc_add_paragraph (figure, chart->sentence);
}

/**
 * tvx_doc_add_chart:
 * @parent: a section
 * @chart: a chart with at least one row
 *
 * Appends a chart: its title, the sentence, the picture, and all its values in a table.
 */
void
tvx_doc_add_chart (TvxDocNode *parent,
                   TvxChart   *chart)
{
  g_autofree char *alternative = NULL;

  g_return_if_fail (parent != NULL && chart != NULL && chart->rows->len > 0);

  /* Translators: said instead of a chart; %s is a sentence that says what it shows. */
  alternative = g_strdup_printf (tvx_catalog_translate (chart->catalog, "%s The table after the chart has all values."),
                                 chart->sentence);
  add_figure (parent, chart, alternative);
  add_table (parent, chart);
}

/**
 * tvx_doc_add_chart_of_table:
 * @parent: a section in which a table stands already that has all values of the chart
 * @chart: a chart with at least one row
 *
 * Appends a chart: its title, the sentence and the picture.
 */
void
tvx_doc_add_chart_of_table (TvxDocNode *parent,
                            TvxChart   *chart)
{
  g_autofree char *alternative = NULL;

  g_return_if_fail (parent != NULL && chart != NULL && chart->rows->len > 0);

  /* Translators: said instead of a chart; %s is a sentence that says what it shows. */
  alternative = g_strdup_printf (tvx_catalog_translate (chart->catalog, "%s The table before the chart has all values."),
                                 chart->sentence);
  add_figure (parent, chart, alternative);
}
