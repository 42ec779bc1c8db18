/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Statistics leave the register in reports: what is published is kept to, and what would tell too much is not. */

#include <string.h>

#include "model/tvx-axis-preset.h"
#include "report/tvx-report-kind.h"
#include "ui-dialog.h"
#include "ui-util.h"
#include "ui/export/tvx-report-job.h"
#include "ui/export/tvx-report-preview.h"
#include "ui/export/tvx-rounding-group.h"

#define HTML 1

/* Where a project is open, the first choice is that project and the last all of them. */
#define THIS_PROJECT 0
#define ALL_PROJECTS 1

/* Opens a project and gives it a table of ages, with as many women and men under 18 as told. */
static TvxRecord *
add_table (WindowFixture *fixture,
           const char    *project,
           const char    *counts)
{
  gsize n_presets;
  g_autoptr (TvxRecord) axis = tvx_axis_preset_new_axis (tvx_axis_presets_get (&n_presets), "01", NULL);
  TvxRecord *table;

  window_fixture_open_project (fixture, project);
  table = tvx_editor_insert (window_fixture_get_editor (fixture), TVX_RECORD (window_fixture_get_project (fixture)), "statistics", 0, NULL, NULL);
  tvx_editor_set (window_fixture_get_editor (fixture), table, "title", g_variant_new_string ("Participants by age"), NULL);
  tvx_editor_set (window_fixture_get_editor (fixture), table, "population", g_variant_new_string ("Participants"), NULL);
  tvx_editor_set (window_fixture_get_editor (fixture), table, "source", g_variant_new_string ("Lists of those present"), NULL);
  tvx_editor_insert (window_fixture_get_editor (fixture), table, "axes", 0, axis, NULL);
  tvx_editor_set (window_fixture_get_editor (fixture), table, "counts", g_variant_new_parsed (counts), NULL);
  return table;
}

#define SOME_HIDDEN \
  "{'men|0-17': <int64 7>, 'men|18-29': <int64 18>, 'men|30-54': <int64 26>, 'men|55+': <int64 12>, " \
  "'women|0-17': <int64 3>, 'women|18-29': <int64 24>, 'women|30-54': <int64 31>, 'women|55+': <int64 0>}"
/* As SOME_HIDDEN but for the women under 18. */
#define NOBODY \
  "{'men|0-17': <int64 7>, 'men|18-29': <int64 18>, 'men|30-54': <int64 26>, 'men|55+': <int64 12>, " \
  "'women|0-17': <int64 0>, 'women|18-29': <int64 24>, 'women|30-54': <int64 31>, 'women|55+': <int64 0>}"
#define MUCH_HIDDEN \
  "{'men|0-17': <int64 1>, 'men|18-29': <int64 2>, 'men|30-54': <int64 3>, 'men|55+': <int64 12>, " \
  "'women|0-17': <int64 3>, 'women|18-29': <int64 2>, 'women|30-54': <int64 31>, 'women|55+': <int64 4>}"

static guint
count_published (WindowFixture *fixture)
{
  TvxRegister *reg = tvx_workspace_get_register (tvx_window_get_workspace (fixture->window));

  return g_list_model_get_n_items (tvx_record_get_list (TVX_RECORD (reg), "published"));
}

static void
publish (WindowFixture *fixture,
         guint          projects)
{
  AdwDialog *dialog = ui_dialog_open_export (fixture, "published.html", projects, TVX_REPORT_KIND_JPLUS, HTML);
  GtkWidget *button;

  ui_dialog_finish_export (dialog);
  button = gtk_widget_get_ancestor (ui_dialog_find (dialog, "label", "_Mark as Published"), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_visible (button) && gtk_widget_get_sensitive (button));
  ui_save_png (GTK_WIDGET (fixture->window), "report-saved");
  ui_dialog_press (dialog, "_Mark as Published");
  g_assert_false (gtk_widget_get_sensitive (button));
  ui_dialog_find (dialog, "label", "Marked as Published");
  window_fixture_close_dialog (fixture);
}

/* Fails to export, and gets what the dialog says. */
static char *
export_in_vain (WindowFixture *fixture)
{
  AdwDialog *dialog = ui_dialog_open_export (fixture, "refused.html", THIS_PROJECT, TVX_REPORT_KIND_JPLUS, HTML);
  AdwBanner *banner = ADW_BANNER (ui_find_type (GTK_WIDGET (dialog), ADW_TYPE_BANNER));
  char *words;

  ui_dialog_press (dialog, "_Export…");
  while (!adw_banner_get_revealed (banner))
    g_main_context_iteration (NULL, TRUE);
  words = g_strdup (adw_banner_get_title (banner));
  window_fixture_close_dialog (fixture);
  g_assert_false (g_file_test (ui_dialog_answer, G_FILE_TEST_EXISTS));
  return words;
}

/* What was published is kept to from then on; and it can be undone, as when the wrong button was pressed. */
static void
test_publish (WindowFixture *fixture,
              gconstpointer  data)
{
  TvxRecord *table = add_table (fixture, "Kompetensarena Stockholm", SOME_HIDDEN);
  g_autofree char *report = NULL;
  g_autofree char *words = NULL;

  publish (fixture, THIS_PROJECT);
  g_assert_cmpuint (count_published (fixture), ==, 1);
  report = ui_dialog_export (fixture, "again.html", THIS_PROJECT, TVX_REPORT_KIND_JPLUS, HTML);
  g_assert_nonnull (strstr (report, "tidigare publicerade rapporter"));

  tvx_editor_set (window_fixture_get_editor (fixture), table, "counts", g_variant_new_parsed (MUCH_HIDDEN), NULL);
  words = export_in_vain (fixture);
  g_assert_nonnull (strstr (words, "published.html"));

  tvx_editor_undo (window_fixture_get_editor (fixture));
  tvx_editor_undo (window_fixture_get_editor (fixture));
  g_assert_cmpuint (count_published (fixture), ==, 0);
}

/* A report of one project is protected together with those that it was summed up with. */
static void
test_joint (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *report = NULL;
  g_autofree char *words = NULL;

  add_table (fixture, "Innovationskraft Sthlm", SOME_HIDDEN);
  add_table (fixture, "Kompetensarena Stockholm", SOME_HIDDEN);
  publish (fixture, ALL_PROJECTS);
  report = ui_dialog_export (fixture, "one.html", THIS_PROJECT, TVX_REPORT_KIND_JPLUS, HTML);
  g_assert_null (strstr (report, "Innovationskraft Sthlm"));

  window_fixture_open_project (fixture, "Innovationskraft Sthlm");
  window_fixture_activate (fixture, "win.delete-project");
  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  words = export_in_vain (fixture);
  g_assert_nonnull (strstr (words, "together with those of another project"));
}

/* The seven men of the second table are not small any more, but they were; the three women of the first may not be corrected to
 * nobody, since readers know that zeros were shown. */
static void
assert_promised (TvxEditor *editor,
                 TvxRecord *first,
                 TvxRecord *second)
{
  TvxRegister *reg = TVX_REGISTER (tvx_editor_get_register (editor));
  g_autoptr (GPtrArray) projects = g_ptr_array_new ();
  g_autoptr (TvxProtectedTables) tables = NULL;
  g_autoptr (GError) error = NULL;
  TvxPublication *publication;
  TvxReason reason;
  guint table, cell;
  gint64 low, high;

  g_ptr_array_add (projects, tvx_record_get_root (first));
  g_ptr_array_add (projects, tvx_record_get_root (second));
  tables = tvx_protected_tables_new_for_report (reg, projects, NULL, NULL, NULL, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  publication = tvx_protection_get_publication (tvx_protected_tables_get_protection (tables));

  g_assert_true (tvx_protected_tables_find (tables, second, &table));
  g_assert_true (tvx_count_table_find_cell (tvx_protected_tables_get_counts (tables, table),
                                            (const char *const[]) { "men", "0-17", NULL }, &cell, NULL));
  g_assert_true (tvx_publication_get_range (publication, tvx_publication_get_count_at (publication, table, cell), &low, &high));
  g_assert_cmpint (low, ==, 1);
  g_assert_cmpint (high, ==, 10);
  tvx_protection_get_reason (tvx_protected_tables_get_protection (tables), table, cell, &reason);
  g_assert_cmpint (reason.kind, ==, TVX_REASON_EARLIER);

  tvx_editor_set (editor, first, "counts", g_variant_new_parsed (NOBODY), NULL);
  g_assert_null (tvx_protected_tables_new_for_report (reg, projects, NULL, NULL, NULL, FALSE, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "hides have changed since"));
}

/* What is remembered, the rules by which numbers are hidden, in order: a rule for each kind of table and for their sums, of
 * which readers know that they are no zeros where they know it of a part. */
static void
test_rules (WindowFixture *fixture,
            gconstpointer  data)
{
  TvxRecord *first = add_table (fixture, "Innovationskraft Sthlm", SOME_HIDDEN);
  TvxRecord *second = add_table (fixture, "Kompetensarena Stockholm", SOME_HIDDEN);
  TvxRegister *reg = tvx_workspace_get_register (tvx_window_get_workspace (fixture->window));
  GListModel *published = tvx_record_get_list (TVX_RECORD (reg), "published");
  g_autoptr (GString) rules = g_string_new (NULL);

  tvx_editor_set (window_fixture_get_editor (fixture), first, "zeros", g_variant_new_string ("shown"), NULL);
  tvx_editor_set (window_fixture_get_editor (fixture), second, "threshold", g_variant_new_int64 (10), NULL);
  publish (fixture, ALL_PROJECTS);
  for (guint i = 0; i < g_list_model_get_n_items (published); i++)
    {
      g_autoptr (TvxRecord) record = g_list_model_get_item (published, i);
      gint64 threshold = 0;

      tvx_record_get_number (record, "threshold", &threshold);
      g_string_append_printf (rules, "%d%s, ", (int) threshold, tvx_record_get_boolean (record, "never_zero") ? " and no zero" : "");
      g_assert_true ((tvx_record_get_value (record, "shown") != NULL) == (i == 0));
    }
  g_assert_cmpstr (rules->str, ==, "10, 5 and no zero, 10 and no zero, ");

  tvx_editor_set (window_fixture_get_editor (fixture), first, "zeros", NULL, NULL);
  tvx_editor_set (window_fixture_get_editor (fixture), second, "threshold", NULL, NULL);
  assert_promised (window_fixture_get_editor (fixture), first, second);
}

/* The outline of a final report is a draft whatever is in it. */
static void
test_draft (WindowFixture *fixture,
            gconstpointer  data)
{
  AdwDialog *dialog;

  add_table (fixture, "Kompetensarena Stockholm", SOME_HIDDEN);
  dialog = ui_dialog_open_export (fixture, "draft.html", THIS_PROJECT, TVX_REPORT_KIND_FINAL, HTML);
  ui_dialog_finish_export (dialog);
  g_assert_false (gtk_widget_get_mapped (ui_dialog_find (dialog, "label", "_Mark as Published")));
  ui_dialog_find (dialog, "description", "draft.html\nIt is a draft, and so cannot be marked as published.");
  window_fixture_close_dialog (fixture);
}

static gboolean
has_statistics (gpointer preview)
{
  return tvx_report_preview_get_tables (preview) != NULL;
}

static gboolean
is_rounded (gpointer preview)
{
  TvxProtectedTables *tables = tvx_report_preview_get_tables (preview);

  return tables != NULL && tvx_protection_get_rounding (tvx_protected_tables_get_protection (tables)) > 0;
}

/* Rounding is offered where much is hidden, and not remembered. */
static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
is_hidden (gpointer widget)
{
  return !gtk_widget_get_visible (widget);
}

static void
test_round (WindowFixture *fixture,
            gconstpointer  data)
{
  TvxRecord *table = add_table (fixture, "Kompetensarena Stockholm", MUCH_HIDDEN);
  AdwDialog *dialog = ui_dialog_open_export (fixture, "rounded.html", THIS_PROJECT, TVX_REPORT_KIND_JPLUS, HTML);
  GtkWidget *group = ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_ROUNDING_GROUP);
  GtkWidget *preview = ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_REPORT_PREVIEW);
  g_autofree char *text = NULL;

  ui_wait (has_statistics, preview);
  ui_wait (is_shown, group);
  g_assert_nonnull (strstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)), " of 15 numbers"));
  ui_save_png (GTK_WIDGET (fixture->window), "rounding");
  adw_switch_row_set_active (ADW_SWITCH_ROW (ui_dialog_find (dialog, "title", "Round Statistics")), TRUE);
  ui_wait (is_rounded, preview);
  g_assert_true (gtk_widget_get_visible (group));
  ui_dialog_finish_export (dialog);
  window_fixture_close_dialog (fixture);
  g_assert_true (g_file_get_contents (ui_dialog_answer, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "avrundade till ett närliggande femtal"));

  tvx_editor_set (window_fixture_get_editor (fixture), table, "counts", g_variant_new_parsed (SOME_HIDDEN), NULL);
  dialog = ui_dialog_open_export (fixture, "exact.html", THIS_PROJECT, TVX_REPORT_KIND_JPLUS, HTML);
  preview = ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_REPORT_PREVIEW);
  ui_wait (has_statistics, preview);
  g_assert_false (is_rounded (preview));
  ui_wait (is_hidden, ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_ROUNDING_GROUP));
  window_fixture_close_dialog (fixture);
}

static void
told_cb (guint    n_done,
         guint    n_total,
         gpointer user_data)
{
  guint *told = user_data;

  g_assert_cmpuint (n_total, ==, 100);
  g_assert_cmpuint (n_done, >=, *told);
  *told = n_done;
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
cancel_half_way (double   fraction,
                 gpointer cancellable)
{
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  if (fraction > 0.1)
    g_cancellable_cancel (cancellable);
}

/* Most of what a report with statistics takes is to protect them: that is told, and it can be stopped. */
static void
test_progress (WindowFixture *fixture,
               gconstpointer  data)
{
  TvxWorkspace *workspace = tvx_window_get_workspace (fixture->window);
  g_autoptr (GSettings) settings = tvx_report_choices_dup_settings (tvx_workspace_get_register (workspace));
  g_autoptr (GPtrArray) ids = g_ptr_array_new (), projects = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  TvxProtectOptions options = TVX_PROTECT_OPTIONS_INIT;
  guint told = 0;

  add_table (fixture, "Kompetensarena Stockholm", MUCH_HIDDEN);
  g_free (ui_dialog_export (fixture, "progress.html", THIS_PROJECT, TVX_REPORT_KIND_JPLUS, HTML));
  file = g_file_new_for_path (ui_dialog_answer);
  g_ptr_array_add (ids, (gpointer) tvx_record_get_id (TVX_RECORD (window_fixture_get_project (fixture))));
  tvx_report_job_write_async (tvx_workspace_get_store (workspace), ids, tvx_report_choices_new (settings, FALSE), HTML, file,
                              told_cb, &told, NULL, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tvx_report_job_write_finish (result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (told, >, 80);

  g_ptr_array_add (projects, window_fixture_get_project (fixture));
  options.progress = cancel_half_way;
  options.progress_data = cancellable;
  g_assert_null (tvx_protected_tables_new_for_report (tvx_workspace_get_register (workspace), projects, NULL, NULL, NULL, FALSE,
                                                      &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  int status;

  ui_init (&argc, &argv);
  ui_dialog_init ();

#define ADD(name) \
  g_test_add ("/publish/" #name, WindowFixture, "statistics", window_fixture_set_up_without, test_##name, window_fixture_tear_down)
  ADD (publish);
  ADD (joint);
  ADD (rules);
  ADD (draft);
  ADD (round);
  ADD (progress);
#undef ADD

  status = g_test_run ();
  ui_dialog_end ();
  return status;
}
