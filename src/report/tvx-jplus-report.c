/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-jplus-report.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-dimension.h"
#include "model/tvx-vocabulary.h"
#include "report/tvx-field-text.h"
#include "report/tvx-project-dimensions.h"
#include "report/tvx-project-section.h"
#include "report/tvx-statistics-section.h"

static void
add_four_r (const TvxRecordBlocks *blocks,
            TvxDocNode            *parent,
            TvxRecord             *project)
{
  static const char *const fields[] = { "representation", "resources", "realia", "realise", "responsible", "due", NULL };
  GListModel *sheets = tvx_record_get_list (project, "four_r");
  TvxDocNode *section = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (sheets); i++)
    {
      g_autoptr (TvxRecord) sheet = g_list_model_get_item (sheets, i);

      if (section == NULL)
        section = tvx_doc_add_section (parent, tvx_catalog_translate (blocks->catalog, TVX_RECORD_GET_CLASS (sheet)->label));
      tvx_record_blocks_add_facts (blocks, tvx_doc_add_facts (tvx_record_blocks_add_section (blocks, section, sheet, "subject")), sheet, fields);
    }
}

static void
add_guide (const TvxRecordBlocks *blocks,
           TvxDocNode            *parent,
           TvxRecord             *project)
{
  static const char *const fields[] = { "target_groups", "pattern", "observation", "causes", "confirmed", "analysis", "actors",
                                        "measures", "conclusions", NULL };
  TvxRecord *guide = tvx_record_get_record (project, "guide");

  if (!tvx_record_is_empty (guide))
    tvx_record_blocks_add_facts (blocks,
                                 tvx_doc_add_facts (tvx_doc_add_section (
                                   parent, tvx_catalog_translate (blocks->catalog, TVX_RECORD_GET_CLASS (guide)->label))),
                                 guide, fields);
}

/**
 * tvx_jplus_add_worksheet:
 * @blocks: how blocks are made
 * @parent: the root or section of the project
 * @project: a project
 *
 * Appends the sections with the 4R sheets and the steps of JämKAS Plus. Where there is nothing to tell, there are none.
 */
void
tvx_jplus_add_worksheet (const TvxRecordBlocks *blocks,
                         TvxDocNode            *parent,
                         TvxRecord             *project)
{
  add_four_r (blocks, parent, project);
  add_guide (blocks, parent, project);
}

static void
add_parts (TvxReportMatter *matter,
           TvxDocNode      *parent,
           TvxProject      *project)
{
  if (tvx_doc_node_get_kind (parent) == TVX_DOC_DOCUMENT)
    {
      tvx_record_blocks_add_paragraphs (&matter->blocks, parent, TVX_RECORD (project), "summary");
      tvx_doc_add_contents (parent, 2);
    }
  tvx_project_dimensions_add (&matter->blocks, parent, TVX_RECORD (project));
  tvx_jplus_add_worksheet (&matter->blocks, parent, TVX_RECORD (project));
  tvx_statistics_section_add (matter, parent, TVX_RECORD (project));
}

static gboolean
has_parts (TvxReportMatter *matter,
           TvxRecord       *project)
{
  static const char *const lists[] = { "dimensions", "four_r", "statistics" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_list_model_get_n_items (tvx_record_get_list (project, lists[i])) > 0 &&
        (matter->tables != NULL || !g_str_equal (lists[i], "statistics")))
      return TRUE;
  return !tvx_record_is_empty (tvx_record_get_record (project, "guide"));
}

/* What has been examined in which project. */
static void
add_overview (TvxReportMatter *matter,
              TvxDocNode      *root)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  TvxDocNode *section = tvx_doc_add_section (root, tvx_catalog_translate (catalog, N_("What has been examined")));
  TvxDocNode *table;
  gsize n_kinds;

  tvx_project_dimensions_explain (&matter->blocks, section);
  table = tvx_doc_add_table (section, tvx_catalog_translate (catalog, N_("What has been examined")));
  tvx_vocabulary_get_terms (&tvx_dimension_kinds, &n_kinds);
  tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, N_("Project")), TVX_DOC_ALIGN_TEXT);
  tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, N_("Dimensions examined")), TVX_DOC_ALIGN_NUMBER);
  tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, N_("Dimensions not examined")), TVX_DOC_ALIGN_NUMBER);
  for (guint i = 0; i < matter->projects->len; i++)
    {
      TvxRecord *project = matter->projects->pdata[i];
      guint n_unexamined = tvx_dimension_count_unexamined (project);
      g_autofree char *title = tvx_record_dup_title (project);
      /* Other dimensions are apart. */
      g_autofree char *examined = g_strdup_printf ("%u", (guint) n_kinds - 1 - n_unexamined);
      g_autofree char *unexamined = g_strdup_printf ("%u", n_unexamined);
      TvxDocNode *row = tvx_doc_table_add_row (table);

      tvx_record_blocks_add_content (&matter->blocks, tvx_doc_row_add_head (row, NULL), title);
      tvx_doc_row_add_cell (row, examined);
      tvx_doc_row_add_cell (row, unexamined);
    }
}

/**
 * tvx_jplus_report_build:
 * @matter: what the report is about
 * @root: the root of the report
 *
 * Tells what the J+ perspective shows: what has been examined and found, with statistics, and for several projects first
 * what they have in common.
 */
void
tvx_jplus_report_build (TvxReportMatter *matter,
                        TvxDocNode      *root)
{
  if (matter->projects->len == 1)
    {
      add_parts (matter, root, matter->projects->pdata[0]);
      return;
    }
  tvx_report_matter_add_front (matter, root);
  add_overview (matter, root);
  tvx_statistics_section_add_sums (matter, root);
  /* That nothing has been examined in a project is told by the overview; it needs no chapter of its own. */
  for (guint i = 0; i < matter->projects->len; i++)
    if (has_parts (matter, matter->projects->pdata[i]))
      add_parts (matter, tvx_report_matter_add_chapter (matter, root, matter->projects->pdata[i]), matter->projects->pdata[i]);
}
