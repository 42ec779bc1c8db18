/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to open a register of 10 000 projects, and to save one of them. */

#include "fixture.h"

#define N_PROJECTS 10000

static void
write_projects (Fixture *fixture)
{
  for (guint i = 0; i < N_PROJECTS; i++)
    {
      g_autoptr (GString) members = g_string_new (NULL);
      g_autofree char *id = g_uuid_string_random ();

      g_string_append_printf (members,
                              ", \"title\": \"Projekt %u\", \"summary\": \"Vad projektet gör, och för vem. Här står en "
                              "längre text på svenska, som den brukar vara.\", \"lifecycle\": \"ongoing\", "
                              "\"planned_start\": \"2018-09\", \"county\": \"01\", \"vision\": \"En vision – med "
                              "“citat” och tankstreck\", \"goals\": [",
                              i);
      for (guint j = 0; j < 5; j++)
        {
          g_autofree char *goal = g_uuid_string_random ();

          g_string_append_printf (members, "%s{\"id\": \"%s\", \"text\": \"Mål %u\", \"description\": \"Så här ska "
                                           "det gå till i tre av länets kommuner\"}",
                                  j > 0 ? ", " : "", goal, j);
        }
      g_string_append (members, "], \"handover\": {\"state\": \"decided\", \"to\": \"Region Stockholm\"}");
      fixture_write_project (fixture, id, members->str);
    }
}

static void
report (const char *what)
{
  double seconds = g_test_timer_elapsed ();

  g_test_minimized_result (seconds, "%s: %.4f s", what, seconds);
}

static void
bench_load (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxRecord) project = NULL;
  GListModel *summaries;
  guint n_found = 0;

  write_projects (fixture);
  g_test_timer_start ();
  workspace = fixture_open (fixture);
  report ("open 10 000 projects");

  summaries = tvx_workspace_get_summaries (workspace);
  g_assert_cmpuint (g_list_model_get_n_items (summaries), ==, N_PROJECTS);
  g_test_timer_start ();
  for (guint i = 0; i < N_PROJECTS; i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);

      n_found += tvx_summary_matches (summary, "projekt 77 län");
    }
  report ("search 10 000 projects");
  g_assert_cmpuint (n_found, >, 0);

  g_test_timer_start ();
  project = fixture_add_project (workspace, "Nytt");
  report ("add a project");
  g_test_timer_start ();
  fixture_save (workspace);
  report ("save it");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/bench/load", Fixture, NULL, fixture_set_up, bench_load, fixture_tear_down);
  return g_test_run ();
}
