/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a project measures: a table of where each indicator stands, and a chart of those that were measured more than once. */

#include "report/tvx-project-indicators.h"

#include <glib/gi18n-lib.h>

#include "report/tvx-doc-chart.h"
#include "report/tvx-indicator-chart.h"

static void
add_row (const TvxRecordBlocks *blocks,
         TvxDocNode            *table,
         TvxRecord             *indicator)
{
  static const char *const fields[] = { "unit", "baseline", "target" };
  TvxDocNode *row = tvx_doc_table_add_row (table);
  g_autofree char *latest = tvx_indicator_dup_latest_text (TVX_INDICATOR (indicator), blocks->catalog);
  g_autofree char *trend_text = tvx_indicator_dup_trend_text (TVX_INDICATOR (indicator), blocks->catalog);

  tvx_record_blocks_add_value (blocks, tvx_doc_row_add_head (row, NULL), indicator, tvx_record_get_field (indicator, "name"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tvx_record_blocks_add_value (blocks, tvx_doc_row_add_cell (row, NULL), indicator, tvx_record_get_field (indicator, fields[i]));
  tvx_doc_row_add_cell (row, latest);
  tvx_doc_row_add_cell (row, trend_text);
}

static void
add_table (const TvxRecordBlocks *blocks,
           TvxDocNode            *section,
           GListModel            *indicators)
{
  static const struct
  {
    const char  *label;
    TvxDocAlign  align;
  } columns[] = {
    { N_("Indicator"), TVX_DOC_ALIGN_TEXT }, { N_("Unit"), TVX_DOC_ALIGN_TEXT }, { N_("Baseline"), TVX_DOC_ALIGN_NUMBER },
    { N_("Target"), TVX_DOC_ALIGN_NUMBER },
    { N_("Latest"), TVX_DOC_ALIGN_TEXT },
    { N_("Trend"), TVX_DOC_ALIGN_TEXT },
  };
  TvxDocNode *table = tvx_doc_add_table (section, tvx_catalog_translate (blocks->catalog, N_("Indicators")));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tvx_doc_table_add_column (table, tvx_catalog_translate (blocks->catalog, columns[i].label), columns[i].align);
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (TvxRecord) indicator = g_list_model_get_item (indicators, i);

      add_row (blocks, table, indicator);
    }
}

static void
add_chart (const TvxRecordBlocks *blocks,
           TvxDocNode            *section,
           TvxIndicator          *indicator)
{
  g_autoptr (TvxChart) chart = tvx_indicator_chart_new (indicator, blocks->catalog);

  if (chart == NULL)
    return;
  tvx_chart_set_title_language (chart, blocks->content_language, NULL);
  tvx_doc_add_chart (section, chart);
  if (tvx_chart_lacks_values (chart))
    tvx_doc_add_paragraph (section,
                           tvx_catalog_translate (blocks->catalog,
                                                  tvx_record_get_boolean (TVX_RECORD (indicator), "counts_people")
                                                    ? N_("The sign .. means that a number is not known, or not shown out of regard for the people it is about: groups of one to four people are not shown.")
                                                    : N_("The sign .. means that a number is not known.")));
}

/**
 * tvx_project_indicators_add:
 * @blocks: how blocks are made
 * @parent: the root or section of the project
 * @project: a project
 *
 * Appends the section with the indicators, what they have come to, and how they went. Where there is nothing to tell, there
 * is no section.
 */
void
tvx_project_indicators_add (const TvxRecordBlocks *blocks,
                            TvxDocNode            *parent,
                            TvxRecord             *project)
{
  GListModel *indicators = tvx_record_get_list (project, "indicators");
  TvxDocNode *section;

  if (g_list_model_get_n_items (indicators) == 0)
    return;
  section = tvx_doc_add_section (parent, tvx_catalog_translate (blocks->catalog, N_("Indicators")));
  add_table (blocks, section, indicators);
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (TvxIndicator) indicator = g_list_model_get_item (indicators, i);

      add_chart (blocks, section, indicator);
    }
}
