/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-vocabulary.h"

static void
test_lookup (void)
{
  g_assert_nonnull (tvx_vocabulary_lookup (&tvx_lifecycles, "ongoing"));
  g_assert_null (tvx_vocabulary_lookup (&tvx_lifecycles, "Ongoing"));
  g_assert_cmpstr (tvx_vocabulary_get_label (&tvx_counties, "01"), ==, "Stockholms län");
  g_assert_cmpstr (tvx_vocabulary_get_label (&tvx_municipalities, "0180"), ==, "Stockholm");
  g_assert_cmpstr (tvx_vocabulary_get_label (&tvx_counties, "99"), ==, "99");
}

static void
test_find (void)
{
  g_assert_cmpstr (tvx_vocabulary_find (&tvx_lifecycles, "ongoing")->code, ==, "ongoing");
  g_assert_cmpstr (tvx_vocabulary_find (&tvx_lifecycles, "Being Concluded")->code, ==, "finalising");
  g_assert_cmpstr (tvx_vocabulary_find (&tvx_counties, "STOCKHOLMS LÄN")->code, ==, "01");
  g_assert_null (tvx_vocabulary_find (&tvx_counties, "Atlantis"));
}

/* A code means one thing only, and everything that is shown has a name. */
static void
test_terms_are_sound (void)
{
  TvxVocabulary *all[] = { &tvx_counties, &tvx_municipalities, &tvx_growth_areas, &tvx_lifecycles,
                           &tvx_handover_states, &tvx_checklist_states, &tvx_document_transfers, &tvx_goal_assessments, &tvx_partner_roles, &tvx_funding_kinds,
                           &tvx_document_kinds, &tvx_dimension_kinds, &tvx_relevances, &tvx_axis_kinds, &tvx_zero_policies };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      gsize n_terms;
      const TvxTerm *terms = tvx_vocabulary_get_terms (all[i], &n_terms);

      g_assert_cmpuint (n_terms, >, 1);
      for (gsize j = 0; j < n_terms; j++)
        {
          g_assert_cmpstr (terms[j].label, !=, "");
          g_assert_true (tvx_vocabulary_lookup (all[i], terms[j].code) == &terms[j]);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary/lookup", test_lookup);
  g_test_add_func ("/vocabulary/find", test_find);
  g_test_add_func ("/vocabulary/terms-are-sound", test_terms_are_sound);
  return g_test_run ();
}
