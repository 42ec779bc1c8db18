/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the window takes with a register of 10 000 projects: to open it, to tell how it is going, to filter, to search, to
 * sort, and to change many projects in one step. */

#include <time.h>

#include "storage/tvx-sample.h"
#include "ui-util.h"
#include "ui/list/tvx-project-list.h"
#include "ui/list/tvx-project-table.h"
#include "ui/overview/tvx-overview-page.h"
#include "window-fixture.h"

#define N_PROJECTS 10000
#define N_CHANGED 500

typedef struct
{
  WindowFixture *fixture;
  guint          least;
  guint          most;
} Wanted;

static gboolean
is_listed (gpointer data)
{
  const Wanted *wanted = data;
  guint n = window_fixture_count_listed (wanted->fixture);

  return n >= wanted->least && n <= wanted->most;
}

static void
wait_for_listed (WindowFixture *fixture,
                 guint          least,
                 guint          most)
{
  ui_wait (is_listed, &(Wanted) { fixture, least, most });
}

static double cpu_start;

/* Of all threads; on a machine that does something else, too, this tells more than the clock. */
static double
get_cpu_seconds (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static void
start (void)
{
  cpu_start = get_cpu_seconds ();
  g_test_timer_start ();
}

static void
report (const char *what)
{
  double seconds = g_test_timer_elapsed ();

  g_test_minimized_result (seconds, "%s: %.3f s, %.3f s of them at work", what, seconds, get_cpu_seconds () - cpu_start);
}

static void
show_page (WindowFixture *fixture,
           const char    *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", name));
}

static void
change_many (TvxWorkspace *workspace)
{
  TvxEditor *editor = tvx_workspace_get_editor (workspace);
  GListModel *summaries = tvx_workspace_get_summaries (workspace);
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_CHANGED; i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, N_PROJECTS - 1 - i);
      TvxProject *project = tvx_workspace_load_project (workspace, tvx_summary_get_id (summary), NULL, &error);

      g_assert_no_error (error);
      g_ptr_array_add (projects, project);
    }
  start ();
  tvx_editor_begin (editor, "Many");
  for (guint i = 0; i < projects->len; i++)
    g_assert_true (tvx_editor_set_text (editor, projects->pdata[i], "responsible", "Handläggare", &error));
  tvx_editor_end (editor);
  report ("set a field of 500 projects");
  start ();
  tvx_workspace_save (workspace, &error);
  g_assert_no_error (error);
  report ("save them");
  start ();
  tvx_editor_begin (editor, "Many");
  for (guint i = 0; i < projects->len; i++)
    g_assert_true (tvx_editor_delete (editor, projects->pdata[i], &error));
  tvx_editor_end (editor);
  report ("delete them");
  start ();
  tvx_editor_undo (editor);
  report ("undo that");
  tvx_workspace_save (workspace, &error);
  g_assert_no_error (error);
}

static void
bench_list (void)
{
  WindowFixture fixture;
  TvxProjectFilter *filter;
  GSettings *settings;
  GtkWidget *list;
  g_autoptr (GError) error = NULL;

  window_fixture_set_up_empty (&fixture, NULL);
  ui_delete_folder (fixture.folder);
  tvx_sample_write_invented (fixture.folder, N_PROJECTS, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  start ();
  tvx_window_open_folder (fixture.window, fixture.folder);
  while (tvx_window_get_workspace (fixture.window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  report ("open 10 000 projects and show the overview");
  list = ui_find_type (GTK_WIDGET (fixture.window), TVX_TYPE_PROJECT_LIST);
  filter = tvx_project_list_get_filter (TVX_PROJECT_LIST (list));
  wait_for_listed (&fixture, N_PROJECTS, N_PROJECTS);
  ui_settle (GTK_WIDGET (fixture.window));

  window_fixture_open_project (&fixture, "Digital i Nacka");
  /* Something has changed, so that the overview is made anew. */
  g_assert_true (tvx_editor_set_text (tvx_workspace_get_editor (tvx_window_get_workspace (fixture.window)),
                                      TVX_RECORD (window_fixture_get_project (&fixture)), "responsible", "Handläggare", NULL));
  start ();
  show_page (&fixture, "overview");
  report ("make the overview");

  start ();
  tvx_project_filter_set_criterion (filter, "lifecycle", "ongoing", TRUE);
  wait_for_listed (&fixture, 1, N_PROJECTS - 1);
  report ("filter");
  tvx_project_filter_clear (filter);
  wait_for_listed (&fixture, N_PROJECTS, N_PROJECTS);
  start ();
  tvx_project_filter_set_words (filter, "digital nacka");
  wait_for_listed (&fixture, 1, N_PROJECTS / 2);
  report ("search");
  tvx_project_filter_clear (filter);
  wait_for_listed (&fixture, N_PROJECTS, N_PROJECTS);

  settings = tvx_application_get_settings (window_fixture_get_application ());
  start ();
  g_settings_set_string (settings, "order", "beneficiary");
  ui_settle (list);
  report ("sort");
  g_settings_reset (settings, "order");
  start ();
  show_page (&fixture, "table");
  ui_settle (GTK_WIDGET (fixture.window));
  report ("show the table");
  change_many (tvx_window_get_workspace (fixture.window));
  window_fixture_tear_down (&fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/bench/list", bench_list);
  return g_test_run ();
}
