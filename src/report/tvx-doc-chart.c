/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-doc-chart.h"

#include "report/tvx-chart-parts.h"
#include "report/tvx-chart-private.h"
#include "report/tvx-doc-node-private.h"

static void
add_value (TvxChart          *self,
           const TvxChartRow *values,
           guint              series,
           TvxDocNode        *row)
{
  g_autofree char *text = tvx_chart_format_value (self, values->values[series]);
  TvxDocNode *cell = tvx_doc_row_add_cell (row, text);
  double sum = tvx_chart_get_sum (self, values);

  if (self->kind == TVX_CHART_SHARES && sum > 0)
    {
      g_autofree char *percent = tvx_chart_format_share (self, values->values[series], sum);
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

/* The table that a chart is of stands before it, and perhaps a note in between. */
static void
join_table (TvxDocNode *section)
{
  TvxDocNode *table = NULL;

  for (TvxDocNode *node = section->first; node != NULL; node = node->next)
    if (node->kind != TVX_DOC_PARAGRAPH)
      table = node->kind == TVX_DOC_TABLE ? node : NULL;
  for (TvxDocNode *node = table; node != NULL && node->next != NULL; node = node->next)
    tvx_doc_join_next (node);
  if (table != NULL)
    tvx_doc_draw_to_next (section->last);
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
  tvx_doc_join_next (parent->last);
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
  join_table (parent);
  add_figure (parent, chart, alternative);
}
