/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-chart.h"

#include "model/tvx-typography.h"
#include "report/tvx-chart-private.h"
#include "report/tvx-format.h"
#include "report/tvx-text.h"

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
 * tvx_chart_add_sentence:
 * @self: a chart
 * @sentence: what else is to be known of it
 *
 * Adds to what the chart says of itself.
 */
void
tvx_chart_add_sentence (TvxChart   *self,
                        const char *sentence)
{
  g_autofree char *before = NULL;
  g_autofree char *clean = NULL;

  g_return_if_fail (self != NULL);

  before = self->sentence;
  clean = tvx_text_clean (sentence);
  self->sentence = g_strdup_printf ("%s %s", before, clean);
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
 * tvx_chart_count_told:
 * @self: a chart
 *
 * Returns: how many rows have a value
 */
guint
tvx_chart_count_told (TvxChart *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean told = FALSE;

      for (guint j = 0; j < self->series->len; j++)
        told = told || g_array_index (self->rows, TvxChartRow, i).values[j] != TVX_CHART_NO_VALUE;
      n += told;
    }
  return n;
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
        g_string_append_printf (text, "%s%s" TVX_NO_BREAK_SPACE, i > 0 ? ", " : "", (char *) self->series->pdata[i]);
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

/* The greatest of all values, at least 1. */
gint64
tvx_chart_get_greatest (TvxChart *self)
{
  gint64 greatest = 1;

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->series->len; j++)
      greatest = MAX (greatest, g_array_index (self->rows, TvxChartRow, i).values[j]);
  return greatest;
}

/* The sum of what a row has to share. */
double
tvx_chart_get_sum (TvxChart          *self,
                   const TvxChartRow *row)
{
  double sum = 0;

  for (guint i = 0; i < self->series->len; i++)
    sum += (double) MAX (row->values[i], 0);
  return sum;
}

char *
tvx_chart_format_share (TvxChart *self,
                        gint64    value,
                        double    sum)
{
  return tvx_format_percent (self->catalog, (gint64) ((double) MAX (value, 0) * 100 / sum + 0.5), 0);
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
  g_return_val_if_fail (self->rows->len > 0, NULL);

  self->width = width;
  switch (self->kind)
    {
    case TVX_CHART_LINE:
      return tvx_chart_draw_line (self);
    case TVX_CHART_PYRAMID:
      return tvx_chart_draw_pyramid (self);
    case TVX_CHART_BARS:
    case TVX_CHART_SHARES:
    default:
      return tvx_chart_draw_bars (self);
    }
}
