/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-util.h"
#include "ui/chart/tvx-chart-view.h"
#include "ui/list/tvx-project-table.h"
#include "ui/overview/tvx-overview-page.h"
#include "ui/tvx-recent.h"
#include "window-fixture.h"

static const char *
get_visible_page (WindowFixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find_type (GTK_WIDGET (fixture->window), GTK_TYPE_STACK)));
}

static gboolean
can_activate (WindowFixture *fixture,
              const char    *action)
{
  GtkWidget *button = window_fixture_find (fixture, "action-name", action);

  return gtk_widget_is_sensitive (button);
}

/* ---- Opening */

static void
test_start (WindowFixture *fixture,
            gconstpointer  data)
{
  g_assert_cmpstr (get_visible_page (fixture), ==, "start");
  g_assert_true (can_activate (fixture, "win.open"));
  g_assert_true (can_activate (fixture, "win.new-register"));
  g_assert_true (can_activate (fixture, "win.open-sample"));
  g_assert_null (tvx_window_get_folder (fixture->window));
  ui_assert_names (GTK_WIDGET (fixture->window));
  g_assert_cmpint (ui_min_width (GTK_WIDGET (fixture->window)), <=, 360);
}

static void
test_open (WindowFixture *fixture,
           gconstpointer  data)
{
  TvxApplication *application = window_fixture_get_application ();
  g_autoptr (GListModel) recents = tvx_recent_load (tvx_application_get_settings (application));
  g_autoptr (TvxRecent) recent = g_list_model_get_item (recents, 0);

  g_assert_cmpstr (get_visible_page (fixture), ==, "register");
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 3);
  g_assert_nonnull (window_fixture_find (fixture, "label", "Saved"));
  g_assert_nonnull (window_fixture_find (fixture, "title", "Overview"));
  g_assert_false (can_activate (fixture, "win.undo"));
  ui_assert_names (GTK_WIDGET (fixture->window));

  g_assert_true (g_file_equal (tvx_recent_get_folder (recent), fixture->folder));
  g_assert_cmpstr (tvx_recent_get_title (recent), ==, gtk_window_get_title (GTK_WINDOW (fixture->window)));
  g_assert_cmpstr (tvx_recent_get_path (recent), ==, g_file_peek_path (fixture->folder));
}

static gboolean
is_read (gpointer data)
{
  return tvx_window_get_workspace (data) != NULL;
}

/* A file manager hands over the file that was clicked. */
static void
test_open_file (WindowFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, "register.json");

  g_application_open (G_APPLICATION (window_fixture_get_application ()), &file, 1, "");
  ui_wait (is_read, fixture->window);
  g_assert_true (g_file_equal (tvx_window_get_folder (fixture->window), fixture->folder));
}

static void
test_open_sample (WindowFixture *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "tillvaxt", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) sample = g_file_get_child (folder, "Sample register");
  g_autoptr (GDir) dir = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  window_fixture_activate (fixture, "win.open-sample");
  window_fixture_wait_for_dialog (fixture);
  window_fixture_close_dialog (fixture);
  g_assert_true (g_file_delete (folder, NULL, NULL));

  window_fixture_activate (fixture, "win.open-sample");
  ui_wait (is_read, fixture->window);
  g_assert_true (g_file_equal (tvx_window_get_folder (fixture->window), sample));
  /* Nothing is left beside it. */
  dir = g_dir_open (path, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "Sample register");
  g_assert_null (g_dir_read_name (dir));
  ui_delete_folder (folder);
}

/* Who closes the window while a register is read does not wait for it. */
static void
test_open_closed (WindowFixture *fixture,
                  gconstpointer  data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (window, &window);
  tvx_window_open_folder (fixture->window, fixture->folder);
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);

  ui_delete_folder (fixture->folder);
  g_clear_object (&fixture->folder);
  window_fixture_set_up_empty (fixture, NULL);
}

static void
test_open_recent (WindowFixture *fixture,
                  gconstpointer  data)
{
  GSettings *settings = tvx_application_get_settings (window_fixture_get_application ());
  GtkWidget *view;

  tvx_recent_add (settings, fixture->folder, "Growth in a county");
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (window_fixture_find (fixture, "label", "Growth in a county"));
  g_assert_nonnull (window_fixture_find (fixture, "label", g_file_peek_path (fixture->folder)));
  ui_assert_names (GTK_WIDGET (fixture->window));

  view = ui_find_type (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (view, "activate", 0);
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "Kompetensarena Stockholm");
  tvx_recent_remove (settings, fixture->folder);
}

/* As a person reads it: without markup. */
static gboolean
shows (GtkWidget *widget,
       gpointer   data)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), data) != NULL;
}

static void
test_open_fails (WindowFixture *fixture,
                 gconstpointer  data)
{
  g_autoptr (GFile) nowhere = g_file_get_child (fixture->folder, "A & B <x>");
  AdwDialog *dialog;

  tvx_window_open_folder (fixture->window, nowhere);
  g_assert_cmpstr (get_visible_page (fixture), ==, "opening");
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->window), shows, (gpointer) "A & B <x>"));
  dialog = window_fixture_wait_for_dialog (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Folder Not Found");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), "A & B <x>"));
  g_assert_cmpstr (get_visible_page (fixture), ==, "start");
  g_assert_null (tvx_window_get_folder (fixture->window));
  window_fixture_close_dialog (fixture);

  /* The window is as good as new. */
  window_fixture_open (fixture);
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 3);
}

static gboolean
is_start_page (gpointer data)
{
  return g_str_equal (get_visible_page (data), "start");
}

static void
test_open_cancelled (WindowFixture *fixture,
                     gconstpointer  data)
{
  tvx_window_open_folder (fixture->window, fixture->folder);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.cancel", NULL));
  ui_wait (is_start_page, fixture);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

static gboolean
tells_of (GtkWidget *widget,
          gpointer   data)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), data) != NULL;
}

static void
test_damaged (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (fixture->folder), "projects",
                                            "00000000-0000-4000-8000-000000000000.json", NULL);
  AdwBanner *banner;
  AdwDialog *dialog;

  g_assert_true (g_file_set_contents (path, "{ not JSON", -1, NULL));
  window_fixture_open (fixture);
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 3);

  banner = ADW_BANNER (window_fixture_find (fixture, "title", "1 file could not be read"));
  g_assert_true (adw_banner_get_revealed (banner));
  g_signal_emit_by_name (banner, "button-clicked");
  dialog = window_fixture_wait_for_dialog (fixture);
  g_assert_nonnull (ui_find (GTK_WIDGET (dialog), tells_of, (gpointer) "projects/00000000-0000-4000-8000-000000000000.json"));
  ui_assert_names (GTK_WIDGET (dialog));
  window_fixture_close_dialog (fixture);
}

/* ---- Narrow windows, keys */

static void
test_narrow (WindowFixture *fixture,
             gconstpointer  data)
{
  AdwNavigationSplitView *split_view;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  ui_settle (GTK_WIDGET (fixture->window));
  split_view = ADW_NAVIGATION_SPLIT_VIEW (ui_find_type (GTK_WIDGET (fixture->window), ADW_TYPE_NAVIGATION_SPLIT_VIEW));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 420);
  g_assert_true (adw_navigation_split_view_get_collapsed (split_view));
  g_assert_false (adw_navigation_split_view_get_show_content (split_view));

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  g_assert_true (adw_navigation_split_view_get_show_content (split_view));
  window_fixture_activate (fixture, "win.toggle-sidebar");
  g_assert_false (adw_navigation_split_view_get_show_content (split_view));
  window_fixture_activate (fixture, "win.toggle-sidebar");
  window_fixture_activate (fixture, "win.search");
  g_assert_false (adw_navigation_split_view_get_show_content (split_view));
}

static gboolean
has_action (TvxWindow  *window,
            const char *wanted)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (window);
  const char *name, *property;
  const GVariantType *type;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, &type, &property); i++)
    /* What stands after "::" is what the action is told. */
    if (g_str_has_prefix (wanted, name) && (wanted[strlen (name)] == '\0' || g_str_has_prefix (wanted + strlen (name), "::")))
      return TRUE;
  return FALSE;
}

static void
test_keys (WindowFixture *fixture,
           gconstpointer  data)
{
  GtkApplication *application = GTK_APPLICATION (window_fixture_get_application ());
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  AdwDialog *dialog;

  /* A key does something only if there is the action that the table names. */
  g_assert_cmpuint (g_strv_length (actions), >=, 14);
  for (char **action = actions; *action != NULL; action++)
    if (g_str_has_prefix (*action, "app."))
      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (application), *action + strlen ("app.")));
    else
      g_assert_true (has_action (fixture->window, *action));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "app.shortcuts", NULL);
  dialog = window_fixture_wait_for_dialog (fixture);
  g_assert_nonnull (ui_find_property (GTK_WIDGET (dialog), "label", "Shift+Ctrl+Z"));
  ui_assert_names (GTK_WIDGET (dialog));
  window_fixture_close_dialog (fixture);
}

/* ---- The overview */

static GtkWidget *
find_figure (WindowFixture *fixture,
             const char    *text)
{
  return gtk_widget_get_ancestor (window_fixture_find (fixture, "label", text), GTK_TYPE_BUTTON);
}

static gboolean
lists_one (gpointer data)
{
  return window_fixture_count_listed (data) == 1;
}

/* Figures and rows of charts lead to the projects that they are of. */
static void
test_overview (WindowFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *page = ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_OVERVIEW_PAGE);
  GtkWidget *by_handover;

  g_assert_true (gtk_widget_get_mapped (page));
  ui_assert_names (page);
  g_assert_true (gtk_widget_is_sensitive (find_figure (fixture, "projects under way")));
  g_assert_false (gtk_widget_is_sensitive (find_figure (fixture, "have reports that are late")));
  by_handover = ui_find_property (page, "label", "Projects by Handover Status");
  by_handover = gtk_widget_get_ancestor (by_handover, TVX_TYPE_CHART_VIEW);
  g_assert_true (gtk_widget_activate (ui_find_type (by_handover, GTK_TYPE_EXPANDER)));
  ui_settle (page);
  ui_press (ui_find_property (by_handover, "title", "Not stated"));
  ui_wait (lists_one, fixture);
  ui_press (find_figure (fixture, "projects"));
  while (window_fixture_count_listed (fixture) != 3)
    g_main_context_iteration (NULL, TRUE);

  /* A project and the overview take turns. */
  window_fixture_open_project (fixture, "Innovationskraft Sthlm");
  g_assert_false (gtk_widget_get_mapped (page));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "overview"));
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_null (window_fixture_get_project (fixture));
  g_assert_nonnull (window_fixture_find (fixture, "title", "Overview"));
}

static void
test_table (WindowFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *table = ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_TABLE);
  GtkSelectionModel *selection = gtk_column_view_get_model (GTK_COLUMN_VIEW (ui_find_type (table, GTK_TYPE_COLUMN_VIEW)));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "table"));
  gtk_selection_model_select_all (selection);
  ui_settle (table);
  ui_assert_names (table);
  g_assert_cmpint (ui_min_width (table), <=, 360);
  g_assert_true (gtk_widget_activate_action (table, "table.set-field", NULL));
  ui_assert_names (GTK_WIDGET (window_fixture_wait_for_dialog (fixture)));
  window_fixture_close_dialog (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);

#define ADD(name, set_up) \
  g_test_add ("/window/" #name, WindowFixture, NULL, set_up, test_##name, window_fixture_tear_down)
  ADD (start, window_fixture_set_up_empty);
  ADD (open, window_fixture_set_up);
  ADD (open_file, window_fixture_set_up_empty);
  ADD (open_sample, window_fixture_set_up_empty);
  ADD (open_closed, window_fixture_set_up_empty);
  ADD (open_recent, window_fixture_set_up_empty);
  ADD (open_fails, window_fixture_set_up_empty);
  ADD (open_cancelled, window_fixture_set_up_empty);
  ADD (damaged, window_fixture_set_up_empty);
  ADD (narrow, window_fixture_set_up);
  ADD (keys, window_fixture_set_up);
  ADD (overview, window_fixture_set_up);
  ADD (table, window_fixture_set_up);
#undef ADD

  return g_test_run ();
}
