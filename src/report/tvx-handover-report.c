/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-handover-report.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-date.h"
#include "model/tvx-project-figures.h"
#include "report/tvx-format.h"
#include "report/tvx-project-notices.h"
#include "report/tvx-project-section.h"

#define NO_BREAK_SPACE "\302\240"

static void
add_decision (TvxReportMatter *matter,
              TvxDocNode      *parent,
              TvxRecord       *handover)
{
  static const char *const fields[] = { "state", "from", "to", "effective_on", "legal_basis",
                                        "decided_on", "decision_reference", "url", "note", NULL };
  TvxDocNode *section =
    tvx_doc_add_section (parent, tvx_catalog_translate (matter->blocks.catalog, N_("Parties and decision")));

  if (tvx_record_is_empty (handover))
    tvx_doc_add_paragraph (section, tvx_catalog_translate (matter->blocks.catalog, N_("Nothing is recorded of a handover.")));
  else
    tvx_record_blocks_add_facts (&matter->blocks, tvx_doc_add_facts (section), handover, fields);
}

static void
add_missing_fields (TvxReportMatter *matter,
                    TvxDocNode      *list,
                    TvxRecord       *handover)
{
  static const char *const fields[] = { "state", "from", "to", "effective_on", "legal_basis", "decided_on", "decision_reference" };
  const TvxCatalog *catalog = matter->blocks.catalog;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = NULL;

      if (tvx_record_get_value (handover, fields[i]) != NULL)
        continue;
      /* Translators: %s is the name of a field, as “Date of decision”. */
      text = g_strdup_printf (tvx_catalog_translate (catalog, N_("“%s” is not filled in.")),
                              tvx_catalog_translate (catalog, tvx_record_get_field (handover, fields[i])->label));
      tvx_doc_add_item (list, text);
    }
}

static void
add_open_goals (TvxReportMatter *matter,
                TvxDocNode      *list,
                TvxRecord       *project)
{
  GListModel *goals = tvx_record_get_list (project, "goals");

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TvxRecord) goal = g_list_model_get_item (goals, i);
      const char *assessment = tvx_record_get_text (goal, "assessment");
      const char *text = tvx_record_get_text (goal, "text");
      TvxDocNode *item;

      if (text == NULL || (assessment != NULL && !g_str_equal (assessment, "not_assessed")))
        continue;
      item = tvx_doc_add_item (list, tvx_catalog_translate (matter->blocks.catalog, N_("A goal is not assessed: ")));
      tvx_record_blocks_add_content (&matter->blocks, item, text);
    }
}

/* A project that goes on after it has changed hands needs somebody who carries it on. */
static void
add_time_left (TvxReportMatter *matter,
               TvxDocNode      *list,
               TvxRecord       *project,
               TvxRecord       *handover)
{
  const char *end = tvx_project_figures_get_end (project);
  const char *effective_on = tvx_record_get_text (handover, "effective_on");
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  TvxDate end_date, effective_date;

  if (end == NULL || effective_on == NULL || !tvx_date_parse_iso (end, &end_date) ||
      !tvx_date_parse_iso (effective_on, &effective_date) || tvx_date_compare (&end_date, &effective_date) <= 0)
    return;
  date = tvx_format_date (matter->blocks.catalog, end);
  /* Translators: %s is a date. */
  text = g_strdup_printf (tvx_catalog_translate (matter->blocks.catalog, N_("The project goes on after the handover, until %s.")), date);
  tvx_doc_add_item (list, text);
}

static void
add_open_ends (TvxReportMatter *matter,
               TvxDocNode      *parent,
               TvxRecord       *project,
               TvxRecord       *handover)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  TvxDocNode *list =
    tvx_doc_add_list (tvx_doc_add_section (parent, tvx_catalog_translate (catalog, N_("Open ends"))), TVX_DOC_LIST_BULLETS);
  guint n_without_amount = 0;

  add_missing_fields (matter, list, handover);
  add_open_goals (matter, list, project);
  add_time_left (matter, list, project, handover);
  tvx_project_figures_get_money (project, &n_without_amount);
  if (n_without_amount > 0)
    {
      g_autofree char *text = g_strdup_printf (
        tvx_catalog_translate_plural (catalog, "One grant has no amount.", "%u grants have no amount.", n_without_amount),
        n_without_amount);

      tvx_doc_add_item (list, text);
    }
  if (tvx_doc_node_get_first (list) == NULL)
    tvx_doc_add_item (list, tvx_catalog_translate (catalog, N_("No open ends are known.")));
}

static void
add_checklist (TvxReportMatter *matter,
               TvxDocNode      *parent)
{
  static const char *const steps[] = {
    N_("The decision or agreement is in writing, and lists the records that are handed over or lent"),
    N_("The National Archives have been told in writing before records are handed over"),
    N_("The funders have agreed to the change of owner"),
    N_("Records and files are handed over, and the receiver has registered them"),
    N_("It is decided which party keeps the originals, and for how long"),
    N_("It is clear who answers for the personal data, and the people concerned have been told"),
    N_("Partners and contacts know whom to turn to"),
  };
  const TvxCatalog *catalog = matter->blocks.catalog;
  const char *title = tvx_catalog_translate (catalog, N_("Checklist"));
  TvxDocNode *table = tvx_doc_add_table (tvx_doc_add_section (parent, title), title);

  tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, N_("Step")), TVX_DOC_ALIGN_TEXT);
  /* Translators: the head of a column to write in by hand; no-break spaces keep it wide enough. */
  tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, N_("Done: date and signature")), TVX_DOC_ALIGN_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      TvxDocNode *row = tvx_doc_table_add_row (table);

      tvx_doc_row_add_head (row, tvx_catalog_translate (catalog, steps[i]));
      tvx_doc_row_add_cell (row, NULL);
    }
}

static void
add_receipt (TvxReportMatter *matter,
             TvxDocNode      *parent,
             TvxRecord       *handover)
{
  static const char *const parties[] = { "from", "to" };
  static const char *const blanks[] = { N_("Place and date"), N_("Signature"), N_("Name in print") };
  const TvxCatalog *catalog = matter->blocks.catalog;
  TvxDocNode *facts =
    tvx_doc_add_facts (tvx_doc_add_section (parent, tvx_catalog_translate (catalog, N_("Receipt"))));

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      const TvxField *field = tvx_record_get_field (handover, parties[i]);

      tvx_record_blocks_add_value (&matter->blocks,
                                   tvx_doc_add_fact (facts, tvx_catalog_translate (catalog, field->label), NULL), handover,
                                   field);
      /* Two lines of room for a pen. */
      for (guint j = 0; j < G_N_ELEMENTS (blanks); j++)
        {
          TvxDocNode *fact = tvx_doc_add_fact (facts, tvx_catalog_translate (catalog, blanks[j]), NO_BREAK_SPACE);

          tvx_doc_add_break (fact);
          tvx_doc_add_text (fact, NO_BREAK_SPACE);
        }
    }
}

static void
add_parts (TvxReportMatter *matter,
           TvxDocNode      *parent,
           TvxProject      *project)
{
  const TvxRecordBlocks *blocks = &matter->blocks;
  TvxRecord *record = TVX_RECORD (project);
  TvxRecord *handover = tvx_record_get_record (record, "handover");

  tvx_project_notices_add (blocks, parent, record, matter->today);
  tvx_record_blocks_add_paragraphs (blocks, parent, record, "summary");
  add_decision (matter, parent, handover);
  tvx_project_section_add_facts (blocks, parent, record);
  tvx_project_section_add_money (blocks, parent, record);
  tvx_project_section_add_list (blocks, parent, record, "partners", tvx_partner_columns);
  tvx_project_section_add_list (blocks, parent, record, "documents", tvx_document_columns);
  add_open_ends (matter, parent, record, handover);
  add_checklist (matter, parent);
  add_receipt (matter, parent, handover);
}

/**
 * tvx_handover_report_build:
 * @matter: what the report is about
 * @root: the root of the report
 *
 * Makes the protocol of a handover: the parties and the decision, what is
 * handed over, what is still open, and a form for the receipt.
 */
void
tvx_handover_report_build (TvxReportMatter *matter,
                           TvxDocNode      *root)
{
  tvx_report_matter_add_chapters (matter, root, add_parts);
}
