/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-project-section.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-nuts.h"
#include "model/tvx-project-figures.h"
#include "report/tvx-format.h"
#include "report/tvx-jplus-report.h"
#include "report/tvx-project-dimensions.h"
#include "report/tvx-project-goals.h"
#include "report/tvx-project-indicators.h"
#include "report/tvx-project-notices.h"
#include "report/tvx-statistics-section.h"

/* What is told of each. */
const char *const tvx_partner_columns[] = { "name", "role", "from", "until", "description", NULL };
static const char *const funding_columns[] = { "funder", "programme", "kind", "reference", "decided_on", "amount", "paid", NULL };
static const char *const cost_columns[] = { "kind", "description", "budget", "actual", NULL };
static const char *const activity_columns[] = { "title", "state", "start", "end", "description", NULL };
static const char *const decision_columns[] = { "kind", "date", "reference", "decided_by", "summary", "amount", NULL };
static const char *const report_due_columns[] = { "kind", "recipient", "due", "submitted", "approved", "reference", "note", NULL };
static const char *const note_columns[] = { "date", "text", "author", NULL };
const char *const tvx_document_columns[] = { "title", "kind", "date", "reference", "url", NULL };

/* The European statistics, and the list of operations that funds publish, know counties by their NUTS code. */
static void
add_region (const TvxRecordBlocks *blocks,
            TvxDocNode            *facts,
            TvxRecord             *project)
{
  const char *county = tvx_record_get_text (project, "county");
  g_autofree char *code = county != NULL ? tvx_nuts_dup_code (county, 3) : NULL;
  g_autofree char *text = NULL;

  if (code == NULL)
    return;
  text = g_strdup_printf ("%s (%s)", code, tvx_nuts_get_name (county));
  tvx_doc_add_fact (facts, tvx_catalog_translate (blocks->catalog, N_("NUTS region")), text);
}

static void
add_locations (const TvxRecordBlocks *blocks,
               TvxDocNode            *facts,
               TvxRecord             *project)
{
  static const char *const fields[] = { "name", "address", "municipality", "county" };
  GListModel *locations = tvx_record_get_list (project, "locations");

  for (guint i = 0; i < g_list_model_get_n_items (locations); i++)
    {
      g_autoptr (TvxRecord) location = g_list_model_get_item (locations, i);
      TvxDocNode *fact = tvx_doc_add_fact (facts, tvx_catalog_translate (blocks->catalog, N_("Location")), NULL);
      gboolean any = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          if (tvx_record_get_value (location, fields[j]) == NULL)
            continue;
          if (any)
            tvx_doc_add_text (fact, ", ");
          tvx_record_blocks_add_value (blocks, fact, location, tvx_record_get_field (location, fields[j]));
          any = TRUE;
        }
    }
}

static void
add_classifications (const TvxRecordBlocks *blocks,
                     TvxDocNode            *facts,
                     TvxRecord             *project)
{
  GListModel *classifications = tvx_record_get_list (project, "classifications");
  TvxDocNode *fact = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (classifications); i++)
    {
      g_autoptr (TvxRecord) classification = g_list_model_get_item (classifications, i);
      const char *term = tvx_record_get_text (classification, "term");

      if (term == NULL)
        continue;
      if (fact == NULL)
        fact = tvx_doc_add_fact (facts, tvx_catalog_translate (blocks->catalog, N_("Own classifications")), NULL);
      else
        tvx_doc_add_text (fact, ", ");
      tvx_record_blocks_add_content (blocks, fact, term);
    }
}

/**
 * tvx_project_section_add_facts:
 * @blocks: how blocks are made
 * @parent: the root or section of the project
 * @project: a project
 *
 * Appends the section with the facts of a project: status, time, place and areas. Where there is nothing to tell, there is no section.
 */
void
tvx_project_section_add_facts (const TvxRecordBlocks *blocks,
                               TvxDocNode            *parent,
                               TvxRecord             *project)
{
  static const char *const before_period[] = { "lifecycle", NULL };
  static const char *const after_period[] = { "county", "municipalities", "areas", "strategy_2021", "strategy_2015",
                                              "equal_growth", "gender_policy", "agenda_2030", "tags", "website",
                                              "responsible", NULL };
  g_autofree char *period =
    tvx_format_period (blocks->catalog, tvx_project_figures_get_start (project), tvx_project_figures_get_end (project));
  TvxDocNode *section, *facts;

  if (period == NULL && !tvx_record_blocks_has_any (project, before_period) && !tvx_record_blocks_has_any (project, after_period))
    return;

  section = tvx_doc_add_section (parent, tvx_catalog_translate (blocks->catalog, N_("Facts")));
  facts = tvx_doc_add_facts (section);
  tvx_record_blocks_add_facts (blocks, facts, project, before_period);
  if (period != NULL)
    tvx_doc_add_fact (facts, tvx_catalog_translate (blocks->catalog, N_("Period")), period);
  tvx_record_blocks_add_facts (blocks, facts, project, after_period);
  add_region (blocks, facts, project);
  add_locations (blocks, facts, project);
  add_classifications (blocks, facts, project);
}

/**
 * tvx_project_section_add_list:
 * @blocks: how blocks are made
 * @parent: the root or section of the project
 * @project: a project
 * @name: a list of its records
 * @fields: (array zero-terminated=1): what is told of each
 *
 * Appends a section with a table of the records of a list. Where there is nothing to tell, there is no section.
 */
void
tvx_project_section_add_list (const TvxRecordBlocks *blocks,
                              TvxDocNode            *parent,
                              TvxRecord             *project,
                              const char            *name,
                              const char *const     *fields)
{
  GListModel *list = tvx_record_get_list (project, name);
  const char *title = tvx_catalog_translate (blocks->catalog, tvx_record_get_field (project, name)->label);

  if (g_list_model_get_n_items (list) > 0)
    tvx_record_blocks_add_table (blocks, tvx_doc_add_section (parent, title), list, title, fields, NULL);
}

/**
 * tvx_project_section_add_money:
 * @blocks: how blocks are made
 * @parent: the root or section of the project
 * @project: a project
 *
 * Appends the sections with who pays for the project and what it costs, with their sums. Where there is nothing to tell,
 * there is no section.
 */
void
tvx_project_section_add_money (const TvxRecordBlocks *blocks,
                               TvxDocNode            *parent,
                               TvxRecord             *project)
{
  const struct
  {
    const char        *list;
    const char *const *columns;
    TvxRecordSumFunc   sum;
  } tables[] = {
    { "funding", funding_columns, tvx_project_figures_sum_funding },
    { "costs", cost_columns, tvx_project_figures_sum_costs },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GListModel *list = tvx_record_get_list (project, tables[i].list);
      const char *title = tvx_catalog_translate (blocks->catalog, tvx_record_get_field (project, tables[i].list)->label);

      if (g_list_model_get_n_items (list) > 0)
        tvx_record_blocks_add_table (blocks, tvx_doc_add_section (parent, title), list, title, tables[i].columns, tables[i].sum);
    }
}

/**
 * tvx_project_section_add_activities:
 * @blocks: how blocks are made
 * @parent: the root or section of the project
 * @project: a project
 *
 * Appends the section with what the project does, and when. Where there is nothing to tell, there is no section.
 */
void
tvx_project_section_add_activities (const TvxRecordBlocks *blocks,
                                    TvxDocNode            *parent,
                                    TvxRecord             *project)
{
  tvx_project_section_add_list (blocks, parent, project, "activities", activity_columns);
}

/**
 * tvx_project_section_add_handover:
 * @blocks: how blocks are made
 * @parent: the root or section of the project
 * @handover: the handover of a project
 *
 * Appends the section with the handover. Where there is nothing to tell, there is no section.
 */
void
tvx_project_section_add_handover (const TvxRecordBlocks *blocks,
                                  TvxDocNode            *parent,
                                  TvxRecord             *handover)
{
  static const char *const fields[] = { "state", "from", "to", "effective_on", "legal_basis",
                                        "decided_on", "decision_reference", "receiver_reference",
                                        "receiver_responsible", "receipt_remarks", "note", NULL };
  const char *state = tvx_record_get_text (handover, "state");
  TvxDocNode *section;

  if (state == NULL || g_str_equal (state, "not_applicable"))
    return;
  section = tvx_doc_add_section (parent, tvx_catalog_translate (blocks->catalog, N_("Handover")));
  tvx_record_blocks_add_facts (blocks, tvx_doc_add_facts (section), handover, fields);
}

static void
add_links (const TvxRecordBlocks *blocks,
           TvxDocNode            *parent,
           TvxRecord             *project)
{
  GListModel *links = tvx_record_get_list (project, "links");
  TvxDocNode *list;

  if (g_list_model_get_n_items (links) == 0)
    return;

  list = tvx_doc_add_list (tvx_doc_add_section (parent, tvx_catalog_translate (blocks->catalog, N_("Links"))),
                           TVX_DOC_LIST_BULLETS);
  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr (TvxRecord) link = g_list_model_get_item (links, i);
      g_autofree char *title = tvx_record_dup_title (link);
      const char *url = tvx_record_get_text (link, "url");
      TvxDocNode *item = tvx_doc_add_item (list, NULL);

      if (url != NULL && tvx_check_uri (url, NULL))
        tvx_doc_add_link (item, url, title);
      else
        tvx_record_blocks_add_content (blocks, item, title);
    }
}

static void
add_related (const TvxRecordBlocks *blocks,
             TvxDocNode            *parent,
             TvxRecord             *project,
             GHashTable            *titles)
{
  GVariant *value = tvx_record_get_value (project, "related");
  g_autofree const char **ids = value != NULL ? g_variant_get_strv (value, NULL) : NULL;
  TvxDocNode *list = NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const char *title = g_hash_table_lookup (titles, ids[i]);

      if (title == NULL)
        continue;
      if (list == NULL)
        list = tvx_doc_add_list (
          tvx_doc_add_section (parent, tvx_catalog_translate (blocks->catalog, N_("Related projects"))),
          TVX_DOC_LIST_BULLETS);
      tvx_record_blocks_add_content (blocks, tvx_doc_add_item (list, NULL), title);
    }
}

/**
 * tvx_project_section_add_parts:
 * @matter: what the report is about
 * @parent: the root or section of the project
 * @project: the project, of which everything given is told
 *
 * Appends what a report tells of a project: who answers for it now, what it is
 * about, the facts, the goals, the J+ perspective, who takes part and who pays.
 * A part that the record says nothing of is left out.
 */
void
tvx_project_section_add_parts (TvxReportMatter *matter,
                               TvxDocNode      *parent,
                               TvxProject      *project)
{
  static const char *const before_goals[] = { "background", "purpose", "target_groups", "description", "method", "vision" };
  static const char *const outcome[] = { "results", "deviations", "lessons", "continuation" };
  static const char *const contact_fields[] = { "role", "name", "organisation", "email", "phone", NULL };
  const TvxRecordBlocks *blocks = &matter->blocks;
  TvxRecord *record = TVX_RECORD (project);

  tvx_project_notices_add (blocks, parent, record, matter->today);
  tvx_record_blocks_add_paragraphs (blocks, parent, record, "summary");
  if (tvx_doc_node_get_kind (parent) == TVX_DOC_DOCUMENT)
    tvx_doc_add_contents (parent, 2);
  tvx_project_section_add_facts (blocks, parent, record);
  for (guint i = 0; i < G_N_ELEMENTS (before_goals); i++)
    tvx_record_blocks_add_text_part (blocks, parent, record, before_goals[i]);
  tvx_project_goals_add (blocks, parent, record);
  tvx_project_indicators_add (blocks, parent, record);
  tvx_project_section_add_activities (blocks, parent, record);
  tvx_project_dimensions_add (blocks, parent, record);
  tvx_jplus_add_worksheet (blocks, parent, record);
  tvx_statistics_section_add (matter, parent, record);
  tvx_project_section_add_list (blocks, parent, record, "partners", tvx_partner_columns);
  tvx_project_section_add_money (blocks, parent, record);
  tvx_project_section_add_list (blocks, parent, record, "decisions", decision_columns);
  tvx_project_section_add_list (blocks, parent, record, "reports_due", report_due_columns);
  for (guint i = 0; i < G_N_ELEMENTS (outcome); i++)
    tvx_record_blocks_add_text_part (blocks, parent, record, outcome[i]);
  tvx_project_section_add_handover (blocks, parent, tvx_record_get_record (record, "handover"));
  tvx_project_section_add_list (blocks, parent, record, "documents", tvx_document_columns);
  add_links (blocks, parent, record);
  add_related (blocks, parent, record, matter->titles);
  tvx_project_section_add_list (blocks, parent, record, "contacts", contact_fields);
  tvx_project_section_add_list (blocks, parent, record, "notes", note_columns);
}
