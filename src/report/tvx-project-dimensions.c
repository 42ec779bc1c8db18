/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-project-dimensions.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"
#include "report/tvx-field-text.h"

/* What was found of a dimension. */
static const char *const dimension_findings[] = { "observation", "cause", "evidence", "measure", "responsible", "due", NULL };

/* What a dimension is called: its own name where it is one of the register's own, else that of its kind. */
static char *
dup_dimension_title (const TvxRecordBlocks *blocks,
                     TvxRecord             *dimension)
{
  const char *name = tvx_record_get_text (dimension, "name");
  char *title = name != NULL ? g_strdup (name)
                             : tvx_field_text (blocks->catalog, dimension, tvx_record_get_field (dimension, "kind"));

  return title != NULL ? title : g_strdup (tvx_catalog_translate (blocks->catalog, TVX_RECORD_GET_CLASS (dimension)->label));
}

/* Dimensions of which no more is known than how relevant they are share a line. That nobody has looked at one is said, too: it
 * is not the same as nothing to find. */
static void
add_bare_dimensions (const TvxRecordBlocks *blocks,
                     TvxDocNode            *section,
                     GListModel            *dimensions)
{
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (&tvx_relevances, &n_terms);
  TvxDocNode *facts = NULL;

  for (gsize i = 0; i <= n_terms; i++)
    {
      TvxDocNode *fact = NULL;

      for (guint j = 0; j < g_list_model_get_n_items (dimensions); j++)
        {
          g_autoptr (TvxRecord) dimension = g_list_model_get_item (dimensions, j);
          g_autofree char *title = dup_dimension_title (blocks, dimension);
          const char *name = tvx_record_get_text (dimension, "name");

          if (tvx_record_blocks_has_any (dimension, dimension_findings) ||
              g_strcmp0 (tvx_record_get_text (dimension, "relevance"), i < n_terms ? terms[i].code : NULL) != 0)
            continue;
          if (facts == NULL)
            facts = tvx_doc_add_facts (section);
          if (fact == NULL)
            fact = tvx_doc_add_fact (facts, tvx_catalog_translate (blocks->catalog, i < n_terms ? terms[i].label : N_("Not stated")), NULL);
          else
            tvx_doc_add_text (fact, ", ");
          if (name != NULL)
            tvx_record_blocks_add_content (blocks, fact, title);
          else
            tvx_doc_add_text (fact, title);
        }
    }
}

static void
add_dimension (const TvxRecordBlocks *blocks,
               TvxDocNode            *parent,
               TvxRecord             *dimension)
{
  static const char *const relevance[] = { "relevance", NULL };
  const char *name = tvx_record_get_text (dimension, "name");
  g_autofree char *title = dup_dimension_title (blocks, dimension);
  TvxDocNode *section = tvx_doc_add_section (parent, name == NULL ? title : NULL);
  TvxDocNode *facts = tvx_doc_add_facts (section);

  if (name != NULL)
    tvx_record_blocks_add_content (blocks, tvx_doc_node_get_first (section), name);
  tvx_record_blocks_add_facts (blocks, facts, dimension, relevance);
  tvx_record_blocks_add_facts (blocks, facts, dimension, dimension_findings);
}

/**
 * tvx_project_dimensions_explain:
 * @blocks: how blocks are made
 * @section: a section
 *
 * Appends a paragraph that says what the J+ perspective is.
 */
void
tvx_project_dimensions_explain (const TvxRecordBlocks *blocks,
                                TvxDocNode            *section)
{
  tvx_doc_add_paragraph (section,
                         tvx_catalog_translate (blocks->catalog,
                                                N_("J+ looks at gender together with other factors that shape what people can do, such as age, town and country, and ethnic background.")));
}

/**
 * tvx_project_dimensions_add:
 * @blocks: how blocks are made
 * @parent: the root or section of the project
 * @project: a project
 *
 * Appends the section with the J+ perspective. Where there is nothing to tell, there is no section.
 */
void
tvx_project_dimensions_add (const TvxRecordBlocks *blocks,
                            TvxDocNode            *parent,
                            TvxRecord             *project)
{
  GListModel *dimensions = tvx_record_get_list (project, "dimensions");
  TvxDocNode *section;

  if (g_list_model_get_n_items (dimensions) == 0)
    return;

  section = tvx_doc_add_section (parent, tvx_catalog_translate (blocks->catalog, N_("The J+ perspective")));
  /* Once is enough in a report of many. */
  if (tvx_doc_node_get_kind (parent) == TVX_DOC_DOCUMENT)
    tvx_project_dimensions_explain (blocks, section);
  add_bare_dimensions (blocks, section, dimensions);
  for (guint i = 0; i < g_list_model_get_n_items (dimensions); i++)
    {
      g_autoptr (TvxRecord) dimension = g_list_model_get_item (dimensions, i);

      if (tvx_record_blocks_has_any (dimension, dimension_findings))
        add_dimension (blocks, section, dimension);
    }
}
