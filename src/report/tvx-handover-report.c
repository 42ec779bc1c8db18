/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-handover-report.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-checklist-item.h"
#include "model/tvx-date.h"
#include "model/tvx-document.h"
#include "model/tvx-handover-steps.h"
#include "model/tvx-handover.h"
#include "model/tvx-project-figures.h"
#include "model/tvx-typography.h"
#include "model/tvx-vocabulary.h"
#include "report/tvx-format.h"
#include "report/tvx-project-notices.h"
#include "report/tvx-project-section.h"

static const char *const document_columns[] = { "title", "kind", "date", "reference", "transfer", "loan_until",
                                                "disposal_reference", "retention", "originals_place", NULL };

static void
add_decision (TvxReportMatter *matter,
              TvxDocNode      *parent,
              TvxRecord       *handover)
{
  static const char *const fields[] = { "state", "from", "to", "effective_on", "legal_basis",
                                        "decided_on", "decision_reference", "url", "receiver_reference",
                                        "receiver_responsible", "receipt_remarks", "note", NULL };
  TvxDocNode *section =
    tvx_doc_add_section (parent, tvx_catalog_translate (matter->blocks.catalog, N_("Parties and decision")));

  if (tvx_record_is_empty (handover))
    tvx_doc_add_paragraph (section, tvx_catalog_translate (matter->blocks.catalog, N_("Nothing is recorded of a handover.")));
  else
    tvx_record_blocks_add_facts (&matter->blocks, tvx_doc_add_facts (section), handover, fields);
}

/* A report for the public does not know who answered, and must not say that nobody did. */
static gboolean
is_answered (TvxRecord *item)
{
  const char *state = tvx_record_get_text (item, "state");

  return g_strcmp0 (state, "done") == 0 || g_strcmp0 (state, "not_relevant") == 0;
}

/* A sentence with one gap, which is filled with what the record says, in its own language. */
static void
add_sentence (TvxReportMatter *matter,
              TvxDocNode      *list,
              const char      *format,
              const char      *content)
{
  g_auto (GStrv) around = g_strsplit (tvx_catalog_translate (matter->blocks.catalog, format), "%s", 2);
  TvxDocNode *item = tvx_doc_add_item (list, around[0]);

  tvx_record_blocks_add_content (&matter->blocks, item, content);
  tvx_doc_add_text (item, around[1]);
}

/* What is lacking, in the language of the report and as far as its reader is to know of it. */
static void
add_finding (TvxReportMatter *matter,
             TvxDocNode      *list,
             TvxFinding      *finding)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  TvxRecord *record = tvx_finding_get_record (finding);
  const TvxField *field = tvx_finding_get_field (finding);
  g_autofree char *title = tvx_record_dup_title (record);
  g_autofree char *text = NULL;

  if ((field->flags & TVX_FIELD_PRIVATE) != 0 || (TVX_IS_CHECKLIST_ITEM (record) && is_answered (record)))
    return;
  if (TVX_IS_CHECKLIST_ITEM (record))
    {
      /* Translators: %s is an item of a checklist. */
      add_sentence (matter, list, N_("The checklist is not complete: %s."), title);
      return;
    }
  if (TVX_IS_DOCUMENT (record))
    {
      /* Translators: %s is a document. */
      add_sentence (matter, list, N_("The details of what becomes of the document “%s” are not complete."), title);
      return;
    }
  /* Translators: %s is the name of a field, as “Date of decision”. */
  text = g_strdup_printf (tvx_catalog_translate (catalog, N_("“%s” is not filled in.")),
                          tvx_catalog_translate (catalog, field->label));
  tvx_doc_add_item (list, text);
}

/* What lacks before the project can be handed over, or, once it is, before the handover can be completed. */
static void
add_lacking (TvxReportMatter *matter,
             TvxDocNode      *list,
             TvxRecord       *project,
             TvxRecord       *handover)
{
  const char *state = tvx_handover_get_state (TVX_HANDOVER (handover));
  g_autoptr (GPtrArray) lacking =
    tvx_handover_find_lacking (project, NULL, tvx_handover_is_final (state) ? "completed" : "handed_over");

  for (guint i = 0; i < lacking->len; i++)
    add_finding (matter, list, lacking->pdata[i]);
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
  TvxDate end_date, effective_date, today;

  if (end == NULL || effective_on == NULL || !tvx_date_parse_iso (end, &end_date) ||
      !tvx_date_parse_iso (effective_on, &effective_date) || !tvx_date_parse_iso (matter->today, &today) ||
      tvx_date_compare (&end_date, &effective_date) <= 0 || tvx_date_compare (&end_date, &today) < 0)
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

  add_lacking (matter, list, project, handover);
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

/* What has come of an item is told in one cell, which is left empty for a pen where nothing has. */
static void
add_checklist_row (TvxReportMatter *matter,
                   TvxDocNode      *table,
                   TvxRecord       *item)
{
  static const char *const details[] = { "done_on", "done_by" };
  const TvxCatalog *catalog = matter->blocks.catalog;
  const char *state = tvx_record_get_text (item, "state");
  const TvxTerm *term = state != NULL ? tvx_vocabulary_lookup (&tvx_checklist_states, state) : NULL;
  const char *reason = tvx_record_get_text (item, "reason");
  TvxDocNode *row = tvx_doc_table_add_row (table);
  TvxDocNode *cell;

  tvx_record_blocks_add_content (&matter->blocks, tvx_doc_row_add_head (row, NULL), tvx_record_get_text (item, "title"));
  tvx_doc_row_add_cell (row, tvx_record_get_boolean (item, "mandatory") ? tvx_catalog_translate (catalog, "yes") : NULL);
  cell = tvx_doc_row_add_cell (row, term != NULL && is_answered (item) ? tvx_catalog_translate (catalog, term->label) : NULL);
  for (guint i = 0; is_answered (item) && i < G_N_ELEMENTS (details); i++)
    if (tvx_record_get_text (item, details[i]) != NULL)
      {
        tvx_doc_add_text (cell, ", ");
        tvx_doc_add_text (cell, tvx_record_get_text (item, details[i]));
      }
  if (is_answered (item) && reason != NULL)
    {
      tvx_doc_add_break (cell);
      tvx_record_blocks_add_content (&matter->blocks, cell, reason);
    }
}

static void
add_checklist (TvxReportMatter *matter,
               TvxDocNode      *parent,
               TvxRecord       *handover)
{
  static const char *const fields[] = { "title", "mandatory", "state" };
  const TvxCatalog *catalog = matter->blocks.catalog;
  GListModel *checklist = tvx_record_get_list (handover, "checklist");
  g_autoptr (TvxRecord) first = g_list_model_get_item (checklist, 0);
  const char *title = tvx_catalog_translate (catalog, N_("Checklist"));
  TvxDocNode *table;

  if (first == NULL)
    return;
  table = tvx_doc_add_table (tvx_doc_add_section (parent, title), title);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, tvx_record_get_field (first, fields[i])->label),
                              TVX_DOC_ALIGN_TEXT);
  for (guint i = 0; i < g_list_model_get_n_items (checklist); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (checklist, i);

      add_checklist_row (matter, table, item);
    }
}

/* A step is told in one cell, and its time as a person reads it. */
static void
add_log_row (const TvxCatalog *catalog,
             TvxDocNode       *table,
             TvxRecord        *step,
             gboolean          has_persons)
{
  static const char *const states[] = { "from_state", "to_state" };
  const char *at = tvx_record_get_text (step, "at");
  g_autoptr (GDateTime) time = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;
  g_autofree char *shown = time != NULL ? g_date_time_format (time, "%Y-%m-%d" TVX_NO_BREAK_SPACE "%H:%M") : g_strdup (at);
  g_autofree char *path = NULL;
  const char *labels[2] = { "", "" };
  TvxDocNode *row = tvx_doc_table_add_row (table);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      const char *code = tvx_record_get_text (step, states[i]);
      const TvxTerm *term = code != NULL ? tvx_vocabulary_lookup (&tvx_handover_states, code) : NULL;

      if (code != NULL)
        labels[i] = term != NULL ? tvx_catalog_translate (catalog, term->label) : code;
    }
  path = g_strdup_printf ("%s → %s", labels[0], labels[1]);
  tvx_doc_row_add_head (row, shown);
  tvx_doc_row_add_cell (row, path);
  if (has_persons)
    {
      tvx_doc_row_add_cell (row, tvx_record_get_text (step, "person"));
      tvx_doc_row_add_cell (row, tvx_record_get_text (step, "note"));
    }
}

/* Who took the steps and why is for the authorities, and is not in what the public gets. */
static gboolean
has_persons (GListModel *log)
{
  for (guint i = 0; i < g_list_model_get_n_items (log); i++)
    {
      g_autoptr (TvxRecord) step = g_list_model_get_item (log, i);

      if (tvx_record_get_value (step, "person") != NULL || tvx_record_get_value (step, "note") != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_log (TvxReportMatter *matter,
         TvxDocNode      *parent,
         TvxRecord       *handover)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  GListModel *log = tvx_record_get_list (handover, "log");
  const char *title = tvx_catalog_translate (catalog, N_("Log"));
  gboolean tells_persons = has_persons (log);
  TvxDocNode *table;

  if (g_list_model_get_n_items (log) == 0)
    return;
  table = tvx_doc_add_table (tvx_doc_add_section (parent, title), title);
  tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, N_("Time")), TVX_DOC_ALIGN_TEXT);
  tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, N_("Step")), TVX_DOC_ALIGN_TEXT);
  if (tells_persons)
    {
      tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, N_("Person")), TVX_DOC_ALIGN_TEXT);
      tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, N_("Note")), TVX_DOC_ALIGN_TEXT);
    }
  for (guint i = 0; i < g_list_model_get_n_items (log); i++)
    {
      g_autoptr (TvxRecord) step = g_list_model_get_item (log, i);

      add_log_row (catalog, table, step, tells_persons);
    }
}

/* Two lines of room for a pen. */
static void
add_blank (TvxDocNode *facts,
           const char *label)
{
  TvxDocNode *fact = tvx_doc_add_fact (facts, label, TVX_NO_BREAK_SPACE);

  tvx_doc_add_break (fact);
  tvx_doc_add_text (fact, TVX_NO_BREAK_SPACE);
}

/* A form for each party, which no page cuts. */
static void
add_receipt (TvxReportMatter *matter,
             TvxDocNode      *parent,
             TvxRecord       *handover)
{
  static const char *const parties[] = { "from", "to" };
  static const char *const blanks[] = { N_("Place and date"), N_("Signature"), N_("Name in print") };
  const TvxField *reference = tvx_record_get_field (handover, "receiver_reference");
  const TvxCatalog *catalog = matter->blocks.catalog;
  TvxDocNode *section = tvx_doc_add_section (parent, tvx_catalog_translate (catalog, N_("Receipt")));
  TvxDocNode *facts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      const TvxField *field = tvx_record_get_field (handover, parties[i]);

      facts = tvx_doc_add_facts (section);
      tvx_record_blocks_add_value (&matter->blocks,
                                   tvx_doc_add_fact (facts, tvx_catalog_translate (catalog, field->label), NULL), handover,
                                   field);
      for (guint j = 0; j < G_N_ELEMENTS (blanks); j++)
        add_blank (facts, tvx_catalog_translate (catalog, blanks[j]));
    }
  if (tvx_record_get_value (handover, reference->name) == NULL)
    add_blank (facts, tvx_catalog_translate (catalog, reference->label));
  else
    tvx_record_blocks_add_value (&matter->blocks,
                                 tvx_doc_add_fact (facts, tvx_catalog_translate (catalog, reference->label), NULL), handover,
                                 reference);
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
  tvx_project_section_add_list (blocks, parent, record, "documents", document_columns);
  /* Where no handover is planned, nothing of it is open, and nobody signs. */
  if (tvx_record_is_empty (handover))
    return;
  add_open_ends (matter, parent, record, handover);
  add_checklist (matter, parent, handover);
  add_log (matter, parent, handover);
  add_receipt (matter, parent, handover);
}

/* A protocol with all that is recorded goes to the receiver in a package, and nowhere else. */
static void
add_internal_notice (TvxReportMatter *matter,
                     TvxDocNode      *root)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  TvxDocNode *notice = tvx_doc_add_notice (root, TVX_DOC_NOTICE_INFO, tvx_catalog_translate (catalog, N_("For the receiver only")));

  tvx_doc_add_paragraph (notice, tvx_catalog_translate (catalog, N_("This protocol is internal, and so is the package that it is part of. "
                                                                     "The records in the package are whole: they hold personal data, notes "
                                                                     "and numbers that must not be published.")));
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
  if (matter->audience == TVX_AUDIENCE_INTERNAL)
    add_internal_notice (matter, root);
  tvx_report_matter_add_chapters (matter, root, add_parts);
}
