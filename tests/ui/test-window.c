/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-util.h"
#include "model/tvx-refused.h"
#include "ui/form/tvx-field-row.h"
#include "ui/chart/tvx-chart-view.h"
#include "ui/list/tvx-project-list.h"
#include "ui/list/tvx-project-table.h"
#include "ui/overview/tvx-overview-page.h"
#include "ui/project/tvx-project-page.h"
#include "ui/tvx-recent.h"
#include "window-fixture.h"

static GtkWidget *
find (WindowFixture *fixture,
      const char    *property,
      const char    *value)
{
  return ui_find_property (GTK_WIDGET (fixture->window), property, value);
}

static const char *
get_visible_page (WindowFixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find_type (GTK_WIDGET (fixture->window), GTK_TYPE_STACK)));
}

static TvxEditor *
get_editor (WindowFixture *fixture)
{
  return tvx_workspace_get_editor (tvx_window_get_workspace (fixture->window));
}

/* The menus have items of that name, too. */
static GtkWidget *
find_toast_button (WindowFixture *fixture)
{
  GtkWidget *toast = ui_find_type (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget"));

  return toast != NULL ? ui_find_property (toast, "action-name", "win.undo") : NULL;
}

static gboolean
can_activate (WindowFixture *fixture,
              const char    *action)
{
  GtkWidget *button = find (fixture, "action-name", action);

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
  g_assert_nonnull (find (fixture, "label", "Saved"));
  g_assert_nonnull (find (fixture, "title", "Overview"));
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
  g_assert_nonnull (find (fixture, "label", "Growth in a county"));
  g_assert_nonnull (find (fixture, "label", g_file_peek_path (fixture->folder)));
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

  banner = ADW_BANNER (find (fixture, "title", "1 file could not be read"));
  g_assert_true (adw_banner_get_revealed (banner));
  g_signal_emit_by_name (banner, "button-clicked");
  dialog = window_fixture_wait_for_dialog (fixture);
  g_assert_nonnull (ui_find (GTK_WIDGET (dialog), tells_of, (gpointer) "projects/00000000-0000-4000-8000-000000000000.json"));
  ui_assert_names (GTK_WIDGET (dialog));
  window_fixture_close_dialog (fixture);
}

/* ---- Projects */

static void
test_new_project (WindowFixture *fixture,
                  gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  g_autofree char *undone = NULL;
  GtkWidget *focus, *row;

  window_fixture_activate (fixture, "win.new-project");
  window_fixture_wait_for_project (fixture);
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 4);
  id = g_strdup (tvx_record_get_id (TVX_RECORD (window_fixture_get_project (fixture))));
  g_assert_cmpstr (tvx_record_get_text (TVX_RECORD (window_fixture_get_project (fixture)), "county"), ==, "01");

  /* What is typed next is the title. */
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  row = gtk_widget_get_ancestor (focus, TVX_TYPE_FIELD_ROW);
  g_assert_cmpstr (tvx_field_row_get_field (TVX_FIELD_ROW (row))->name, ==, "title");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "Åkers kanal", -1);
  window_fixture_activate (fixture, "win.save");
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "All changes are saved");
  text = window_fixture_read_project (fixture, id);
  g_assert_nonnull (strstr (text, "\"title\": \"Åkers kanal\""));
  g_assert_nonnull (find (fixture, "label", "Åkers kanal"));

  window_fixture_activate (fixture, "win.undo");
  window_fixture_activate (fixture, "win.undo");
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 3);
  g_assert_null (window_fixture_get_project (fixture));
  undone = window_fixture_read_project (fixture, id);
  g_assert_null (undone);
}

static void
test_delete_project (WindowFixture *fixture,
                     gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *deleted = NULL;
  g_autofree char *restored = NULL;
  window_fixture_open_project (fixture, "Innovationskraft Sthlm");
  id = g_strdup (tvx_record_get_id (TVX_RECORD (window_fixture_get_project (fixture))));
  window_fixture_activate (fixture, "win.delete-project");
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 2);
  g_assert_null (window_fixture_get_project (fixture));
  g_assert_nonnull (find (fixture, "title", "Overview"));
  deleted = window_fixture_read_project (fixture, id);
  g_assert_null (deleted);

  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "“Innovationskraft Sthlm” deleted");
  g_signal_emit_by_name (find_toast_button (fixture), "clicked");
  window_fixture_wait_for_project (fixture);
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 3);
  g_assert_cmpstr (tvx_record_get_id (TVX_RECORD (window_fixture_get_project (fixture))), ==, id);
  restored = window_fixture_read_project (fixture, id);
  g_assert_nonnull (restored);
}

static gboolean
has_no_toast (gpointer data)
{
  return find_toast_button (data) == NULL;
}

/* The toast would undo the newest step: it goes when that is another one. */
static void
test_toast_goes (WindowFixture *fixture,
                 gconstpointer  data)
{
  window_fixture_open_project (fixture, "Innovationskraft Sthlm");
  window_fixture_activate (fixture, "win.delete-project");
  g_assert_nonnull (find_toast_button (fixture));
  window_fixture_activate (fixture, "win.new-project");
  ui_wait (has_no_toast, fixture);
}

static void
test_duplicate_project (WindowFixture *fixture,
                        gconstpointer  data)
{
  g_autoptr (TvxProject) project = NULL;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  project = g_object_ref (window_fixture_get_project (fixture));
  window_fixture_activate (fixture, "win.duplicate-project");
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "Kompetensarena Stockholm (copy)");
  window_fixture_open_project (fixture, "Kompetensarena Stockholm (copy)");
  g_assert_true (window_fixture_get_project (fixture) != project);
  g_assert_cmpstr (tvx_record_get_text (TVX_RECORD (window_fixture_get_project (fixture)), "purpose"), ==,
                   tvx_record_get_text (TVX_RECORD (project), "purpose"));
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 4);
  /* One step. */
  window_fixture_activate (fixture, "win.undo");
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 3);
  g_assert_false (can_activate (fixture, "win.undo"));
}

static void
test_newer_project (WindowFixture *fixture,
                    gconstpointer  data)
{
  const char *id = "11111111-1111-4111-8111-111111111111";
  g_autofree char *path = g_strdup_printf ("%s/projects/%s.json", g_file_peek_path (fixture->folder), id);
  g_autofree char *text = g_strdup_printf ("{\"format\": \"tillvaxt-project\", \"version\": 2, \"id\": \"%s\", "
                                           "\"title\": \"From tomorrow\"}",
                                           id);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  window_fixture_open (fixture);
  window_fixture_open_project (fixture, "From tomorrow");
  window_fixture_activate (fixture, "win.duplicate-project");
  window_fixture_activate (fixture, "win.delete-project");
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 4);
}

/* Text is text, wherever it is shown. */
static void
test_markup (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  tvx_editor_set_text (get_editor (fixture), TVX_RECORD (window_fixture_get_project (fixture)), "title", "A & B <x>",
                       &error);
  g_assert_no_error (error);
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "title", "A & B <x>");
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (ui_find (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_LIST), shows,
                             (gpointer) "A & B <x>"));
  window_fixture_activate (fixture, "win.delete-project");
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "“A & B <x>” deleted");
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->window), shows, (gpointer) "“A & B <x>” deleted"));
}

static void
activate_project (WindowFixture *fixture,
                  const char    *id)
{
  GtkWidget *list = ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_LIST);
  GListModel *projects = tvx_project_list_get_projects (TVX_PROJECT_LIST (list));

  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (projects, i);

      if (g_str_equal (tvx_summary_get_id (summary), id))
        g_signal_emit_by_name (ui_find_type (list, GTK_TYPE_LIST_VIEW), "activate", i);
    }
}

static void
project_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  TvxProject **project = user_data;

  *project = tvx_workspace_load_project_finish (TVX_WORKSPACE (object), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* Who goes back to the project that is shown does not get the other one after all. */
static void
test_choose_again (WindowFixture *fixture,
                   gconstpointer  data)
{
  g_autoptr (TvxProject) other = NULL;
  g_autoptr (TvxProject) shown = NULL;
  const char *id = "95d3ca28-a419-4759-9a33-313b8489cc8e";
  g_autofree char *title = NULL;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  shown = g_object_ref (window_fixture_get_project (fixture));
  if (g_str_equal (tvx_record_get_id (TVX_RECORD (shown)), id))
    id = "4c2f1a5a-58b0-489e-b83a-3226208d497d";
  activate_project (fixture, id);
  activate_project (fixture, tvx_record_get_id (TVX_RECORD (shown)));
  tvx_workspace_load_project_async (tvx_window_get_workspace (fixture->window), id, NULL, project_read_cb, &other);
  ui_wait (is_set, &other);
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_true (window_fixture_get_project (fixture) == shown);
}

/* Undo says what it takes back, and shows where. */
static void
test_undo (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (TvxProject) project = NULL;
  g_autofree char *label = NULL;
  g_autofree char *tooltip = NULL;
  g_autoptr (GError) error = NULL;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  project = g_object_ref (window_fixture_get_project (fixture));
  tvx_editor_set_text (get_editor (fixture), TVX_RECORD (project), "title", "Kompetensarena", &error);
  g_assert_no_error (error);
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "Kompetensarena");
  label = tvx_editor_dup_undo_label (get_editor (fixture));
  tooltip = g_strconcat ("Undo: ", label, NULL);
  g_assert_nonnull (find (fixture, "tooltip-text", tooltip));
  g_assert_nonnull (strstr (tooltip, "Title"));

  window_fixture_open_project (fixture, "Innovationskraft Sthlm");
  window_fixture_activate (fixture, "win.undo");
  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  g_assert_true (window_fixture_get_project (fixture) == project);
  g_assert_true (can_activate (fixture, "win.redo"));
  window_fixture_activate (fixture, "win.redo");
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "Kompetensarena");
}

/* ---- Saving */

static void
test_close_saves (WindowFixture *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gpointer window = fixture->window;
  g_autoptr (TvxProject) project = NULL;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  project = g_object_ref (window_fixture_get_project (fixture));
  path = g_strdup_printf ("%s/projects/%s.json", g_file_peek_path (fixture->folder),
                          tvx_record_get_id (TVX_RECORD (project)));
  tvx_editor_set_text (get_editor (fixture), TVX_RECORD (project), "vision", "Nobody waits a second", &error);
  g_assert_no_error (error);

  g_object_add_weak_pointer (window, &window);
  gtk_window_close (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Nobody waits a second"));

  ui_delete_folder (fixture->folder);
  g_clear_object (&fixture->folder);
  window_fixture_set_up_empty (fixture, NULL);
}

static gboolean
is_late (gpointer data)
{
  return tvx_workspace_get_save_state (data) == TVX_SAVE_STATE_FAILED;
}

static void
test_save_fails (WindowFixture *fixture,
                 gconstpointer  data)
{
  TvxWorkspace *workspace = tvx_window_get_workspace (fixture->window);
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxProject) project = NULL;
  AdwDialog *dialog;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  project = g_object_ref (window_fixture_get_project (fixture));
  path = g_strdup_printf ("%s/projects/%s.json", g_file_peek_path (fixture->folder),
                          tvx_record_get_id (TVX_RECORD (project)));
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_true (g_file_set_contents (path, "somebody else was here", -1, NULL));
  tvx_editor_set_text (get_editor (fixture), TVX_RECORD (project), "vision", "Unsaved", &error);
  g_assert_no_error (error);
  ui_wait (is_late, workspace);
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (find (fixture, "label", "Not saved"));
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (find (fixture, "button-label", "_Try Again"))));

  /* Who closes is asked, and may stay. */
  gtk_window_close (GTK_WINDOW (fixture->window));
  dialog = window_fixture_wait_for_dialog (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Close Without Saving?");
  window_fixture_close_dialog (fixture);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  g_assert_false (adw_banner_get_use_markup (ADW_BANNER (find (fixture, "button-label", "_Try Again"))));

  g_assert_true (g_file_set_contents (path, before, -1, NULL));
  window_fixture_activate (fixture, "win.save");
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "All changes are saved");
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (find (fixture, "button-label", "_Try Again"))));
}

static gboolean
asks (gpointer window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  return ADW_IS_ALERT_DIALOG (dialog) && gtk_widget_get_mapped (GTK_WIDGET (dialog));
}

/* What no field can hold is not lost by closing the window, unless one says so. */
static void
test_close_refused (WindowFixture *fixture,
                    gconstpointer  data)
{
  AdwDialog *dialog;
  TvxProject *project;
  TvxRecord *funding;
  GtkWidget *row;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  project = window_fixture_get_project (fixture);
  funding = tvx_editor_insert (get_editor (fixture), TVX_RECORD (project), "funding", 0, NULL, NULL);
  tvx_refused_keep (get_editor (fixture), funding, tvx_record_get_field (funding, "amount"), "much");
  gtk_window_close (GTK_WINDOW (fixture->window));
  dialog = window_fixture_wait_for_dialog (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Lose What Was Typed?");
  window_fixture_close_dialog (fixture);

  /* The program asks too, also where another dialog is open. */
  window_fixture_activate (fixture, "app.preferences");
  window_fixture_wait_for_dialog (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_get_application ()), "quit", NULL);
  ui_wait (asks, fixture->window);
  window_fixture_close_dialog (fixture);

  /* It is there to be mended. */
  g_assert_true (tvx_project_page_focus_field (TVX_PROJECT_PAGE (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_PAGE)),
                                               "funding[0].amount"));
  ui_settle (GTK_WIDGET (fixture->window));
  row = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), TVX_TYPE_FIELD_ROW);
  ui_press (ui_find_property (row, "tooltip-text", "Back to What Is Stored"));
  g_assert_false (tvx_refused_has_any (get_editor (fixture), tvx_record_get_id (TVX_RECORD (project))));
}

static void
test_discard (WindowFixture *fixture,
              gconstpointer  data)
{
  TvxWorkspace *workspace = tvx_window_get_workspace (fixture->window);
  g_autofree char *path = NULL, *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  TvxProject *project;
  AdwDialog *dialog;
  gpointer window = fixture->window;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  project = window_fixture_get_project (fixture);
  path = g_strdup_printf ("%s/projects/%s.json", g_file_peek_path (fixture->folder),
                          tvx_record_get_id (TVX_RECORD (project)));
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_true (g_file_set_contents (path, "somebody else was here", -1, NULL));
  tvx_editor_set_text (get_editor (fixture), TVX_RECORD (project), "vision", "Unsaved", &error);
  g_assert_no_error (error);
  ui_wait (is_late, workspace);
  gtk_window_close (GTK_WINDOW (window));
  dialog = window_fixture_wait_for_dialog (fixture);

  /* What could be saved again is not, since nobody wants it. */
  g_assert_true (g_file_set_contents (path, before, -1, NULL));
  g_object_add_weak_pointer (window, &window);
  g_signal_emit_by_name (ui_find_property (GTK_WIDGET (dialog), "label", "Close _Without Saving"), "clicked");
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);

  ui_delete_folder (fixture->folder);
  g_clear_object (&fixture->folder);
  window_fixture_set_up_empty (fixture, NULL);
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
  return gtk_widget_get_ancestor (find (fixture, "label", text), GTK_TYPE_BUTTON);
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
  ui_press (ui_find_property (by_handover, "title", "not stated"));
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
  g_assert_nonnull (find (fixture, "title", "Overview"));
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
  ADD (new_project, window_fixture_set_up);
  ADD (delete_project, window_fixture_set_up);
  ADD (toast_goes, window_fixture_set_up);
  ADD (duplicate_project, window_fixture_set_up);
  ADD (newer_project, window_fixture_set_up_empty);
  ADD (markup, window_fixture_set_up);
  ADD (choose_again, window_fixture_set_up);
  ADD (undo, window_fixture_set_up);
  ADD (close_saves, window_fixture_set_up);
  ADD (close_refused, window_fixture_set_up);
  ADD (save_fails, window_fixture_set_up);
  ADD (discard, window_fixture_set_up);
  ADD (narrow, window_fixture_set_up);
  ADD (keys, window_fixture_set_up);
  ADD (overview, window_fixture_set_up);
  ADD (table, window_fixture_set_up);
#undef ADD

  return g_test_run ();
}
