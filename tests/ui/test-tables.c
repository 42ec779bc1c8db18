/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The J+ page and the editor of statistics tables. */

#include <string.h>

#include "model/tvx-axis-preset.h"
#include "model/tvx-counts-text.h"
#include "model/tvx-finding.h"
#include "model/tvx-model-error.h"
#include "model/tvx-refused.h"
#include "ui/project/tvx-project-page.h"
#include "ui/chart/tvx-chart-view.h"
#include "ui/statistics/tvx-table-charts.h"
#include "ui/statistics/tvx-table-grid.h"
#include "table-fixture.h"
#include "ui-util.h"

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
  TvxRecord *table = table_fixture_add (fixture);
  GtkWidget *dialog = GTK_WIDGET (table_fixture_open (fixture, table));
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

/* The women and men under 55 are not all shown, since the 3 women are so few. No other number is like these. */
#define UNMISTAKABLE \
  "{'men|0-17': <int64 4177>, 'men|18-29': <int64 2963>, 'men|30-54': <int64 6143>, 'men|55+': <int64 7211>, " \
  "'women|0-17': <int64 3>, 'women|18-29': <int64 5419>, 'women|30-54': <int64 8837>, 'women|55+': <int64 9209>}"

/* Texts without what stands between thousands. */
static gboolean
tells (const char *text,
       const char *number)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "\302\240", "", 0);
  g_string_replace (plain, "\342\200\257", "", 0);
  g_string_replace (plain, ",", "", 0);
  return strstr (plain->str, number) != NULL;
}

/* Any text of a widget that is shown: its own, its tooltip, its label, its title. */
static gboolean
tells_number (GtkWidget *widget,
              gpointer   number)
{
  guint n_properties;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (widget), &n_properties);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  for (guint i = 0; i < n_properties; i++)
    {
      g_autofree char *text = NULL;

      if (properties[i]->value_type != G_TYPE_STRING || (properties[i]->flags & G_PARAM_READABLE) == 0 ||
          (properties[i]->flags & G_PARAM_DEPRECATED) != 0)
        continue;
      g_object_get (widget, properties[i]->name, &text, NULL);
      if (text != NULL && tells (text, number))
        return TRUE;
    }
  return FALSE;
}

static void
read_clipboard_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

/* What is on the clipboard, and in the window as readers see it, has no number that they do not see. */
static void
test_hidden_numbers (WindowFixture *fixture,
                     gconstpointer  data)
{
  static const char *const numbers[] = { "4177", "2963", "6143", "5419", "8837" };
  TvxRecord *table = table_fixture_add (fixture);
  GtkWidget *dialog, *stack;
  g_autofree char *copied = NULL;
  guint n_hidden = 0;

  tvx_editor_set (window_fixture_get_editor (fixture), table, "counts", g_variant_new_parsed (UNMISTAKABLE), NULL);
  dialog = GTK_WIDGET (table_fixture_open (fixture, table));
  stack = ui_find_type (dialog, ADW_TYPE_VIEW_STACK);
  window_fixture_wait_for (dialog, "label", "Readers do not see 4 of 15 numbers.");
  gtk_widget_activate_action (dialog, "table.copy-published", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (dialog), NULL, read_clipboard_cb, &copied);
  while (copied == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tells (copied, "7211"));

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      GtkToggleButton *as_readers = GTK_TOGGLE_BUTTON (ui_find_property (dialog, "label", "As _Readers See It"));

      /* The officer sees each of them. */
      g_assert_nonnull (ui_find (dialog, tells_number, (gpointer) numbers[i]));
      if (tells (copied, numbers[i]))
        continue;
      n_hidden++;
      gtk_toggle_button_set_active (as_readers, TRUE);
      g_assert_null (ui_find (dialog, tells_number, (gpointer) numbers[i]));
      adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "charts");
      window_fixture_wait_for (dialog, "label", "Participants by age: population pyramid");
      g_assert_null (ui_find (dialog, tells_number, (gpointer) numbers[i]));
      adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "numbers");
      gtk_toggle_button_set_active (as_readers, FALSE);
    }
  g_assert_cmpuint (n_hidden, >=, 3);
  window_fixture_close_dialog (fixture);
}

/* The two shares have names, and readers get neither where it would tell a hidden number. Of the table, 3 of 58 women and of
 * 10 people are women under 18. */
static void
test_shares (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = GTK_WIDGET (table_fixture_open (fixture, table_fixture_add (fixture)));
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
  GtkWidget *dialog = GTK_WIDGET (table_fixture_open (fixture, table_fixture_add (fixture)));
  GtkWidget *charts = ui_find_type (dialog, TVX_TYPE_TABLE_CHARTS);
  static const char *const titles[] = { "Participants by age: population pyramid", "Participants by age: how women and men share each group" };

  window_fixture_wait_for (dialog, "label", "Readers do not see 4 of 15 numbers.");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (ui_find_type (dialog, ADW_TYPE_VIEW_STACK)), "charts");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *chart = gtk_widget_get_ancestor (window_fixture_wait_for (charts, "label", titles[i]), TVX_TYPE_CHART_VIEW);

      gtk_expander_set_expanded (GTK_EXPANDER (ui_find_type (chart, GTK_TYPE_EXPANDER)), TRUE);
      g_assert_nonnull (ui_find_property (chart, "label", "Women\302\240.., Men\302\240.."));
      g_assert_nonnull (ui_find_property (chart, "label", "Women\302\24031, Men\302\24026"));
    }
  /* As in reports, a pyramid stands for bars. */
  g_assert_null (ui_find_property (charts, "label", "Participants by age: women and men in each group"));
  g_assert_nonnull (ui_find_property (charts, "label", "Charts show what readers see: the sign .. instead of the bar of a hidden number."));
  ui_assert_names (dialog);
  window_fixture_close_dialog (fixture);
}

/* Where the tables of a project contradict each other, readers see nothing of them, and both pages of the dialog say why. */
static void
test_contradiction (WindowFixture *fixture,
                    gconstpointer  data)
{
  TvxRecord *table = table_fixture_add (fixture);
  GtkWidget *dialog;
  static const char message[] = "The tables “Participants by age” and “Participants by age” count the same people and disagree: 3 and 9 at Women × Under 18";

  tvx_editor_set (window_fixture_get_editor (fixture), table, "counts", g_variant_new_parsed ("{'women|0-17': <int64 9>}"), NULL);
  dialog = GTK_WIDGET (table_fixture_open (fixture, table_fixture_add (fixture)));
  window_fixture_wait_for (dialog, "label", message);
  g_assert_nonnull (ui_find_property (ui_find_type (dialog, TVX_TYPE_TABLE_CHARTS), "label", message));
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
  TvxRecord *table = table_fixture_add (fixture);
  GtkWidget *dialog = GTK_WIDGET (table_fixture_open (fixture, table));
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
  TvxRecord *table = table_fixture_add (fixture);
  GtkWidget *dialog = GTK_WIDGET (table_fixture_open (fixture, table));
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
  TvxRecord *table = table_fixture_add (fixture);
  GtkWidget *dialog = GTK_WIDGET (table_fixture_open (fixture, table));
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
  TvxRecord *table = table_fixture_add (fixture);
  GtkWidget *dialog = GTK_WIDGET (table_fixture_open (fixture, table));
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

/* An officer is told of what nobody has filled in, before it is published. */
static void
test_empty (WindowFixture *fixture,
            gconstpointer  data)
{
  TvxRecord *table = table_fixture_add (fixture);
  TvxEditor *editor = window_fixture_get_editor (fixture);
  GtkWidget *dialog;

  tvx_editor_set (editor, table, "counts", NULL, NULL);
  dialog = GTK_WIDGET (table_fixture_open (fixture, table));
  window_fixture_wait_for (dialog, "label", "Reports leave out a table without numbers.");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (ui_find_type (dialog, ADW_TYPE_VIEW_STACK)), "charts");
  window_fixture_wait_for (dialog, "label", "There is nothing to draw: the table has no numbers yet.");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (ui_find_type (dialog, ADW_TYPE_VIEW_STACK)), "numbers");
  tvx_editor_set (editor, table, "counts", g_variant_new_parsed ("{'women|0-17': <int64 9>}"), NULL);
  window_fixture_wait_for (dialog, "label", "Readers do not see 0 of 15 numbers. 7 empty cells count as zeros.");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (ui_find_type (dialog, ADW_TYPE_VIEW_STACK)), "charts");
  window_fixture_wait_for (dialog, "label", "Readers see all numbers.");
  window_fixture_close_dialog (fixture);
}

/* Words in a cell are kept until they are mended or dropped, and the project tells of them. */
static void
type_in (GtkWidget  *entry,
         const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* Coming to a cell and leaving it is no edit, in whatever order the file has the cells. */
static void
test_passing_by (WindowFixture *fixture,
                 gconstpointer  data)
{
  TvxRecord *table = table_fixture_add (fixture);
  g_autoptr (GVariant) counts = g_variant_ref_sink (g_variant_new_parsed ("{'women|0-17': <int64 3>, 'men|0-17': <int64 7>}"));
  GtkWidget *dialog;

  tvx_editor_set (window_fixture_get_editor (fixture), table, "counts", counts, NULL);
  dialog = GTK_WIDGET (table_fixture_open (fixture, table));
  type_in (ui_find_property (dialog, "text", "3"), "3");
  g_assert_true (tvx_record_get_value (table, "counts") == counts);
  type_in (ui_find_property (dialog, "text", "3"), "4");
  g_assert_false (g_variant_equal (tvx_record_get_value (table, "counts"), counts));
  window_fixture_close_dialog (fixture);
}

/* In all three columns of the oldest, as readers see them. */
static gboolean
are_impossible (gpointer grid)
{
  g_autofree char *published = tvx_table_grid_dup_published (grid);

  return strstr (published, "55 and older\t.\t.\t.\n") != NULL;
}

/* Nobody can be there: a point for the officer and for readers, who are told no count and miss none. */
static void
test_impossible (WindowFixture *fixture,
                 gconstpointer  data)
{
  TvxRecord *table = table_fixture_add (fixture);
  GtkWidget *dialog = GTK_WIDGET (table_fixture_open (fixture, table));
  TvxTableGrid *grid = TVX_TABLE_GRID (ui_find_type (dialog, TVX_TYPE_TABLE_GRID));
  GtkWidget *women = ui_find_property (GTK_WIDGET (grid), "text", "0");
  GtkWidget *men = ui_find_property (GTK_WIDGET (grid), "text", "12");

  type_in (women, ".");
  g_assert_true (tvx_statistics_table_get_impossible (TVX_STATISTICS_TABLE (table), "women|55+"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (women)), ==, ".");
  g_assert_false (gtk_widget_has_css_class (women, "error"));
  type_in (men, ".");
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "men|55+"), ==, 0);
  ui_wait (are_impossible, grid);

  /* A count, or nothing, takes its place, in one step. */
  type_in (men, "12");
  g_assert_false (tvx_statistics_table_get_impossible (TVX_STATISTICS_TABLE (table), "men|55+"));
  tvx_editor_undo (window_fixture_get_editor (fixture));
  g_assert_true (tvx_statistics_table_get_impossible (TVX_STATISTICS_TABLE (table), "men|55+"));
  g_assert_true (tvx_table_grid_paste (grid, "women|30-54", "5\n.\n"));
  g_assert_true (tvx_statistics_table_get_impossible (TVX_STATISTICS_TABLE (table), "women|55+"));
  g_assert_true (tvx_table_grid_paste (grid, "women|55+", "6\n"));
  g_assert_false (tvx_statistics_table_get_impossible (TVX_STATISTICS_TABLE (table), "women|55+"));
  window_fixture_close_dialog (fixture);
}

static void
test_refused (WindowFixture *fixture,
              gconstpointer  data)
{
  TvxRecord *table = table_fixture_add (fixture);
  TvxRecord *project = tvx_record_get_root (table);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *dialog = GTK_WIDGET (table_fixture_open (fixture, table));
  GtkWidget *entry = ui_find_property (ui_find_type (dialog, TVX_TYPE_TABLE_GRID), "text", "3");

  gtk_editable_set_text (GTK_EDITABLE (entry), "about 4");
  g_signal_emit_by_name (entry, "activate");
  window_fixture_close_dialog (fixture);
  tvx_refused_add_findings (window_fixture_get_editor (fixture), project, findings);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (tvx_finding_get_message (findings->pdata[0]), ==, "“about 4” was typed at “Women, Under 18”, and is not stored.");
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women|0-17"), ==, 3);

  dialog = GTK_WIDGET (table_fixture_open (fixture, table));
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
  TvxRecord *table = table_fixture_add (fixture);
  GtkWidget *dialog = GTK_WIDGET (table_fixture_open (fixture, table));
  GtkWidget *grid = ui_find_type (dialog, TVX_TYPE_TABLE_GRID);
  g_autoptr (GVariant) totals = g_variant_ref_sink (g_variant_new_parsed ("{'*|*': <int64 200>}"));

  g_assert_null (ui_find_property (grid, "placeholder-text", "121"));
  gtk_widget_activate_action (dialog, "table.totals", NULL);
  g_assert_nonnull (ui_find_property (grid, "placeholder-text", "121"));
  gtk_widget_activate_action (dialog, "table.totals", NULL);
  g_assert_null (ui_find_property (grid, "placeholder-text", "121"));
  window_fixture_close_dialog (fixture);

  tvx_editor_set (window_fixture_get_editor (fixture), table, "totals", totals, NULL);
  dialog = GTK_WIDGET (table_fixture_open (fixture, table));
  g_assert_nonnull (ui_find_property (dialog, "text", "200"));
  window_fixture_close_dialog (fixture);
}

/* Arrows go from cell to cell, past sums, as in a spreadsheet. */
static void
test_arrows (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = GTK_WIDGET (table_fixture_open (fixture, table_fixture_add (fixture)));
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

static void
test_removed (WindowFixture *fixture,
              gconstpointer  data)
{
  TvxRecord *table = table_fixture_add (fixture);
  GtkWidget *dialog = GTK_WIDGET (table_fixture_open (fixture, table));

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
    { "Age;Women;Men;Total\nUnder 18;.; . ;.\n18–29;24;–;24\n",
      "{'women|0-17': -1, 'men|0-17': -1, 'women|18-29': 24, 'men|18-29': 0}", NULL },
    { "Kön,Ålder,Antal\nKvinnor,0-17,.\n", "{'women|0-17': -1}", NULL },
    { "Age;Women;Men\nUnder 18;3;..\n", NULL, "Line 2: “..” is not a count" },
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

/* A point takes the place of a count, and a count that of a point; what the file does not name stays. */
static void
test_import (void)
{
  gsize n_presets;
  g_autoptr (TvxRecord) axis = tvx_axis_preset_new_axis (tvx_axis_presets_get (&n_presets), "01", NULL);
  g_autoptr (TvxRecord) record = tvx_record_new (TVX_TYPE_STATISTICS_TABLE);
  TvxStatisticsTable *table = TVX_STATISTICS_TABLE (record);
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autoptr (GError) error = NULL;

  tvx_editor_insert (editor, record, "axes", 0, axis, NULL);
  g_assert_true (tvx_counts_text_import (table, editor, "Age;Women;Men\n0-17;3;.\n18–29;24;7\n", &error));
  g_assert_no_error (error);
  g_assert_true (tvx_statistics_table_get_impossible (table, "men|0-17"));
  g_assert_true (tvx_counts_text_import (table, editor, "Age;Women;Men\n0-17;.;5\n", &error));
  g_assert_true (tvx_statistics_table_get_impossible (table, "women|0-17"));
  g_assert_false (tvx_statistics_table_get_impossible (table, "men|0-17"));
  g_assert_cmpint (tvx_statistics_table_get_count (table, "women|0-17"), ==, 0);
  g_assert_cmpint (tvx_statistics_table_get_count (table, "men|0-17"), ==, 5);
  g_assert_cmpint (tvx_statistics_table_get_count (table, "women|18-29"), ==, 24);

  tvx_editor_undo (editor);
  g_assert_cmpint (tvx_statistics_table_get_count (table, "women|0-17"), ==, 3);
  g_assert_true (tvx_statistics_table_get_impossible (table, "men|0-17"));
  g_assert_false (tvx_counts_text_import (table, editor, "Age;Women;Men\n0-17;.;x\n", &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE);
  g_assert_cmpint (tvx_statistics_table_get_count (table, "women|0-17"), ==, 3);
}

static void
test_page (WindowFixture *fixture,
           gconstpointer  data)
{
  TvxRecord *project = TVX_RECORD (window_fixture_wait_for_project (fixture));
  TvxProjectPage *page = TVX_PROJECT_PAGE (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_PAGE));
  TvxRecord *sheet;
  GtkWidget *button, *row, *guide;
  graphene_point_t place;
  GListModel *goals = tvx_record_get_list (project, "goals");
  guint n_goals = g_list_model_get_n_items (goals);

  table_fixture_add (fixture);
  sheet = tvx_editor_insert (window_fixture_get_editor (fixture), project, "four_r", 0, NULL, NULL);
  tvx_editor_set (window_fixture_get_editor (fixture), sheet, "subject", g_variant_new_string ("Guidance"), NULL);
  tvx_project_page_show_view (page, "dimensions");
  g_assert_nonnull (window_fixture_wait_for (GTK_WIDGET (fixture->window), "title", "Participants by age"));
  /* They stand below the dimensions, and are told of above. */
  button = ui_find_property (GTK_WIDGET (page), "label", "1 _Statistics Table");
  ui_settle (GTK_WIDGET (fixture->window));
  ui_save_png (GTK_WIDGET (fixture->window), "dimensions-top");
  ui_press (gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON));
  row = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Participants by age");
  ui_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_compute_point (row, GTK_WIDGET (page), &GRAPHENE_POINT_INIT (0, 0), &place));
  g_assert_cmpfloat (place.y, <, gtk_widget_get_height (GTK_WIDGET (page)) / 2);
  ui_save_png (GTK_WIDGET (fixture->window), "dimensions-tables");
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
  /* Then it is told how far one has come. */
  guide = gtk_widget_get_ancestor (gtk_widget_get_parent (guide), ADW_TYPE_EXPANDER_ROW);
  tvx_editor_set_path (window_fixture_get_editor (fixture), TVX_RECORD (project), "guide.causes", "Old habits", NULL);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (guide)), ==, "1 of 9 steps filled in");
  ui_assert_names (GTK_WIDGET (fixture->window));
  ui_save_png (GTK_WIDGET (fixture->window), "worksheet");
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/tables/read", test_read);
  g_test_add_func ("/tables/import", test_import);
  TABLE_FIXTURE_TEST ("/tables/empty", test_empty);
  TABLE_FIXTURE_TEST ("/tables/marks", test_marks);
  TABLE_FIXTURE_TEST ("/tables/hidden-numbers", test_hidden_numbers);
  TABLE_FIXTURE_TEST ("/tables/shares", test_shares);
  TABLE_FIXTURE_TEST ("/tables/charts", test_charts);
  TABLE_FIXTURE_TEST ("/tables/contradiction", test_contradiction);
  TABLE_FIXTURE_TEST ("/tables/paste", test_paste);
  TABLE_FIXTURE_TEST ("/tables/paste-too-much", test_paste_too_much);
  TABLE_FIXTURE_TEST ("/tables/paste-here", test_paste_here);
  TABLE_FIXTURE_TEST ("/tables/typing", test_typing);
  TABLE_FIXTURE_TEST ("/tables/passing-by", test_passing_by);
  TABLE_FIXTURE_TEST ("/tables/impossible", test_impossible);
  TABLE_FIXTURE_TEST ("/tables/refused", test_refused);
  TABLE_FIXTURE_TEST ("/tables/totals", test_totals);
  TABLE_FIXTURE_TEST ("/tables/arrows", test_arrows);
  TABLE_FIXTURE_TEST ("/tables/removed", test_removed);
  TABLE_FIXTURE_TEST ("/tables/page", test_page);
  return g_test_run ();
}
