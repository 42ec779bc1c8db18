/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/tvx-pages-painter.h"
#include "storage/tvx-exchange.h"
#include "ui-dialog.h"
#include "ui-util.h"
#include "ui/export/tvx-report-outline.h"
#include "ui/export/tvx-report-pages.h"
#include "ui/export/tvx-report-preview.h"
#include "ui/export/tvx-report-print.h"
#include "ui/form/tvx-field-row.h"
#include "ui/tvx-dialog-focus.h"
#include "window-fixture.h"

/* ---- Reports */

static void
test_export_html (WindowFixture *fixture,
                  gconstpointer  data)
{
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  all = ui_dialog_export (fixture, "all.html", 1, 0, 1);
  g_assert_nonnull (strstr (all, "lang=\"sv\""));
  g_assert_nonnull (strstr (all, "Kompetensarena Stockholm"));
  g_assert_nonnull (strstr (all, "Innovationskraft Sthlm"));
  one = ui_dialog_export (fixture, "one.html", 0, 0, 1);
  g_assert_nonnull (strstr (one, "Kompetensarena Stockholm"));
  g_assert_null (strstr (one, "Innovationskraft Sthlm"));
  g_assert_cmpstr (ui_dialog_proposed, ==, "Kompetensarena Stockholm.html");
}

static void
test_export_pdf (WindowFixture *fixture,
                 gconstpointer  data)
{
  g_autofree char *pdf = ui_dialog_export (fixture, "all.pdf", 0, 0, 0);

  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
}

/* What is typed a moment before is in the report. */
static void
test_export_saves (WindowFixture *fixture,
                   gconstpointer  data)
{
  TvxEditor *editor = tvx_workspace_get_editor (tvx_window_get_workspace (TVX_WINDOW (fixture->window)));
  g_autofree char *html = NULL;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  g_assert_true (tvx_editor_set_text (editor, TVX_RECORD (window_fixture_get_project (fixture)), "vision",
                                      "Alla får vara med", NULL));
  html = ui_dialog_export (fixture, "now.html", 0, 0, 1);
  g_assert_nonnull (strstr (html, "Alla får vara med"));
}

static void
test_export_fails (WindowFixture *fixture,
                   gconstpointer  data)
{
  AdwDialog *dialog;
  AdwBanner *banner;

  g_free (ui_dialog_answer);
  ui_dialog_answer = g_build_filename (g_file_peek_path (fixture->folder), "no", "such", "folder.html", NULL);
  window_fixture_activate (fixture, "win.export");
  dialog = window_fixture_wait_for_dialog (fixture);
  ui_dialog_press (dialog, "_Export…");
  banner = ADW_BANNER (ui_find_type (GTK_WIDGET (dialog), ADW_TYPE_BANNER));
  while (!adw_banner_get_revealed (banner))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (adw_banner_get_title (banner), "folder.html"));

  /* Who thinks better of it is back in the dialog. */
  g_clear_pointer (&ui_dialog_answer, g_free);
  ui_dialog_press (dialog, "_Export…");
  ui_settle (GTK_WIDGET (dialog));
  window_fixture_close_dialog (fixture);
}

static gboolean
has_pages (gpointer data)
{
  GListModel *pages = tvx_report_preview_get_pages (data);

  return pages != NULL && g_list_model_get_n_items (pages) > 0;
}

static gboolean
has_other_pages (gpointer data)
{
  gpointer *state = data;

  return G_LIST_MODEL (tvx_report_preview_get_pages (state[0])) != state[1] && has_pages (state[0]);
}

/* The preview shows the very pages, follows each choice, and can be printed; the choices are there the next time. */
static void
test_preview (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (fixture->folder), "printed.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (TvxReportPage) page = NULL;
  g_autoptr (GListModel) first = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GtkWidget *preview;
  AdwDialog *dialog;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  window_fixture_activate (fixture, "win.export");
  dialog = window_fixture_wait_for_dialog (fixture);
  preview = ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_REPORT_PREVIEW);
  ui_wait (has_pages, preview);
  ui_settle (preview);
  ui_assert_names (GTK_WIDGET (dialog));
  ui_save_png (GTK_WIDGET (fixture->window), "preview");
  first = g_object_ref (tvx_report_preview_get_pages (TVX_REPORT_PREVIEW (preview)));
  page = g_list_model_get_item (first, 0);
  text = tvx_pages_dup_text (tvx_report_page_get_pages (page), 0);
  g_assert_nonnull (strstr (text, "Kompetensarena Stockholm"));

  operation = tvx_report_print_operation_new (first, "Report");
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));

  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_dialog_find (dialog, "title", "For")), TVX_AUDIENCE_INTERNAL);
  ui_wait (has_other_pages, (gpointer[]) { preview, first });
  g_assert_true (gtk_widget_activate_action (preview, "preview.zoom-in", NULL));
  ui_settle (preview);
  g_assert_true (gtk_widget_activate_action (preview, "preview.zoom-fit", NULL));
  window_fixture_close_dialog (fixture);

  window_fixture_activate (fixture, "win.export");
  dialog = window_fixture_wait_for_dialog (fixture);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (ui_dialog_find (dialog, "title", "For"))), ==, TVX_AUDIENCE_INTERNAL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_dialog_find (dialog, "title", "For")), TVX_AUDIENCE_PUBLIC);
  adw_switch_row_set_active (ADW_SWITCH_ROW (ui_dialog_find (dialog, "title", "Partners")), FALSE);
  adw_switch_row_set_active (ADW_SWITCH_ROW (ui_dialog_find (dialog, "title", "Partners")), TRUE);
  window_fixture_close_dialog (fixture);
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) == NULL;
}

/* Opens the dialog in a narrow window, and goes on to the preview that then is a page of its own. */
static AdwNavigationSplitView *
open_narrow_preview (WindowFixture *fixture)
{
  AdwNavigationSplitView *split_view;
  GtkWidget *preview;
  AdwDialog *dialog;

  window_fixture_activate (fixture, "win.export");
  dialog = window_fixture_wait_for_dialog (fixture);
  preview = ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_REPORT_PREVIEW);
  split_view = ADW_NAVIGATION_SPLIT_VIEW (gtk_widget_get_ancestor (preview, ADW_TYPE_NAVIGATION_SPLIT_VIEW));
  ui_wait (has_pages, preview);
  g_assert_true (adw_navigation_split_view_get_collapsed (split_view));
  ui_press (ui_find_type (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW));
  ui_settle (preview);
  g_assert_true (adw_navigation_split_view_get_show_content (split_view));
  return split_view;
}

/* On a phone the preview is a page of its own, which leads back to the choices. */
static void
test_narrow_preview (WindowFixture *fixture,
                     gconstpointer  data)
{
  AdwNavigationSplitView *split_view;

  /* Where a bin with breakpoints is in another, as on the overview, and both change in one frame, libadwaita 1.7 leaks what
   * it painted of the inner one. */
  window_fixture_open_project (fixture, "Innovationskraft Sthlm");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  ui_settle (GTK_WIDGET (fixture->window));

  split_view = open_narrow_preview (fixture);
  ui_save_png (GTK_WIDGET (fixture->window), "narrow-preview");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (adw_navigation_split_view_get_content (split_view)), "navigation.pop", NULL));
  g_assert_false (adw_navigation_split_view_get_show_content (split_view));
  window_fixture_close_dialog (fixture);
}

/* The dialog goes with its preview in sight and the focus on the way back, and has no place to give the focus back to. */
static void
test_close_narrow_preview (WindowFixture *fixture,
                           gconstpointer  data)
{
  window_fixture_open_project (fixture, "Innovationskraft Sthlm");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  ui_settle (GTK_WIDGET (fixture->window));
  open_narrow_preview (fixture);
  window_fixture_close_dialog (fixture);
}

static gboolean
shows_many_pages (gpointer preview)
{
  return has_pages (preview) && g_list_model_get_n_items (tvx_report_preview_get_pages (preview)) > 1000;
}

static guint
count_rows (GtkWidget *list)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static gboolean
is_at_the_end (gpointer list)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (list);

  return gtk_adjustment_get_value (adjustment) > 0.9 * gtk_adjustment_get_upper (adjustment);
}

/* A thousand pages are a matter of the few that are looked at, and each section of them is at hand. */
static void
test_preview_of_many_pages (WindowFixture *fixture,
                            gconstpointer  data)
{
  TvxWorkspace *workspace = tvx_window_get_workspace (fixture->window);
  g_autoptr (TvxSummary) summary = NULL;
  g_autoptr (TvxProject) project = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *preview, *outline, *pages, *sections;
  AdwDialog *dialog;

  for (guint i = 0; i < 30000; i++)
    g_string_append (text, "Ett stycke.\n\n");
  summary = g_list_model_get_item (tvx_workspace_get_summaries (workspace), 0);
  project = tvx_workspace_load_project (workspace, tvx_summary_get_id (summary), NULL, NULL);
  g_assert_true (tvx_editor_set_text (tvx_workspace_get_editor (workspace), TVX_RECORD (project), "background", text->str, NULL));
  window_fixture_activate (fixture, "win.export");
  dialog = window_fixture_wait_for_dialog (fixture);
  preview = ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_REPORT_PREVIEW);
  ui_wait (shows_many_pages, preview);
  ui_settle (preview);
  pages = ui_find_type (preview, GTK_TYPE_LIST_VIEW);
  g_assert_cmpuint (count_rows (pages), <, 300);

  outline = ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_REPORT_OUTLINE);
  gtk_popover_popup (GTK_POPOVER (outline));
  ui_settle (outline);
  ui_save_png (outline, "outline");
  sections = ui_find_type (outline, GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (sections, "activate", g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (sections)))) - 1);
  ui_wait (is_at_the_end, pages);
  g_assert_cmpuint (count_rows (pages), <, 300);
  window_fixture_close_dialog (fixture);
}

/* ---- Import */

static AdwAlertDialog *
import_file (WindowFixture *fixture)
{
  window_fixture_activate (fixture, "win.import");
  return ADW_ALERT_DIALOG (window_fixture_wait_for_dialog (fixture));
}

/* A report gives its project back to a register that has lost it, as one step that can be undone. */
static void
test_import (WindowFixture *fixture,
             gconstpointer  data)
{
  AdwAlertDialog *dialog;
  g_autofree char *pdf = NULL;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  pdf = ui_dialog_export (fixture, "one.pdf", 0, 0, 0);
  dialog = import_file (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, "Nothing Was Imported");
  g_assert_cmpstr (adw_alert_dialog_get_body (dialog), ==, "Kompetensarena Stockholm: Same as before");
  window_fixture_close_dialog (fixture);

  window_fixture_activate (fixture, "win.delete-project");
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 2);
  dialog = import_file (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, "Projects Imported");
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 3);
  g_signal_emit_by_name (dialog, "response::undo", "undo");
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 2);
  window_fixture_close_dialog (fixture);

  g_free (ui_dialog_answer);
  ui_dialog_answer = g_build_filename (g_file_peek_path (fixture->folder), "register.json", NULL);
  dialog = import_file (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, "The File Could Not Be Read");
  window_fixture_close_dialog (fixture);
}

static gboolean
has_alert (AdwApplicationWindow *window,
           const char           *heading)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  return ADW_IS_ALERT_DIALOG (dialog) && g_str_equal (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), heading);
}

/* Whether the window tells what came of an import of nothing new. */
static gboolean
has_result (gpointer window)
{
  return has_alert (window, "Nothing Was Imported");
}

static gboolean
has_imported (gpointer window)
{
  return has_alert (window, "Projects Imported");
}

static guint
count_titled (WindowFixture *fixture,
              const char    *title)
{
  GListModel *summaries = tvx_workspace_get_summaries (tvx_window_get_workspace (TVX_WINDOW (fixture->window)));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);

      n += g_strcmp0 (tvx_summary_get_title (summary), title) == 0;
    }
  return n;
}

typedef struct
{
  gboolean was_compared;
  gboolean cancels;
} Comparing;

static void
close_cb (gpointer dialog)
{
  adw_dialog_close (dialog);
  g_object_unref (dialog);
}

/* Sees the dialog that may be gone before anybody could wait for it. */
static void
visible_dialog_cb (AdwApplicationWindow *window,
                   GParamSpec           *pspec,
                   Comparing            *comparing)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  if (!has_alert (window, "Importing Projects"))
    return;
  comparing->was_compared = TRUE;
  ui_assert_names (GTK_WIDGET (dialog));
  if (comparing->cancels)
    g_idle_add_once (close_cb, g_object_ref (dialog));
}

/* Many projects are compared while the window lives, and a person can think better of it. */
static void
test_import_many (WindowFixture *fixture,
                  gconstpointer  data)
{
  const guint n = 200;
  Comparing comparing = { FALSE, FALSE };
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TvxRecord) reg = tvx_record_new (TVX_TYPE_REGISTER);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GRegex) ids = g_regex_new ("\"id\": \"[^\"]*\"", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autofree char *text = NULL, *changed = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (projects, tvx_record_new (TVX_TYPE_PROJECT));
  bytes = tvx_exchange_write_records (TVX_REGISTER (reg), projects);
  g_free (ui_dialog_answer);
  ui_dialog_answer = g_build_filename (g_file_peek_path (fixture->folder), "many.json", NULL);
  g_assert_true (g_file_set_contents (ui_dialog_answer, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));

  import_file (fixture);
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 3 + n);
  window_fixture_close_dialog (fixture);

  g_signal_connect (fixture->window, "notify::visible-dialog", G_CALLBACK (visible_dialog_cb), &comparing);
  window_fixture_activate (fixture, "win.import");
  ui_wait (has_result, fixture->window);
  g_assert_true (comparing.was_compared);
  window_fixture_close_dialog (fixture);

  /* All of them have changed in the file: that is undone as one step. */
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  changed = g_regex_replace (ids, text, -1, 0, "\\0, \"title\": \"Changed\"", 0, NULL);
  g_assert_true (g_file_set_contents (ui_dialog_answer, changed, -1, NULL));
  window_fixture_activate (fixture, "win.import");
  ui_wait (has_imported, fixture->window);
  g_assert_cmpuint (count_titled (fixture, "Changed"), ==, n);
  g_signal_emit_by_name (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)), "response::undo", "undo");
  g_assert_cmpuint (count_titled (fixture, "Changed"), ==, 0);
  window_fixture_close_dialog (fixture);

  comparing = (Comparing) { FALSE, TRUE };
  window_fixture_activate (fixture, "win.import");
  ui_wait (has_no_dialog, fixture->window);
  g_assert_true (comparing.was_compared);
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_true (has_no_dialog (fixture->window));
  g_signal_handlers_disconnect_by_data (fixture->window, &comparing);
}

/* ---- New register, preferences */

static void
type_in (AdwDialog  *dialog,
         const char *title,
         const char *text)
{
  GtkWidget *row = ui_dialog_find (dialog, "title", title);
  GtkWidget *control = tvx_field_row_get_control (TVX_FIELD_ROW (row));

  if (GTK_IS_EDITABLE (control))
    gtk_editable_set_text (GTK_EDITABLE (control), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (control)), text, -1);
  tvx_field_row_flush (TVX_FIELD_ROW (row));
}

static void
test_new_register (WindowFixture *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (fixture->folder), "new", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  AdwDialog *dialog;
  AdwBanner *banner;

  window_fixture_activate (fixture, "win.new-register");
  dialog = window_fixture_wait_for_dialog (fixture);
  ui_assert_names (GTK_WIDGET (dialog));
  banner = ADW_BANNER (ui_find_type (GTK_WIDGET (dialog), ADW_TYPE_BANNER));
  ui_dialog_press (dialog, "C_reate");
  g_assert_true (adw_banner_get_revealed (banner));

  type_in (dialog, "Title", "Tillväxt i Uppsala län");
  type_in (dialog, "Authority", "Region Uppsala");
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_dialog_find (dialog, "title", "County")), 2);
  ui_dialog_press (dialog, "C_reate");
  g_assert_cmpstr (adw_banner_get_title (banner), ==, "Choose a folder for the register");

  g_set_str (&ui_dialog_answer, path);
  ui_dialog_press (dialog, "C_hoose…");
  window_fixture_wait_for (GTK_WIDGET (dialog), "subtitle", path);
  g_assert_false (adw_banner_get_revealed (banner));
  ui_dialog_press (dialog, "C_reate");
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "title", "Tillväxt i Uppsala län");
  g_assert_true (g_file_equal (tvx_window_get_folder (fixture->window), folder));
  g_assert_cmpuint (window_fixture_count_listed (fixture), ==, 0);
}

static void
test_preferences (WindowFixture *fixture,
                  gconstpointer  data)
{
  TvxWorkspace *workspace = tvx_window_get_workspace (fixture->window);
  g_autofree char *before = g_strdup (tvx_workspace_get_author (workspace));
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "app.preferences", NULL);
  dialog = window_fixture_wait_for_dialog (fixture);
  ui_assert_names (GTK_WIDGET (dialog));
  gtk_editable_set_text (GTK_EDITABLE (ui_dialog_find (dialog, "title", "Your name")), "Åsa Öberg");
  g_assert_cmpstr (tvx_workspace_get_author (workspace), ==, "Åsa Öberg");
  gtk_editable_set_text (GTK_EDITABLE (ui_dialog_find (dialog, "title", "Your name")), "");
  g_assert_cmpstr (tvx_workspace_get_author (workspace), ==, before);
  window_fixture_close_dialog (fixture);
}

static void
test_about (WindowFixture *fixture,
            gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "app.about", NULL);
  g_assert_true (ADW_IS_ABOUT_DIALOG (window_fixture_wait_for_dialog (fixture)));
  window_fixture_close_dialog (fixture);
}

/* ---- Documents */

static gboolean
has_document (gpointer data)
{
  WindowFixture *fixture = data;

  return g_list_model_get_n_items (tvx_record_get_list (TVX_RECORD (window_fixture_get_project (fixture)), "documents")) == 1;
}

static void
test_attach (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("tillvaxt-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Handlingsplan 2016.pdf", NULL);
  g_autoptr (TvxRecord) document = NULL;
  g_autoptr (GFile) kept = NULL;
  g_autoptr (GFile) created = g_file_new_for_path (folder);
  g_autofree char *name = NULL;

  g_assert_true (g_file_set_contents (path, "%PDF-1.7", -1, NULL));
  g_set_str (&ui_dialog_answer, path);
  window_fixture_open_project (fixture, "Innovationskraft Sthlm");
  window_fixture_activate (fixture, "win.attach");
  ui_wait (has_document, fixture);
  document =
    g_list_model_get_item (tvx_record_get_list (TVX_RECORD (window_fixture_get_project (fixture)), "documents"), 0);
  g_assert_cmpstr (tvx_record_get_text (document, "title"), ==, "Handlingsplan 2016");
  g_assert_cmpstr (tvx_record_get_text (document, "file"), ==, "Handlingsplan 2016.pdf");
  name = g_strdup_printf ("documents/%s/Handlingsplan 2016.pdf",
                          tvx_record_get_id (TVX_RECORD (window_fixture_get_project (fixture))));
  kept = g_file_resolve_relative_path (fixture->folder, name);
  g_assert_true (g_file_query_exists (kept, NULL));
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "“Handlingsplan 2016” attached");
  window_fixture_activate (fixture, "win.undo");
  g_assert_false (has_document (fixture));

  /* What cannot be read is told of. */
  ui_delete_folder (created);
  window_fixture_activate (fixture, "win.attach");
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (window_fixture_wait_for_dialog (fixture))), ==,
                   "The File Could Not Be Attached");
  window_fixture_close_dialog (fixture);
  g_set_str (&ui_dialog_answer, NULL);
}

/* ---- The register */

static void
test_register (WindowFixture *fixture,
               gconstpointer  data)
{
  AdwDialog *dialog;

  window_fixture_activate (fixture, "win.edit-register");
  dialog = window_fixture_wait_for_dialog (fixture);
  ui_dialog_find (dialog, "title", "Authority");
  ui_assert_names (GTK_WIDGET (dialog));
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "organisations");
  ui_dialog_find (dialog, "title", "Region Stockholm");
  ui_settle (GTK_WIDGET (dialog));
  ui_assert_names (GTK_WIDGET (dialog));
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "lists");
  ui_dialog_find (dialog, "subtitle", "Mandatory");
  ui_settle (GTK_WIDGET (dialog));
  ui_assert_names (GTK_WIDGET (dialog));
  ui_save_png (GTK_WIDGET (fixture->window), "register-handovers");
  /* What is there already is not added again. */
  ui_press (ui_dialog_find (dialog, "title", "Add the Standard Checklist"));
  g_assert_false (tvx_editor_get_can_undo (tvx_workspace_get_editor (tvx_window_get_workspace (TVX_WINDOW (fixture->window)))));
  window_fixture_close_dialog (fixture);
}

/* What is hidden when a dialog comes is not waited for, and so takes the focus from nothing later on. */
static void
test_hidden_focus (WindowFixture *fixture,
                   gconstpointer  data)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *shown = gtk_button_new_with_label ("shown"), *hidden = gtk_button_new_with_label ("hidden");

  gtk_box_append (GTK_BOX (box), shown);
  gtk_box_append (GTK_BOX (box), hidden);
  gtk_widget_set_visible (hidden, FALSE);
  adw_dialog_set_child (dialog, box);
  tvx_dialog_focus_begin_at (dialog, hidden);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  window_fixture_wait_for_dialog (fixture);
  gtk_widget_grab_focus (shown);
  ui_settle (GTK_WIDGET (fixture->window));
  gtk_widget_set_visible (hidden, TRUE);
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_is_focus (shown));
  window_fixture_close_dialog (fixture);
}

int
main (int    argc,
      char **argv)
{
  int status;

  ui_init (&argc, &argv);
  ui_dialog_init ();

#define ADD(name, set_up) \
  g_test_add ("/dialogs/" #name, WindowFixture, NULL, set_up, test_##name, window_fixture_tear_down)
  ADD (export_html, window_fixture_set_up);
  ADD (export_pdf, window_fixture_set_up);
  ADD (export_saves, window_fixture_set_up);
  ADD (export_fails, window_fixture_set_up);
  ADD (preview, window_fixture_set_up);
  ADD (narrow_preview, window_fixture_set_up);
  ADD (close_narrow_preview, window_fixture_set_up);
  ADD (preview_of_many_pages, window_fixture_set_up);
  ADD (import, window_fixture_set_up);
  ADD (import_many, window_fixture_set_up);
  ADD (new_register, window_fixture_set_up_empty);
  ADD (preferences, window_fixture_set_up);
  ADD (about, window_fixture_set_up);
  ADD (attach, window_fixture_set_up);
  ADD (register, window_fixture_set_up);
  ADD (hidden_focus, window_fixture_set_up);
#undef ADD

  status = g_test_run ();
  ui_dialog_end ();
  return status;
}
