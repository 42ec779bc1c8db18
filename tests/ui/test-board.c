/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The board of the handovers: three projects go on together, as on 1 January 2019. */

#include "model/tvx-handover.h"
#include "ui-util.h"
#include "ui/form/tvx-field-group.h"
#include "ui/handover/tvx-handover-board.h"
#include "window-fixture.h"

static GtkWidget *
get_board (WindowFixture *fixture)
{
  return ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_HANDOVER_BOARD);
}

static void
show_board (WindowFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "board");
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_mapped (get_board (fixture)));
}

static TvxSummary *
get_summary (WindowFixture *fixture,
             guint          position)
{
  GListModel *summaries = tvx_workspace_get_summaries (tvx_window_get_workspace (fixture->window));
  g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, position);

  /* The list keeps it. */
  return summary;
}

static const char *
get_state (TvxSummary *summary)
{
  GVariant *state = tvx_summary_get_value (summary, "handover.state");

  return state != NULL ? g_variant_get_string (state, NULL) : "not_applicable";
}

static TvxSummary *
find_in_state (WindowFixture *fixture,
               const char    *state)
{
  for (guint i = 0; i < 3; i++)
    if (g_str_equal (get_state (get_summary (fixture, i)), state))
      return get_summary (fixture, i);
  return NULL;
}

typedef struct
{
  TvxSummary *summary;
  const char *state;
} Awaited;

static gboolean
is_in_state (gpointer data)
{
  Awaited *awaited = data;

  return g_str_equal (get_state (awaited->summary), awaited->state);
}

static void
wait_for_state (TvxSummary *summary,
                const char *state)
{
  Awaited awaited = { summary, state };

  ui_wait (is_in_state, &awaited);
}

/* A step that lacks nothing is taken at once, and can be undone; one that needs something shows what. */
static void
test_step (WindowFixture *fixture,
           gconstpointer  data)
{
  TvxSummary *summary;
  AdwDialog *dialog;

  show_board (fixture);
  ui_assert_names (get_board (fixture));
  summary = find_in_state (fixture, "not_applicable");
  g_assert_nonnull (summary);
  g_signal_emit_by_name (get_board (fixture), "step", tvx_summary_get_id (summary), NULL);
  wait_for_state (summary, "identified");
  window_fixture_activate (fixture, "win.undo");
  wait_for_state (summary, "not_applicable");
  window_fixture_activate (fixture, "win.redo");
  wait_for_state (summary, "identified");

  g_signal_emit_by_name (get_board (fixture), "step", tvx_summary_get_id (summary), "in_preparation");
  dialog = window_fixture_wait_for_dialog (fixture);
  window_fixture_wait_for (GTK_WIDGET (dialog), "label", "_Take the Step");
  g_assert_false (gtk_widget_get_sensitive (ui_find_property (GTK_WIDGET (dialog), "label", "_Take the Step")));
  ui_assert_names (GTK_WIDGET (dialog));
  g_assert_cmpint (ui_min_width (GTK_WIDGET (dialog)), <=, 360);
  window_fixture_close_dialog (fixture);
  g_assert_cmpstr (get_state (summary), ==, "identified");
}

/* No card goes where no step leads. */
static void
test_no_way (WindowFixture *fixture,
             gconstpointer  data)
{
  TvxSummary *summary;

  show_board (fixture);
  summary = find_in_state (fixture, "not_applicable");
  g_signal_emit_by_name (get_board (fixture), "step", tvx_summary_get_id (summary), "completed");
  window_fixture_wait_for_dialog (fixture);
  window_fixture_close_dialog (fixture);
  g_assert_cmpstr (get_state (summary), ==, "not_applicable");
}

static void
add_project (WindowFixture *fixture,
             GPtrArray     *ids)
{
  TvxEditor *editor = window_fixture_get_editor (fixture);
  g_autoptr (TvxRecord) project = tvx_record_new (TVX_TYPE_PROJECT);

  tvx_editor_create (editor, project);
  g_assert_true (tvx_editor_set_text (editor, project, "title", "Tillväxtprojekt", NULL));
  g_ptr_array_add (ids, g_strdup (tvx_record_get_id (project)));
}

static void
take (WindowFixture *fixture,
      const char    *label,
      TvxSummary    *summary,
      const char    *state)
{
  AdwDialog *dialog = window_fixture_wait_for_dialog (fixture);
  GtkWidget *button = window_fixture_wait_for (GTK_WIDGET (dialog), "label", label);

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  wait_for_state (summary, state);
}

static gboolean
is_sensitive (gpointer widget)
{
  return gtk_widget_get_sensitive (widget);
}

/* Opens the dialog for some projects, fills in what is the same for all, and goes on to the step. */
static void
hand_over (WindowFixture *fixture,
           GPtrArray     *ids,
           const char    *field,
           const char    *text)
{
  AdwDialog *dialog;
  GtkWidget *button;
  GtkWidget *group;
  g_autoptr (TvxRecord) draft = NULL;
  g_autoptr (TvxEditor) editor = NULL;

  g_signal_emit_by_name (get_board (fixture), "together", ids->pdata);
  dialog = window_fixture_wait_for_dialog (fixture);
  group = ui_find_type (GTK_WIDGET (dialog), TVX_TYPE_FIELD_GROUP);
  g_object_get (group, "record", &draft, "editor", &editor, NULL);
  if (field != NULL)
    g_assert_true (tvx_editor_set_text (editor, tvx_record_get_record (draft, "handover"), field, text, NULL));
  button = ui_find_property (GTK_WIDGET (dialog), "label", "_Continue");
  ui_wait (is_sensitive, button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_together (WindowFixture *fixture,
               gconstpointer  data)
{
  TvxWorkspace *workspace = tvx_window_get_workspace (fixture->window);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  TvxSummary *first, *second;
  TvxEditor *editor = tvx_workspace_get_editor (workspace);
  g_autofree char *label = NULL;

  show_board (fixture);
  add_project (fixture, ids);
  add_project (fixture, ids);
  g_ptr_array_add (ids, NULL);
  first = tvx_workspace_get_summary (workspace, ids->pdata[0]);
  second = tvx_workspace_get_summary (workspace, ids->pdata[1]);

  hand_over (fixture, ids, NULL, NULL);
  take (fixture, "_Take the Step for 2 of 2", first, "identified");
  hand_over (fixture, ids, "to", "Region Stockholm");
  take (fixture, "_Take the Step for 2 of 2", first, "in_preparation");
  wait_for_state (second, "in_preparation");
  /* All of it is one step of undo. */
  label = tvx_editor_dup_undo_label (editor);
  g_assert_cmpstr (label, ==, "Handover: In preparation");
  tvx_editor_undo (editor);
  g_assert_cmpstr (get_state (first), ==, "identified");
  g_assert_cmpstr (get_state (second), ==, "identified");
}

/* Where there is no room for columns, there is a list with headings. */
static void
test_narrow (WindowFixture *fixture,
             gconstpointer  data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  show_board (fixture);
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 420);
  g_assert_nonnull (window_fixture_wait_for (get_board (fixture), "label", "Not begun (1)"));
}

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);

#define ADD(name) \
  g_test_add ("/board/" #name, WindowFixture, NULL, window_fixture_set_up, test_##name, window_fixture_tear_down)
  ADD (step);
  ADD (no_way);
  ADD (together);
  ADD (narrow);
#undef ADD

  return g_test_run ();
}
