/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-refused.h"
#include "ui-util.h"
#include "ui/form/tvx-field-row.h"
#include "ui/project/tvx-project-page.h"
#include "window-fixture.h"

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
  tvx_editor_set_text (window_fixture_get_editor (fixture), TVX_RECORD (project), "vision", "Nobody waits a second", &error);
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

/* Changes a project whose file cannot be read any more, and waits until it is not saved. Returns the path of the file, and what
 * it said before. */
static char *
change_in_vain (WindowFixture  *fixture,
                TvxProject     *project,
                char          **before)
{
  char *path = g_strdup_printf ("%s/projects/%s.json", g_file_peek_path (fixture->folder), tvx_record_get_id (TVX_RECORD (project)));
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, before, NULL, NULL));
  g_assert_true (g_file_set_contents (path, "somebody else was here", -1, NULL));
  tvx_editor_set_text (window_fixture_get_editor (fixture), TVX_RECORD (project), "vision", "Unsaved", &error);
  g_assert_no_error (error);
  window_fixture_wait_for_save_state (fixture, TVX_SAVE_STATE_FAILED);
  return path;
}

static void
test_save_fails (WindowFixture *fixture,
                 gconstpointer  data)
{
  TvxWorkspace *workspace = tvx_window_get_workspace (fixture->window);
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autoptr (TvxProject) project = NULL;
  AdwDialog *dialog;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  project = g_object_ref (window_fixture_get_project (fixture));
  path = change_in_vain (fixture, project, &before);
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (window_fixture_find (fixture, "label", "Not saved"));
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (window_fixture_find (fixture, "button-label", "_Details…"))));

  /* Who closes is asked, and may stay. */
  gtk_window_close (GTK_WINDOW (fixture->window));
  dialog = window_fixture_wait_for_dialog (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Close Without Saving?");
  window_fixture_close_dialog (fixture);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  g_assert_false (adw_banner_get_use_markup (ADW_BANNER (window_fixture_find (fixture, "button-label", "_Details…"))));

  /* The reason is told, and saving tried again from there. */
  window_fixture_activate (fixture, "win.show-save-error");
  dialog = window_fixture_wait_for_dialog (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==, "The latest changes to “Kompetensarena Stockholm” could not be saved.");
  g_assert_nonnull (ui_find_property (GTK_WIDGET (dialog), "label", tvx_workspace_get_save_error (workspace)));
  g_assert_true (g_file_set_contents (path, before, -1, NULL));
  ui_press (ui_find_property (GTK_WIDGET (dialog), "label", "_Try Again"));
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "All changes are saved");
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (window_fixture_find (fixture, "button-label", "_Details…"))));
}

static gboolean
asks (gpointer window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  return ADW_IS_ALERT_DIALOG (dialog) && gtk_widget_get_mapped (GTK_WIDGET (dialog));
}

static gboolean
is_at_refused (gpointer window)
{
  GtkWidget *focus = gtk_root_get_focus (window);
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, TVX_TYPE_FIELD_ROW) : NULL;
  GtkWidget *back = row != NULL ? ui_find_property (row, "tooltip-text", "Back to What Is Stored") : NULL;

  return back != NULL && gtk_widget_get_mapped (back);
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
  funding = tvx_editor_insert (window_fixture_get_editor (fixture), TVX_RECORD (project), "funding", 0, NULL, NULL);
  tvx_refused_keep (window_fixture_get_editor (fixture), funding, tvx_record_get_field (funding, "amount"), "much");
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

  /* From another page one is led to it, to mend it. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "overview"));
  gtk_window_close (GTK_WINDOW (fixture->window));
  dialog = window_fixture_wait_for_dialog (fixture);
  ui_press (ui_find_property (GTK_WIDGET (dialog), "label", "_Show the Project"));
  ui_wait (is_at_refused, fixture->window);
  row = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), TVX_TYPE_FIELD_ROW);
  ui_press (ui_find_property (row, "tooltip-text", "Back to What Is Stored"));
  g_assert_false (tvx_refused_has_any (window_fixture_get_editor (fixture), tvx_record_get_id (TVX_RECORD (project))));
}

static void
test_discard (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *path = NULL, *before = NULL, *after = NULL;
  TvxProject *project;
  AdwDialog *dialog;
  gpointer window = fixture->window;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  project = window_fixture_get_project (fixture);
  path = change_in_vain (fixture, project, &before);
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

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);

#define ADD(name, set_up) \
  g_test_add ("/window-saving/" #name, WindowFixture, NULL, set_up, test_##name, window_fixture_tear_down)
  ADD (close_saves, window_fixture_set_up);
  ADD (close_refused, window_fixture_set_up);
  ADD (save_fails, window_fixture_set_up);
  ADD (discard, window_fixture_set_up);
#undef ADD

  return g_test_run ();
}
