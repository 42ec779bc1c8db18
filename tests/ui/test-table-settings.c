/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the editor of statistics tables lets be chosen beside the numbers: breakdowns, categories, rules, what is proposed. */

#include <string.h>

#include "model/tvx-axis-preset.h"
#include "model/tvx-table-axis.h"
#include "table-fixture.h"
#include "ui-util.h"
#include "ui/export/tvx-export-dialog.h"
#include "ui/export/tvx-rounding-group.h"
#include "ui/form/tvx-field-row.h"
#include "ui/form/tvx-record-list-group.h"
#include "ui/project/tvx-project-page.h"
#include "ui/statistics/tvx-table-grid.h"
#include "ui/statistics/tvx-table-list.h"

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
has_focus (gpointer entry)
{
  return gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (entry)));
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
  TvxRecord *table = table_fixture_add (fixture);
  g_autoptr (GVariant) counts = g_variant_ref_sink (g_variant_new_parsed (
    "{'men|0-17': <int64 1>, 'men|18-29': <int64 2>, 'men|30-54': <int64 3>, 'men|55+': <int64 4>, "
    "'women|0-17': <int64 3>, 'women|18-29': <int64 4>, 'women|30-54': <int64 1>, 'women|55+': <int64 2>}"));
  GtkWidget *dialog, *banner, *alert, *row;

  tvx_editor_set (window_fixture_get_editor (fixture), table, "counts", counts, NULL);
  dialog = GTK_WIDGET (table_fixture_open (fixture, table));
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
  TvxRecord *table = table_fixture_add (fixture);
  TvxTableDialog *dialog = table_fixture_open (fixture, table);
  GListModel *axes = tvx_record_get_list (table, "axes");
  g_autoptr (TvxRecord) axis = g_list_model_get_item (axes, 0);
  g_autofree const char **of = NULL;
  TvxRecord *group;
  GtkWidget *row, *check, *entry;
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
  window_fixture_wait_for (GTK_WIDGET (dialog), "label", "The numbers are totals now");
  /* What is left to break down is marked, where one types. */
  entry = ui_find_property (ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_TABLE_GRID), "text", "24");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (entry), ==, "The cells are together only 0, and the typed total is 24");
  ui_save_png (GTK_WIDGET (fixture->window), "table-broken-down");
  tvx_editor_undo (window_fixture_get_editor (fixture));
  g_assert_cmpuint (count_offered (dialog, "education"), ==, 3);
  tvx_editor_redo (window_fixture_get_editor (fixture));
  g_assert_nonnull (ui_find_property (ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_TABLE_GRID), "label", "Post-secondary education"));
  window_fixture_close_dialog (fixture);
}

static GtkWidget *
find_list_row (TvxTableDialog *dialog,
               guint           position)
{
  return GTK_WIDGET (tvx_record_list_group_get_row (TVX_RECORD_LIST_GROUP (ui_find_property (GTK_WIDGET (dialog), "list", "axes")), position));
}

/* Numbers move with their breakdown, and are summed over one that is removed, which is told; a fourth one cannot be added. */
static void
test_change_breakdowns (WindowFixture *fixture,
                        gconstpointer  data)
{
  TvxRecord *table = table_fixture_add (fixture);
  TvxEditor *editor = window_fixture_get_editor (fixture);
  TvxTableDialog *dialog = table_fixture_open (fixture, table);
  GtkWidget *group = ui_find_property (GTK_WIDGET (dialog), "list", "axes");
  GtkWidget *add_row = ui_find_property (group, "title", "Add Own Breakdown");
  g_autoptr (GVariant) counts = g_variant_ref_sink (g_variant_new_parsed ("{'women|0-17|a': <int64 1>, 'women|0-17|b': <int64 2>, 'men|55+|a': <int64 9>}"));
  static const char *const codes[] = { "a", "b" };
  TvxRecord *axis;

  g_signal_emit_by_name (add_row, "activated");
  axis = tvx_record_row_get_record (TVX_RECORD_ROW (find_list_row (dialog, 1)));
  g_assert_cmpstr (tvx_record_get_text (axis, "kind"), ==, "other");
  tvx_editor_set_text (editor, axis, "name", "Sector", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      TvxRecord *category = tvx_editor_insert (editor, axis, "categories", G_MAXUINT, NULL, NULL);

      tvx_editor_set_text (editor, category, "code", codes[i], NULL);
      tvx_editor_set_text (editor, category, "name", codes[i], NULL);
    }
  tvx_editor_set (editor, table, "totals", NULL, NULL);
  tvx_editor_set (editor, table, "counts", counts, NULL);
  gtk_widget_activate_action (find_list_row (dialog, 1), "record.move-up", NULL);
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|b|0-17"), ==, 2);

  g_assert_true (gtk_widget_get_sensitive (add_row));
  g_signal_emit_by_name (add_row, "activated");
  g_assert_false (gtk_widget_get_sensitive (add_row));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (add_row), ==, "There can be at most 3");
  g_assert_nonnull (strstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)), "at most three breakdowns. Make another table"));
  gtk_widget_activate_action (find_list_row (dialog, 1), "record.duplicate", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (tvx_record_get_list (table, "axes")), ==, 3);
  gtk_widget_activate_action (find_list_row (dialog, 2), "record.remove", NULL);
  g_assert_true (gtk_widget_get_sensitive (add_row));
  gtk_widget_activate_action (find_list_row (dialog, 0), "record.duplicate", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (tvx_record_get_list (table, "axes")), ==, 2);

  gtk_widget_activate_action (find_list_row (dialog, 0), "record.remove", NULL);
  window_fixture_wait_for (GTK_WIDGET (dialog), "label", "Summed over “Sector”");
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|0-17"), ==, 3);
  tvx_editor_undo (editor);
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|b|0-17"), ==, 2);
  window_fixture_close_dialog (fixture);
}

/* In a narrow window, too, one types at once. */
static void
test_narrow (WindowFixture *fixture,
             gconstpointer  data)
{
  TvxTableDialog *dialog;
  GtkWidget *entry;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  ui_settle (GTK_WIDGET (fixture->window));
  dialog = table_fixture_open (fixture, table_fixture_add (fixture));
  entry = tvx_table_grid_get_first_entry (TVX_TABLE_GRID (ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_TABLE_GRID)));
  ui_wait (has_focus, entry);
  ui_save_png (GTK_WIDGET (fixture->window), "table-narrow");
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
  TvxRecord *table = table_fixture_add (fixture);
  TvxTableDialog *dialog = table_fixture_open (fixture, table);
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
  TvxRecord *table = table_fixture_add (fixture);
  GtkWidget *dialog = GTK_WIDGET (table_fixture_open (fixture, table));
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

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  TABLE_FIXTURE_TEST ("/table-settings/proposals", test_proposals);
  TABLE_FIXTURE_TEST ("/table-settings/breakdowns", test_breakdowns);
  TABLE_FIXTURE_TEST ("/table-settings/change-breakdowns", test_change_breakdowns);
  TABLE_FIXTURE_TEST ("/table-settings/narrow", test_narrow);
  TABLE_FIXTURE_TEST ("/table-settings/subregions", test_subregions);
  TABLE_FIXTURE_TEST ("/table-settings/code", test_code);
  TABLE_FIXTURE_TEST ("/table-settings/insiders", test_insiders);
  return g_test_run ();
}
