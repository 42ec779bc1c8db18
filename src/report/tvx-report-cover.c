/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-report-cover.h"

#include "report/tvx-field-text.h"
#include "report/tvx-format.h"

/* More titles are a list, which the contents are. */
#define MOST_NAMED 5

/* The number by which anybody can ask the authority for the documents (OSL 5 kap. 2 §), and those of others. */
static void
add_references (const TvxRecordBlocks *blocks,
                TvxDocNode            *facts,
                TvxRecord             *project)
{
  GListModel *references = tvx_record_get_list (project, "references");

  for (guint i = 0; i < g_list_model_get_n_items (references); i++)
    {
      g_autoptr (TvxRecord) reference = g_list_model_get_item (references, i);
      const char *number = tvx_record_get_text (reference, "number");
      const char *issuer = tvx_record_get_text (reference, "issuer");
      g_autofree char *kind = tvx_field_text (blocks->catalog, reference, tvx_record_get_field (reference, "kind"));
      TvxDocNode *fact;

      if (number == NULL)
        continue;
      fact = tvx_doc_add_fact (facts, kind != NULL ? kind : tvx_catalog_translate (blocks->catalog, "Registration number"), number);
      if (issuer == NULL)
        continue;
      tvx_doc_add_text (fact, " (");
      tvx_record_blocks_add_content (blocks, fact, issuer);
      tvx_doc_add_text (fact, ")");
    }
}

static void
add_contact (const TvxRecordBlocks *blocks,
             TvxDocNode            *facts,
             TvxRecord             *project)
{
  static const char *const fields[] = { "name", "role", "email", "phone" };
  GListModel *contacts = tvx_record_get_list (project, "contacts");
  g_autoptr (TvxRecord) contact = g_list_model_get_item (contacts, 0);
  TvxDocNode *fact = NULL;

  for (guint i = 0; contact != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      if (tvx_record_get_value (contact, fields[i]) == NULL)
        continue;
      if (fact == NULL)
        fact = tvx_doc_add_fact (facts, tvx_catalog_translate (blocks->catalog, "Contact"), NULL);
      else
        tvx_doc_add_text (fact, ", ");
      tvx_record_blocks_add_value (blocks, fact, contact, tvx_record_get_field (contact, fields[i]));
    }
}

/* Every letter to a funder must name its case number, so that stands on the first page. */
static void
add_case_numbers (const TvxRecordBlocks *blocks,
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

/* What the report is of: a few projects by their titles, many by their number. */
static void
add_projects (TvxReportMatter *matter,
              TvxDocNode      *facts)
{
  const guint n = matter->projects->len;
  TvxDocNode *fact = tvx_doc_add_fact (facts, tvx_catalog_translate (matter->blocks.catalog, "Projects"), NULL);

  if (n > MOST_NAMED || g_hash_table_size (matter->titles) < n)
    {
      g_autofree char *number = g_strdup_printf ("%u", n);

      tvx_doc_add_text (fact, number);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        tvx_doc_add_text (fact, ", ");
      tvx_record_blocks_add_content (&matter->blocks, fact, tvx_record_get_text (matter->projects->pdata[i], "title"));
    }
}

/**
 * tvx_report_cover_add_facts:
 * @report: a report without blocks
 * @matter: what it is about
 *
 * Appends what stands under the title: the date, and where the report is of one project its numbers and whom to ask, or else
 * of which projects it is.
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
    {
      add_references (&matter->blocks, facts, matter->projects->pdata[0]);
      add_case_numbers (&matter->blocks, facts, matter->projects->pdata[0]);
      add_contact (&matter->blocks, facts, matter->projects->pdata[0]);
    }
  else
    {
      add_projects (matter, facts);
    }
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
