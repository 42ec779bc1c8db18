/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many projects at once: the table of projects, and what is done to those that are selected in it. */

#include "ui-util.h"
#include "ui/list/tvx-project-list.h"
#include "ui/list/tvx-project-table.h"
#include "window-fixture.h"

static GtkWidget *
show_table (WindowFixture *fixture)
{
  GtkWidget *table = ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_TABLE);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "table"));
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_mapped (table));
  return table;
}

static GtkSelectionModel *
get_selection (GtkWidget *table)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (ui_find_type (table, GTK_TYPE_COLUMN_VIEW)));
}

static TvxWorkspace *
get_workspace (WindowFixture *fixture)
{
  return tvx_window_get_workspace (fixture->window);
}

static guint
count_with_status (WindowFixture *fixture,
                   const char    *code)
{
  GListModel *summaries = tvx_workspace_get_summaries (get_workspace (fixture));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);
      GVariant *status = tvx_summary_get_value (summary, "lifecycle");

      n += status != NULL && g_str_equal (g_variant_get_string (status, NULL), code);
    }
  return n;
}

static gboolean
all_are_completed (gpointer data)
{
  return count_with_status (data, "completed") == 3;
}

static gboolean
all_are_gone (gpointer data)
{
  return g_list_model_get_n_items (tvx_workspace_get_summaries (get_workspace (data))) == 0;
}

static void
activate (GtkWidget  *table,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (table, action, NULL));
}

static void
test_set_field (WindowFixture *fixture,
                gconstpointer  data)
{
  TvxEditor *editor = tvx_workspace_get_editor (get_workspace (fixture));
  GtkWidget *table = show_table (fixture);
  GtkWidget *dialog, *combo;

  g_assert_nonnull (ui_find_property (table, "label", "3 projects"));
  gtk_selection_model_select_all (get_selection (table));
  g_assert_nonnull (ui_find_property (table, "label", "3 selected"));
  activate (table, "table.set-field");
  dialog = GTK_WIDGET (window_fixture_wait_for_dialog (fixture));
  /* Status is the first of the fields that many can have in common. */
  combo = ui_find_property (dialog, "title", "Field");
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (ADW_COMBO_ROW (combo))), ==, "Status");
  ui_save_png (GTK_WIDGET (fixture->window), "set-field");
  combo = ui_find_property (dialog, "title", "Status");
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 5);
  ui_press (ui_find_property (dialog, "label", "_Set"));
  ui_wait (all_are_completed, fixture);
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "“Status” set in 3 projects");
  /* Cells follow their project. */
  window_fixture_wait_for (table, "label", "Completed");

  /* One step takes all of it back. */
  tvx_editor_undo (editor);
  g_assert_cmpuint (count_with_status (fixture, "completed"), ==, 0);
  g_assert_cmpuint (count_with_status (fixture, "ongoing"), ==, 3);
}

static void
test_delete (WindowFixture *fixture,
             gconstpointer  data)
{
  TvxEditor *editor = tvx_workspace_get_editor (get_workspace (fixture));
  GtkWidget *table = show_table (fixture);

  gtk_selection_model_select_all (get_selection (table));
  activate (table, "table.delete");
  ui_wait (all_are_gone, fixture);
  tvx_editor_undo (editor);
  g_assert_cmpuint (g_list_model_get_n_items (tvx_workspace_get_summaries (get_workspace (fixture))), ==, 3);
}

/* What is selected is exported, and not what the list shows. */
static void
test_export (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *table = show_table (fixture);

  gtk_selection_model_select_item (get_selection (table), 1, TRUE);
  activate (table, "table.export");
  window_fixture_wait_for_dialog (fixture);
  window_fixture_close_dialog (fixture);
}

static gboolean
is_shown (GtkWidget  *table,
          const char *path)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (ui_find_type (table, GTK_TYPE_COLUMN_VIEW)));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_id (column), path))
        return gtk_column_view_column_get_visible (column);
    }
  g_assert_not_reached ();
}

static void
test_columns (WindowFixture *fixture,
              gconstpointer  data)
{
  GSettings *settings = tvx_application_get_settings (window_fixture_get_application ());
  GtkWidget *table = show_table (fixture);
  g_auto (GStrv) columns = NULL;

  g_assert_false (is_shown (table, "tags"));
  activate (table, "table.tags");
  ui_settle (table);
  g_assert_true (is_shown (table, "tags"));
  activate (table, "table.county");
  ui_settle (table);
  g_assert_false (is_shown (table, "county"));
  columns = g_settings_get_strv (settings, "columns");
  g_assert_true (g_strv_contains ((const char *const *) columns, "tags"));
  g_assert_false (g_strv_contains ((const char *const *) columns, "county"));
  g_settings_reset (settings, "columns");
  ui_settle (table);
  g_assert_true (is_shown (table, "county"));
}

static void
test_open (WindowFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *table = show_table (fixture);

  g_signal_emit_by_name (ui_find_type (table, GTK_TYPE_COLUMN_VIEW), "activate", 0);
  window_fixture_wait_for_project (fixture);
  g_assert_false (gtk_widget_get_mapped (table));
}

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);

#define ADD(name) \
  g_test_add ("/many/" #name, WindowFixture, NULL, window_fixture_set_up, test_##name, window_fixture_tear_down)
  ADD (set_field);
  ADD (delete);
  ADD (export);
  ADD (columns);
  ADD (open);
#undef ADD

  return g_test_run ();
}
