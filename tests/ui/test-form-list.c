/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-cost.h"
#include "model/tvx-funding.h"
#include "model/tvx-goal.h"
#include "model/tvx-list-table.h"
#include "model/tvx-project.h"
#include "ui/form/tvx-paste-dialog.h"
#include "ui/form/tvx-record-list-group.h"
#include "ui/form/tvx-record-row.h"
#include "ui/form/tvx-text-row.h"
#include "ui-util.h"

typedef struct
{
  TvxEditor          *editor;
  TvxRecord          *project;
  TvxRecordListGroup *group;
  GtkWindow          *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->editor = tvx_editor_new (NULL);
  fixture->project = tvx_record_new (TVX_TYPE_PROJECT);
  fixture->group = g_object_new (TVX_TYPE_RECORD_LIST_GROUP,
                                 "list", "goals",
                                 "add-label", "Add Goal",
                                 "placeholder", "No goals yet.",
                                 "editor", fixture->editor,
                                 "record", fixture->project,
                                 NULL);
  fixture->window = ui_open (GTK_WIDGET (fixture->group), 600, 900);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer group = fixture->group;

  g_object_add_weak_pointer (group, &group);
  ui_close (fixture->window);
  g_assert_null (group);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->project);
}

static void
add_goals (Fixture *fixture,
           guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup ("goals[+].text");
      g_autofree char *text = g_strdup_printf ("Goal %u", i + 1);

      g_assert_true (tvx_editor_set_path (fixture->editor, fixture->project, path, text, NULL));
    }
  ui_settle (GTK_WIDGET (fixture->group));
}

static GtkWidget *
get_row (Fixture *fixture,
         guint    position)
{
  return GTK_WIDGET (tvx_record_list_group_get_row (fixture->group, position));
}

/* The titles of the goals and of the rows, which must be the same. */
static void
assert_titles (Fixture    *fixture,
               const char *expected)
{
  GListModel *goals = tvx_record_get_list (fixture->project, "goals");
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TvxRecord) goal = g_list_model_get_item (goals, i);
      TvxRecordRow *row = tvx_record_list_group_get_row (fixture->group, i);
      g_autofree char *title = tvx_record_dup_title (goal);

      g_assert_true (tvx_record_row_get_record (row) == goal);
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, title);
      g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", title);
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static gboolean
has_focus_in (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (data));

  return focus != NULL && (focus == data || gtk_widget_is_ancestor (focus, data));
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *add_row = ui_find_property (GTK_WIDGET (fixture->group), "title", "Add Goal");
  GtkWidget *placeholder = ui_find_property (GTK_WIDGET (fixture->group), "title", "No goals yet.");
  GtkWidget *text;

  g_assert_true (gtk_widget_get_visible (placeholder));
  ui_press (add_row);
  g_assert_false (gtk_widget_get_visible (placeholder));
  assert_titles (fixture, "Goal");

  /* The new row is open, and its first field waits for text. */
  text = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (text));
  g_assert_true (gtk_widget_is_ancestor (text, get_row (fixture, 0)));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "More companies", -1);
  tvx_field_row_flush_focus (GTK_ROOT (fixture->window));
  assert_titles (fixture, "More companies");
  ui_assert_names (GTK_WIDGET (fixture->window));
  g_assert_cmpint (ui_min_width (GTK_WIDGET (fixture->group)), <=, 300);

  tvx_editor_undo (fixture->editor);
  tvx_editor_undo (fixture->editor);
  assert_titles (fixture, "");
  g_assert_true (gtk_widget_get_visible (placeholder));
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  add_goals (fixture, 3);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (get_row (fixture, 1)), TRUE);
  ui_settle (get_row (fixture, 1));
  gtk_widget_child_focus (get_row (fixture, 1), GTK_DIR_TAB_FORWARD);
  g_assert_true (has_focus_in (get_row (fixture, 1)));

  gtk_widget_activate_action (get_row (fixture, 1), "record.remove", NULL);
  assert_titles (fixture, "Goal 1, Goal 3");
  ui_wait (has_focus_in, get_row (fixture, 1));

  /* It comes back as it was: in its place, and open. */
  tvx_editor_undo (fixture->editor);
  assert_titles (fixture, "Goal 1, Goal 2, Goal 3");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (get_row (fixture, 1))));
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (get_row (fixture, 2))));

  for (int i = 0; i < 3; i++)
    gtk_widget_activate_action (get_row (fixture, 0), "record.remove", NULL);
  assert_titles (fixture, "");
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row;

  add_goals (fixture, 3);
  row = get_row (fixture, 2);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_settle (row);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);

  gtk_widget_activate_action (row, "record.move-up", NULL);
  assert_titles (fixture, "Goal 1, Goal 3, Goal 2");
  g_assert_true (get_row (fixture, 1) == row);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  ui_settle (row);
  g_assert_true (has_focus_in (row));

  gtk_widget_activate_action (row, "record.move-up", NULL);
  assert_titles (fixture, "Goal 3, Goal 1, Goal 2");
  /* It is the first now. */
  gtk_widget_activate_action (row, "record.move-up", NULL);
  assert_titles (fixture, "Goal 3, Goal 1, Goal 2");
  gtk_widget_activate_action (row, "record.move-down", NULL);
  assert_titles (fixture, "Goal 1, Goal 3, Goal 2");
  tvx_editor_undo (fixture->editor);
  tvx_editor_undo (fixture->editor);
  tvx_editor_undo (fixture->editor);
  assert_titles (fixture, "Goal 1, Goal 2, Goal 3");
}

/* What is being typed when a row is moved or removed is part of it. */
static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *text;

  add_goals (fixture, 2);
  tvx_record_row_focus_field (tvx_record_list_group_get_row (fixture->group, 0), "description");
  text = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Unsaved", -1);
  gtk_widget_activate_action (get_row (fixture, 0), "record.move-down", NULL);
  g_assert_cmpstr (tvx_record_get_text (tvx_record_row_get_record (tvx_record_list_group_get_row (fixture->group, 1)),
                                        "description"),
                   ==, "Unsaved");
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static gboolean
has_text (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->group));
  g_autofree char *text = NULL, *expected = NULL;

  add_goals (fixture, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->group), "list.copy", NULL));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  ui_wait (has_text, &text);
  expected = tvx_list_table_to_tsv (tvx_record_get_list (fixture->project, "goals"), TVX_TYPE_GOAL);
  g_assert_cmpstr (text, ==, expected);
  gdk_clipboard_set_content (clipboard, NULL);
}

static void
test_duplicate (Fixture       *fixture,
                gconstpointer  data)
{
  add_goals (fixture, 2);
  gtk_widget_activate_action (get_row (fixture, 0), "record.duplicate", NULL);
  assert_titles (fixture, "Goal 1, Goal 1, Goal 2");
  g_assert_cmpstr (tvx_record_get_id (tvx_record_row_get_record (tvx_record_list_group_get_row (fixture->group, 0))), !=,
                   tvx_record_get_id (tvx_record_row_get_record (tvx_record_list_group_get_row (fixture->group, 1))));
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  AdwExpanderRow *row;

  add_goals (fixture, 1);
  row = ADW_EXPANDER_ROW (get_row (fixture, 0));
  g_assert_cmpstr (adw_expander_row_get_subtitle (row), ==, "");
  g_assert_true (tvx_editor_set_path (fixture->editor, fixture->project, "goals[0].assessment", "reachable", NULL));
  g_assert_true (tvx_editor_set_path (fixture->editor, fixture->project, "goals[0].assessed_on", "2018-09-30", NULL));
  g_assert_cmpstr (adw_expander_row_get_subtitle (row), ==, "Can be reached\302\240· Date of assessment\302\2402018-09-30");
}

/* One amount of several says which it is. */
static void
test_facts_of_several (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TvxRecord) cost = tvx_record_new (TVX_TYPE_COST);
  TvxRecord *inserted = tvx_editor_insert (fixture->editor, fixture->project, "costs", 0, cost, NULL);
  g_autoptr (GtkWidget) row = g_object_ref_sink (tvx_record_row_new (fixture->editor, inserted));

  g_assert_true (tvx_editor_set_path (fixture->editor, fixture->project, "costs[0].budget", "1000", NULL));
  g_assert_true (tvx_editor_set_path (fixture->editor, fixture->project, "costs[0].actual", "900", NULL));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "Budget\302\240SEK\302\2401\302\240000\302\240· Actual cost\302\240SEK\302\240900");
}

/* What is to be pasted is shown in the words of the form, and what does not fit as it was written. */
static void
test_paste_preview (Fixture       *fixture,
                    gconstpointer  data)
{
  AdwDialog *dialog = tvx_paste_dialog_new (fixture->editor, fixture->project, "costs", "Travel\ttravel\t\t1000\nStaff\tstaff\t\tmuch\n");

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (ui_find_property (GTK_WIDGET (dialog), "label", "Description: Travel · Kind of cost: Travel and accommodation · Budget: 1\302\240000"));
  g_assert_nonnull (ui_find_property (GTK_WIDGET (dialog), "label", "Description: Staff · Kind of cost: Staff · Budget: much"));
  adw_dialog_force_close (dialog);
  ui_settle (GTK_WIDGET (fixture->window));
}

/* ---- Dragging */

static gboolean
shows (GtkWidget *widget,
       gpointer   record)
{
  return TVX_IS_RECORD_ROW (widget) && tvx_record_row_get_record (TVX_RECORD_ROW (widget)) == record;
}

static GtkWidget *
find_goal_row (Fixture *fixture,
               guint    position)
{
  g_autoptr (TvxRecord) goal = g_list_model_get_item (tvx_record_get_list (fixture->project, "goals"), position);

  return ui_find (GTK_WIDGET (fixture->group), shows, goal);
}

static gpointer
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  return NULL;
}

/* What the handle gives into the drag is dropped on a row, in its upper or its lower half. Returns whether it was taken. */
static gboolean
drag (Fixture  *fixture,
      guint     from,
      guint     to,
      gboolean  below)
{
  GtkWidget *dragged = find_goal_row (fixture, from), *row = find_goal_row (fixture, to);
  GtkWidget *handle = ui_find_property (dragged, "icon-name", "list-drag-handle-symbolic");
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GdkContentProvider) content = NULL;
  gboolean taken = FALSE;

  g_signal_emit_by_name (find_controller (handle, GTK_TYPE_DRAG_SOURCE), "prepare", 0.0, 0.0, &content);
  g_value_init (&value, TVX_TYPE_RECORD_ROW);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_signal_emit_by_name (find_controller (row, GTK_TYPE_DROP_TARGET), "drop", &value, 10.0,
                         below ? gtk_widget_get_height (row) - 1.0 : 1.0, &taken);
  ui_settle (GTK_WIDGET (fixture->group));
  return taken;
}

static void
assert_order (Fixture    *fixture,
              const char *expected)
{
  GListModel *goals = tvx_record_get_list (fixture->project, "goals");
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TvxRecord) goal = g_list_model_get_item (goals, i);

      g_string_append_c (order, tvx_record_get_text (goal, "text")[strlen ("Goal ")]);
    }
  g_assert_cmpstr (order->str, ==, expected);
}

/* A real mouse drags a row in a11y.py; here are both ends of a drag for every place. */
static void
test_drag (Fixture       *fixture,
           gconstpointer  data)
{
  add_goals (fixture, 3);
  g_assert_true (drag (fixture, 2, 0, FALSE));
  assert_order (fixture, "312");
  g_assert_true (drag (fixture, 0, 2, TRUE));
  assert_order (fixture, "123");
  g_assert_true (drag (fixture, 0, 2, FALSE));
  assert_order (fixture, "213");
  g_assert_true (drag (fixture, 2, 0, TRUE));
  assert_order (fixture, "231");

  /* Where it is already, it is not dropped. */
  g_assert_false (drag (fixture, 1, 1, TRUE));
  g_assert_false (drag (fixture, 1, 0, TRUE));
  g_assert_false (drag (fixture, 1, 2, FALSE));
  assert_order (fixture, "231");

  /* Each drag is a step. */
  tvx_editor_undo (fixture->editor);
  assert_order (fixture, "213");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  add_goals (fixture, 1);
  tvx_record_set_read_only (fixture->project, TRUE);
  g_object_set (fixture->group, "record", NULL, NULL);
  g_object_set (fixture->group, "record", fixture->project, NULL);
  g_assert_false (gtk_widget_get_visible (ui_find_property (GTK_WIDGET (fixture->group), "title", "Add Goal")));
  gtk_widget_activate_action (get_row (fixture, 0), "record.remove", NULL);
  assert_titles (fixture, "Goal 1");
}

/* Two hundred closed rows are there at once; generous, since sanitizers and other jobs take their share. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 before;

  g_object_set (fixture->group, "record", NULL, NULL);
  for (int i = 0; i < 200; i++)
    g_assert_true (tvx_editor_set_path (fixture->editor, fixture->project, "goals[+].text", "Goal", NULL));
  before = g_get_monotonic_time ();
  g_object_set (fixture->group, "record", fixture->project, NULL);
  g_test_minimized_result ((double) (g_get_monotonic_time () - before) / 1000, "200 rows: %.0f ms",
                           (double) (g_get_monotonic_time () - before) / 1000);
  g_assert_nonnull (get_row (fixture, 199));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "/form-list/add", test_add },
    { "/form-list/remove", test_remove },
    { "/form-list/move", test_move },
    { "/form-list/typing", test_typing },
    { "/form-list/copy", test_copy },
    { "/form-list/duplicate", test_duplicate },
    { "/form-list/facts", test_facts },
    { "/form-list/facts-of-several", test_facts_of_several },
    { "/form-list/paste-preview", test_paste_preview },
    { "/form-list/drag", test_drag },
    { "/form-list/read-only", test_read_only },
    { "/form-list/many", test_many },
  };

  ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
