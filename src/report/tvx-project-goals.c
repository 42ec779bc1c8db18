/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-project-goals.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-typography.h"
#include "model/tvx-vocabulary.h"

/* The mark before the word of an assessment: a shape of its own for each, so that its colour is not needed. */
static const struct
{
  const char *code;
  const char *mark;
  TvxDocTone  tone;
} assessments[] = {
  { "reachable", "●", TVX_DOC_TONE_GOOD },
  { "partly_reachable", "◐", TVX_DOC_TONE_FAIR },
  { "hard_to_reach", "○", TVX_DOC_TONE_POOR },
  { "not_assessed", "–", TVX_DOC_TONE_PLAIN },
};

/* That nobody has assessed a goal is said, not left to be guessed from a gap. */
static void
add_assessment (const TvxCatalog *catalog,
                TvxDocNode       *item,
                const char       *code)
{
  const TvxTerm *term = tvx_vocabulary_lookup (&tvx_goal_assessments, code != NULL ? code : "not_assessed");

  for (guint i = 0; i < G_N_ELEMENTS (assessments); i++)
    if (term != NULL && g_str_equal (assessments[i].code, term->code))
      {
        g_autofree char *text =
          g_strdup_printf ("%s" TVX_NO_BREAK_SPACE "%s", assessments[i].mark, tvx_catalog_translate (catalog, term->label));

        tvx_doc_strong_set_tone (tvx_doc_add_strong (item, text), assessments[i].tone);
        return;
      }
  /* An assessment that this version does not know. */
  tvx_doc_add_strong (item, code);
}

/* A line for each field that is filled in, after what it is called. */
static void
add_lines (const TvxRecordBlocks *blocks,
           TvxDocNode            *item,
           TvxRecord             *goal,
           const char *const     *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
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
 * tvx_project_goals_add:
 * @blocks: how blocks are made
 * @parent: the root or section of the project
 * @project: a project
 *
 * Appends the section with the goals and how they are assessed. Where there is nothing to tell, there is no section.
 */
void
tvx_project_goals_add (const TvxRecordBlocks *blocks,
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
      static const char *const about[] = { "level", "due", NULL };
      static const char *const assessed[] = { "assessed_on", "assessed_by", NULL };
      g_autoptr (TvxRecord) goal = g_list_model_get_item (goals, i);
      g_autofree char *title = tvx_record_dup_title (goal);
      const char *details[] = { tvx_record_get_text (goal, "description"), tvx_record_get_text (goal, "motive") };
      TvxDocNode *item = tvx_doc_add_item (list, NULL);

      tvx_record_blocks_add_content (blocks, tvx_doc_add_strong (item, NULL), title);
      tvx_doc_add_break (item);
      add_assessment (blocks->catalog, item, tvx_record_get_text (goal, "assessment"));
      for (guint j = 0; j < G_N_ELEMENTS (details); j++)
        {
          if (details[j] == NULL)
            continue;
          tvx_doc_add_break (item);
          tvx_record_blocks_add_content (blocks, item, details[j]);
        }
      add_lines (blocks, item, goal, about);
      add_lines (blocks, item, goal, assessed);
    }
}
