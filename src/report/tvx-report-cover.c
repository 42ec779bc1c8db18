/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-report-cover.h"

#include "report/tvx-format.h"

/* Every letter to a funder must name its case number, so that stands on the first page. */
static void
add_references (const TvxRecordBlocks *blocks,
                TvxDocNode            *facts,
                TvxRecord             *project)
{
  GListModel *funding = tvx_record_get_list (project, "funding");

  for (guint i = 0; i < g_list_model_get_n_items (funding); i++)
    {
      g_autoptr (TvxRecord) grant = g_list_model_get_item (funding, i);
      const char *reference = tvx_record_get_text (grant, "reference");
      const char *funder = tvx_record_get_text (grant, "funder");
      TvxDocNode *fact;

      if (reference == NULL)
        continue;
      fact = tvx_doc_add_fact (facts, tvx_catalog_translate (blocks->catalog, "Case number"), reference);
      if (funder == NULL)
        continue;
      tvx_doc_add_text (fact, " (");
      tvx_record_blocks_add_content (blocks, fact, funder);
      tvx_doc_add_text (fact, ")");
    }
}

/**
 * tvx_report_cover_add_facts:
 * @report: a report without blocks
 * @matter: what it is about
 *
 * Appends what stands under the title: the date, and the case numbers where the report is of one project.
 */
void
tvx_report_cover_add_facts (TvxReport       *report,
                            TvxReportMatter *matter)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  g_autofree char *date = tvx_format_date (catalog, matter->today);
  TvxDocNode *facts = tvx_doc_add_facts (tvx_report_get_root (report));

  tvx_doc_add_fact (facts, tvx_catalog_translate (catalog, "Date"), date);
  if (matter->projects->len == 1)
    add_references (&matter->blocks, facts, matter->projects->pdata[0]);
}

/**
 * tvx_report_cover_set_status:
 * @report: a report with all its blocks
 * @matter: what it is about
 * @audience: who it is for
 *
 * Says on every page and in the properties of the file whether the report is a
 * draft and whether it is not for the public.
 */
void
tvx_report_cover_set_status (TvxReport       *report,
                             TvxReportMatter *matter,
                             TvxAudience      audience)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  g_autofree char *status = NULL;
  g_autofree char *subject = NULL;

  if (matter->is_draft)
    g_strv_builder_add (words, tvx_catalog_translate_context (catalog, "state of a report", "Draft"));
  if (audience == TVX_AUDIENCE_INTERNAL)
    g_strv_builder_add (words, tvx_catalog_translate_context (catalog, "state of a report", "Internal"));
  strings = g_strv_builder_end (words);
  status = g_strjoinv (" · ", strings);
  tvx_report_set_status (report, status);

  subject = g_strjoin (" · ", tvx_report_get_subtitle (report), *status != '\0' ? status : NULL, NULL);
  tvx_report_set_subject (report, subject);
}
