/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "model/tvx-project.h"
#include "storage/tvx-folder-store.h"
#include "ui-util.h"
#include "ui/list/tvx-project-filter.h"
#include "ui/list/tvx-project-list.h"
#include "window-fixture.h"

typedef struct
{
  TvxWorkspace   *workspace;
  GSettings      *settings;
  TvxProjectList *list;
  GtkWindow      *window;
  GFile          *folder;
  char           *opened;
  gboolean        activated;
} Fixture;

static const struct
{
  const char *title;
  const char *summary;
  const char *lifecycle;
  const char *end;
  const char *handover;
} projects[] = {
  { "Östersund", "Samverkan i norr", "ongoing", "2020-09", "received" },
  { "Ale", "En å i väster", "planned", NULL, NULL },
  { "Åkersberga", "Skärgården", "completed", "2018", "decided" },
  { "Ängelholm", "Samverkan i söder", "ongoing", "2019-12-31", NULL },
};

static void
add_project (TvxWorkspace *workspace,
             guint         i)
{
  TvxEditor *editor = tvx_workspace_get_editor (workspace);
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GVariant) members =
    g_variant_ref_sink (g_variant_new_parsed ("{'id': <%s>, 'handover': <{'state': <%s>}>}", id,
                                              projects[i].handover != NULL ? projects[i].handover : ""));
  g_autoptr (TvxRecord) project = tvx_record_new_from_variant (TVX_TYPE_PROJECT, members, NULL);

  tvx_editor_begin (editor, NULL);
  tvx_editor_create (editor, project);
  g_assert_true (tvx_editor_set_text (editor, project, "title", projects[i].title, NULL));
  g_assert_true (tvx_editor_set_text (editor, project, "summary", projects[i].summary, NULL));
  g_assert_true (tvx_editor_set_text (editor, project, "lifecycle", projects[i].lifecycle, NULL));
  if (projects[i].end != NULL)
    g_assert_true (tvx_editor_set_text (editor, project, "planned_end", projects[i].end, NULL));
  tvx_editor_end (editor);
}

static void
opened_cb (TvxProjectList *list,
           TvxSummary     *summary,
           gboolean        activated,
           Fixture        *fixture)
{
  g_set_str (&fixture->opened, tvx_summary_get_title (summary));
  fixture->activated = activated;
}

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_dir_make_tmp ("tillvaxt-XXXXXX", NULL);
  g_autoptr (GFile) parent = g_file_new_for_path (path);
  g_autoptr (TvxRecord) record = tvx_record_new (TVX_TYPE_REGISTER);
  g_autoptr (TvxFolderStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_object_ref (parent);
  store = tvx_folder_store_create (parent, TVX_REGISTER (record), NULL, &error);
  g_assert_no_error (error);
  fixture->workspace = tvx_workspace_open (TVX_STORE (store), NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  fixture->settings = g_settings_new ("io.github.tillvaxt.Tillvaxt");
  g_settings_reset (fixture->settings, "order");
  g_settings_reset (fixture->settings, "descending");
  fixture->list = g_object_new (TVX_TYPE_PROJECT_LIST, NULL);
  g_signal_connect (fixture->list, "opened", G_CALLBACK (opened_cb), fixture);
  tvx_project_list_bind_settings (fixture->list, fixture->settings);
  tvx_project_list_set_workspace (fixture->list, fixture->workspace);
  fixture->window = ui_open (GTK_WIDGET (fixture->list), 320, 600);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_empty (fixture, data);
  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    add_project (fixture->workspace, i);
  ui_settle (GTK_WIDGET (fixture->list));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ui_close (fixture->window);
  g_assert_finalize_object (fixture->workspace);
  g_clear_object (&fixture->settings);
  g_clear_pointer (&fixture->opened, g_free);
  ui_delete_folder (fixture->folder);
  g_clear_object (&fixture->folder);
}

static char *
dup_titles (Fixture *fixture)
{
  GListModel *listed = tvx_project_list_get_projects (fixture->list);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (listed); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (listed, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", tvx_summary_get_title (summary));
    }
  return g_string_free_and_steal (g_steal_pointer (&titles));
}

typedef struct
{
  Fixture    *fixture;
  const char *titles;
} Wanted;

static gboolean
has_titles (gpointer data)
{
  Wanted *wanted = data;
  g_autofree char *titles = dup_titles (wanted->fixture);

  return g_str_equal (titles, wanted->titles);
}

/* Filters and sorters work in pieces, between frames. */
static void
wait_for_titles (Fixture    *fixture,
                 const char *titles)
{
  ui_wait (has_titles, &(Wanted) { fixture, titles });
  ui_settle (GTK_WIDGET (fixture->list));
}

static GtkWidget *
find (Fixture    *fixture,
      const char *property,
      const char *value)
{
  return ui_find_property (GTK_WIDGET (fixture->window), property, value);
}

static void
search (Fixture    *fixture,
        const char *words)
{
  GtkWidget *entry = ui_find_type (GTK_WIDGET (fixture->list), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

static void
toggle (Fixture    *fixture,
        const char *label)
{
  GtkWidget *popover = ui_find_type (GTK_WIDGET (fixture->list), GTK_TYPE_POPOVER);
  GtkWidget *button;

  /* What can be chosen is looked up when the popover is shown. */
  gtk_popover_popup (GTK_POPOVER (popover));
  button = ui_find_property (popover, "label", label);
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_assert_true (GTK_IS_CHECK_BUTTON (button));
  g_assert_true (gtk_widget_activate (button));
}

static const char *
get_visible_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find_type (GTK_WIDGET (fixture->list), GTK_TYPE_STACK)));
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  TvxEditor *editor = tvx_workspace_get_editor (fixture->workspace);
  g_autoptr (TvxProject) project = NULL;
  g_autoptr (TvxSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (find (fixture, "label", "Östersund"));
  g_assert_nonnull (find (fixture, "label", "Ongoing · until 2020-09"));
  g_assert_nonnull (find (fixture, "label", "Received"));
  g_assert_nonnull (find (fixture, "label", "Planned"));
  ui_assert_names (GTK_WIDGET (fixture->window));

  /* What is changed is seen at once, and moves to its place. */
  summary = g_list_model_get_item (tvx_workspace_get_summaries (fixture->workspace), 0);
  project = tvx_workspace_load_project (fixture->workspace, tvx_summary_get_id (summary), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tvx_editor_set_text (editor, TVX_RECORD (project), "title", "Arvidsjaur", NULL));
  g_assert_true (tvx_editor_set_text (editor, TVX_RECORD (project), "actual_start", "2017", NULL));
  wait_for_titles (fixture, "Ale Arvidsjaur Ängelholm Åkersberga");
  g_assert_nonnull (find (fixture, "label", "Ongoing · 2017 – 2020-09"));
}

static void
test_orders (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *order = NULL;

  wait_for_titles (fixture, "Ale Ängelholm Åkersberga Östersund");
  toggle (fixture, "End");
  wait_for_titles (fixture, "Åkersberga Ängelholm Östersund Ale");
  order = g_settings_get_string (fixture->settings, "order");
  g_assert_cmpstr (order, ==, "end");
  /* What is empty comes last, whichever way it goes. */
  toggle (fixture, "Descending");
  wait_for_titles (fixture, "Östersund Ängelholm Åkersberga Ale");
  toggle (fixture, "Descending");
  g_settings_set_string (fixture->settings, "order", "lifecycle");
  wait_for_titles (fixture, "Ale Ängelholm Östersund Åkersberga");
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  search (fixture, "SAMVERKAN");
  wait_for_titles (fixture, "Ängelholm Östersund");
  search (fixture, "samverkan söder");
  wait_for_titles (fixture, "Ängelholm");
  /* å is no a. */
  search (fixture, "akersberga");
  wait_for_titles (fixture, "");
  g_assert_cmpstr (get_visible_page (fixture), ==, "nothing");
  g_assert_nonnull (find (fixture, "title", "No Project Matches"));
  g_signal_emit_by_name (find (fixture, "label", "_Clear Filters"), "clicked");
  wait_for_titles (fixture, "Ale Ängelholm Åkersberga Östersund");
  g_assert_cmpstr (get_visible_page (fixture), ==, "list");
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  toggle (fixture, "Ongoing");
  wait_for_titles (fixture, "Ängelholm Östersund");
  toggle (fixture, "Completed");
  wait_for_titles (fixture, "Ängelholm Åkersberga Östersund");
  toggle (fixture, "Received");
  wait_for_titles (fixture, "Östersund");
  g_assert_nonnull (find (fixture, "tooltip-text", "Remove the filter “Handover status: Received”"));
  ui_assert_names (GTK_WIDGET (fixture->window));

  search (fixture, "söder");
  wait_for_titles (fixture, "");
  search (fixture, "norr");
  wait_for_titles (fixture, "Östersund");

  g_signal_emit_by_name (find (fixture, "tooltip-text", "Remove the filter “Handover status: Received”"), "clicked");
  search (fixture, "");
  wait_for_titles (fixture, "Ängelholm Åkersberga Östersund");
  g_assert_null (find (fixture, "tooltip-text", "Remove the filter “Handover status: Received”"));

  tvx_project_list_clear_filters (fixture->list);
  wait_for_titles (fixture, "Ale Ängelholm Åkersberga Östersund");
  g_assert_null (find (fixture, "tooltip-text", "Remove the filter “Status: Ongoing”"));
}

/* A filter is kept with the register, and comes back with its words. */
static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *popover = ui_find_type (GTK_WIDGET (fixture->list), GTK_TYPE_POPOVER);
  GListModel *saved = tvx_record_get_list (TVX_RECORD (tvx_workspace_get_register (fixture->workspace)), "filters");
  GtkWidget *entry = ui_find_type (GTK_WIDGET (fixture->list), GTK_TYPE_SEARCH_ENTRY);

  toggle (fixture, "Ongoing");
  search (fixture, "norr");
  wait_for_titles (fixture, "Östersund");
  gtk_popover_popup (GTK_POPOVER (popover));
  ui_assert_names (popover);
  gtk_editable_set_text (GTK_EDITABLE (ui_find_property (popover, "placeholder-text", "Save as…")), "I norr");
  g_signal_emit_by_name (ui_find_property (popover, "placeholder-text", "Save as…"), "activate");
  g_assert_cmpuint (g_list_model_get_n_items (saved), ==, 1);

  tvx_project_list_clear_filters (fixture->list);
  wait_for_titles (fixture, "Ale Ängelholm Åkersberga Östersund");
  gtk_popover_popup (GTK_POPOVER (popover));
  g_assert_null (ui_find_property (popover, "placeholder-text", "Save as…"));
  ui_press (ui_find_property (popover, "label", "I norr"));
  wait_for_titles (fixture, "Östersund");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "norr");
  g_assert_nonnull (find (fixture, "tooltip-text", "Remove the filter “Status: Ongoing”"));

  gtk_popover_popup (GTK_POPOVER (popover));
  ui_press (ui_find_property (popover, "tooltip-text", "Remove the saved filter “I norr”"));
  g_assert_cmpuint (g_list_model_get_n_items (saved), ==, 0);
  tvx_editor_undo (tvx_workspace_get_editor (fixture->workspace));
  g_assert_cmpuint (g_list_model_get_n_items (saved), ==, 1);
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *view = ui_find_type (GTK_WIDGET (fixture->list), GTK_TYPE_LIST_VIEW);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (tvx_project_list_get_projects (fixture->list));

  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  gtk_single_selection_set_selected (selection, 2);
  g_assert_cmpstr (fixture->opened, ==, "Åkersberga");
  g_assert_false (fixture->activated);

  /* What is open is selected again when its row comes back, without being opened anew. */
  search (fixture, "norr");
  wait_for_titles (fixture, "Östersund");
  g_assert_cmpstr (fixture->opened, ==, "Åkersberga");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  g_clear_pointer (&fixture->opened, g_free);
  search (fixture, "");
  wait_for_titles (fixture, "Ale Ängelholm Åkersberga Östersund");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 2);
  g_assert_null (fixture->opened);

  /* In one column, a selection that the pointer makes in passing opens nothing. */
  g_object_set (fixture->list, "collapsed", TRUE, NULL);
  gtk_single_selection_set_selected (selection, 0);
  g_assert_null (fixture->opened);
  g_signal_emit_by_name (view, "activate", 0);
  g_assert_cmpstr (fixture->opened, ==, "Ale");
  g_assert_true (fixture->activated);
}

static gboolean
is_at_top (gpointer data)
{
  GtkWidget *scrolled = ui_find_type (data, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled))) == 0;
}

static void
scroll_down (Fixture *fixture)
{
  GtkWidget *view = ui_find_type (GTK_WIDGET (fixture->list), GTK_TYPE_LIST_VIEW);

  gtk_list_view_scroll_to (GTK_LIST_VIEW (view), 40, GTK_LIST_SCROLL_NONE, NULL);
  ui_settle (GTK_WIDGET (fixture->list));
  g_assert_false (is_at_top (fixture->list));
}

/* More than fits: whatever is sorted in before the first row, that is what is seen. */
static void
test_top (Fixture       *fixture,
          gconstpointer  data)
{
  for (guint i = 0; i < 40; i++)
    add_project (fixture->workspace, i % G_N_ELEMENTS (projects));
  scroll_down (fixture);
  g_settings_set_string (fixture->settings, "order", "end");
  ui_wait (is_at_top, fixture->list);
  scroll_down (fixture);
  search (fixture, "samverkan");
  ui_wait (is_at_top, fixture->list);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpstr (get_visible_page (fixture), ==, "empty");
  g_assert_nonnull (find (fixture, "title", "No Projects Yet"));
  g_assert_nonnull (find (fixture, "label", "_New Project"));
  add_project (fixture->workspace, 0);
  wait_for_titles (fixture, "Östersund");
  g_assert_cmpstr (get_visible_page (fixture), ==, "list");
  tvx_editor_undo (tvx_workspace_get_editor (fixture->workspace));
  wait_for_titles (fixture, "");
  g_assert_cmpstr (get_visible_page (fixture), ==, "empty");
}

/* Words that go on make the filter stricter, so that it need not look at all again. */
static void
test_strictness (void)
{
  g_autoptr (TvxProjectFilter) filter = tvx_project_filter_new ();

  g_assert_cmpint (gtk_filter_get_strictness (GTK_FILTER (filter)), ==, GTK_FILTER_MATCH_ALL);
  tvx_project_filter_set_words (filter, "a");
  g_assert_cmpint (gtk_filter_get_strictness (GTK_FILTER (filter)), ==, GTK_FILTER_MATCH_SOME);
  tvx_project_filter_set_words (filter, "");
  g_assert_cmpint (gtk_filter_get_strictness (GTK_FILTER (filter)), ==, GTK_FILTER_MATCH_ALL);
  tvx_project_filter_set_criterion (filter, "lifecycle", "ongoing", TRUE);
  tvx_project_filter_set_criterion (filter, "lifecycle", "ongoing", TRUE);
  g_assert_true (tvx_project_filter_has_criterion (filter, "lifecycle", "ongoing"));
  g_assert_false (tvx_project_filter_has_criterion (filter, "handover.state", "ongoing"));
  tvx_project_filter_clear (filter);
  g_assert_cmpint (gtk_filter_get_strictness (GTK_FILTER (filter)), ==, GTK_FILTER_MATCH_ALL);
}

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);
  /* Where å, ä and ö come depends on the language. */
  setlocale (LC_ALL, "C.UTF-8");

#define ADD(name, set_up) g_test_add ("/list/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (rows, set_up);
  ADD (orders, set_up);
  ADD (search, set_up);
  ADD (filters, set_up);
  ADD (saved, set_up);
  ADD (selection, set_up);
  ADD (top, set_up);
  ADD (empty, set_up_empty);
#undef ADD
  g_test_add_func ("/list/strictness", test_strictness);

  return g_test_run ();
}
