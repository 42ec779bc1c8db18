/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-project-section.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-project-figures.h"
#include "report/tvx-field-text.h"
#include "report/tvx-format.h"
#include "report/tvx-project-notices.h"

/* What is told of each. */
const char *const tvx_partner_columns[] = { "name", "role", "description", NULL };
const char *const tvx_funding_columns[] = { "funder", "programme", "kind", "reference", "decided_on", "amount", NULL };
const char *const tvx_document_columns[] = { "title", "kind", "date", "reference", "url", NULL };

/* The mark before the word of an assessment: a shape of its own for each, so that colour is not needed. */
static const struct
{
  const char *code;
  const char *mark;
} assessment_marks[] = {
  { "reachable", "●" },
  { "partly_reachable", "◐" },
  { "hard_to_reach", "○" },
  { "not_assessed", "–" },
};

static const char *
get_assessment_mark (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (assessment_marks); i++)
    if (g_str_equal (assessment_marks[i].code, code))
      return assessment_marks[i].mark;
  return "";
}

static gboolean
has_any (TvxRecord         *record,
         const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    if (tvx_record_get_value (record, fields[i]) != NULL)
      return TRUE;
  return FALSE;
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
  static const char *const after_period[] = { "county", "municipalities", "areas", "website", NULL };
  g_autofree char *period =
    tvx_format_period (blocks->catalog, tvx_project_figures_get_start (project), tvx_project_figures_get_end (project));
  TvxDocNode *section, *facts;

  if (period == NULL && !has_any (project, before_period) && !has_any (project, after_period))
    return;

  section = tvx_doc_add_section (parent, tvx_catalog_translate (blocks->catalog, N_("Facts")));
  facts = tvx_doc_add_facts (section);
  tvx_record_blocks_add_facts (blocks, facts, project, before_period);
  if (period != NULL)
    tvx_doc_add_fact (facts, tvx_catalog_translate (blocks->catalog, N_("Period")), period);
  tvx_record_blocks_add_facts (blocks, facts, project, after_period);
}

static void
add_assessor (const TvxRecordBlocks *blocks,
              TvxDocNode            *item,
              TvxRecord             *goal)
{
  static const char *const fields[] = { "assessed_on", "assessed_by" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const TvxField *field = tvx_record_get_field (goal, fields[i]);
      g_autofree char *label = NULL;

      if (tvx_record_get_value (goal, fields[i]) == NULL)
        continue;
      label = g_strdup_printf ("%s: ", tvx_catalog_translate (blocks->catalog, field->label));
      tvx_doc_add_break (item);
      tvx_doc_add_text (item, label);
      tvx_record_blocks_add_value (blocks, item, goal, field);
    }
}

/**
 * tvx_project_section_add_goals:
 * @blocks: how blocks are made
 * @parent: the root or section of the project
 * @project: a project
 *
 * Appends the section with the goals and how they are assessed. Where there is nothing to tell, there is no section.
 */
void
tvx_project_section_add_goals (const TvxRecordBlocks *blocks,
                               TvxDocNode            *parent,
                               TvxRecord             *project)
{
  GListModel *goals = tvx_record_get_list (project, "goals");
  TvxDocNode *list;

  if (g_list_model_get_n_items (goals) == 0)
    return;

  list = tvx_doc_add_list (tvx_doc_add_section (parent, tvx_catalog_translate (blocks->catalog, N_("Goals"))),
                           TVX_DOC_LIST_NUMBERS);
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TvxRecord) goal = g_list_model_get_item (goals, i);
      g_autofree char *title = tvx_record_dup_title (goal);
      g_autofree char *assessment =
        tvx_field_text (blocks->catalog, goal, tvx_record_get_field (goal, "assessment"));
      const char *details[] = { tvx_record_get_text (goal, "description"), tvx_record_get_text (goal, "motive") };
      TvxDocNode *item = tvx_doc_add_item (list, NULL);

      tvx_record_blocks_add_content (blocks, item, title);
      if (assessment != NULL)
        {
          g_autofree char *text = g_strdup_printf (
            "%s\302\240%s", get_assessment_mark (tvx_record_get_text (goal, "assessment")), assessment);

          tvx_doc_add_break (item);
          tvx_doc_add_strong (item, text);
        }
      for (guint j = 0; j < G_N_ELEMENTS (details); j++)
        {
          if (details[j] == NULL)
            continue;
          tvx_doc_add_break (item);
          tvx_record_blocks_add_content (blocks, item, details[j]);
        }
      add_assessor (blocks, item, goal);
    }
}

/* What a dimension is called: its own name where it is one of the register's own, else that of its kind. */
static char *
get_dimension_title (const TvxRecordBlocks *blocks,
                     TvxRecord             *dimension)
{
  const char *name = tvx_record_get_text (dimension, "name");

  return name != NULL ? g_strdup (name)
                      : tvx_field_text (blocks->catalog, dimension, tvx_record_get_field (dimension, "kind"));
}

static void
add_dimension (const TvxRecordBlocks *blocks,
               TvxDocNode            *parent,
               TvxRecord             *dimension)
{
  static const char *const fields[] = { "relevance", "observation", "cause", "evidence", "measure", "responsible", "due", NULL };
  g_autofree char *title = get_dimension_title (blocks, dimension);
  TvxDocNode *section = tvx_doc_add_section (
    parent, title != NULL ? title : tvx_catalog_translate (blocks->catalog, N_("J+ dimension")));

  if (has_any (dimension, fields))
    tvx_record_blocks_add_facts (blocks, tvx_doc_add_facts (section), dimension, fields);
}

/**
 * tvx_project_section_add_dimensions:
 * @blocks: how blocks are made
 * @parent: the root or section of the project
 * @project: a project
 *
 * Appends the section with the J+ perspective. Where there is nothing to tell, there is no section.
 */
void
tvx_project_section_add_dimensions (const TvxRecordBlocks *blocks,
                                    TvxDocNode            *parent,
                                    TvxRecord             *project)
{
  GListModel *dimensions = tvx_record_get_list (project, "dimensions");
  g_autoptr (GString) not_examined = g_string_new (NULL);
  TvxDocNode *section;

  if (g_list_model_get_n_items (dimensions) == 0)
    return;

  section = tvx_doc_add_section (parent, tvx_catalog_translate (blocks->catalog, N_("The J+ perspective")));
  tvx_doc_add_paragraph (section,
                         tvx_catalog_translate (blocks->catalog,
                                                N_("J+ looks at gender together with other factors that shape what people can do, such as age, town and country, and ethnic background.")));
  for (guint i = 0; i < g_list_model_get_n_items (dimensions); i++)
    {
      g_autoptr (TvxRecord) dimension = g_list_model_get_item (dimensions, i);

      if (g_strcmp0 (tvx_record_get_text (dimension, "relevance"), "not_examined") != 0)
        continue;
      g_autofree char *title = get_dimension_title (blocks, dimension);
      g_string_append_printf (not_examined, "%s%s", not_examined->len > 0 ? ", " : "", title != NULL ? title : "");
    }
  /* What nobody has looked at is said openly; it is not the same as nothing to find. */
  if (not_examined->len > 0)
    {
      g_autofree char *text = g_strdup_printf (
        /* Translators: %s is a list of dimensions, as “Age, Disability”. */
        tvx_catalog_translate (blocks->catalog, N_("Not examined: %s.")), not_examined->str);

      tvx_doc_add_paragraph (section, text);
    }
  for (guint i = 0; i < g_list_model_get_n_items (dimensions); i++)
    {
      g_autoptr (TvxRecord) dimension = g_list_model_get_item (dimensions, i);

      if (g_strcmp0 (tvx_record_get_text (dimension, "relevance"), "not_examined") != 0)
        add_dimension (blocks, section, dimension);
    }
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
    tvx_record_blocks_add_table (blocks, tvx_doc_add_section (parent, title), list, title, fields);
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
                                        "decided_on", "decision_reference", "note", NULL };
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
  static const char *const contact_fields[] = { "role", "name", "organisation", "email", "phone", NULL };
  const TvxRecordBlocks *blocks = &matter->blocks;
  TvxRecord *record = TVX_RECORD (project);

  tvx_project_notices_add (blocks, parent, record, matter->today);
  tvx_record_blocks_add_paragraphs (blocks, parent, record, "summary");
  if (tvx_doc_node_get_kind (parent) == TVX_DOC_DOCUMENT)
    tvx_doc_add_contents (parent);
  tvx_project_section_add_facts (blocks, parent, record);
  tvx_record_blocks_add_text_part (blocks, parent, record, "purpose");
  tvx_record_blocks_add_text_part (blocks, parent, record, "description");
  tvx_record_blocks_add_text_part (blocks, parent, record, "vision");
  tvx_project_section_add_goals (blocks, parent, record);
  tvx_project_section_add_dimensions (blocks, parent, record);
  tvx_project_section_add_list (blocks, parent, record, "partners", tvx_partner_columns);
  tvx_project_section_add_list (blocks, parent, record, "funding", tvx_funding_columns);
  tvx_project_section_add_handover (blocks, parent, tvx_record_get_record (record, "handover"));
  tvx_project_section_add_list (blocks, parent, record, "documents", tvx_document_columns);
  add_links (blocks, parent, record);
  add_related (blocks, parent, record, matter->titles);
  tvx_project_section_add_list (blocks, parent, record, "contacts", contact_fields);
}
