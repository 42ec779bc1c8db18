/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-dimension.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-findings.h"
#include "model/tvx-goal.h"
#include "model/tvx-own-dimension.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "kind", TVX_FIELD_ENUM, N_("Dimension"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .vocabulary = &tvx_dimension_kinds },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_TITLE, .max_length = 100, .when = "kind", .when_code = "other",
    .help = N_("What another dimension is called") },
  { "own", TVX_FIELD_REFERENCE, N_("Own dimension"), .get_type = tvx_own_dimension_get_type, .words = "name",
    .when = "kind", .when_code = "other", .help = N_("A dimension of the authority’s own, from the register") },
  { "relevance", TVX_FIELD_ENUM, N_("Relevance"), TVX_FIELD_REQUIRED, .vocabulary = &tvx_relevances },
  { "observation", TVX_FIELD_LONG_TEXT, N_("Observation"), .help = N_("What differs, and between whom") },
  { "cause", TVX_FIELD_LONG_TEXT, N_("Cause") },
  { "evidence", TVX_FIELD_LONG_TEXT, N_("Evidence") },
  { "measure", TVX_FIELD_LONG_TEXT, N_("Measure"), .help = N_("What the project does about it") },
  { "responsible", TVX_FIELD_TEXT, N_("Responsible"), TVX_FIELD_PRIVATE, .max_length = 200 },
  { "due", TVX_FIELD_DATE, N_("Due") },
  { "goals", TVX_FIELD_REFERENCES, N_("Goals"), .get_type = tvx_goal_get_type },
};

/* What J+ adds to is always gender. */
static void
check (TvxRecord   *self,
       TvxFindings *findings)
{
  if (g_strcmp0 (tvx_record_get_text (self, "kind"), "gender") == 0 &&
      g_strcmp0 (tvx_record_get_text (self, "relevance"), "not_relevant") == 0)
    tvx_findings_add (findings, TVX_SEVERITY_WARNING, self, "relevance", _("Gender is always part of the J+ perspective."));
}

TVX_DEFINE_RECORD_WITH_CODE (TvxDimension, tvx_dimension, "dimension", N_("J+ dimension"), record_class->check = check)

/**
 * tvx_dimension_is_examined:
 * @self: a dimension
 *
 * Returns: whether somebody has found that it is relevant, or that it is not
 */
gboolean
tvx_dimension_is_examined (TvxDimension *self)
{
  const char *relevance = tvx_record_get_text (TVX_RECORD (self), "relevance");

  return relevance != NULL && !g_str_equal (relevance, "not_examined");
}

/* The kinds that nobody has examined, a bit for each. Other dimensions are apart. */
static guint
find_unexamined (TvxRecord *project)
{
  GListModel *dimensions = tvx_record_get_list (project, "dimensions");
  gsize n_kinds;
  const TvxTerm *kinds = tvx_vocabulary_get_terms (&tvx_dimension_kinds, &n_kinds);
  guint unexamined = 0;

  g_assert (n_kinds <= 32);
  for (gsize i = 0; i < n_kinds; i++)
    if (!g_str_equal (kinds[i].code, "other"))
      unexamined |= 1u << i;
  for (guint i = 0; i < g_list_model_get_n_items (dimensions); i++)
    {
      g_autoptr (TvxRecord) dimension = g_list_model_get_item (dimensions, i);
      const char *kind = tvx_record_get_text (dimension, "kind");
      const TvxTerm *term = kind != NULL ? tvx_vocabulary_lookup (&tvx_dimension_kinds, kind) : NULL;

      if (term != NULL && tvx_dimension_is_examined (TVX_DIMENSION (dimension)))
        unexamined &= ~(1u << (term - kinds));
    }
  return unexamined;
}

/**
 * tvx_dimension_list_unexamined:
 * @project: a project
 *
 * Returns: (transfer full): the codes of the kinds of dimensions, other ones apart, that nobody has examined in @project
 */
GStrv
tvx_dimension_list_unexamined (TvxRecord *project)
{
  gsize n_kinds;
  const TvxTerm *kinds = tvx_vocabulary_get_terms (&tvx_dimension_kinds, &n_kinds);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint unexamined = find_unexamined (project); unexamined != 0; unexamined &= unexamined - 1)
    g_strv_builder_add (codes, kinds[g_bit_nth_lsf (unexamined, -1)].code);
  return g_strv_builder_end (codes);
}

/**
 * tvx_dimension_count_unexamined:
 * @project: a project
 *
 * Returns: how many of these there are
 */
guint
tvx_dimension_count_unexamined (TvxRecord *project)
{
  guint n = 0;

  for (guint unexamined = find_unexamined (project); unexamined != 0; unexamined &= unexamined - 1)
    n++;
  return n;
}
