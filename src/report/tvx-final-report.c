/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-final-report.h"

#include <glib/gi18n-lib.h>

#include "report/tvx-project-dimensions.h"
#include "report/tvx-project-goals.h"
#include "report/tvx-project-indicators.h"
#include "report/tvx-project-notices.h"
#include "report/tvx-project-section.h"
#include "report/tvx-statistics-section.h"

/* A part that the record says nothing of stands there all the same, with what to write in it, unless it is left out. */
static void
add_prompt (TvxReportMatter *matter,
            TvxDocNode      *parent,
            const char      *field,
            const char      *heading,
            const char      *prompt)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  TvxDocNode *notice;

  if (g_strv_contains ((const char *const *) matter->left_out, field))
    return;
  notice = tvx_doc_add_notice (tvx_doc_add_section (parent, tvx_catalog_translate (catalog, heading)), TVX_DOC_NOTICE_WARNING,
                               tvx_catalog_translate (catalog, "Still to be written"));
  tvx_doc_add_paragraph (notice, tvx_catalog_translate (catalog, prompt));
  matter->is_draft = TRUE;
}

static void
add_text (TvxReportMatter *matter,
          TvxDocNode      *parent,
          TvxRecord       *project,
          const char      *field,
          const char      *heading,
          const char      *prompt)
{
  if (tvx_record_get_text (project, field) == NULL)
    {
      add_prompt (matter, parent, field, heading, prompt);
      return;
    }
  tvx_record_blocks_add_paragraphs (&matter->blocks,
                                    tvx_doc_add_section (parent, tvx_catalog_translate (matter->blocks.catalog, heading)),
                                    project, field);
}

/* Whether a list of the project has records; else asks for them. */
static gboolean
require_list (TvxReportMatter *matter,
              TvxDocNode      *parent,
              TvxRecord       *project,
              const char      *name,
              const char      *heading,
              const char      *prompt)
{
  if (g_list_model_get_n_items (tvx_record_get_list (project, name)) > 0)
    return TRUE;
  add_prompt (matter, parent, name, heading, prompt);
  return FALSE;
}

static void
add_times (TvxReportMatter *matter,
           TvxDocNode      *parent,
           TvxRecord       *project)
{
  static const char *const fields[] = { "planned_start", "planned_end", "actual_start", "actual_end", NULL };

  if (tvx_record_get_value (project, "actual_end") == NULL)
    add_prompt (matter, parent, "actual_end", N_("Timetable"), N_("Say when the project began and ended, against the plan."));
  else
    tvx_record_blocks_add_facts (&matter->blocks,
                                 tvx_doc_add_facts (tvx_doc_add_section (parent, tvx_catalog_translate (matter->blocks.catalog, N_("Timetable")))),
                                 project, fields);
}

static void
add_parts (TvxReportMatter *matter,
           TvxDocNode      *parent,
           TvxProject      *project)
{
  const TvxRecordBlocks *blocks = &matter->blocks;
  TvxRecord *record = TVX_RECORD (project);

  tvx_project_notices_add (blocks, parent, record, matter->today);
  if (tvx_doc_node_get_kind (parent) == TVX_DOC_DOCUMENT)
    tvx_doc_add_contents (parent, 2);
  add_text (matter, parent, record, "summary", N_("Summary"), N_("Say in a few sentences what the project did, for whom, and what came of it."));
  add_text (matter, parent, record, "purpose", N_("Idea and expected results"), N_("Say which need the project answered, and what it was to lead to."));
  if (require_list (matter, parent, record, "goals", N_("Goals"), N_("Say for each goal whether it was reached, and why.")))
    tvx_project_goals_add (blocks, parent, record);
  tvx_project_indicators_add (blocks, parent, record);
  tvx_project_section_add_activities (blocks, parent, record);
  add_text (matter, parent, record, "results", N_("Results"), N_("Say what came of the project, compared with what was planned."));
  add_text (matter, parent, record, "deviations", N_("Deviations"), N_("Say what did not go as planned, why, and what was done about it."));
  if (require_list (matter, parent, record, "dimensions", N_("The J+ perspective"),
                    N_("Say which women and men took part, and how the project reached people of different age, background and place.")))
    tvx_project_dimensions_add (blocks, parent, record);
  tvx_statistics_section_add (matter, parent, record);
  if (require_list (matter, parent, record, "partners", N_("Partners"), N_("Say who took part, and what each of them did.")))
    tvx_project_section_add_list (blocks, parent, record, "partners", tvx_partner_columns);
  add_times (matter, parent, record);
  if (require_list (matter, parent, record, "funding", N_("Funding"), N_("Say what the project cost and who paid, against the budget.")))
    tvx_project_section_add_money (blocks, parent, record);
  add_text (matter, parent, record, "lessons", N_("Lessons"), N_("Say what the project has learned, and how others get to know of it."));
  add_text (matter, parent, record, "continuation", N_("What comes after"), N_("Say who carries the results on, and what is left to do."));
  tvx_project_section_add_handover (blocks, parent, tvx_record_get_record (record, "handover"));
  tvx_project_section_add_list (blocks, parent, record, "documents", tvx_document_columns);
}

/**
 * tvx_final_report_build:
 * @matter: what the report is about
 * @root: the root of the report
 *
 * Makes the outline of a final report, in the order in which funders ask for
 * it, and fills in what the record knows.
 */
void
tvx_final_report_build (TvxReportMatter *matter,
                        TvxDocNode      *root)
{
  tvx_report_matter_add_chapters (matter, root, add_parts);
}
