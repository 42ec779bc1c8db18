/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The J+ page and the editor of statistics tables. */

#include <string.h>

#include "model/tvx-axis-preset.h"
#include "model/tvx-counts-text.h"
#include "model/tvx-finding.h"
#include "model/tvx-refused.h"
#include "model/tvx-table-axis.h"
#include "ui/form/tvx-field-row.h"
#include "ui/project/tvx-project-page.h"
#include "ui/chart/tvx-chart-view.h"
#include "ui/export/tvx-export-dialog.h"
#include "ui/export/tvx-rounding-group.h"
#include "ui/statistics/tvx-table-charts.h"
#include "ui/statistics/tvx-table-dialog.h"
#include "ui/statistics/tvx-table-grid.h"
#include "ui/statistics/tvx-table-list.h"
#include "ui-util.h"
#include "window-fixture.h"

static TvxRecord *
add_table (WindowFixture *fixture)
{
  TvxRecord *project = TVX_RECORD (window_fixture_wait_for_project (fixture));
  gsize n_presets;
  g_autoptr (TvxRecord) axis = tvx_axis_preset_new_axis (tvx_axis_presets_get (&n_presets), "01", NULL);
  TvxRecord *table = tvx_editor_insert (window_fixture_get_editor (fixture), project, "statistics", 0, NULL, NULL);
  g_autoptr (GVariant) counts = g_variant_ref_sink (g_variant_new_parsed (
    "{'men|0-17': <int64 7>, 'men|18-29': <int64 18>, 'men|30-54': <int64 26>, 'men|55+': <int64 12>, "
    "'women|0-17': <int64 3>, 'women|18-29': <int64 24>, 'women|30-54': <int64 31>, 'women|55+': <int64 0>}"));

  tvx_editor_set (window_fixture_get_editor (fixture), table, "title", g_variant_new_string ("Participants by age"), NULL);
  tvx_editor_set (window_fixture_get_editor (fixture), table, "population", g_variant_new_string ("Participants"), NULL);
  tvx_editor_insert (window_fixture_get_editor (fixture), table, "axes", 0, axis, NULL);
  tvx_editor_set (window_fixture_get_editor (fixture), table, "counts", counts, NULL);
  return table;
}

static TvxTableDialog *
open_dialog (WindowFixture *fixture,
             TvxRecord     *table)
{
  TvxTableDialog *dialog =
    tvx_table_dialog_new (tvx_window_get_workspace (fixture->window), TVX_STATISTICS_TABLE (table));

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (fixture->window));
  window_fixture_wait_for_dialog (fixture);
  return dialog;
}

/* The cell of that name, as screen readers know it. */
static gboolean
has_tooltip (GtkWidget *widget,
             gpointer   text)
{
  return gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

static void
test_marks (WindowFixture *fixture,
            gconstpointer  data)
{
  TvxRecord *table = add_table (fixture);
  GtkWidget *dialog = GTK_WIDGET (open_dialog (fixture, table));
  GtkWidget *grid = ui_find_type (dialog, TVX_TYPE_TABLE_GRID);
  static const char *const hidden[] = { "3", "7", "24", "18" };
  g_autofree char *published = NULL;
  g_auto (GStrv) numbers = NULL;
  GtkWidget *cell;

  window_fixture_wait_for (dialog, "label", "Readers do not see 4 of 15 numbers.");
  cell = ui_find (grid, has_tooltip, (gpointer) "Hidden: only 3 (Women, Under 18)");
  g_assert_nonnull (cell);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cell)), ==, "3");
  g_assert_nonnull (ui_find (grid, has_tooltip, (gpointer) "Hidden so that the 3 (Women, Under 18) cannot be worked out"));
  ui_assert_names (dialog);
  ui_save_png (GTK_WIDGET (fixture->window), "table-numbers");

  /* What is copied for publishing has what readers see. */
  published = tvx_table_grid_dup_published (TVX_TABLE_GRID (grid));
  g_assert_true (g_str_has_prefix (published, "\tWomen\tMen\tTotal\nUnder 18\t..\t..\t10\n"));
  g_assert_nonnull (strstr (published, "\nTotal\t58\t63\t121\n"));
  numbers = g_strsplit_set (published, "\t\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    g_assert_false (g_strv_contains ((const char *const *) numbers, hidden[i]));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_property (dialog, "label", "As _Readers See It")), TRUE);
  g_assert_nonnull (ui_find_property (grid, "label", ".."));
  g_assert_null (ui_find_property (grid, "text", "3"));
  ui_save_png (GTK_WIDGET (fixture->window), "table-reader");
  window_fixture_close_dialog (fixture);
}

/* The two shares have names, and readers get neither where it would tell a hidden number. Of the table, 3 of 58 women and of
 * 10 people are women under 18. */
static void
test_shares (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = GTK_WIDGET (open_dialog (fixture, add_table (fixture)));
  GtkWidget *grid = ui_find_type (dialog, TVX_TYPE_TABLE_GRID);
  GtkDropDown *measures = GTK_DROP_DOWN (ui_find_type (dialog, GTK_TYPE_DROP_DOWN));
  static const char *const own[] = { NULL, "5%", "30%" };
  static const char *const kept[] = { NULL, "53%", "54%" };

  window_fixture_wait_for (dialog, "label", "Readers do not see 4 of 15 numbers.");
  for (guint i = 1; i < G_N_ELEMENTS (own); i++)
    {
      g_autofree char *published = NULL;

      gtk_drop_down_set_selected (measures, i);
      g_assert_nonnull (ui_find_property (grid, "label", own[i]));
      g_assert_nonnull (ui_find (grid, has_tooltip, (gpointer) "Hidden: only 3 (Women, Under 18)"));
      published = tvx_table_grid_dup_published (TVX_TABLE_GRID (grid));
      g_assert_true (g_str_has_prefix (published, i == 1 ? "\tWomen\tMen\nUnder 18\t..\t..\n18–29\t..\t..\n" : "\tWomen\tMen\nUnder 18\t..\t..\n"));
      g_assert_nonnull (strstr (published, kept[i]));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_property (dialog, "label", "As _Readers See It")), TRUE);
      g_assert_null (ui_find_property (grid, "label", own[i]));
      g_assert_nonnull (ui_find_property (grid, "label", kept[i]));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_property (dialog, "label", "As _Readers See It")), FALSE);
    }
  window_fixture_close_dialog (fixture);
}

/* Charts are those of the report, each with its table, and have only what readers see. */
static void
test_charts (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = GTK_WIDGET (open_dialog (fixture, add_table (fixture)));
  GtkWidget *charts = ui_find_type (dialog, TVX_TYPE_TABLE_CHARTS);
  static const char *const titles[] = { "Participants by age: women and men in each group", "Participants by age: population pyramid",
                                        "Participants by age: how women and men share each group" };

  window_fixture_wait_for (dialog, "label", "Readers do not see 4 of 15 numbers.");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (ui_find_type (dialog, ADW_TYPE_VIEW_STACK)), "charts");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *chart = gtk_widget_get_ancestor (window_fixture_wait_for (charts, "label", titles[i]), TVX_TYPE_CHART_VIEW);

      gtk_expander_set_expanded (GTK_EXPANDER (ui_find_type (chart, GTK_TYPE_EXPANDER)), TRUE);
      g_assert_nonnull (ui_find_property (chart, "label", "Women\302\240.., Men\302\240.."));
      g_assert_nonnull (ui_find_property (chart, "label", "Women\302\24031, Men\302\24026"));
    }
  ui_assert_names (dialog);
  window_fixture_close_dialog (fixture);
}

/* Puts a text where any program can get it, and pastes it as a person does. */
static void
paste (GtkWidget  *entry,
       const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (entry), text);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))), "clipboard.paste", NULL));
}

static gboolean
has_1300 (gpointer table)
{
  return tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "men|30-54") == 1300;
}

/* Part of a block can lie beside the table, or be words; what is not taken over is told. */
static void
test_paste_too_much (WindowFixture *fixture,
                     gconstpointer  data)
{
  TvxRecord *table = add_table (fixture);
  GtkWidget *dialog = GTK_WIDGET (open_dialog (fixture, table));
  GtkWidget *grid = ui_find_type (dialog, TVX_TYPE_TABLE_GRID);

  paste (ui_find_property (grid, "text", "12"), "1\t2\t3\nmany\t\n");
  window_fixture_wait_for (dialog, "label", "2 pasted fields were left out: they fall outside the table, or are no whole numbers");
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "men|55+"), ==, 1);
  paste (ui_find_property (grid, "text", "26"), " 1 300\n");
  ui_wait (has_1300, table);
  window_fixture_close_dialog (fixture);
}

static void
test_paste (WindowFixture *fixture,
            gconstpointer  data)
{
  TvxRecord *table = add_table (fixture);
  GtkWidget *dialog = GTK_WIDGET (open_dialog (fixture, table));
  TvxTableGrid *grid = TVX_TABLE_GRID (ui_find_type (dialog, TVX_TYPE_TABLE_GRID));
  gint64 typed;

  g_assert_true (tvx_table_grid_paste (grid, "women|0-17", "11\t12\t30\n1 300\t–\n"));
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|0-17"), ==, 11);
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|18-29"), ==, 1300);
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "men|18-29"), ==, 0);
  g_assert_nonnull (ui_find_property (GTK_WIDGET (grid), "label", "1\302\240300"));
  /* What falls on a sum is a total to check by. */
  g_assert_true (tvx_statistics_table_get_typed (TVX_STATISTICS_TABLE (table), "*|0-17", &typed));
  g_assert_cmpint (typed, ==, 30);
  g_assert_nonnull (ui_find (GTK_WIDGET (grid), has_tooltip, (gpointer) "The cells are together only 23, and the typed total is 30"));
  tvx_table_grid_set_totals (grid, TRUE);
  g_assert_nonnull (ui_find (GTK_WIDGET (grid), has_tooltip, (gpointer) "The cells are together only 23, and the typed total is 30"));
  /* A cell above its margin. */
  tvx_table_grid_paste (grid, "women|0-17", "31");
  g_assert_nonnull (ui_find (GTK_WIDGET (grid), has_tooltip, (gpointer) "The cells are together 43, which is more than the typed total 30"));
  tvx_editor_undo (window_fixture_get_editor (fixture));

  tvx_editor_undo (window_fixture_get_editor (fixture));
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|0-17"), ==, 3);
  g_assert_false (tvx_table_grid_paste (grid, "women|0-17", "many\tmore\n"));
  window_fixture_close_dialog (fixture);
}

static gboolean
is_typing (gpointer entry)
{
  return gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (entry)));
}

static gboolean
says_8 (gpointer entry)
{
  return g_str_equal (gtk_editable_get_text (entry), "8");
}

/* A block comes to the cell that has the focus as to others, and is not taken back when the cell is left; so it is with undo. */
static void
test_paste_here (WindowFixture *fixture,
                 gconstpointer  data)
{
  TvxRecord *table = add_table (fixture);
  GtkWidget *dialog = GTK_WIDGET (open_dialog (fixture, table));
  GtkWidget *grid = ui_find_type (dialog, TVX_TYPE_TABLE_GRID);
  GtkWidget *entry = ui_find_property (grid, "text", "7"), *other = ui_find_property (grid, "text", "31");

  gtk_widget_grab_focus (entry);
  ui_wait (is_typing, entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "71");
  paste (entry, "8\n19\n");
  ui_wait (says_8, entry);
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "men|18-29"), ==, 19);
  gtk_widget_grab_focus (other);
  ui_wait (is_typing, other);
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "men|0-17"), ==, 8);
  gtk_widget_grab_focus (entry);
  ui_wait (is_typing, entry);
  tvx_editor_undo (window_fixture_get_editor (fixture));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "7");
  /* What is typed stays, whatever else happens to the table. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "72");
  tvx_editor_set (window_fixture_get_editor (fixture), table, "title", g_variant_new_string ("Another title"), NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "72");
  window_fixture_close_dialog (fixture);
}

static void
press (GtkWidget *entry,
       guint      keyval)
{
  gboolean handled = FALSE;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (entry);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  g_assert_true (handled);
}

static void
test_typing (WindowFixture *fixture,
             gconstpointer  data)
{
  TvxRecord *table = add_table (fixture);
  GtkWidget *dialog = GTK_WIDGET (open_dialog (fixture, table));
  GtkWidget *entry = ui_find_property (ui_find_type (dialog, TVX_TYPE_TABLE_GRID), "text", "3");

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "9");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|0-17"), ==, 9);
  /* The next cell below, as in a spreadsheet. */
  ui_wait (is_typing, ui_find_property (dialog, "text", "24"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "-2");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  press (entry, GDK_KEY_Escape);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "9");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|0-17"), ==, 9);
  window_fixture_wait_for (dialog, "label", "Readers do not see 0 of 15 numbers.");
  window_fixture_close_dialog (fixture);
}

/* Words in a cell are kept until they are mended or dropped, and the project tells of them. */
static void
test_refused (WindowFixture *fixture,
              gconstpointer  data)
{
  TvxRecord *table = add_table (fixture);
  TvxRecord *project = tvx_record_get_root (table);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *dialog = GTK_WIDGET (open_dialog (fixture, table));
  GtkWidget *entry = ui_find_property (ui_find_type (dialog, TVX_TYPE_TABLE_GRID), "text", "3");

  gtk_editable_set_text (GTK_EDITABLE (entry), "about 4");
  g_signal_emit_by_name (entry, "activate");
  window_fixture_close_dialog (fixture);
  tvx_refused_add_findings (window_fixture_get_editor (fixture), project, findings);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (tvx_finding_get_message (findings->pdata[0]), ==, "“about 4” was typed at “Women, Under 18”, and is not stored.");
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|0-17"), ==, 3);

  dialog = GTK_WIDGET (open_dialog (fixture, table));
  entry = ui_find_property (ui_find_type (dialog, TVX_TYPE_TABLE_GRID), "text", "about 4");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (entry), "“about 4” is not a count."));
  ui_save_png (GTK_WIDGET (fixture->window), "table-refused");
  gtk_editable_set_text (GTK_EDITABLE (entry), "4");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|0-17"), ==, 4);
  g_assert_false (tvx_refused_has_any (window_fixture_get_editor (fixture), tvx_record_get_id (project)));
  window_fixture_close_dialog (fixture);
}

/* Totals to check by come and go with a check mark in the menu; where there are some, they are there from the beginning. */
static void
test_totals (WindowFixture *fixture,
             gconstpointer  data)
{
  TvxRecord *table = add_table (fixture);
  GtkWidget *dialog = GTK_WIDGET (open_dialog (fixture, table));
  GtkWidget *grid = ui_find_type (dialog, TVX_TYPE_TABLE_GRID);
  g_autoptr (GVariant) totals = g_variant_ref_sink (g_variant_new_parsed ("{'*|*': <int64 200>}"));

  g_assert_null (ui_find_property (grid, "placeholder-text", "121"));
  gtk_widget_activate_action (dialog, "table.totals", NULL);
  g_assert_nonnull (ui_find_property (grid, "placeholder-text", "121"));
  gtk_widget_activate_action (dialog, "table.totals", NULL);
  g_assert_null (ui_find_property (grid, "placeholder-text", "121"));
  window_fixture_close_dialog (fixture);

  tvx_editor_set (window_fixture_get_editor (fixture), table, "totals", totals, NULL);
  dialog = GTK_WIDGET (open_dialog (fixture, table));
  g_assert_nonnull (ui_find_property (dialog, "text", "200"));
  window_fixture_close_dialog (fixture);
}

/* Arrows go from cell to cell, past sums, as in a spreadsheet. */
static void
test_arrows (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = GTK_WIDGET (open_dialog (fixture, add_table (fixture)));
  GtkWidget *grid = ui_find_type (dialog, TVX_TYPE_TABLE_GRID);
  static const struct
  {
    guint       keyval;
    const char *next;
  } keys[] = {
    { GDK_KEY_Right, "7" },
    { GDK_KEY_Down, "18" },
    { GDK_KEY_Left, "24" },
    { GDK_KEY_Up, "3" },
  };
  GtkWidget *entry = ui_find_property (grid, "text", "3");

  gtk_widget_grab_focus (entry);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      ui_wait (is_typing, entry);
      press (entry, keys[i].keyval);
      entry = ui_find_property (grid, "text", keys[i].next);
    }
  ui_wait (is_typing, entry);
  /* All of it is selected, so that what is typed takes its place. */
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), NULL, NULL));
  window_fixture_close_dialog (fixture);
}

static gboolean
is_revealed (gpointer banner)
{
  return adw_banner_get_revealed (banner);
}

static gboolean
has_title_with (GtkWidget *widget,
                gpointer   part)
{
  return ADW_IS_PREFERENCES_ROW (widget) && strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), part) != NULL;
}

static gboolean
has_alert (gpointer window)
{
  return ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (window));
}

static gboolean
has_export (gpointer window)
{
  return TVX_IS_EXPORT_DIALOG (adw_application_window_get_visible_dialog (window));
}

/* Where much is hidden, it is told what would show more, and at what cost. */
static void
test_proposals (WindowFixture *fixture,
                gconstpointer  data)
{
  TvxRecord *table = add_table (fixture);
  g_autoptr (GVariant) counts = g_variant_ref_sink (g_variant_new_parsed (
    "{'men|0-17': <int64 1>, 'men|18-29': <int64 2>, 'men|30-54': <int64 3>, 'men|55+': <int64 4>, "
    "'women|0-17': <int64 3>, 'women|18-29': <int64 4>, 'women|30-54': <int64 1>, 'women|55+': <int64 2>}"));
  GtkWidget *dialog, *banner, *alert, *row;

  tvx_editor_set (window_fixture_get_editor (fixture), table, "counts", counts, NULL);
  dialog = GTK_WIDGET (open_dialog (fixture, table));
  banner = ui_find_type (dialog, ADW_TYPE_BANNER);
  ui_wait (is_revealed, banner);
  g_signal_emit_by_name (banner, "button-clicked");
  ui_wait (has_alert, fixture->window);
  alert = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_nonnull (ui_find_property (alert, "title", "Round to multiples of five"));
  /* Tables are by gender whatever else they are by. */
  g_assert_nonnull (ui_find (alert, has_title_with, (gpointer) "“Age”"));
  g_assert_null (ui_find (alert, has_title_with, (gpointer) "“Gender”"));
  ui_assert_names (alert);
  ui_save_png (GTK_WIDGET (fixture->window), "table-proposals");

  /* One is chosen, and is one step. */
  row = ui_find (alert, has_title_with, (gpointer) "Merge “Under 18” and “18–29”");
  ui_press (ui_find_type (row, GTK_TYPE_BUTTON));
  window_fixture_wait_for (dialog, "label", "Categories merged");
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|0-29"), ==, 7);
  g_assert_nonnull (ui_find_property (ui_find_type (dialog, TVX_TYPE_TABLE_GRID), "label", "Under 30"));
  tvx_editor_undo (window_fixture_get_editor (fixture));
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|0-17"), ==, 3);

  /* The other way is rounding, which is chosen for a report: the dialog that exports it has it chosen. */
  ui_wait (is_revealed, banner);
  g_signal_emit_by_name (banner, "button-clicked");
  ui_wait (has_alert, fixture->window);
  alert = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  row = ui_find_property (alert, "title", "Round to multiples of five");
  ui_press (ui_find_type (row, GTK_TYPE_BUTTON));
  ui_wait (has_export, fixture->window);
  row = ui_find_type (GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))), TVX_TYPE_ROUNDING_GROUP);
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_true (tvx_rounding_group_get_rounded (TVX_ROUNDING_GROUP (row)));
  tvx_window_close_dialogs (fixture->window);
}

/* How many official breakdowns of a kind the menu of the dialog has. */
static guint
count_offered (TvxTableDialog *dialog,
               const char     *kind)
{
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (ui_find_property (GTK_WIDGET (dialog), "label", "Add an _Official Breakdown")));
  gsize n_presets;
  const TvxAxisPreset *presets = tvx_axis_presets_get (&n_presets);
  guint n_offered = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          int preset;

          g_assert_true (g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_TARGET, "i", &preset));
          n_offered += g_str_equal (presets[preset].kind, kind);
        }
    }
  return n_offered;
}

/* A second official breakdown comes with its categories; a group is made by checking what it is of. */
static void
test_breakdowns (WindowFixture *fixture,
                 gconstpointer  data)
{
  TvxRecord *table = add_table (fixture);
  TvxTableDialog *dialog = open_dialog (fixture, table);
  GListModel *axes = tvx_record_get_list (table, "axes");
  g_autoptr (TvxRecord) axis = g_list_model_get_item (axes, 0);
  g_autofree const char **of = NULL;
  TvxRecord *group;
  GtkWidget *row, *check;
  gsize n_presets;
  const TvxAxisPreset *presets = tvx_axis_presets_get (&n_presets);
  int preset = 0;

  group = tvx_editor_insert (window_fixture_get_editor (fixture), axis, "categories", G_MAXUINT, NULL, NULL);
  tvx_editor_set (window_fixture_get_editor (fixture), group, "name", g_variant_new_string ("Young people"), NULL);
  row = tvx_field_row_new (tvx_record_get_field (group, "of"));
  g_object_ref_sink (row);
  tvx_field_row_bind (TVX_FIELD_ROW (row), window_fixture_get_editor (fixture), group);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  check = ui_find_type (gtk_widget_get_ancestor (ui_find_property (row, "label", "18–29"), ADW_TYPE_ACTION_ROW), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  of = g_variant_get_strv (tvx_record_get_value (group, "of"), NULL);
  g_assert_cmpstr (of[0], ==, "18-29");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_null (tvx_record_get_value (group, "of"));
  g_object_unref (row);

  while (!g_str_equal (presets[preset].kind, "education"))
    preset++;
  g_assert_cmpuint (count_offered (dialog, "age"), ==, 0);
  g_assert_cmpuint (count_offered (dialog, "education"), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "table.add-axis", "i", preset);
  g_assert_cmpuint (g_list_model_get_n_items (axes), ==, 2);
  g_assert_cmpuint (count_offered (dialog, "education"), ==, 0);
  window_fixture_wait_for (GTK_WIDGET (dialog), "label", "8 numbers have no cell now");
  tvx_editor_undo (window_fixture_get_editor (fixture));
  g_assert_cmpuint (count_offered (dialog, "education"), ==, 3);
  tvx_editor_redo (window_fixture_get_editor (fixture));
  g_assert_nonnull (ui_find_property (ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_TABLE_GRID), "label", "Post-secondary education"));
  window_fixture_close_dialog (fixture);
}

/* A new table by municipality has the sub-regions of the register. */
static void
test_subregions (WindowFixture *fixture,
                 gconstpointer  data)
{
  TvxEditor *editor = window_fixture_get_editor (fixture);
  TvxRecord *project = TVX_RECORD (window_fixture_wait_for_project (fixture));
  TvxRecord *registry = TVX_RECORD (tvx_workspace_get_register (tvx_window_get_workspace (fixture->window)));
  TvxRecord *subregion = tvx_editor_insert (editor, registry, "subregions", 0, NULL, NULL);
  static const char *const municipalities[] = { "0114", "0191", NULL };
  gsize n_presets;
  const TvxAxisPreset *presets = tvx_axis_presets_get (&n_presets);
  int preset = 0;

  while (!g_str_equal (presets[preset].kind, "municipality"))
    preset++;
  tvx_editor_set (editor, subregion, "name", g_variant_new_string ("Arlandaområdet"), NULL);
  tvx_editor_set (editor, subregion, "municipalities", g_variant_new_strv (municipalities, -1), NULL);
  tvx_editor_set (editor, project, "county", g_variant_new_string ("01"), NULL);
  tvx_project_page_show_view (TVX_PROJECT_PAGE (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_PAGE)), "dimensions");
  gtk_widget_activate_action (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_TABLE_LIST), "tables.add", "i", preset);
  window_fixture_wait_for_dialog (fixture);
  g_assert_nonnull (ui_find_property (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_TABLE_GRID), "label", "Arlandaområdet"));
  window_fixture_close_dialog (fixture);
}

/* Numbers go by the code of a category: they go along with a new one, and a code that is taken is refused. */
static void
test_code (WindowFixture *fixture,
           gconstpointer  data)
{
  TvxRecord *table = add_table (fixture);
  TvxTableDialog *dialog = open_dialog (fixture, table);
  g_autoptr (TvxTableAxis) axis = g_list_model_get_item (tvx_record_get_list (table, "axes"), 0);
  TvxRecord *category = tvx_table_axis_find_category (axis, "0-17");
  GtkWidget *row = g_object_ref_sink (tvx_field_row_new (tvx_record_get_field (category, "code")));

  tvx_field_row_bind (TVX_FIELD_ROW (row), window_fixture_get_editor (fixture), category);
  TVX_FIELD_ROW_GET_IFACE (row)->set_text (TVX_FIELD_ROW (row), "55+");
  tvx_field_row_left (TVX_FIELD_ROW (row));
  g_assert_true (tvx_field_row_is_refused (TVX_FIELD_ROW (row)));
  g_assert_cmpstr (tvx_record_get_text (category, "code"), ==, "0-17");
  TVX_FIELD_ROW_GET_IFACE (row)->set_text (TVX_FIELD_ROW (row), "children");
  tvx_field_row_left (TVX_FIELD_ROW (row));
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|children"), ==, 3);
  g_assert_nonnull (ui_find_property (ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_TABLE_GRID), "text", "3"));
  tvx_editor_undo (window_fixture_get_editor (fixture));
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|0-17"), ==, 3);
  g_object_unref (row);
  window_fixture_close_dialog (fixture);
}

/* Protection from those who know their own numbers is on until it is turned off, which what readers see follows. */
static void
test_insiders (WindowFixture *fixture,
               gconstpointer  data)
{
  TvxRecord *table = add_table (fixture);
  GtkWidget *dialog = GTK_WIDGET (open_dialog (fixture, table));
  GtkWidget *row = ui_find_property (dialog, "title", "Protect from those who know their own numbers");
  GtkSwitch *toggle = GTK_SWITCH (tvx_field_row_get_control (TVX_FIELD_ROW (row)));

  window_fixture_wait_for (dialog, "label", "Readers do not see 4 of 15 numbers.");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_true (gtk_switch_get_active (toggle));
  gtk_switch_set_active (toggle, FALSE);
  g_assert_false (tvx_record_get_boolean (table, "insiders"));
  window_fixture_wait_for (dialog, "label", "Readers do not see 4 of 15 numbers.");
  tvx_editor_undo (window_fixture_get_editor (fixture));
  g_assert_true (gtk_switch_get_active (toggle));
  window_fixture_close_dialog (fixture);
}

/* A table that goes, by undo say, takes its dialog with it. */
static void
test_removed (WindowFixture *fixture,
              gconstpointer  data)
{
  TvxRecord *table = add_table (fixture);
  GtkWidget *dialog = GTK_WIDGET (open_dialog (fixture, table));

  gtk_widget_activate_action (dialog, "table.remove", NULL);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *expected; /* NULL where it is refused */
    const char *message;
  } cases[] = {
    { "Age;Women;Men;Total\nUnder 18;3;7;10\n18–29;24;;24\nTotal;27;7;34\n",
      "{'women|0-17': 3, 'men|0-17': 7, 'women|18-29': 24, 'men|18-29': 0}", NULL },
    { "Kön,Ålder,Antal\nKvinnor,0-17,3\nMän,55+,\"1 200\"\n", "{'women|0-17': 3, 'men|55+': 1200}", NULL },
    { "Namn;Ålder;Kön\nA B;19;Kvinna\n", NULL, "looks like a list of persons" },
    { "Id;Age;Gender\n19900101-0017;19;Kvinna\n", NULL, "looks like a list of persons" },
    { "Kön;Ålder;Ort\nKvinna;0-17;Nacka\nMan;0-17;Solna\n", NULL, "the register keeps no persons" },
    { "Age;Women;Men\nUnder 12;3;7\n", NULL, "Line 2: the table has no category “Under 12”" },
    { "Kön;Ålder;Antal\nKvinna;0-17;1\nMan;0-17;1\nKvinna;Under 18;1\n", NULL, "Line 4 is about the same people as a line before it" },
    { "Age;Women;Men\n0-17;3;4\nUnder 18;5;6\n", NULL, "Line 3 is about the same people as a line before it" },
    { "Age;Women;Men\nUnder 18;3;x\n", NULL, "Line 2: “x” is not a count" },
    { "Age;Women;Men\nUnder 18;3;-4\n", NULL, "Line 2: “-4” is not a count" },
    { "Age;Women;Men\n", NULL, "no lines" },
  };
  gsize n_presets;
  g_autoptr (TvxRecord) axis = tvx_axis_preset_new_axis (tvx_axis_presets_get (&n_presets), "01", NULL);
  g_autoptr (TvxRecord) table = tvx_record_new (TVX_TYPE_STATISTICS_TABLE);
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);

  tvx_editor_insert (editor, table, "axes", 0, axis, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) counts = tvx_counts_text_read (TVX_STATISTICS_TABLE (table), cases[i].text, &error);
      g_autofree char *text = counts != NULL ? g_variant_print (counts, FALSE) : NULL;

      g_assert_cmpstr (text, ==, cases[i].expected);
      if (cases[i].message != NULL && strstr (error->message, cases[i].message) == NULL)
        g_error ("%s: %s", cases[i].message, error->message);
    }
}

static void
test_page (WindowFixture *fixture,
           gconstpointer  data)
{
  TvxRecord *project = TVX_RECORD (window_fixture_wait_for_project (fixture));
  TvxProjectPage *page = TVX_PROJECT_PAGE (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_PAGE));
  TvxRecord *sheet;
  GtkWidget *guide;
  GListModel *goals = tvx_record_get_list (project, "goals");
  guint n_goals = g_list_model_get_n_items (goals);

  add_table (fixture);
  sheet = tvx_editor_insert (window_fixture_get_editor (fixture), project, "four_r", 0, NULL, NULL);
  tvx_editor_set (window_fixture_get_editor (fixture), sheet, "subject", g_variant_new_string ("Guidance"), NULL);
  tvx_project_page_show_view (page, "dimensions");
  g_assert_nonnull (window_fixture_wait_for (GTK_WIDGET (fixture->window), "title", "Participants by age"));
  /* What is found to be missing in a table is brought up where it can be mended. */
  g_assert_true (tvx_project_page_focus_field (page, "statistics[0].source"));
  g_assert_true (gtk_widget_get_mapped (window_fixture_wait_for (GTK_WIDGET (window_fixture_wait_for_dialog (fixture)), "title", "Source")));
  window_fixture_close_dialog (fixture);
  ui_press (window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "Make a Goal"));
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, n_goals + 1);
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "New goal: “Guidance”");
  /* The guide is closed until it is used. */
  guide = ui_find_property (GTK_WIDGET (page), "title", "4. Causes and consequences");
  g_assert_false (gtk_widget_get_mapped (guide));
  g_assert_true (tvx_project_page_focus_field (page, "guide.causes"));
  g_assert_true (gtk_widget_get_mapped (guide));
  ui_assert_names (GTK_WIDGET (fixture->window));
  ui_save_png (GTK_WIDGET (fixture->window), "worksheet");
}

#define ADD(name, function) \
  g_test_add (name, WindowFixture, NULL, set_up, function, window_fixture_tear_down)

static void
set_up (WindowFixture *fixture,
        gconstpointer  data)
{
  window_fixture_set_up (fixture, data);
  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/tables/read", test_read);
  ADD ("/tables/marks", test_marks);
  ADD ("/tables/shares", test_shares);
  ADD ("/tables/charts", test_charts);
  ADD ("/tables/paste", test_paste);
  ADD ("/tables/paste-too-much", test_paste_too_much);
  ADD ("/tables/paste-here", test_paste_here);
  ADD ("/tables/typing", test_typing);
  ADD ("/tables/refused", test_refused);
  ADD ("/tables/totals", test_totals);
  ADD ("/tables/arrows", test_arrows);
  ADD ("/tables/proposals", test_proposals);
  ADD ("/tables/breakdowns", test_breakdowns);
  ADD ("/tables/subregions", test_subregions);
  ADD ("/tables/code", test_code);
  ADD ("/tables/insiders", test_insiders);
  ADD ("/tables/removed", test_removed);
  ADD ("/tables/page", test_page);
  return g_test_run ();
}
