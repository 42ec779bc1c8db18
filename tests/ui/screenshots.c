/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes pictures of all views and dialogs, wide and narrow, to the folder that TVX_SHOTS names, in the language and
 * colours that the environment asks for: `./dev screenshots` runs it for each. They are for people to look at. */

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "model/tvx-axis-preset.h"
#include "model/tvx-checklist-template.h"
#include "model/tvx-statistics-table.h"
#include "screenshots.h"
#include "storage/tvx-folder-store.h"
#include "storage/tvx-sample.h"
#include "ui-dialog.h"
#include "ui-util.h"
#include "ui/export/tvx-report-preview.h"
#include "ui/export/tvx-rounding-group.h"
#include "ui/form/tvx-paste-dialog.h"
#include "ui/form/tvx-text-row.h"
#include "ui/handover/tvx-handover-board.h"
#include "ui/list/tvx-project-list.h"
#include "ui/list/tvx-project-table.h"
#include "ui/project/tvx-handover-steps-group.h"
#include "ui/project/tvx-project-page.h"
#include "ui/tvx-recent.h"

static const char *size;

void
shots_save (WindowFixture *fixture,
            const char    *name)
{
  g_autofree char *whole = g_strdup_printf ("%s-%s", name, size);

  ui_save_png (GTK_WIDGET (fixture->window), whole);
}

static void
show_page (WindowFixture *fixture,
           const char    *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", name));
  ui_settle (GTK_WIDGET (fixture->window));
}

void
shots_save_dialog (WindowFixture *fixture,
                   const char    *name)
{
  window_fixture_wait_for_dialog (fixture);
  shots_save (fixture, name);
  window_fixture_close_dialog (fixture);
}

static void
save_dialog (WindowFixture *fixture,
             const char    *action,
             const char    *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  shots_save_dialog (fixture, name);
}

void
shots_save_popover (GtkWidget  *popover,
                    const char *name)
{
  g_autofree char *whole = g_strdup_printf ("%s-%s", name, size);

  gtk_popover_popup (GTK_POPOVER (popover));
  ui_save_png (popover, whole);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
has_pages (gpointer data)
{
  return tvx_report_preview_get_pages (data) != NULL;
}

static void
save_export (WindowFixture *fixture,
             const char    *name)
{
  GtkWidget *preview;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export", NULL));
  preview = ui_find_type (GTK_WIDGET (window_fixture_wait_for_dialog (fixture)), TVX_TYPE_REPORT_PREVIEW);
  ui_wait (has_pages, preview);
  shots_save (fixture, name);
  if (!gtk_widget_get_mapped (preview))
    {
      g_autofree char *preview_name = g_strconcat (name, "-preview", NULL);
      GtkWidget *split_view = gtk_widget_get_ancestor (preview, ADW_TYPE_NAVIGATION_SPLIT_VIEW);

      adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (split_view), TRUE);
      shots_save (fixture, preview_name);
      adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (split_view), FALSE);
    }
  window_fixture_close_dialog (fixture);
}

void
shots_set_size (WindowFixture *fixture)
{
  gboolean wide = g_str_equal (size, "wide");

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), wide ? 1000 : 360, wide ? 700 : 640);
  ui_settle (GTK_WIDGET (fixture->window));
}

static void
save_start (WindowFixture *fixture)
{
  GSettings *settings = tvx_application_get_settings (window_fixture_get_application ());
  g_autoptr (GFile) folder = g_file_new_for_path ("/Register/Tillväxt/Uppsala");

  g_settings_reset (settings, "recent-registers");
  shots_save (fixture, "start");
  tvx_recent_add (settings, folder, "Tillväxtprojekt i Uppsala län");
  shots_save (fixture, "start-recent");
  save_dialog (fixture, "win.new-register", "new-register");
}

static const char *const views[] = { "overview", "goals", "dimensions", "partners", "handover", "documents", "history" };

static void
save_projects (WindowFixture *fixture)
{
  TvxProjectPage *page = TVX_PROJECT_PAGE (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_PAGE));

  shots_save (fixture, "register");
  window_fixture_open_project (fixture, "Innovationskraft Sthlm");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *name = g_strconcat ("project-", views[i], NULL);

      tvx_project_page_show_view (page, views[i]);
      shots_save (fixture, name);
    }
  tvx_project_page_show_view (page, views[0]);
}

static gboolean
has_words (gpointer filter)
{
  return g_strcmp0 (tvx_project_filter_get_words (filter), "innovation") == 0;
}

/* The list with filters, one of which is saved and one finds nothing. */
static void
save_list (WindowFixture *fixture)
{
  TvxProjectList *list = TVX_PROJECT_LIST (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_LIST));
  GtkWidget *popover = ui_find_type (GTK_WIDGET (list), GTK_TYPE_POPOVER);
  GtkWidget *entry = ui_find_type (GTK_WIDGET (list), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *name;

  window_fixture_activate (fixture, "win.search");
  shots_save_popover (popover, "filters");
  g_assert_true (gtk_widget_activate (ui_find_property (popover, "label", _("Ongoing"))));
  g_assert_true (gtk_widget_activate (ui_find_property (popover, "label", _("Received"))));
  shots_save (fixture, "filtered");
  gtk_popover_popup (GTK_POPOVER (popover));
  name = ui_find_property (popover, "placeholder-text", _("Save as…"));
  gtk_editable_set_text (GTK_EDITABLE (name), "Pågående som vi har tagit emot från länsstyrelsen");
  g_signal_emit_by_name (name, "activate");
  shots_save_popover (popover, "filters-saved");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Västerbotten");
  window_fixture_wait_for (GTK_WIDGET (list), "visible-child-name", "nothing");
  shots_save (fixture, "nothing-found");
  tvx_project_list_clear_filters (list);
  gtk_editable_set_text (GTK_EDITABLE (entry), "innovation");
  ui_wait (has_words, tvx_project_list_get_filter (list));
  ui_settle (GTK_WIDGET (list));
  shots_save (fixture, "found");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  tvx_project_list_clear_filters (list);
  ui_settle (GTK_WIDGET (list));
}

static void
save_changes (WindowFixture *fixture)
{
  window_fixture_activate (fixture, "win.new-project");
  window_fixture_wait_for_project (fixture);
  shots_save (fixture, "new-project");
  window_fixture_activate (fixture, "win.delete-project");
  shots_save (fixture, "deleted-project");
  window_fixture_activate (fixture, "win.undo");
  window_fixture_activate (fixture, "win.undo");
}

static void
set_count (TvxWorkspace *workspace,
           TvxRecord    *project,
           gint64        count)
{
  g_autoptr (TvxStatisticsTable) table = g_list_model_get_item (tvx_record_get_list (project, "statistics"), 0);
  g_autoptr (GVariant) changes = g_variant_ref_sink (g_variant_new_parsed ("{'women|18-29': %x}", count));
  g_autoptr (GVariant) counts = tvx_statistics_table_with_counts (table, "counts", changes);

  tvx_editor_set (tvx_workspace_get_editor (workspace), TVX_RECORD (table), "counts", counts, NULL);
}

/* Two people work on the same text and the same number: one on the disk, and one in the window. */
static void
save_conflict (WindowFixture *fixture)
{
  TvxWorkspace *mine = tvx_window_get_workspace (fixture->window);
  TvxRecord *project;
  g_autoptr (TvxFolderStore) store = tvx_folder_store_new (fixture->folder);
  g_autoptr (TvxWorkspace) theirs = tvx_workspace_open (TVX_STORE (store), NULL, NULL, NULL, NULL);
  g_autoptr (TvxProject) their_project = NULL;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  project = TVX_RECORD (window_fixture_get_project (fixture));
  their_project = tvx_workspace_load_project (theirs, tvx_record_get_id (project), NULL, NULL);
  tvx_editor_set_path (tvx_workspace_get_editor (theirs), TVX_RECORD (their_project), "title", "Kompetensarenan", NULL);
  set_count (theirs, TVX_RECORD (their_project), 85);
  tvx_workspace_save (theirs, NULL);
  tvx_editor_set_path (tvx_workspace_get_editor (mine), project, "title", "Kompetensarena Stockholm och Södertälje",
                       NULL);
  set_count (mine, project, 86);
  tvx_workspace_save (mine, NULL);
  shots_save (fixture, "conflict");
  g_signal_emit_by_name (ui_find_property (GTK_WIDGET (fixture->window), "button-label", _("_Compare")),
                         "button-clicked");
  window_fixture_wait_for_dialog (fixture);
  shots_save (fixture, "conflict-dialog");
  window_fixture_close_dialog (fixture);
}

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
asks (gpointer window)
{
  return ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (window));
}

static gboolean
is_protected (gpointer dialog)
{
  return !gtk_widget_get_visible (ui_find_type (dialog, ADW_TYPE_SPINNER));
}

static gboolean
is_sensitive (gpointer widget)
{
  return gtk_widget_get_sensitive (widget);
}

/* The board of the handovers, and what still blocks projects that are to go on together. */
static void
save_board (WindowFixture *fixture)
{
  GListModel *summaries = tvx_workspace_get_summaries (tvx_window_get_workspace (fixture->window));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "board");
  shots_save (fixture, "board");
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);

      g_ptr_array_add (ids, g_strdup (tvx_summary_get_id (summary)));
    }
  g_ptr_array_add (ids, NULL);
  g_signal_emit_by_name (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_HANDOVER_BOARD), "together", ids->pdata);
  dialog = window_fixture_wait_for_dialog (fixture);
  shots_save (fixture, "board-together");
  ui_wait (is_sensitive, ui_find_property (GTK_WIDGET (dialog), "label", _("_Continue")));
  g_signal_emit_by_name (ui_find_property (GTK_WIDGET (dialog), "label", _("_Continue")), "clicked");
  shots_save (fixture, "board-step");
  window_fixture_close_dialog (fixture);
}

static void
press (GtkWidget  *root,
       const char *label)
{
  GtkWidget *widget = window_fixture_wait_for (root, "label", label);

  ui_wait (is_sensitive, widget);
  ui_press (GTK_IS_BUTTON (widget) ? widget : gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON));
}

static GtkWidget *
open_file (WindowFixture *fixture,
           const char    *action,
           const char    *path)
{
  g_set_str (&ui_dialog_answer, path);
  window_fixture_activate (fixture, action);
  return GTK_WIDGET (window_fixture_wait_for_dialog (fixture));
}

/* The register that receives is that of another authority, and has one of the projects already. */
static void
save_receiving (const char *package,
                const char *receipt,
                const char *known)
{
  static const char *const answers[][2] = { { N_("Registration number of the receiver"), "RS 2019-0001" },
                                            { N_("Responsible at the receiver"), "Handläggare B" } };
  WindowFixture fixture;
  GtkWidget *dialog;
  g_autofree char *name = g_path_get_basename (known);
  g_autofree char *copy = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Receive %u Project…", "_Receive %u Projects…", 2), 2);

  window_fixture_set_up_empty (&fixture, NULL);
  shots_set_size (&fixture);
  copy = g_build_filename (g_file_peek_path (fixture.folder), "projects", name, NULL);
  g_assert_true (g_file_get_contents (known, &text, NULL, NULL) && g_file_set_contents (copy, text, -1, NULL));
  window_fixture_open (&fixture);
  dialog = open_file (&fixture, "win.receive", known);
  window_fixture_wait_for (dialog, "title", _("The Package Was Not Received"));
  shots_save (&fixture, "receive-refused");
  window_fixture_close_dialog (&fixture);

  dialog = open_file (&fixture, "win.receive", package);
  window_fixture_wait_for (dialog, "label", label);
  shots_save (&fixture, "receive-projects");
  press (dialog, label);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      GtkWidget *row = window_fixture_wait_for (dialog, "title", _(answers[i][0]));

      tvx_text_row_set_text (TVX_TEXT_ROW (row), answers[i][1]);
      tvx_field_row_flush (TVX_FIELD_ROW (row));
    }
  shots_save (&fixture, "receive-answer");
  press (dialog, _("_Take Over"));
  window_fixture_wait_for (dialog, "icon-name", "object-select-symbolic");
  ui_settle (dialog);
  shots_save (&fixture, "receive-done");
  g_set_str (&ui_dialog_answer, receipt);
  press (dialog, _("_Save Receipt…"));
  window_fixture_wait_for (GTK_WIDGET (fixture.window), "label", _("_Show in Folder"));
  shots_save (&fixture, "receive-saved");
  window_fixture_tear_down (&fixture, NULL);
}

/* Projects are packed, some of which cannot be; received; and the receipt is recorded. */
static void
save_packages (WindowFixture *fixture)
{
  GListModel *summaries = tvx_workspace_get_summaries (tvx_window_get_workspace (fixture->window));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autofree char *package = g_build_filename (g_file_peek_path (fixture->folder), "paket.zip", NULL);
  g_autofree char *receipt = g_build_filename (g_file_peek_path (fixture->folder), "kvitto.json", NULL);
  g_autofree char *known = NULL;
  g_autofree char *path = NULL;
  g_autofree char *label = g_strdup_printf (_("_Pack %u of %u…"), 3, 3);
  GtkWidget *dialog;

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);
      g_autofree char *state = tvx_summary_dup_text (summary, "handover.state");

      if (*state == '\0')
        continue;
      g_strv_builder_add (builder, tvx_summary_get_id (summary));
      if (g_str_equal (state, _("Handed over")))
        g_set_str (&known, tvx_summary_get_id (summary));
    }
  ids = g_strv_builder_end (builder);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.package-projects", "^as", ids);
  dialog = GTK_WIDGET (window_fixture_wait_for_dialog (fixture));
  window_fixture_wait_for (dialog, "visible-child-name", "projects");
  shots_save (fixture, "package-blocked");
  window_fixture_close_dialog (fixture);

  dialog = open_file (fixture, "win.package", package);
  press (dialog, label);
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", _("_Show in Folder"));
  shots_save (fixture, "package-saved");
  path = g_strdup_printf ("%s/projects/%s.json", g_file_peek_path (fixture->folder), known);
  save_receiving (package, receipt, path);

  dialog = open_file (fixture, "win.record-receipt", receipt);
  window_fixture_wait_for (dialog, "visible-child-name", "recorded");
  shots_save (fixture, "receipt-recorded");
  window_fixture_close_dialog (fixture);
}

/* What is asked for before a step is taken. */
static void
save_handover_step (WindowFixture *fixture)
{
  TvxProjectPage *page = TVX_PROJECT_PAGE (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_PAGE));

  tvx_project_page_show_view (page, "handover");
  ui_settle (GTK_WIDGET (page));
  ui_press (ui_find_property (ui_find_type (GTK_WIDGET (page), TVX_TYPE_HANDOVER_STEPS_GROUP), "label", _("_Take Step…")));
  window_fixture_wait_for_dialog (fixture);
  shots_save (fixture, "project-handover-step");
  window_fixture_close_dialog (fixture);
  tvx_project_page_show_view (page, views[0]);
}

/* What came of a few edits in the history, each with a way back, and rows from a spreadsheet before they are taken in. */
static void
save_history_and_paste (WindowFixture *fixture)
{
  TvxWorkspace *workspace = tvx_window_get_workspace (fixture->window);
  TvxEditor *editor = tvx_workspace_get_editor (workspace);
  TvxRecord *project = TVX_RECORD (window_fixture_get_project (fixture));
  TvxProjectPage *page = TVX_PROJECT_PAGE (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_PAGE));

  tvx_editor_set_path (editor, project, "vision", "Alla företag i länet kan växa på lika villkor.", NULL);
  tvx_editor_set_path (editor, project, "goals[0].assessment", "reachable", NULL);
  tvx_editor_set_path (editor, project, "tags", "rådgivning, finansiering", NULL);
  tvx_editor_remove_path (editor, project, "goals[2]", NULL);
  tvx_workspace_save (workspace, NULL);
  tvx_project_page_show_view (page, "history");
  window_fixture_wait_for (GTK_WIDGET (page), "tooltip-text", _("Restore…"));
  shots_save (fixture, "filled-history");

  tvx_project_page_show_view (page, "partners");
  adw_dialog_present (tvx_paste_dialog_new (editor, project, "costs",
                                            "Projektledare\tstaff\t\t1 200 000\nResor\ttravel\t\tmycket\n"
                                            "Konsulter\tservices\t\t85 000\n"),
                      GTK_WIDGET (fixture->window));
  window_fixture_wait_for_dialog (fixture);
  shots_save (fixture, "filled-paste");
  window_fixture_close_dialog (fixture);
}

/* The pages of the dialog of the register, with one item of each list. */
static void
save_register_dialog (WindowFixture *fixture)
{
  static const char *const pages[] = { "organisations", "lists" };
  TvxWorkspace *workspace = tvx_window_get_workspace (fixture->window);
  TvxEditor *editor = tvx_workspace_get_editor (workspace);
  TvxRecord *reg = TVX_RECORD (tvx_workspace_get_register (workspace));
  AdwDialog *dialog;

  tvx_editor_set_text (editor, tvx_editor_insert (editor, reg, "organisations", 0, NULL, NULL), "name", "Region Exempel", NULL);
  tvx_editor_set_text (editor, tvx_editor_insert (editor, reg, "dimensions", 0, NULL, NULL), "name", "Språk", NULL);
  tvx_editor_set_text (editor, tvx_editor_insert (editor, reg, "vocabularies", 0, NULL, NULL), "name", "Insatsområden", NULL);
  tvx_checklist_template_add_standard (editor, reg, NULL);
  window_fixture_activate (fixture, "win.edit-register");
  dialog = window_fixture_wait_for_dialog (fixture);
  shots_save (fixture, "edit-register");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strconcat ("edit-register-", pages[i], NULL);

      adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), pages[i]);
      shots_save (fixture, name);
    }
  window_fixture_close_dialog (fixture);
}

/* Where little would be left of a table, a report can be rounded, and a smaller table is proposed. */
static void
save_rounding (WindowFixture *fixture)
{
  TvxEditor *editor = window_fixture_get_editor (fixture);
  TvxRecord *project = TVX_RECORD (window_fixture_get_project (fixture));
  TvxProjectPage *page = TVX_PROJECT_PAGE (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_PAGE));
  g_autoptr (TvxRecord) table = g_list_model_get_item (tvx_record_get_list (project, "statistics"), 0);
  g_autoptr (GVariant) counts = g_variant_ref (tvx_record_get_value (table, "counts"));
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  GVariantIter iter;
  const char *key;
  gint64 number = 0;
  GtkWidget *dialog, *group;

  g_variant_iter_init (&iter, counts);
  while (g_variant_iter_next (&iter, "{&sv}", &key, NULL))
    g_variant_builder_add (builder, "{sv}", key, g_variant_new_int64 (number++ % 4 + 1));
  tvx_editor_set (editor, table, "counts", g_variant_builder_end (builder), NULL);

  g_assert_true (tvx_project_page_focus_field (page, "statistics[0].counts"));
  dialog = GTK_WIDGET (window_fixture_wait_for_dialog (fixture));
  ui_wait (is_protected, dialog);
  shots_save (fixture, "statistics-little");
  g_signal_emit_by_name (ui_find_property (dialog, "button-label", _("Proposals")), "button-clicked");
  ui_wait (asks, fixture->window);
  shots_save (fixture, "statistics-proposals");
  tvx_window_close_dialogs (fixture->window);

  window_fixture_activate (fixture, "win.export");
  dialog = GTK_WIDGET (window_fixture_wait_for_dialog (fixture));
  group = ui_find_type (dialog, TVX_TYPE_ROUNDING_GROUP);
  ui_wait (is_visible, group);
  gtk_widget_grab_focus (ui_find_type (group, ADW_TYPE_SWITCH_ROW));
  shots_save (fixture, "export-rounding");
  ui_dialog_answer = g_build_filename (g_file_peek_path (fixture->folder), "rapport.pdf", NULL);
  ui_dialog_press (ADW_DIALOG (dialog), _("_Export…"));
  window_fixture_wait_for (dialog, "visible-child-name", "done");
  shots_save (fixture, "export-done");
  window_fixture_close_dialog (fixture);
}

/* What data/screenshots shows to those who do not have the program yet: the sample register as it is. */
static void
save_published (void)
{
  WindowFixture fixture;
  TvxProjectPage *page;

  window_fixture_set_up (&fixture, NULL);
  page = TVX_PROJECT_PAGE (ui_find_type (GTK_WIDGET (fixture.window), TVX_TYPE_PROJECT_PAGE));
  window_fixture_open_project (&fixture, "Jämställd tillväxt Stockholm");
  ui_save_png (GTK_WIDGET (fixture.window), "published-overview");
  tvx_project_page_show_view (page, "dimensions");
  ui_save_png (GTK_WIDGET (fixture.window), "published-dimensions");
  window_fixture_open_project (&fixture, "Kompetensarena Stockholm");
  tvx_project_page_show_view (page, "handover");
  ui_save_png (GTK_WIDGET (fixture.window), "published-handover");
  window_fixture_tear_down (&fixture, NULL);
}

/* A table of participants by age and country of birth. */
static void
add_table (TvxEditor *editor,
           TvxRecord *project)
{
  static const char *const ages[] = { "0-17", "18-29", "30-54", "55+" }, *const countries[] = { "born_in_sweden", "born_abroad" };
  static const char *const kinds[] = { "age", "country_of_birth" };
  gsize n_presets;
  const TvxAxisPreset *presets = tvx_axis_presets_get (&n_presets);
  g_autoptr (GVariantBuilder) counts = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  TvxRecord *table = tvx_editor_insert (editor, project, "statistics", 0, NULL, NULL);

  tvx_editor_set (editor, table, "title", g_variant_new_string ("Deltagare efter ålder och födelseland"), NULL);
  tvx_editor_set (editor, table, "population", g_variant_new_string ("Deltagare"), NULL);
  tvx_editor_set (editor, table, "source", g_variant_new_string ("Närvarolistor"), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const TvxAxisPreset *preset = presets;
      g_autoptr (TvxRecord) axis = NULL;

      while (!g_str_equal (preset->kind, kinds[i]))
        preset++;
      axis = tvx_axis_preset_new_axis (preset, NULL, NULL);
      tvx_editor_insert (editor, table, "axes", G_MAXUINT, axis, NULL);
    }
  for (guint i = 0; i < 16; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s|%s|%s", i < 8 ? "women" : "men", ages[i / 2 % 4], countries[i % 2]);

      g_variant_builder_add (counts, "{sv}", key, g_variant_new_int64 (i * i * 7 % 53 + (i % 5 == 3 ? 0 : 3)));
    }
  tvx_editor_set (editor, table, "counts", g_variant_builder_end (counts), NULL);
}

/* The J+ page with a table and a 4R sheet, and the editor of the table. */
static void
save_statistics (WindowFixture *fixture)
{
  TvxEditor *editor = window_fixture_get_editor (fixture);
  TvxRecord *project = TVX_RECORD (window_fixture_get_project (fixture));
  TvxProjectPage *page = TVX_PROJECT_PAGE (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_PAGE));
  TvxRecord *sheet = tvx_editor_insert (editor, project, "four_r", 0, NULL, NULL);
  GtkWidget *dialog;

  add_table (editor, project);
  tvx_editor_set (editor, sheet, "subject", g_variant_new_string ("Rådgivning till företag"), NULL);
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_true (tvx_project_page_focus_field (page, "four_r[0].subject"));
  shots_save (fixture, "statistics-4r");
  g_assert_true (tvx_project_page_focus_field (page, "dimensions[0].observation"));
  shots_save (fixture, "statistics-dimension");

  g_assert_true (tvx_project_page_focus_field (page, "statistics[0].counts"));
  dialog = GTK_WIDGET (window_fixture_wait_for_dialog (fixture));
  ui_wait (is_protected, dialog);
  shots_save (fixture, "statistics-numbers");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_property (dialog, "label", _("As _Readers See It"))), TRUE);
  shots_save (fixture, "statistics-reader");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (ui_find_type (dialog, ADW_TYPE_VIEW_STACK)), "charts");
  shots_save (fixture, "statistics-charts");
  window_fixture_close_dialog (fixture);
  g_assert_true (tvx_project_page_focus_field (page, "statistics[0].source"));
  window_fixture_wait_for_dialog (fixture);
  shots_save (fixture, "statistics-description");
  window_fixture_close_dialog (fixture);
}

/* A view is longer than a window: all of it, a page at a time. */
static void
save_view (WindowFixture  *fixture,
           TvxProjectPage *page,
           const char     *view)
{
  g_autofree char *first = g_strconcat ("filled-", view, NULL);
  GtkWidget *stack, *scrolled;
  GtkAdjustment *adjustment;

  tvx_project_page_show_view (page, view);
  shots_save (fixture, first);
  stack = ui_find_type (GTK_WIDGET (page), ADW_TYPE_VIEW_STACK);
  scrolled = ui_find_type (adw_view_stack_get_visible_child (ADW_VIEW_STACK (stack)), GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  for (guint i = 2; gtk_adjustment_get_value (adjustment) < gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%u", first, i);

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) - 60);
      shots_save (fixture, name);
    }
  gtk_adjustment_set_value (adjustment, 0);
  ui_settle (GTK_WIDGET (fixture->window));
}

/* A register of invented projects, in which every kind of record is there. */
static void
save_filled (void)
{
  WindowFixture fixture;
  TvxProjectPage *page;
  GtkWidget *button;
  g_autoptr (GError) error = NULL;

  window_fixture_set_up_empty (&fixture, NULL);
  shots_set_size (&fixture);
  ui_delete_folder (fixture.folder);
  tvx_sample_write_invented (fixture.folder, 60, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  window_fixture_open (&fixture);
  shots_save (&fixture, "filled-register");
  show_page (&fixture, "overview");
  shots_save (&fixture, "filled-overview-page");
  gtk_expander_set_expanded (GTK_EXPANDER (ui_find_type (GTK_WIDGET (fixture.window), GTK_TYPE_EXPANDER)), TRUE);
  shots_save (&fixture, "filled-overview-page-table");
  show_page (&fixture, "table");
  gtk_selection_model_select_range (
    gtk_column_view_get_model (GTK_COLUMN_VIEW (ui_find_type (GTK_WIDGET (fixture.window), GTK_TYPE_COLUMN_VIEW))), 1, 3, TRUE);
  shots_save (&fixture, "filled-table");
  button = ui_find_property (GTK_WIDGET (fixture.window), "tooltip-text", _("Choose Columns"));
  shots_save_popover (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), "columns");
  gtk_widget_activate_action (ui_find_type (GTK_WIDGET (fixture.window), TVX_TYPE_PROJECT_TABLE), "table.set-field", NULL);
  window_fixture_wait_for_dialog (&fixture);
  shots_save (&fixture, "filled-set-field");
  window_fixture_close_dialog (&fixture);
  window_fixture_open_project (&fixture, "Innovationskraft Vaxholm");
  page = TVX_PROJECT_PAGE (ui_find_type (GTK_WIDGET (fixture.window), TVX_TYPE_PROJECT_PAGE));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    save_view (&fixture, page, views[i]);
  g_assert_true (tvx_project_page_focus_field (page, "indicators[0].measurements[0].women"));
  shots_save (&fixture, "filled-indicator");
  g_assert_true (tvx_project_page_focus_field (page, "funding[0].amount"));
  shots_save (&fixture, "filled-funding");
  g_assert_true (tvx_project_page_focus_field (page, "tags"));
  shots_save (&fixture, "filled-tags");
  save_statistics (&fixture);
  save_history_and_paste (&fixture);
  save_register_dialog (&fixture);
  save_export (&fixture, "filled-export");
  save_rounding (&fixture);
  save_board (&fixture);
  save_packages (&fixture);
  window_fixture_tear_down (&fixture, NULL);
}

static void
save_all (void)
{
  WindowFixture fixture;
  g_autofree char *path = NULL;

  window_fixture_set_up_empty (&fixture, NULL);
  shots_set_size (&fixture);
  save_start (&fixture);

  path = g_build_filename (g_file_peek_path (fixture.folder), "projects", "00000000-0000-4000-8000-000000000000.json",
                           NULL);
  g_assert_true (g_file_set_contents (path, "{\n  \"format\": \"tillvaxt-project\",\n  \"title\" \"", -1, NULL));
  window_fixture_open (&fixture);
  save_projects (&fixture);
  save_handover_step (&fixture);
  save_dialog (&fixture, "win.package", "package-nothing");
  save_export (&fixture, "export");
  save_dialog (&fixture, "app.preferences", "preferences");
  save_dialog (&fixture, "app.shortcuts", "shortcuts");
  save_dialog (&fixture, "app.about", "about");
  save_list (&fixture);
  save_changes (&fixture);

  g_signal_emit_by_name (ui_find_property (GTK_WIDGET (fixture.window), "button-label", _("_Details")),
                         "button-clicked");
  window_fixture_wait_for_dialog (&fixture);
  shots_save (&fixture, "problems");
  window_fixture_close_dialog (&fixture);
  save_conflict (&fixture);
  window_fixture_tear_down (&fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  const char *localedir = g_getenv ("TVX_LOCALEDIR");

  ui_init (&argc, &argv);
  ui_dialog_init ();
  /* AdwAlertDialog of libadwaita 1.7 measures a heading that does not fit, and warns of itself. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  /* Tests of GTK speak English; these pictures speak the language that was asked for. */
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (g_getenv ("TVX_SHOTS") == NULL)
    g_error ("TVX_SHOTS must name a folder");

  save_published ();
  size = "wide";
  save_all ();
  save_filled ();
  shots_save_states ();
  size = "narrow";
  save_all ();
  save_filled ();
  shots_save_states ();
  ui_dialog_end ();
  return 0;
}
