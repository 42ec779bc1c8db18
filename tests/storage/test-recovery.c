/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a save leaves that fails or is killed, at whatever moment. */

#include "storage/tvx-folder-store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults.h"
#include "fixture.h"
#include "storage/tvx-json.h"
#include "storage/tvx-problem.h"

#define FILE_A "projects/" ID_A ".json"
#define HISTORY_A "history/" ID_A ".jsonl"

/* The file is what the last line of its history tells of that was not cut off. */
static void
assert_in_line (Fixture    *fixture,
                const char *id)
{
  g_autofree char *name = g_strdup_printf ("projects/%s.json", id);
  g_autofree char *history_name = g_strdup_printf ("history/%s.jsonl", id);
  g_autofree char *text = fixture_read (fixture, name);
  g_autofree char *history = fixture_read (fixture, history_name);
  g_autofree char *revision = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *end = g_strdup_printf ("\"revision\": \"%s\"}\n", revision);

  strrchr (history, '\n')[1] = '\0';
  g_assert_true (g_str_has_suffix (history, end));
}

static void
test_recovery_of_save (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *new_text = NULL;
  g_autofree char *old_text = NULL;
  g_autoptr (GPtrArray) names = NULL;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Gammal\"");
  old_text = fixture_read (fixture, FILE_A);
  {
    g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
    g_autoptr (TvxRecord) project = fixture_load (workspace, ID_A);

    fixture_set_text (workspace, project, "title", "Ny");
    fixture_save (workspace);
  }
  /* As if the program had been killed between the history and the last step. */
  new_text = fixture_read (fixture, FILE_A);
  fixture_write (fixture, FILE_A, old_text, -1);
  fixture_write (fixture, "projects/." ID_A ".json.01234567.new", new_text, -1);
  g_object_unref (fixture_open (fixture));
  fixture_assert_title (fixture, FILE_A, "Ny");
  assert_in_line (fixture, ID_A);
  names = fixture_list (fixture, "projects");
  g_assert_cmpuint (names->len, ==, 1);
}

/* Somebody else changed the file after the crash: neither version is lost. */
static void
test_recovery_of_conflict (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *new_text = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (TvxWorkspace) again = NULL;
  g_autoptr (TvxProblem) problem = NULL;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Gammal\"");
  {
    g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
    g_autoptr (TvxRecord) project = fixture_load (workspace, ID_A);

    fixture_set_text (workspace, project, "title", "Ny");
    fixture_save (workspace);
  }
  new_text = fixture_read (fixture, FILE_A);
  fixture_write_project (fixture, ID_A, ", \"title\": \"Kollegans\"");
  fixture_write (fixture, "projects/." ID_A ".json.01234567.new", new_text, -1);
  again = fixture_open (fixture);
  fixture_assert_title (fixture, FILE_A, "Kollegans");
  names = fixture_list (fixture, "projects");
  g_assert_cmpuint (names->len, ==, 2);
  aside = g_strconcat ("projects/", names->pdata[1], NULL);
  fixture_assert_title (fixture, aside, "Ny");
  /* And the person is told where to look. */
  g_assert_cmpuint (g_list_model_get_n_items (tvx_workspace_get_problems (again)), ==, 1);
  problem = g_list_model_get_item (tvx_workspace_get_problems (again), 0);
  g_assert_cmpstr (tvx_problem_get_file (problem), ==, aside);
  g_assert_true (g_str_has_prefix (tvx_problem_get_message (problem), "this version was kept aside"));
}

static void
test_recovery_of_unknown (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *left = NULL;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Gammal\"");
  fixture_write (fixture, "projects/." ID_A ".json.01234567.new", "half", -1);
  /* What nobody told of did not happen; it may still be in the works elsewhere. */
  g_object_unref (fixture_open (fixture));
  fixture_assert_title (fixture, FILE_A, "Gammal");
  left = fixture_read (fixture, "projects/." ID_A ".json.01234567.new");
  g_assert_cmpstr (left, ==, "half");
}

static void
test_recovery_of_deletion (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *path = fixture_path (fixture, FILE_A);
  g_autofree char *hidden = fixture_path (fixture, "projects/." ID_A ".json.01234567.old");
  g_autofree char *text = NULL;
  g_autofree char *revision = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GPtrArray) names = NULL;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Kvar\"");
  /* Killed before the history was told: the project comes back. */
  g_assert_cmpint (g_rename (path, hidden), ==, 0);
  g_object_unref (fixture_open (fixture));
  fixture_assert_title (fixture, FILE_A, "Kvar");

  /* Killed afterwards: the deletion is finished. */
  text = fixture_read (fixture, FILE_A);
  revision = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  line = g_strdup_printf ("{\"what\": \"remove\", \"path\": \"\", \"base\": \"%s\"}\n", revision);
  fixture_write (fixture, HISTORY_A, line, -1);
  g_assert_cmpint (g_rename (path, hidden), ==, 0);
  g_object_unref (fixture_open (fixture));
  names = fixture_list (fixture, "projects");
  g_assert_cmpuint (names->len, ==, 0);
  g_clear_pointer (&names, g_ptr_array_unref);
  names = fixture_list (fixture, "backups/" ID_A);
  g_assert_cmpuint (names->len, ==, 1);
}

static GPid
spawn_self (Fixture *fixture,
            GStrv    environment)
{
  const char *const argv[] = { "/proc/self/exe", NULL };
  g_auto (GStrv) whole = g_environ_setenv (g_strdupv (environment), "TVX_TEST_REGISTER", fixture->root, TRUE);
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async (NULL, (char **) argv, whole, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  return pid;
}

/* Saves without end, until it is killed. */
static void
save_forever (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("TVX_TEST_REGISTER"));
  g_autoptr (TvxFolderStore) store = tvx_folder_store_new (folder);
  g_autoptr (TvxWorkspace) workspace = tvx_workspace_open (TVX_STORE (store), NULL, NULL, NULL, NULL);
  g_autoptr (TvxRecord) project = fixture_load (workspace, ID_A);

  for (guint i = 0;; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d: %u", getpid (), i);

      fixture_set_text (workspace, project, "title", title);
      fixture_save (workspace);
    }
}

/* Waits until a child has saved for the first time. */
static void
wait_for_save (Fixture    *fixture,
               const char *before)
{
  gboolean is_same;

  do
    {
      g_autofree char *now = fixture_read (fixture, FILE_A);

      is_same = strcmp (before, now) == 0;
      if (is_same)
        g_usleep (500);
    }
  while (is_same);
}

static void
test_kill (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_write_project (fixture, ID_A, ", \"title\": \"Först\"");
  for (guint i = 0; i < 100; i++)
    {
      g_auto (GStrv) environment = g_get_environ ();
      g_autoptr (TvxWorkspace) workspace = NULL;
      g_autoptr (TvxRecord) project = NULL;
      g_autofree char *before = fixture_read (fixture, FILE_A);
      GPid pid = spawn_self (fixture, environment);

      wait_for_save (fixture, before);
      g_usleep ((gulong) g_test_rand_int_range (0, 5000));
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
      g_spawn_close_pid (pid);

      /* Whatever the moment: the file is whole, and the history tells of it. */
      workspace = fixture_open (fixture);
      g_assert_cmpuint (g_list_model_get_n_items (tvx_workspace_get_problems (workspace)), ==, 0);
      project = fixture_load (workspace, ID_A);
      assert_in_line (fixture, ID_A);
    }
}

/* The lines of the history of project A; none is damaged. */
static GPtrArray *
read_history (Fixture *fixture)
{
  g_autofree char *text = fixture_read (fixture, HISTORY_A);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *history = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (lines[i], strlen (lines[i]));
      g_autoptr (GError) error = NULL;
      GVariant *line = tvx_json_parse (bytes, HISTORY_A, &error);

      g_assert_no_error (error);
      g_ptr_array_add (history, line);
    }
  return history;
}

static const char *
get_member (GVariant   *line,
            const char *name)
{
  const char *text = NULL;

  g_variant_lookup (line, name, "&s", &text);
  return text;
}

/* Each change of the title is told once, and goes on from where the one before it led. */
static void
assert_titles_in_line (Fixture    *fixture,
                       const char *first,
                       const char *last)
{
  g_autoptr (GPtrArray) history = read_history (fixture);
  const char *title = first;

  for (guint i = 0; i < history->len; i++)
    if (g_strcmp0 (get_member (history->pdata[i], "path"), "title") == 0)
      {
        g_assert_cmpstr (get_member (history->pdata[i], "from"), ==, title);
        title = get_member (history->pdata[i], "to");
      }
  g_assert_cmpstr (title, ==, last);
}

static guint
count_lines (Fixture    *fixture,
             const char *member,
             const char *value)
{
  g_autoptr (GPtrArray) history = read_history (fixture);
  guint n = 0;

  for (guint i = 0; i < history->len; i++)
    n += g_strcmp0 (get_member (history->pdata[i], member), value) == 0;
  return n;
}

static void
assert_whole (Fixture *fixture)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (tvx_workspace_get_problems (workspace)), ==, 0);
}

/* A change is saved, and one call after the other fails. What came of it, and what is done next, is stored in the end, and
 * the history tells of it once. */
static void
test_faults (gconstpointer data)
{
  gboolean struck = TRUE;
  guint n_failed = 0;

  for (guint n = 1; struck; n++)
    {
      Fixture fixture = { 0 };
      g_autoptr (TvxWorkspace) workspace = NULL;
      g_autoptr (TvxRecord) project = NULL;

      fixture_set_up (&fixture, NULL);
      fixture_write_project (&fixture, ID_A, ", \"title\": \"Först\"");
      workspace = fixture_open (&fixture);
      project = fixture_load (workspace, ID_A);
      fixture_set_text (workspace, project, "title", "Ett");
      faults_arm (fixture.root, n, GPOINTER_TO_INT (data));
      n_failed += !tvx_workspace_save (workspace, NULL);
      struck = faults_disarm ();

      fixture_set_text (workspace, project, "title", "Två");
      fixture_set_text (workspace, project, "summary", "Tre");
      fixture_save (workspace);
      fixture_assert_title (&fixture, FILE_A, "Två");
      assert_in_line (&fixture, ID_A);
      assert_titles_in_line (&fixture, "Först", "Två");
      g_assert_cmpuint (count_lines (&fixture, "path", "summary"), ==, 1);
      assert_whole (&fixture);
      g_clear_object (&project);
      g_clear_object (&workspace);
      fixture_tear_down (&fixture, NULL);
    }
  /* The file, its copy, the history and the last step were all among the calls. */
  g_assert_cmpuint (n_failed, >=, 5);
}

static void
test_faults_of_deletion (gconstpointer data)
{
  gboolean struck = TRUE;
  guint n_failed = 0;

  for (guint n = 1; struck; n++)
    {
      Fixture fixture = { 0 };
      g_autoptr (TvxWorkspace) workspace = NULL;
      g_autoptr (TvxRecord) project = NULL;
      g_autoptr (GPtrArray) names = NULL;

      fixture_set_up (&fixture, NULL);
      fixture_write_project (&fixture, ID_A, ", \"title\": \"Först\"");
      workspace = fixture_open (&fixture);
      project = fixture_load (workspace, ID_A);
      g_assert_true (tvx_editor_delete (tvx_workspace_get_editor (workspace), project, NULL));
      faults_arm (fixture.root, n, GPOINTER_TO_INT (data));
      n_failed += !tvx_workspace_save (workspace, NULL);
      struck = faults_disarm ();

      fixture_save (workspace);
      g_clear_object (&project);
      g_clear_object (&workspace);
      g_assert_cmpuint (count_lines (&fixture, "what", "remove"), ==, 1);
      assert_whole (&fixture);
      names = fixture_list (&fixture, "projects");
      g_assert_cmpuint (names->len, ==, 0);
      g_clear_pointer (&names, g_ptr_array_unref);
      names = fixture_list (&fixture, "backups/" ID_A);
      g_assert_cmpuint (names->len, ==, 1);
      fixture_tear_down (&fixture, NULL);
    }
  g_assert_cmpuint (n_failed, >=, 2);
}

static void
save_once (guint n)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("TVX_TEST_REGISTER"));
  g_autoptr (TvxFolderStore) store = tvx_folder_store_new (folder);
  g_autoptr (TvxWorkspace) workspace = tvx_workspace_open (TVX_STORE (store), NULL, NULL, NULL, NULL);
  g_autoptr (TvxRecord) project = fixture_load (workspace, ID_A);

  fixture_set_text (workspace, project, "title", "Ett");
  faults_arm (g_getenv ("TVX_TEST_REGISTER"), n, FAULT_KILL);
  fixture_save (workspace);
  faults_disarm ();
}

/* A program is killed before one call after the other; the next goes on with what is there. */
static void
test_killed_at_each_call (void)
{
  guint n_killed = 0;

  for (gboolean killed = TRUE; killed; n_killed += killed)
    {
      Fixture fixture = { 0 };
      g_autofree char *number = g_strdup_printf ("%u", n_killed + 1);
      g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "TVX_TEST_KILL_AT", number, TRUE);
      g_autoptr (TvxWorkspace) workspace = NULL;
      g_autoptr (TvxRecord) project = NULL;
      int status;
      GPid pid;

      fixture_set_up (&fixture, NULL);
      fixture_write_project (&fixture, ID_A, ", \"title\": \"Först\"");
      pid = spawn_self (&fixture, environment);
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      killed = WIFSIGNALED (status);
      g_assert_cmpint (killed ? WTERMSIG (status) : WEXITSTATUS (status), ==, killed ? SIGKILL : 0);

      workspace = fixture_open (&fixture);
      project = fixture_load (workspace, ID_A);
      fixture_set_text (workspace, project, "title", "Två");
      fixture_save (workspace);
      assert_in_line (&fixture, ID_A);
      assert_titles_in_line (&fixture, "Först", "Två");
      assert_whole (&fixture);
      g_clear_object (&project);
      g_clear_object (&workspace);
      fixture_tear_down (&fixture, NULL);
    }
  g_assert_cmpuint (n_killed, >=, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("TVX_TEST_KILL_AT") != NULL)
    {
      save_once ((guint) atoi (g_getenv ("TVX_TEST_KILL_AT")));
      return 0;
    }
  if (g_getenv ("TVX_TEST_REGISTER") != NULL)
    save_forever ();
#define ADD(name_, func_) g_test_add ("/recovery/" name_, Fixture, NULL, fixture_set_up, func_, fixture_tear_down)
  ADD ("save", test_recovery_of_save);
  ADD ("conflict", test_recovery_of_conflict);
  ADD ("unknown", test_recovery_of_unknown);
  ADD ("deletion", test_recovery_of_deletion);
  ADD ("kill", test_kill);
  g_test_add_data_func ("/recovery/fault/once", GINT_TO_POINTER (FAULT_ONCE), test_faults);
  g_test_add_data_func ("/recovery/fault/lasting", GINT_TO_POINTER (FAULT_LASTING), test_faults);
  g_test_add_data_func ("/recovery/fault/once/deletion", GINT_TO_POINTER (FAULT_ONCE), test_faults_of_deletion);
  g_test_add_data_func ("/recovery/fault/lasting/deletion", GINT_TO_POINTER (FAULT_LASTING), test_faults_of_deletion);
  g_test_add_func ("/recovery/killed-at-each-call", test_killed_at_each_call);
  return g_test_run ();
}
