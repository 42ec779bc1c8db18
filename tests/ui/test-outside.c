/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window while somebody else works in the same folder. */

#include "model/tvx-statistics-table.h"
#include "storage/tvx-folder-store.h"
#include "ui-util.h"
#include "window-fixture.h"

#define TITLE "Kompetensarena Stockholm"

static TvxWorkspace *
open_theirs (WindowFixture *fixture)
{
  g_autoptr (TvxFolderStore) store = tvx_folder_store_new (fixture->folder);
  g_autoptr (GError) error = NULL;
  TvxWorkspace *workspace = tvx_workspace_open (TVX_STORE (store), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return workspace;
}

static TvxRecord *
load_theirs (WindowFixture *fixture,
             TvxWorkspace  *theirs)
{
  const char *id = tvx_record_get_id (TVX_RECORD (window_fixture_get_project (fixture)));
  g_autoptr (GError) error = NULL;
  TvxProject *project = tvx_workspace_load_project (theirs, id, NULL, &error);

  g_assert_no_error (error);
  return TVX_RECORD (project);
}

static void
set_vision (TvxWorkspace *workspace,
            TvxRecord    *project,
            const char   *text)
{
  g_assert_true (tvx_editor_set_text (tvx_workspace_get_editor (workspace), project, "vision", text, NULL));
}

static void
save (TvxWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  tvx_workspace_save (workspace, &error);
  g_assert_no_error (error);
}

static GtkWidget *
wait_for (WindowFixture *fixture,
          const char    *property,
          const char    *value)
{
  return window_fixture_wait_for (GTK_WIDGET (fixture->window), property, value);
}

/* Who comes back to the window sees what others did. */
static void
test_changed (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (TvxWorkspace) theirs = NULL;
  g_autoptr (TvxRecord) project = NULL;

  window_fixture_open_project (fixture, TITLE);
  theirs = open_theirs (fixture);
  project = load_theirs (fixture, theirs);
  set_vision (theirs, project, "Deras vision");
  save (theirs);
  g_assert_true (gtk_window_is_active (GTK_WINDOW (fixture->window)));
  g_object_notify (G_OBJECT (fixture->window), "is-active");
  wait_for (fixture, "label", "Somebody else changed “" TITLE "”");
  g_assert_cmpstr (tvx_record_get_text (TVX_RECORD (window_fixture_get_project (fixture)), "vision"), ==,
                   "Deras vision");
}

static void
test_deleted (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (TvxWorkspace) theirs = NULL;
  g_autoptr (TvxRecord) project = NULL;

  window_fixture_open_project (fixture, TITLE);
  theirs = open_theirs (fixture);
  project = load_theirs (fixture, theirs);
  g_assert_true (tvx_editor_delete (tvx_workspace_get_editor (theirs), project, NULL));
  save (theirs);
  g_object_notify (G_OBJECT (fixture->window), "is-active");
  wait_for (fixture, "label", "Somebody else deleted “" TITLE "”");
  g_assert_null (window_fixture_get_project (fixture));
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) == NULL;
}

static void
test_conflict (WindowFixture *fixture,
               gconstpointer  data)
{
  TvxWorkspace *mine = tvx_window_get_workspace (fixture->window);
  g_autoptr (TvxWorkspace) theirs = NULL;
  g_autoptr (TvxRecord) project = NULL;
  TvxRecord *my_project;
  AdwDialog *dialog;

  window_fixture_open_project (fixture, TITLE);
  my_project = TVX_RECORD (window_fixture_get_project (fixture));
  theirs = open_theirs (fixture);
  project = load_theirs (fixture, theirs);
  set_vision (theirs, project, "Deras vision");
  save (theirs);
  set_vision (mine, my_project, "Min vision");
  save (mine);

  g_signal_emit_by_name (wait_for (fixture, "button-label", "_Compare"), "button-clicked");
  dialog = window_fixture_wait_for_dialog (fixture);
  ui_assert_names (GTK_WIDGET (dialog));
  g_assert_cmpint (ui_min_width (GTK_WIDGET (dialog)), <=, 360);
  g_assert_nonnull (ui_find_property (GTK_WIDGET (dialog), "title", "Min vision"));
  g_signal_emit_by_name (ui_find_property (GTK_WIDGET (dialog), "label", "_Use This"), "clicked");
  ui_wait (has_no_dialog, fixture->window);
  g_assert_cmpstr (tvx_record_get_text (my_project, "vision"), ==, "Deras vision");
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (wait_for (fixture, "button-label", "_Compare"))));
}

static void
set_count (TvxWorkspace *workspace,
           TvxRecord    *project,
           const char   *key,
           gint64        count)
{
  g_autoptr (TvxStatisticsTable) table = g_list_model_get_item (tvx_record_get_list (project, "statistics"), 0);
  g_autoptr (GVariantBuilder) changes = g_variant_builder_new (G_VARIANT_TYPE ("a{sx}"));
  g_autoptr (GVariant) set = NULL, counts = NULL;

  g_variant_builder_add (changes, "{sx}", key, count);
  set = g_variant_ref_sink (g_variant_builder_end (changes));
  counts = tvx_statistics_table_with_counts (table, "counts", set);
  g_assert_true (tvx_editor_set (tvx_workspace_get_editor (workspace), TVX_RECORD (table), "counts", counts, NULL));
}

/* Of a table, only those cells are shown that the two do not agree on, by their names; the rest of what both did stays. */
static void
test_conflict_in_a_cell (WindowFixture *fixture,
                         gconstpointer  data)
{
  TvxWorkspace *mine = tvx_window_get_workspace (fixture->window);
  g_autoptr (TvxWorkspace) theirs = NULL;
  g_autoptr (TvxRecord) project = NULL;
  g_autoptr (TvxStatisticsTable) table = NULL;
  TvxRecord *my_project;
  AdwDialog *dialog;

  window_fixture_open_project (fixture, TITLE);
  my_project = TVX_RECORD (window_fixture_get_project (fixture));
  theirs = open_theirs (fixture);
  project = load_theirs (fixture, theirs);
  table = g_list_model_get_item (tvx_record_get_list (my_project, "statistics"), 0);
  g_assert_true (tvx_editor_set_text (tvx_workspace_get_editor (mine), TVX_RECORD (table), "title", "Unga & äldre <b>", NULL));
  set_count (theirs, project, "men|18-29", 98);
  set_count (theirs, project, "women|18-29", 85);
  set_count (theirs, project, "women|55+", -1);
  save (theirs);
  set_count (mine, my_project, "men|18-29", 99);
  set_count (mine, my_project, "men|55+", 1234);
  set_count (mine, my_project, "women|55+", 42);
  save (mine);

  g_signal_emit_by_name (wait_for (fixture, "button-label", "_Compare"), "button-clicked");
  dialog = window_fixture_wait_for_dialog (fixture);
  ui_save_png (GTK_WIDGET (fixture->window), "conflict-in-a-cell");
  g_assert_nonnull (ui_find_property (GTK_WIDGET (dialog), "label", "Unga &amp; äldre &lt;b&gt;"));
  g_assert_nonnull (ui_find_property (GTK_WIDGET (dialog), "title", "Men, 18–29 år: 99\nWomen, 55 år och äldre: 42"));
  g_assert_nonnull (ui_find_property (GTK_WIDGET (dialog), "title", "Men, 18–29 år: 98\nWomen, 55 år och äldre: empty"));
  g_signal_emit_by_name (ui_find_property (GTK_WIDGET (dialog), "label", "_Use This"), "clicked");
  ui_wait (has_no_dialog, fixture->window);
  g_assert_cmpint (tvx_statistics_table_get_count (table, "men|18-29"), ==, 98);
  g_assert_cmpint (tvx_statistics_table_get_count (table, "women|18-29"), ==, 85);
  g_assert_cmpint (tvx_statistics_table_get_count (table, "women|55+"), ==, 0);
  g_assert_cmpint (tvx_statistics_table_get_count (table, "men|55+"), ==, 1234);
}

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);

#define ADD(name) \
  g_test_add ("/outside/" #name, WindowFixture, NULL, window_fixture_set_up, test_##name, window_fixture_tear_down)
  ADD (changed);
  ADD (deleted);
  ADD (conflict);
  ADD (conflict_in_a_cell);
#undef ADD

  return g_test_run ();
}
