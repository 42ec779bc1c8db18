/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two workspaces on one folder: two people with the same register. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "model/tvx-check.h"
#include "model/tvx-handover-steps.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-storage-error.h"
#include "tests/storage/fixture.h"
#include "tests/storage/slow-store.h"

#define FILE_A "projects/" ID_A ".json"

/* A register that two people have open, and in it a project. */
typedef struct
{
  Fixture       fixture;
  TvxWorkspace *mine;
  TvxWorkspace *theirs;
  TvxRecord    *project;
  TvxRecord    *their_project;
} Both;

static void
set_up (Both          *both,
        gconstpointer  members)
{
  fixture_set_up (&both->fixture, NULL);
  fixture_write_project (&both->fixture, ID_A, members);
  fixture_write_project (&both->fixture, ID_B, ", \"title\": \"Andra\"");
  both->mine = fixture_open (&both->fixture);
  both->theirs = fixture_open (&both->fixture);
  both->project = fixture_load (both->mine, ID_A);
  both->their_project = fixture_load (both->theirs, ID_A);
}

static void
tear_down (Both          *both,
           gconstpointer  members)
{
  g_clear_object (&both->project);
  g_clear_object (&both->their_project);
  g_clear_object (&both->mine);
  g_clear_object (&both->theirs);
  fixture_tear_down (&both->fixture, NULL);
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
test_changed (Both          *both,
              gconstpointer  data)
{
  g_autoptr (TvxRecord) their_other = NULL;
  guint n_told;

  count_outside (both->mine, &n_told);
  their_other = fixture_load (both->theirs, ID_B);
  fixture_set_text (both->theirs, both->their_project, "title", "Deras");
  fixture_set_text (both->theirs, both->their_project, "goals[+].text", "Deras mål");
  fixture_set_text (both->theirs, their_other, "title", "Deras andra");
  fixture_save (both->theirs);

  refresh (both->mine);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpstr (tvx_record_get_text (both->project, "title"), ==, "Deras");
  g_assert_cmpuint (count_items (tvx_record_get_list (both->project, "goals")), ==, 1);
  g_assert_cmpstr (tvx_summary_get_title (tvx_workspace_get_summary (both->mine, ID_A)), ==, "Deras");
  g_assert_cmpstr (tvx_summary_get_title (tvx_workspace_get_summary (both->mine, ID_B)), ==, "Deras andra");
  g_assert_false (tvx_editor_get_can_undo (tvx_workspace_get_editor (both->mine)));
  g_assert_cmpint (tvx_workspace_get_save_state (both->mine), ==, TVX_SAVE_STATE_SAVED);

  fixture_set_text (both->mine, both->project, "title", "Mitt");
  fixture_save (both->mine);
  assert_stored (&both->fixture, "\"title\": \"Mitt\"");
  refresh (both->mine);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_true (tvx_editor_get_can_undo (tvx_workspace_get_editor (both->mine)));
}

static void
test_new_and_gone (Both          *both,
                   gconstpointer  data)
{
  g_autoptr (TvxRecord) created = NULL;
  guint n_told;

  count_outside (both->mine, &n_told);
  created = fixture_add_project (both->theirs, "Nytt");
  g_assert_true (tvx_editor_delete (tvx_workspace_get_editor (both->theirs), both->their_project, NULL));
  fixture_save (both->theirs);

  refresh (both->mine);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_null (tvx_workspace_get_summary (both->mine, ID_A));
  g_assert_nonnull (tvx_workspace_get_summary (both->mine, tvx_record_get_id (created)));

  /* They think better of it. */
  tvx_editor_undo (tvx_workspace_get_editor (both->theirs));
  fixture_save (both->theirs);
  refresh (both->mine);
  g_assert_nonnull (tvx_workspace_get_summary (both->mine, ID_A));
  g_clear_object (&both->project);
  both->project = fixture_load (both->mine, ID_A);
  fixture_set_text (both->mine, both->project, "title", "Mitt");
  fixture_save (both->mine);
  assert_stored (&both->fixture, "\"title\": \"Mitt\"");
}

/* What is not yet saved here is saved on top of what they wrote, as soon as the save finds that out. */
static void
test_both (Both          *both,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GListModel) history = NULL;

  fixture_set_text (both->theirs, both->their_project, "summary", "Deras sammanfattning");
  fixture_set_text (both->mine, both->project, "title", "Mitt");
  fixture_save (both->theirs);
  fixture_save (both->mine);

  assert_stored (&both->fixture, "\"title\": \"Mitt\"");
  assert_stored (&both->fixture, "Deras sammanfattning");
  g_assert_cmpstr (tvx_record_get_text (both->project, "summary"), ==, "Deras sammanfattning");
  g_assert_cmpuint (count_items (tvx_workspace_get_conflicts (both->mine)), ==, 0);
  /* Nothing is left aside, and the history tells of both. */
  names = fixture_list (&both->fixture, "projects");
  g_assert_cmpuint (names->len, ==, 2);
  history = tvx_workspace_load_history (both->mine, ID_A, NULL, NULL);
  g_assert_cmpuint (count_items (history), ==, 2);
}

static void
test_conflict (Both          *both,
               gconstpointer  data)
{
  g_autoptr (TvxConflict) conflict = NULL;

  fixture_set_text (both->theirs, both->their_project, "title", "Deras");
  fixture_save (both->theirs);
  fixture_set_text (both->mine, both->project, "title", "Mitt");
  fixture_save (both->mine);

  assert_stored (&both->fixture, "\"title\": \"Mitt\"");
  g_assert_cmpuint (count_items (tvx_workspace_get_conflicts (both->mine)), ==, 1);
  conflict = g_list_model_get_item (tvx_workspace_get_conflicts (both->mine), 0);
  g_assert_true (tvx_workspace_settle (both->mine, conflict, TRUE, NULL));
  g_assert_cmpuint (count_items (tvx_workspace_get_conflicts (both->mine)), ==, 0);
  fixture_save (both->mine);
  assert_stored (&both->fixture, "\"title\": \"Deras\"");
  tvx_editor_undo (tvx_workspace_get_editor (both->mine));
  g_assert_cmpstr (tvx_record_get_text (both->project, "title"), ==, "Mitt");
}

/* What was done here can still be undone when they changed something else, and leaves that alone. */
static void
test_undo (Both          *both,
           gconstpointer  data)
{
  TvxEditor *editor = tvx_workspace_get_editor (both->mine);
  GListModel *goals = tvx_record_get_list (both->project, "goals");
  g_autofree char *before = g_strdup (tvx_record_get_text (both->project, "title"));
  g_autoptr (TvxRecord) goal = NULL;

  fixture_set_text (both->mine, both->project, "title", "Mitt");
  fixture_set_text (both->mine, both->project, "vision", "Min");
  fixture_set_text (both->mine, both->project, "goals[+].text", "Mitt mål");
  fixture_set_text (both->mine, both->project, "goals[0].text", "Mitt bättre mål");
  fixture_save (both->mine);
  refresh (both->theirs);
  fixture_set_text (both->theirs, both->their_project, "summary", "Deras");
  fixture_save (both->theirs);
  refresh (both->mine);
  goal = g_list_model_get_item (goals, 0);
  tvx_editor_undo (editor);
  g_assert_cmpstr (tvx_record_get_text (goal, "text"), ==, "Mitt mål");
  tvx_editor_redo (editor);
  g_assert_cmpstr (tvx_record_get_text (goal, "text"), ==, "Mitt bättre mål");
  g_assert_cmpstr (tvx_record_get_text (both->project, "summary"), ==, "Deras");

  /* They wrote something else here. */
  fixture_save (both->mine);
  refresh (both->theirs);
  fixture_set_text (both->theirs, both->their_project, "vision", "Deras");
  fixture_save (both->theirs);
  refresh (both->mine);
  tvx_editor_undo (editor);
  g_assert_cmpstr (tvx_record_get_text (goal, "text"), ==, "Mitt mål");
  tvx_editor_undo (editor);
  g_assert_cmpuint (count_items (goals), ==, 0);
  tvx_editor_undo (editor);
  g_assert_cmpstr (tvx_record_get_text (both->project, "title"), ==, before);
  g_assert_false (tvx_editor_get_can_undo (editor));
  g_assert_cmpstr (tvx_record_get_text (both->project, "vision"), ==, "Deras");
  tvx_editor_redo (editor);
  tvx_editor_redo (editor);
  fixture_save (both->mine);
  assert_stored (&both->fixture, "\"title\": \"Mitt\"");

  /* They went on with the goal, which may then not go. */
  refresh (both->theirs);
  fixture_set_text (both->theirs, both->their_project, "goals[0].description", "Deras förklaring");
  fixture_save (both->theirs);
  refresh (both->mine);
  g_assert_false (tvx_editor_get_can_undo (editor));
  fixture_set_text (both->mine, both->project, "title", "Mitt igen");
  fixture_save (both->mine);

  /* Where an item came or went, nobody can say what is left of the rest. */
  refresh (both->theirs);
  fixture_set_text (both->theirs, both->their_project, "goals[+].text", "Deras mål");
  fixture_save (both->theirs);
  refresh (both->mine);
  g_assert_false (tvx_editor_get_can_undo (editor));
  g_assert_false (tvx_editor_get_can_redo (editor));
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
test_in_threads (Both          *both,
                 gconstpointer  data)
{
  gboolean is_saved = FALSE;

  fixture_set_text (both->mine, both->project, "title", "Mitt");
  fixture_write_project (&both->fixture, ID_A, ", \"title\": \"Först\", \"summary\": \"Deras\"");
  while (tvx_workspace_get_save_state (both->mine) != TVX_SAVE_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
  assert_stored (&both->fixture, "\"title\": \"Mitt\"");
  assert_stored (&both->fixture, "\"summary\": \"Deras\"");

  fixture_set_text (both->mine, both->project, "title", "Mitt igen");
  fixture_write_project (&both->fixture, ID_A, ", \"title\": \"Mitt\", \"summary\": \"Deras nya\"");
  tvx_workspace_save_async (both->mine, NULL, saved_cb, &is_saved);
  while (!is_saved)
    g_main_context_iteration (NULL, TRUE);
  assert_stored (&both->fixture, "\"title\": \"Mitt igen\"");
  assert_stored (&both->fixture, "\"summary\": \"Deras nya\"");
}

/* A damaged file does not take away what is shown; when it is mended, nothing is left of the problem. */
static void
test_damaged (Both          *both,
              gconstpointer  data)
{
  fixture_write (&both->fixture, FILE_A, "{", -1);
  refresh (both->mine);
  refresh (both->mine);
  g_assert_cmpuint (count_items (tvx_workspace_get_problems (both->mine)), ==, 1);
  g_assert_cmpstr (tvx_record_get_text (both->project, "title"), ==, "Först");
  g_assert_nonnull (tvx_workspace_get_summary (both->mine, ID_A));
  fixture_write_project (&both->fixture, ID_A, ", \"title\": \"Lagad\"");
  refresh (both->mine);
  g_assert_cmpuint (count_items (tvx_workspace_get_problems (both->mine)), ==, 0);
  g_assert_cmpstr (tvx_record_get_text (both->project, "title"), ==, "Lagad");
}

/* A share that is not there now has not lost its projects. */
static void
test_away (Both          *both,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *away = g_strconcat (both->fixture.root, "-away", NULL);

  g_assert_cmpint (g_rename (both->fixture.root, away), ==, 0);
  g_assert_false (tvx_workspace_refresh (both->mine, NULL, &error));
  g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_UNREACHABLE);
  g_assert_nonnull (tvx_workspace_get_summary (both->mine, ID_A));
  g_assert_cmpint (g_rename (away, both->fixture.root), ==, 0);
  refresh (both->mine);
}

static void
test_register (Both          *both,
               gconstpointer  data)
{
  TvxRecord *record = TVX_RECORD (tvx_workspace_get_register (both->mine));

  fixture_set_text (both->theirs, TVX_RECORD (tvx_workspace_get_register (both->theirs)), "title", "Deras register");
  fixture_save (both->theirs);
  fixture_set_text (both->mine, record, "organisations[+].name", "Exempelbolaget");
  fixture_save (both->mine);
  g_assert_cmpstr (tvx_record_get_text (record, "title"), ==, "Deras register");
  refresh (both->theirs);
  g_assert_cmpuint (count_items (tvx_record_get_list (TVX_RECORD (tvx_workspace_get_register (both->theirs)), "organisations")),
                    ==, count_items (tvx_record_get_list (record, "organisations")));
}

/* Two people take different steps of a handover: both are logged, and one of them gives way, which is logged too. */
static void
test_steps (Both          *both,
            gconstpointer  data)
{
  g_autoptr (TvxConflict) conflict = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  TvxRecord *handover;

  handover = tvx_record_get_record (both->project, "handover");
  g_assert_true (tvx_handover_take_step (tvx_workspace_get_editor (both->theirs), both->their_project, "cancelled", "Handläggare B", "Stannar",
                                         NULL, NULL));
  fixture_save (both->theirs);
  g_assert_true (tvx_handover_take_step (tvx_workspace_get_editor (both->mine), both->project, "on_hold", "Handläggare A", "Väntar", NULL, NULL));
  refresh (both->mine);
  g_assert_cmpuint (count_items (tvx_workspace_get_conflicts (both->mine)), ==, 1);
  g_assert_cmpstr (tvx_record_get_text (handover, "state"), ==, "on_hold");
  g_assert_cmpuint (count_items (tvx_record_get_list (handover, "log")), ==, 2);
  findings = tvx_check_record (both->project, TVX_CHECK_VALUES, NULL);
  g_assert_cmpuint (findings->len, ==, 0);

  conflict = g_list_model_get_item (tvx_workspace_get_conflicts (both->mine), 0);
  g_assert_true (tvx_workspace_settle (both->mine, conflict, TRUE, NULL));
  g_assert_cmpstr (tvx_record_get_text (handover, "state"), ==, "cancelled");
  g_assert_cmpuint (count_items (tvx_record_get_list (handover, "log")), ==, 3);
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = tvx_check_record (both->project, TVX_CHECK_VALUES, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *is_refreshed = user_data;

  *is_refreshed = tvx_workspace_refresh_finish (TVX_WORKSPACE (object), result, &error);
  g_assert_no_error (error);
}

/* What was read before something was saved here is not what somebody else wrote. */
static void
test_overtaken (Both          *both,
                gconstpointer  data)
{
  g_autoptr (SlowStore) store = slow_store_new (TVX_STORE (both->fixture.store));
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxWorkspace) workspace = tvx_workspace_open (TVX_STORE (store), NULL, NULL, NULL, &error);
  g_autoptr (TvxRecord) project = NULL;
  gboolean is_refreshed = FALSE;
  guint n_told;

  g_assert_no_error (error);
  count_outside (workspace, &n_told);
  project = fixture_load (workspace, ID_A);
  fixture_set_text (workspace, project, "title", "Ett");
  fixture_save (workspace);
  slow_store_hold (store);
  tvx_workspace_refresh_async (workspace, NULL, refreshed_cb, &is_refreshed);
  slow_store_wait_until_held (store);
  fixture_set_text (workspace, project, "title", "Två");
  fixture_save (workspace);
  slow_store_let_go (store);
  while (!is_refreshed)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (tvx_record_get_text (project, "title"), ==, "Två");
  g_assert_true (tvx_editor_get_can_undo (tvx_workspace_get_editor (workspace)));
  g_assert_cmpuint (n_told, ==, 0);
  /* The next look finds what came in between. */
  fixture_set_text (both->theirs, both->their_project, "summary", "Deras");
  fixture_save (both->theirs);
  refresh (workspace);
  g_assert_cmpstr (tvx_record_get_text (project, "summary"), ==, "Deras");
  g_assert_cmpstr (tvx_record_get_text (project, "title"), ==, "Två");
}

/* Two writes that neither the size nor a coarse clock tells apart. */
static void
test_same_tick (Both          *both,
                gconstpointer  data)
{
  g_autofree char *path = fixture_path (&both->fixture, FILE_A);
  struct timespec times[2];
  struct stat info;

  fixture_write_project (&both->fixture, ID_A, ", \"title\": \"Ett\"");
  g_assert_cmpint (stat (path, &info), ==, 0);
  times[0] = times[1] = info.st_mtim;
  refresh (both->mine);
  g_assert_cmpstr (tvx_record_get_text (both->project, "title"), ==, "Ett");
  fixture_write_project (&both->fixture, ID_A, ", \"title\": \"Tre\"");
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  refresh (both->mine);
  g_assert_cmpstr (tvx_record_get_text (both->project, "title"), ==, "Tre");
}

static void
add_test (const char *path,
          void (*test) (Both *both, gconstpointer data))
{
  g_test_add (path, Both, ", \"title\": \"Först\", \"handover\": {\"state\": \"identified\"}", set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/outside/changed", test_changed);
  add_test ("/outside/new-and-gone", test_new_and_gone);
  add_test ("/outside/both", test_both);
  add_test ("/outside/undo", test_undo);
  add_test ("/outside/conflict", test_conflict);
  add_test ("/outside/steps", test_steps);
  add_test ("/outside/in-threads", test_in_threads);
  add_test ("/outside/damaged", test_damaged);
  add_test ("/outside/away", test_away);
  add_test ("/outside/register", test_register);
  add_test ("/outside/overtaken", test_overtaken);
  add_test ("/outside/same-tick", test_same_tick);
  return g_test_run ();
}
