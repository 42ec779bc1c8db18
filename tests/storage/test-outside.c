/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two workspaces on one folder: two people with the same register. */

#include <glib/gstdio.h>
#include <string.h>

#include "model/tvx-check.h"
#include "model/tvx-handover-steps.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-storage-error.h"
#include "tests/storage/fixture.h"

#define FILE_A "projects/" ID_A ".json"

static TvxRecord *
load (TvxWorkspace *workspace,
      const char   *id)
{
  g_autoptr (GError) error = NULL;
  TvxProject *project = tvx_workspace_load_project (workspace, id, NULL, &error);

  g_assert_no_error (error);
  return TVX_RECORD (project);
}

static void
refresh (TvxWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  tvx_workspace_refresh (workspace, NULL, &error);
  g_assert_no_error (error);
}

static void
outside_cb (TvxWorkspace *workspace,
            TvxRecord    *record,
            guint        *n_told)
{
  (*n_told)++;
}

static void
count_outside (TvxWorkspace *workspace,
               guint        *n_told)
{
  *n_told = 0;
  g_signal_connect (workspace, "outside", G_CALLBACK (outside_cb), n_told);
}

static void
assert_stored (Fixture    *fixture,
               const char *part)
{
  g_autofree char *text = fixture_read (fixture, FILE_A);

  g_assert_nonnull (strstr (text, part));
}

static guint
count_items (GListModel *model)
{
  return g_list_model_get_n_items (model);
}

/* What is open is brought up to date in place, what is not is in the list as it is now; what was written here is no news. */
static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TvxWorkspace) mine = NULL;
  g_autoptr (TvxWorkspace) theirs = NULL;
  g_autoptr (TvxRecord) project = NULL;
  g_autoptr (TvxRecord) their_project = NULL;
  g_autoptr (TvxRecord) their_other = NULL;
  guint n_told;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  fixture_write_project (fixture, ID_B, ", \"title\": \"Andra\"");
  mine = fixture_open (fixture);
  theirs = fixture_open (fixture);
  count_outside (mine, &n_told);
  project = load (mine, ID_A);
  their_project = load (theirs, ID_A);
  their_other = load (theirs, ID_B);
  fixture_set_text (theirs, their_project, "title", "Deras");
  fixture_set_text (theirs, their_project, "goals[+].text", "Deras mål");
  fixture_set_text (theirs, their_other, "title", "Deras andra");
  fixture_save (theirs);

  refresh (mine);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpstr (tvx_record_get_text (project, "title"), ==, "Deras");
  g_assert_cmpuint (count_items (tvx_record_get_list (project, "goals")), ==, 1);
  g_assert_cmpstr (tvx_summary_get_title (tvx_workspace_get_summary (mine, ID_A)), ==, "Deras");
  g_assert_cmpstr (tvx_summary_get_title (tvx_workspace_get_summary (mine, ID_B)), ==, "Deras andra");
  g_assert_false (tvx_editor_get_can_undo (tvx_workspace_get_editor (mine)));
  g_assert_cmpint (tvx_workspace_get_save_state (mine), ==, TVX_SAVE_STATE_SAVED);

  fixture_set_text (mine, project, "title", "Mitt");
  fixture_save (mine);
  assert_stored (fixture, "\"title\": \"Mitt\"");
  refresh (mine);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_true (tvx_editor_get_can_undo (tvx_workspace_get_editor (mine)));
}

static void
test_new_and_gone (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TvxWorkspace) mine = NULL;
  g_autoptr (TvxWorkspace) theirs = NULL;
  g_autoptr (TvxRecord) project = NULL;
  g_autoptr (TvxRecord) their_project = NULL;
  g_autoptr (TvxRecord) created = NULL;
  guint n_told;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  mine = fixture_open (fixture);
  theirs = fixture_open (fixture);
  count_outside (mine, &n_told);
  project = load (mine, ID_A);
  their_project = load (theirs, ID_A);
  created = fixture_add_project (theirs, "Nytt");
  g_assert_true (tvx_editor_delete (tvx_workspace_get_editor (theirs), their_project, NULL));
  fixture_save (theirs);

  refresh (mine);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_null (tvx_workspace_get_summary (mine, ID_A));
  g_assert_nonnull (tvx_workspace_get_summary (mine, tvx_record_get_id (created)));

  /* They think better of it. */
  tvx_editor_undo (tvx_workspace_get_editor (theirs));
  fixture_save (theirs);
  refresh (mine);
  g_assert_nonnull (tvx_workspace_get_summary (mine, ID_A));
  g_clear_object (&project);
  project = load (mine, ID_A);
  fixture_set_text (mine, project, "title", "Mitt");
  fixture_save (mine);
  assert_stored (fixture, "\"title\": \"Mitt\"");
}

/* What is not yet saved here is saved on top of what they wrote, as soon as the save finds that out. */
static void
test_both (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TvxWorkspace) mine = NULL;
  g_autoptr (TvxWorkspace) theirs = NULL;
  g_autoptr (TvxRecord) project = NULL;
  g_autoptr (TvxRecord) their_project = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GListModel) history = NULL;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  mine = fixture_open (fixture);
  theirs = fixture_open (fixture);
  project = load (mine, ID_A);
  their_project = load (theirs, ID_A);
  fixture_set_text (theirs, their_project, "summary", "Deras sammanfattning");
  fixture_set_text (mine, project, "title", "Mitt");
  fixture_save (theirs);
  fixture_save (mine);

  assert_stored (fixture, "\"title\": \"Mitt\"");
  assert_stored (fixture, "Deras sammanfattning");
  g_assert_cmpstr (tvx_record_get_text (project, "summary"), ==, "Deras sammanfattning");
  g_assert_cmpuint (count_items (tvx_workspace_get_conflicts (mine)), ==, 0);
  /* Nothing is left aside, and the history tells of both. */
  names = fixture_list (fixture, "projects");
  g_assert_cmpuint (names->len, ==, 1);
  history = tvx_workspace_load_history (mine, ID_A, NULL, NULL);
  g_assert_cmpuint (count_items (history), ==, 2);
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TvxWorkspace) mine = NULL;
  g_autoptr (TvxWorkspace) theirs = NULL;
  g_autoptr (TvxRecord) project = NULL;
  g_autoptr (TvxRecord) their_project = NULL;
  g_autoptr (TvxConflict) conflict = NULL;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  mine = fixture_open (fixture);
  theirs = fixture_open (fixture);
  project = load (mine, ID_A);
  their_project = load (theirs, ID_A);
  fixture_set_text (theirs, their_project, "title", "Deras");
  fixture_save (theirs);
  fixture_set_text (mine, project, "title", "Mitt");
  fixture_save (mine);

  assert_stored (fixture, "\"title\": \"Mitt\"");
  g_assert_cmpuint (count_items (tvx_workspace_get_conflicts (mine)), ==, 1);
  conflict = g_list_model_get_item (tvx_workspace_get_conflicts (mine), 0);
  g_assert_true (tvx_workspace_settle (mine, conflict, TRUE, NULL));
  g_assert_cmpuint (count_items (tvx_workspace_get_conflicts (mine)), ==, 0);
  fixture_save (mine);
  assert_stored (fixture, "\"title\": \"Deras\"");
  tvx_editor_undo (tvx_workspace_get_editor (mine));
  g_assert_cmpstr (tvx_record_get_text (project, "title"), ==, "Mitt");
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *is_saved = user_data;

  *is_saved = tvx_workspace_save_finish (TVX_WORKSPACE (object), result, &error);
  g_assert_no_error (error);
}

/* The same while the main loop runs: by what saves by itself, and by who waits for it. */
static void
test_in_threads (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TvxWorkspace) mine = NULL;
  g_autoptr (TvxRecord) project = NULL;
  gboolean is_saved = FALSE;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  mine = fixture_open (fixture);
  project = load (mine, ID_A);
  fixture_set_text (mine, project, "title", "Mitt");
  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\", \"summary\": \"Deras\"");
  while (tvx_workspace_get_save_state (mine) != TVX_SAVE_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
  assert_stored (fixture, "\"title\": \"Mitt\"");
  assert_stored (fixture, "\"summary\": \"Deras\"");

  fixture_set_text (mine, project, "title", "Mitt igen");
  fixture_write_project (fixture, ID_A, ", \"title\": \"Mitt\", \"summary\": \"Deras nya\"");
  tvx_workspace_save_async (mine, NULL, saved_cb, &is_saved);
  while (!is_saved)
    g_main_context_iteration (NULL, TRUE);
  assert_stored (fixture, "\"title\": \"Mitt igen\"");
  assert_stored (fixture, "\"summary\": \"Deras nya\"");
}

/* A damaged file does not take away what is shown; when it is mended, nothing is left of the problem. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxRecord) project = NULL;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  workspace = fixture_open (fixture);
  project = load (workspace, ID_A);
  fixture_write (fixture, FILE_A, "{", -1);
  refresh (workspace);
  refresh (workspace);
  g_assert_cmpuint (count_items (tvx_workspace_get_problems (workspace)), ==, 1);
  g_assert_cmpstr (tvx_record_get_text (project, "title"), ==, "Först");
  g_assert_nonnull (tvx_workspace_get_summary (workspace, ID_A));
  fixture_write_project (fixture, ID_A, ", \"title\": \"Lagad\"");
  refresh (workspace);
  g_assert_cmpuint (count_items (tvx_workspace_get_problems (workspace)), ==, 0);
  g_assert_cmpstr (tvx_record_get_text (project, "title"), ==, "Lagad");
}

/* A share that is not there now has not lost its projects. */
static void
test_away (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *away = g_strconcat (fixture->root, "-away", NULL);

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  workspace = fixture_open (fixture);
  g_assert_cmpint (g_rename (fixture->root, away), ==, 0);
  g_assert_false (tvx_workspace_refresh (workspace, NULL, &error));
  g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_UNREACHABLE);
  g_assert_nonnull (tvx_workspace_get_summary (workspace, ID_A));
  g_assert_cmpint (g_rename (away, fixture->root), ==, 0);
  refresh (workspace);
}

static void
test_register (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TvxWorkspace) mine = fixture_open (fixture);
  g_autoptr (TvxWorkspace) theirs = fixture_open (fixture);
  TvxRecord *record = TVX_RECORD (tvx_workspace_get_register (mine));

  fixture_set_text (theirs, TVX_RECORD (tvx_workspace_get_register (theirs)), "title", "Deras register");
  fixture_save (theirs);
  fixture_set_text (mine, record, "organisations[+].name", "Exempelbolaget");
  fixture_save (mine);
  g_assert_cmpstr (tvx_record_get_text (record, "title"), ==, "Deras register");
  refresh (theirs);
  g_assert_cmpuint (count_items (tvx_record_get_list (TVX_RECORD (tvx_workspace_get_register (theirs)), "organisations")),
                    ==, count_items (tvx_record_get_list (record, "organisations")));
}

/* Two people take different steps of a handover: both are logged, and one of them gives way, which is logged too. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TvxWorkspace) mine = NULL;
  g_autoptr (TvxWorkspace) theirs = NULL;
  g_autoptr (TvxRecord) project = NULL;
  g_autoptr (TvxRecord) their_project = NULL;
  g_autoptr (TvxConflict) conflict = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  TvxRecord *handover;

  fixture_write_project (fixture, ID_A, ", \"handover\": {\"state\": \"identified\"}");
  mine = fixture_open (fixture);
  theirs = fixture_open (fixture);
  project = load (mine, ID_A);
  their_project = load (theirs, ID_A);
  handover = tvx_record_get_record (project, "handover");
  g_assert_true (tvx_handover_take_step (tvx_workspace_get_editor (theirs), their_project, "cancelled", "Handläggare B", "Stannar",
                                         NULL, NULL));
  fixture_save (theirs);
  g_assert_true (tvx_handover_take_step (tvx_workspace_get_editor (mine), project, "on_hold", "Handläggare A", "Väntar", NULL, NULL));
  refresh (mine);
  g_assert_cmpuint (count_items (tvx_workspace_get_conflicts (mine)), ==, 1);
  g_assert_cmpstr (tvx_record_get_text (handover, "state"), ==, "on_hold");
  g_assert_cmpuint (count_items (tvx_record_get_list (handover, "log")), ==, 2);
  findings = tvx_check_record (project, TVX_CHECK_VALUES, NULL);
  g_assert_cmpuint (findings->len, ==, 0);

  conflict = g_list_model_get_item (tvx_workspace_get_conflicts (mine), 0);
  g_assert_true (tvx_workspace_settle (mine, conflict, TRUE, NULL));
  g_assert_cmpstr (tvx_record_get_text (handover, "state"), ==, "cancelled");
  g_assert_cmpuint (count_items (tvx_record_get_list (handover, "log")), ==, 3);
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = tvx_check_record (project, TVX_CHECK_VALUES, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
add_test (const char *path,
          void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/outside/changed", test_changed);
  add_test ("/outside/new-and-gone", test_new_and_gone);
  add_test ("/outside/both", test_both);
  add_test ("/outside/conflict", test_conflict);
  add_test ("/outside/steps", test_steps);
  add_test ("/outside/in-threads", test_in_threads);
  add_test ("/outside/damaged", test_damaged);
  add_test ("/outside/away", test_away);
  add_test ("/outside/register", test_register);
  return g_test_run ();
}
