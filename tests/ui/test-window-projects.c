/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-util.h"
#include "ui/form/tvx-field-row.h"
#include "ui/list/tvx-project-list.h"
#include "window-fixture.h"

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
  GtkWidget *button = window_fixture_find (fixture, "action-name", action);

  return gtk_widget_is_sensitive (button);
}

/* As a person reads it: without markup. */
static gboolean
shows (GtkWidget *widget,
       gpointer   data)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), data) != NULL;
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
  g_assert_nonnull (window_fixture_find (fixture, "label", "Åkers kanal"));

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
  g_assert_nonnull (window_fixture_find (fixture, "title", "Overview"));
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
  tvx_editor_set_text (window_fixture_get_editor (fixture), TVX_RECORD (window_fixture_get_project (fixture)), "title", "A & B <x>",
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
  tvx_editor_set_text (window_fixture_get_editor (fixture), TVX_RECORD (project), "title", "Kompetensarena", &error);
  g_assert_no_error (error);
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "Kompetensarena");
  label = tvx_editor_dup_undo_label (window_fixture_get_editor (fixture));
  tooltip = g_strconcat ("Undo: ", label, NULL);
  g_assert_nonnull (window_fixture_find (fixture, "tooltip-text", tooltip));
  g_assert_nonnull (strstr (tooltip, "Title"));

  window_fixture_open_project (fixture, "Innovationskraft Sthlm");
  window_fixture_activate (fixture, "win.undo");
  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  g_assert_true (window_fixture_get_project (fixture) == project);
  g_assert_true (can_activate (fixture, "win.redo"));
  window_fixture_activate (fixture, "win.redo");
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", "Kompetensarena");
}

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);

#define ADD(name, set_up) \
  g_test_add ("/window-projects/" #name, WindowFixture, NULL, set_up, test_##name, window_fixture_tear_down)
  ADD (new_project, window_fixture_set_up);
  ADD (delete_project, window_fixture_set_up);
  ADD (toast_goes, window_fixture_set_up);
  ADD (duplicate_project, window_fixture_set_up);
  ADD (newer_project, window_fixture_set_up_empty);
  ADD (markup, window_fixture_set_up);
  ADD (choose_again, window_fixture_set_up);
  ADD (undo, window_fixture_set_up);
#undef ADD

  return g_test_run ();
}
