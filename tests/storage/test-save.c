/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-folder-store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "storage/tvx-history-entry.h"
#include "storage/tvx-json.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-safe-file.h"
#include "storage/tvx-storage-error.h"

#define FILE_A "projects/" ID_A ".json"
#define HISTORY_A "history/" ID_A ".jsonl"

static void
assert_not_saved (TvxWorkspace *workspace,
                  int           code,
                  const char   *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tvx_workspace_save (workspace, &error));
  g_assert_error (error, TVX_STORAGE_ERROR, code);
  if (strstr (error->message, message) == NULL)
    g_test_message ("expected “%s”, found “%s”", message, error->message);
  g_assert_nonnull (strstr (error->message, message));
  g_assert_cmpint (tvx_workspace_get_save_state (workspace), ==, TVX_SAVE_STATE_FAILED);
  g_assert_cmpstr (tvx_workspace_get_save_error (workspace), ==, error->message);
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  g_autoptr (TvxRecord) project = fixture_add_project (workspace, "Ny");
  g_autofree char *name = g_strdup_printf ("projects/%s.json", tvx_record_get_id (project));
  g_autoptr (GPtrArray) names = NULL;

  g_assert_cmpint (tvx_workspace_get_save_state (workspace), ==, TVX_SAVE_STATE_PENDING);
  fixture_save (workspace);
  g_assert_cmpint (tvx_workspace_get_save_state (workspace), ==, TVX_SAVE_STATE_SAVED);
  fixture_assert_title (fixture, name, "Ny");
  fixture_set_text (workspace, project, "title", "Nyare");
  fixture_save (workspace);
  fixture_assert_title (fixture, name, "Nyare");
  /* Nothing is left beside it. */
  names = fixture_list (fixture, "projects");
  g_assert_cmpuint (names->len, ==, 1);
}

static void
test_changed_on_disk (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxRecord) project = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *text = NULL;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  workspace = fixture_open (fixture);
  project = fixture_load (workspace, ID_A);
  /* What they wrote cannot be read, and so it cannot be merged. */
  fixture_write (fixture, FILE_A, "Kollegans", -1);
  fixture_set_text (workspace, project, "title", "Min");
  assert_not_saved (workspace, TVX_STORAGE_ERROR_CHANGED,
                    FILE_A ": somebody else changed or removed this file after it was opened here; nothing was "
                           "overwritten. Your version is kept in " FILE_A ".conflict-");
  fixture_set_text (workspace, project, "title", "Min igen");
  assert_not_saved (workspace, TVX_STORAGE_ERROR_CHANGED, "Your version is kept in");
  text = fixture_read (fixture, FILE_A);
  g_assert_cmpstr (text, ==, "Kollegans");

  /* Both are there, ours in its newest form, and nothing is told that did not happen. */
  names = fixture_list (fixture, "projects");
  g_assert_cmpuint (names->len, ==, 2);
  aside = g_strconcat ("projects/", names->pdata[1], NULL);
  fixture_assert_title (fixture, aside, "Min igen");
  g_clear_pointer (&names, g_ptr_array_unref);
  names = fixture_list (fixture, "history");
  g_assert_cmpuint (names->len, ==, 0);

  /* The way on: the file is mended; what was kept aside is in it then. */
  fixture_write_project (fixture, ID_A, ", \"title\": \"Lagad\"");
  fixture_save (workspace);
  fixture_assert_title (fixture, FILE_A, "Min igen");
  g_clear_pointer (&names, g_ptr_array_unref);
  names = fixture_list (fixture, "projects");
  g_assert_cmpuint (names->len, ==, 1);
}

static void
test_removed_on_disk (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxRecord) project = NULL;
  g_autofree char *path = fixture_path (fixture, FILE_A);

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  workspace = fixture_open (fixture);
  project = fixture_load (workspace, ID_A);
  g_assert_cmpint (g_unlink (path), ==, 0);
  fixture_set_text (workspace, project, "title", "Min");
  assert_not_saved (workspace, TVX_STORAGE_ERROR_CHANGED, "somebody else changed or removed this file");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  fixture_save (workspace);
}

static void
test_taken_id (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  g_autoptr (TvxRecord) project = fixture_add_project (workspace, "Min");
  g_autofree char *name = g_strdup_printf ("projects/%s.json", tvx_record_get_id (project));
  g_autoptr (GPtrArray) names = NULL;

  fixture_write_project (fixture, tvx_record_get_id (project), ", \"title\": \"Kollegans\"");
  assert_not_saved (workspace, TVX_STORAGE_ERROR_EXISTS, "there is such a file already. Your version is kept in");
  fixture_assert_title (fixture, name, "Kollegans");
  names = fixture_list (fixture, "history");
  g_assert_cmpuint (names->len, ==, 0);
  tvx_editor_undo (tvx_workspace_get_editor (workspace));
  tvx_editor_undo (tvx_workspace_get_editor (workspace));
  fixture_save (workspace);
  fixture_assert_title (fixture, name, "Kollegans");
  /* The colleague's project is not told to have been removed. */
  g_clear_pointer (&names, g_ptr_array_unref);
  names = fixture_list (fixture, "history");
  g_assert_cmpuint (names->len, ==, 0);
}

static void
test_symbolic_link (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxRecord) project = NULL;
  g_autofree char *path = fixture_path (fixture, FILE_A);
  g_autofree char *target = fixture_path (fixture, "elsewhere.json");

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  workspace = fixture_open (fixture);
  project = fixture_load (workspace, ID_A);
  g_assert_cmpint (g_rename (path, target), ==, 0);
  g_assert_cmpint (symlink (target, path), ==, 0);
  fixture_set_text (workspace, project, "title", "Min");
  assert_not_saved (workspace, TVX_STORAGE_ERROR_FILE_TYPE, "found a symbolic link, expected an ordinary file");
  fixture_assert_title (fixture, "elsewhere.json", "Först");
  g_assert_cmpint (g_rename (target, path), ==, 0);
  fixture_save (workspace);
}

static void
test_read_only_folder (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxProblem) problem = NULL;
  g_autoptr (TvxRecord) project = NULL;
  g_autofree char *projects = fixture_path (fixture, "projects");

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  if (!fixture_become_nobody (fixture))
    return;

  /* The folder loses its rights while it is open. */
  workspace = fixture_open (fixture);
  project = fixture_load (workspace, ID_A);
  g_assert_cmpint (g_chmod (projects, 0555), ==, 0);
  fixture_set_text (workspace, project, "title", "Min");
  assert_not_saved (workspace, TVX_STORAGE_ERROR_ACCESS, FILE_A ": you have no permission for this");
  g_assert_cmpint (g_chmod (projects, 0777), ==, 0);
  fixture_save (workspace);
  g_clear_object (&project);
  g_clear_object (&workspace);

  /* The folder is opened without rights. */
  g_assert_cmpint (g_chmod (projects, 0555), ==, 0);
  workspace = fixture_open (fixture);
  g_assert_true (tvx_workspace_get_read_only (workspace));
  problem = g_list_model_get_item (tvx_workspace_get_problems (workspace), 0);
  g_assert_cmpstr (tvx_problem_get_message (problem), ==,
                   "this folder cannot be written to; the register can be read, not changed");
  project = fixture_load (workspace, ID_A);
  g_assert_true (tvx_record_get_read_only (project));
  g_assert_cmpint (g_chmod (projects, 0777), ==, 0);
  fixture_become_yourself ();
  fixture_assert_title (fixture, FILE_A, "Min");
}

/* A limit on the size of files stands for a full disk. */
static void
limit_files (rlim_t size)
{
  struct rlimit limit = { size, RLIM_INFINITY };

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxRecord) project = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *text = g_strnfill (900, 'x');

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  before = fixture_read (fixture, FILE_A);
  workspace = fixture_open (fixture);
  project = fixture_load (workspace, ID_A);
  fixture_set_text (workspace, project, "summary", text);

  signal (SIGXFSZ, SIG_IGN);
  limit_files (500);
  assert_not_saved (workspace, TVX_STORAGE_ERROR_FULL, FILE_A ": there is no room left; make room and save again");
  limit_files (RLIM_INFINITY);
  after = fixture_read (fixture, FILE_A);
  g_assert_cmpstr (after, ==, before);
  names = fixture_list (fixture, "projects");
  g_assert_cmpuint (names->len, ==, 1);

  /* The history is full, but the project would have room: neither is written. */
  fixture_write (fixture, HISTORY_A, text, -1);
  limit_files (1100);
  assert_not_saved (workspace, TVX_STORAGE_ERROR_FULL, HISTORY_A ": there is no room left");
  limit_files (RLIM_INFINITY);
  g_clear_pointer (&after, g_free);
  after = fixture_read (fixture, FILE_A);
  g_assert_cmpstr (after, ==, before);
  g_clear_pointer (&after, g_free);
  after = fixture_read (fixture, HISTORY_A);
  g_assert_cmpstr (after, ==, text);

  fixture_save (workspace);
  g_clear_pointer (&after, g_free);
  after = fixture_read (fixture, FILE_A);
  g_assert_nonnull (strstr (after, text));
}

static void
test_vanished_folder (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  g_autofree char *away = g_strconcat (fixture->root, "-away", NULL);
  g_autoptr (TvxRecord) project = fixture_add_project (workspace, "Ny");

  /* A share that is gone leaves an empty folder, in which nothing is made. */
  g_assert_cmpint (g_rename (fixture->root, away), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->root, 0777), ==, 0);
  assert_not_saved (workspace, TVX_STORAGE_ERROR_NOT_FOUND, "is the drive or network share still there?");
  g_assert_cmpint (g_rmdir (fixture->root), ==, 0);
  g_assert_cmpint (g_rename (away, fixture->root), ==, 0);
  fixture_save (workspace);
}

static void
wait_for_state (TvxWorkspace *workspace,
                TvxSaveState  state)
{
  while (tvx_workspace_get_save_state (workspace) != state)
    g_main_context_iteration (NULL, TRUE);
}

/* A place that is away for a while, as one on a network: nobody has to do anything when it is back. */
static void
test_retry (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  g_autoptr (TvxRecord) project = fixture_add_project (workspace, "Ny");
  g_autofree char *name = g_strdup_printf ("projects/%s.json", tvx_record_get_id (project));
  g_autofree char *away = g_strconcat (fixture->root, ".away", NULL);

  g_assert_cmpint (g_rename (fixture->root, away), ==, 0);
  wait_for_state (workspace, TVX_SAVE_STATE_FAILED);
  g_assert_cmpint (g_rename (away, fixture->root), ==, 0);
  wait_for_state (workspace, TVX_SAVE_STATE_SAVED);
  fixture_assert_title (fixture, name, "Ny");
}

static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxRecord) project = NULL;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  workspace = fixture_open (fixture);
  project = fixture_load (workspace, ID_A);
  fixture_set_text (workspace, project, "title", "Min");
  tvx_workspace_discard (workspace);
  g_assert_cmpint (tvx_workspace_get_save_state (workspace), ==, TVX_SAVE_STATE_SAVED);
  fixture_set_text (workspace, project, "title", "Ännu en");
  g_clear_object (&workspace);
  fixture_assert_title (fixture, FILE_A, "Först");
}

static void
test_backups (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *newest = NULL;

  fixture_write_project (fixture, ID_A, ", \"title\": \"0\"");
  for (guint i = 1; i <= 13; i++)
    {
      g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
      g_autoptr (TvxRecord) project = fixture_load (workspace, ID_A);
      g_autofree char *title = g_strdup_printf ("%u", i);

      fixture_set_text (workspace, project, "title", "mellan");
      fixture_save (workspace);
      fixture_set_text (workspace, project, "title", title);
      fixture_save (workspace);
    }
  /* One for each session, from before its first change; the last ten. */
  names = fixture_list (fixture, "backups/" ID_A);
  g_assert_cmpuint (names->len, ==, 10);
  newest = g_strconcat ("backups/" ID_A "/", names->pdata[9], NULL);
  fixture_assert_title (fixture, newest, "12");
  g_free (newest);
  newest = g_strconcat ("backups/" ID_A "/", names->pdata[0], NULL);
  fixture_assert_title (fixture, newest, "3");
}

static void
test_deletion (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const sentences[] = {
    "Title: changed “Först” to “Sist”", "Removed: Project “Sist”", "Added: Project “Sist”", "Removed: Project “Sist”",
  };
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxRecord) project = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GListModel) history = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  gboolean is_first;
  TvxEditor *editor;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  workspace = fixture_open (fixture);
  editor = tvx_workspace_get_editor (workspace);
  project = fixture_load (workspace, ID_A);
  fixture_set_text (workspace, project, "title", "Sist");
  fixture_save (workspace);
  g_assert_true (tvx_editor_delete (editor, project, NULL));
  fixture_save (workspace);
  names = fixture_list (fixture, "projects");
  g_assert_cmpuint (names->len, ==, 0);
  g_clear_pointer (&names, g_ptr_array_unref);
  names = fixture_list (fixture, "backups/" ID_A);
  g_assert_cmpuint (names->len, ==, 2);
  is_first = g_str_has_suffix (names->pdata[0], "-deleted.json");
  kept = g_strconcat ("backups/" ID_A "/", names->pdata[is_first ? 0 : 1], NULL);
  fixture_assert_title (fixture, kept, "Sist");
  g_assert_null (tvx_workspace_load_project (workspace, ID_A, NULL, &error));
  g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND);

  tvx_editor_undo (editor);
  fixture_save (workspace);
  fixture_assert_title (fixture, FILE_A, "Sist");
  tvx_editor_redo (editor);
  fixture_save (workspace);
  g_clear_pointer (&names, g_ptr_array_unref);
  names = fixture_list (fixture, "projects");
  g_assert_cmpuint (names->len, ==, 0);

  history = tvx_workspace_load_history (workspace, ID_A, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, G_N_ELEMENTS (sentences));
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (TvxHistoryEntry) entry = g_list_model_get_item (history, i);

      g_assert_cmpstr (tvx_history_entry_get_sentence (entry), ==, sentences[i]);
      g_assert_cmpstr (tvx_history_entry_get_who (entry), ==, "Åsa Öberg");
      g_assert_nonnull (tvx_history_entry_get_time (entry));
    }
}

static void
test_torn_history (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxRecord) project = NULL;
  g_autoptr (GListModel) history = NULL;
  g_autoptr (TvxHistoryEntry) entry = NULL;
  g_autoptr (TvxProblem) problem = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  fixture_write_project (fixture, ID_A, "");
  fixture_write (fixture, HISTORY_A,
                 "{\"time\": \"2026-01-01T00:00:00Z\", \"who\": \"B\", \"what\": \"set\", \"path\": \"title\", "
                 "\"to\": \"X\", \"revision\": \"1\"}\n"
                 "{\"time\": \"2026-01-02T00:00:00Z\", \"what\": \"set\", \"path\": \"vision\", \"to\": \"Z\"}\n"
                 "{\"time\": \"2026-01-0",
                 -1);
  workspace = fixture_open (fixture);
  project = fixture_load (workspace, ID_A);
  fixture_set_text (workspace, project, "title", "Y");
  fixture_save (workspace);

  history = tvx_workspace_load_history (workspace, ID_A, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 2);
  entry = g_list_model_get_item (history, 1);
  g_assert_cmpstr (tvx_history_entry_get_sentence (entry), ==, "Title: filled in “Y”");
  g_assert_cmpuint (g_list_model_get_n_items (tvx_workspace_get_problems (workspace)), ==, 1);
  problem = g_list_model_get_item (tvx_workspace_get_problems (workspace), 0);
  sentence = tvx_problem_dup_sentence (problem);
  g_assert_cmpstr (sentence, ==,
                   HISTORY_A ": line 3 is damaged or was cut off; what was told together with it is left out here, and "
                             "stays in the file");
  text = fixture_read (fixture, HISTORY_A);
  g_assert_nonnull (strstr (text, "\n{\"time\": \"2026-01-0\n{\"time\""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name_, func_) g_test_add ("/save/" name_, Fixture, NULL, fixture_set_up, func_, fixture_tear_down)
  ADD ("whole", test_whole);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("removed-on-disk", test_removed_on_disk);
  ADD ("taken-id", test_taken_id);
  ADD ("symbolic-link", test_symbolic_link);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("full-disk", test_full_disk);
  ADD ("vanished-folder", test_vanished_folder);
  ADD ("retry", test_retry);
  ADD ("discard", test_discard);
  ADD ("backups", test_backups);
  ADD ("deletion", test_deletion);
  ADD ("torn-history", test_torn_history);
  return g_test_run ();
}
