/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "model/tvx-refused.h"
#include "model/tvx-vocabulary.h"
#include "ui/form/tvx-date-row.h"
#include "ui/form/tvx-field-group.h"
#include "ui/form/tvx-switch-row.h"
#include "ui-util.h"

/* A kind of record that nobody but this test knows: a line here is a row in the form. */

#define TEST_TYPE_THING (test_thing_get_type ())
G_DECLARE_FINAL_TYPE (TestThing, test_thing, TEST, THING, TvxRecord)

static const TvxTerm colours[] = {
  { "red", N_("Red") },
  { "green", N_("Green") },
};
static TvxVocabulary test_colours = TVX_VOCABULARY ("colour", colours);

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 20 },
  { "story", TVX_FIELD_LONG_TEXT, N_("Story"), .help = N_("What happened") },
  { "colour", TVX_FIELD_ENUM, N_("Colour"), TVX_FIELD_REQUIRED, .vocabulary = &test_colours },
  { "county", TVX_FIELD_CODE, N_("County"), .vocabulary = &tvx_counties },
  { "colours", TVX_FIELD_CODES, N_("Colours"), .vocabulary = &test_colours },
  { "municipalities", TVX_FIELD_CODES, N_("Municipalities"), .vocabulary = &tvx_municipalities },
  { "begins_on", TVX_FIELD_DATE, N_("Begins") },
  { "ends_on", TVX_FIELD_DATE, N_("Ends"), .not_before = "begins_on" },
  { "amount", TVX_FIELD_MONEY, N_("Amount") },
  { "open", TVX_FIELD_BOOLEAN, N_("Open") },
  { "website", TVX_FIELD_TEXT, N_("Website"), .check = tvx_check_uri },
  { "tags", TVX_FIELD_TEXTS, N_("Tags"), .max_length = 8 },
  { "shade", TVX_FIELD_TEXT, N_("Shade"), .when = "colour", .when_code = "red" },
  { "parts", TVX_FIELD_LIST, N_("Parts"), .get_type = test_thing_get_type },
  { "main_part", TVX_FIELD_REFERENCE, N_("Main part"), .get_type = test_thing_get_type },
  { "good_parts", TVX_FIELD_REFERENCES, N_("Good parts"), .get_type = test_thing_get_type },
};

TVX_DEFINE_RECORD (TestThing, test_thing, "thing", N_("Thing"))

typedef struct
{
  TvxEditor     *editor;
  TvxRecord     *record;
  TvxFieldGroup *group;
  GtkWindow     *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->editor = tvx_editor_new (NULL);
  fixture->record = tvx_record_new (TEST_TYPE_THING);
  fixture->group = g_object_new (TVX_TYPE_FIELD_GROUP, "editor", fixture->editor, "record", fixture->record, NULL);
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
  g_assert_finalize_object (fixture->record);
}

static gpointer
get_row (Fixture    *fixture,
         const char *field)
{
  TvxFieldRow *row = tvx_field_group_get_row (fixture->group, field);

  g_assert_nonnull (row);
  return row;
}

static void
type (Fixture    *fixture,
      const char *field,
      const char *text)
{
  tvx_text_row_set_text (get_row (fixture, field), text);
}

static void
assert_shown (Fixture    *fixture,
              const char *field,
              const char *expected)
{
  g_autofree char *text = tvx_text_row_dup_text (get_row (fixture, field));

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_wrong (Fixture    *fixture,
              const char *field,
              gboolean    wrong)
{
  GtkWidget *row = get_row (fixture, field);
  GtkWidget *control = tvx_field_row_get_control (TVX_FIELD_ROW (row));

  g_assert_cmpint (gtk_widget_has_css_class (row, "error"), ==, wrong);
  gtk_test_accessible_assert_state (control, GTK_ACCESSIBLE_STATE_INVALID,
                                    wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE);
}

static gboolean
has_name (gpointer data)
{
  return tvx_record_get_text (data, "name") != NULL;
}

static void
test_all_fields (Fixture       *fixture,
                 gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      TvxFieldRow *row = tvx_field_group_get_row (fixture->group, fields[i].name);

      if (fields[i].kind == TVX_FIELD_ID || fields[i].kind == TVX_FIELD_LIST)
        {
          g_assert_null (row);
          continue;
        }
      g_assert_true (tvx_field_row_get_field (row) == &fields[i]);
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, fields[i].label);
    }
  ui_assert_names (GTK_WIDGET (fixture->window));
  g_assert_cmpint (ui_min_width (GTK_WIDGET (fixture->group)), <=, 300);
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  type (fixture, "name", "Bridge");
  g_assert_null (tvx_record_get_text (fixture->record, "name"));
  ui_wait (has_name, fixture->record);
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "name"), ==, "Bridge");

  /* One step of undo for one time of typing, though it was stored twice. */
  type (fixture, "name", "Bridges");
  tvx_field_row_flush (get_row (fixture, "name"));
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "name"), ==, "Bridges");
  tvx_editor_undo (fixture->editor);
  assert_shown (fixture, "name", "");
  tvx_editor_redo (fixture->editor);
  assert_shown (fixture, "name", "Bridges");
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *control = tvx_field_row_get_control (get_row (fixture, "name"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (control));

  gtk_test_accessible_assert_property (control, GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE);
  gtk_test_accessible_assert_property (control, GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, FALSE);
  gtk_test_accessible_assert_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "“Name” must be filled in before this is published.");
  assert_wrong (fixture, "name", FALSE);

  /* While it is typed in, the text stays as it is, the space at its end as well. */
  gtk_widget_grab_focus (control);
  type (fixture, "name", "One ");
  tvx_field_row_flush (get_row (fixture, "name"));
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "name"), ==, "One");
  assert_shown (fixture, "name", "One ");
  gtk_test_accessible_assert_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

  /* What is pasted into one line becomes one line; Enter ends it. */
  gtk_text_buffer_insert_at_cursor (buffer, "two\nthree", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "\n", -1);
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "name"), ==, "One two three");
  assert_shown (fixture, "name", "One two three");

  /* Too long a text is kept and marked. */
  type (fixture, "name", "A name of more than twenty characters");
  tvx_field_row_flush_focus (GTK_ROOT (fixture->window));
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "name"), ==, "A name of more than twenty characters");
  assert_wrong (fixture, "name", TRUE);
  g_assert_nonnull (ui_find_property (get_row (fixture, "name"), "label",
                                      "The text has 37 characters; at most 20 characters fit here."));
  tvx_editor_undo (fixture->editor);
  assert_wrong (fixture, "name", FALSE);
  assert_shown (fixture, "name", "One two three");
}

static void
test_long_text (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *row = get_row (fixture, "story");
  int before = gtk_widget_get_height (row);

  gtk_test_accessible_assert_property (tvx_field_row_get_control (TVX_FIELD_ROW (row)),
                                       GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE);
  g_assert_nonnull (ui_find_property (row, "label", "What happened"));
  type (fixture, "story", "First\n\nSecond\n\nThird");
  tvx_field_row_flush (TVX_FIELD_ROW (row));
  ui_settle (row);
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "story"), ==, "First\n\nSecond\n\nThird");
  g_assert_cmpint (gtk_widget_get_height (row), >, before + 40);
}

static void
test_date (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row = get_row (fixture, "begins_on");
  GtkWidget *button = ui_find_type (row, GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkWidget *calendar = ui_find_type (popover, GTK_TYPE_CALENDAR);
  g_autoptr (GDateTime) day = g_date_time_new_local (2018, 11, 12, 0, 0, 0);

  type (fixture, "begins_on", "30/9 2018");
  tvx_field_row_left (TVX_FIELD_ROW (row));
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "begins_on"), ==, "2018-09-30");
  assert_shown (fixture, "begins_on", "2018-09-30");

  type (fixture, "begins_on", "2018-10");
  tvx_field_row_left (TVX_FIELD_ROW (row));
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "begins_on"), ==, "2018-10");
  assert_wrong (fixture, "begins_on", FALSE);

  /* A day that is selected is chosen by the button only: turning to another month selects one as well. */
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_settle (popover);
  g_assert_nonnull (ui_find_property (popover, "label", "Choose 2018-10-01"));
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "begins_on"), ==, "2018-10");
  ui_press (ui_find_property (popover, "label", "Choose 2018-11-12"));
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "begins_on"), ==, "2018-11-12");

  /* What is no date is kept and marked, and so is an end before the beginning; the mark goes when either is mended. */
  type (fixture, "ends_on", "soon");
  tvx_field_row_left (get_row (fixture, "ends_on"));
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "ends_on"), ==, "soon");
  assert_wrong (fixture, "ends_on", TRUE);
  type (fixture, "ends_on", "2018-01-01");
  tvx_field_row_left (get_row (fixture, "ends_on"));
  assert_wrong (fixture, "ends_on", TRUE);
  type (fixture, "begins_on", "2017");
  tvx_field_row_left (TVX_FIELD_ROW (row));
  assert_wrong (fixture, "ends_on", FALSE);
}

static gboolean
has_hint (gpointer    row,
          const char *hint)
{
  GtkWidget *label = ui_find_property (row, "label", hint);

  return label != NULL && gtk_widget_get_visible (label);
}

/* Nobody should have to guess how a date was read, also not after the row was left. */
static void
test_reading (Fixture       *fixture,
              gconstpointer  data)
{
  gpointer date = get_row (fixture, "begins_on");
  gpointer amount = get_row (fixture, "amount");

  type (fixture, "begins_on", "300918");
  tvx_field_row_flush (date);
  g_assert_true (has_hint (date, "“300918” is read as 18\302\240September\302\2402030"));
  tvx_field_row_left (date);
  assert_shown (fixture, "begins_on", "2030-09-18");
  g_assert_true (has_hint (date, "“300918” is read as 18\302\240September\302\2402030"));

  /* It is gone once the date is typed as it is written, or comes from elsewhere. */
  type (fixture, "begins_on", "2018-09-30");
  tvx_field_row_left (date);
  g_assert_false (has_hint (date, "“300918” is read as 18\302\240September\302\2402030"));
  type (fixture, "begins_on", "30/9 2018 ");
  tvx_field_row_left (date);
  g_assert_true (has_hint (date, "“30/9 2018” is read as 30\302\240September\302\2402018"));
  g_assert_true (tvx_editor_set_text (fixture->editor, fixture->record, "begins_on", "2019", NULL));
  g_assert_false (has_hint (date, "“30/9 2018” is read as 30\302\240September\302\2402018"));

  /* What can be two days is none, and a year that is far off is doubted. */
  type (fixture, "begins_on", "18-09-30");
  tvx_field_row_left (date);
  assert_wrong (fixture, "begins_on", TRUE);
  g_assert_true (has_hint (date, "“18-09-30” can begin with the year or with the day. Write the year with four digits, as 2018-09-30."));
  type (fixture, "begins_on", "2801-09-30");
  tvx_field_row_left (date);
  g_assert_true (has_hint (date, "The year 2801 is far from now. Is it right?"));

  type (fixture, "amount", "1,5 mnkr");
  tvx_field_row_left (amount);
  g_assert_true (has_hint (amount, "“1,5 mnkr” is read as 1\302\240500\302\240000"));
  type (fixture, "amount", "1500000");
  tvx_field_row_left (amount);
  g_assert_false (has_hint (amount, "“1500000” is read as 1\302\240500\302\240000"));
  type (fixture, "amount", "-5");
  tvx_field_row_left (amount);
  assert_shown (fixture, "amount", "−5");
  g_assert_false (has_hint (amount, "“-5” is read as −5"));
}

static void
test_money (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 amount;

  type (fixture, "amount", "1250000 kr");
  tvx_field_row_left (get_row (fixture, "amount"));
  g_assert_true (tvx_record_get_number (fixture->record, "amount", &amount));
  g_assert_cmpint (amount, ==, 1250000);
  assert_shown (fixture, "amount", "1\302\240250\302\240000");

  /* The record cannot hold what is no number: the row does, and says so. */
  type (fixture, "amount", "a lot");
  tvx_field_row_left (get_row (fixture, "amount"));
  assert_wrong (fixture, "amount", TRUE);
  assert_shown (fixture, "amount", "a lot");
  g_assert_true (tvx_record_get_number (fixture->record, "amount", &amount));
  g_assert_cmpint (amount, ==, 1250000);

  tvx_editor_undo (fixture->editor);
  assert_shown (fixture, "amount", "");
  assert_wrong (fixture, "amount", FALSE);
}

/* What could not be stored comes back with its record, until it is mended or dropped. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TvxRecord) other = tvx_record_new (TEST_TYPE_THING);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  TvxRecord *part;
  GtkWidget *button;

  type (fixture, "amount", "a lot");
  g_object_set (fixture->group, "record", other, NULL);
  assert_shown (fixture, "amount", "");
  assert_wrong (fixture, "amount", FALSE);
  tvx_refused_add_findings (fixture->editor, fixture->record, findings);
  g_assert_cmpuint (findings->len, ==, 1);

  g_object_set (fixture->group, "record", fixture->record, NULL);
  assert_shown (fixture, "amount", "a lot");
  assert_wrong (fixture, "amount", TRUE);

  button = ui_find_property (get_row (fixture, "amount"), "tooltip-text", _("Back to What Is Stored"));
  g_assert_true (gtk_widget_get_visible (button));
  ui_press (button);
  assert_shown (fixture, "amount", "");
  assert_wrong (fixture, "amount", FALSE);
  g_assert_false (gtk_widget_get_visible (button));

  type (fixture, "amount", "much");
  tvx_field_row_left (get_row (fixture, "amount"));
  g_assert_true (tvx_refused_has_any (fixture->editor, tvx_record_get_id (fixture->record)));
  type (fixture, "amount", "12");
  tvx_field_row_left (get_row (fixture, "amount"));
  g_assert_false (tvx_refused_has_any (fixture->editor, tvx_record_get_id (fixture->record)));

  /* With a record that is removed goes what was typed in it, and it comes back with it. */
  part = tvx_editor_insert (fixture->editor, fixture->record, "parts", 0, NULL, NULL);
  tvx_refused_keep (fixture->editor, part, tvx_record_get_field (part, "amount"), "more");
  g_assert_true (tvx_refused_has_any (fixture->editor, tvx_record_get_id (fixture->record)));
  tvx_editor_undo (fixture->editor);
  g_assert_false (tvx_refused_has_any (fixture->editor, tvx_record_get_id (fixture->record)));
  tvx_editor_redo (fixture->editor);
  g_assert_true (tvx_refused_has_any (fixture->editor, tvx_record_get_id (fixture->record)));
}

/* A row is there only where its field makes sense, or holds something. */
static void
test_when (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row = get_row (fixture, "shade");

  g_assert_true (gtk_widget_get_visible (row));
  tvx_editor_set_text (fixture->editor, fixture->record, "colour", "green", NULL);
  g_assert_false (gtk_widget_get_visible (row));
  tvx_editor_set_text (fixture->editor, fixture->record, "shade", "light", NULL);
  g_assert_true (gtk_widget_get_visible (row));
  tvx_editor_undo (fixture->editor);
  g_assert_false (gtk_widget_get_visible (row));
  tvx_editor_set_text (fixture->editor, fixture->record, "colour", "red", NULL);
  g_assert_true (gtk_widget_get_visible (row));
}

/* ---- Chips */

static GtkWidget *
find_chip (Fixture    *fixture,
           const char *text)
{
  g_autofree char *name = g_strdup_printf ("Remove “%s”", text);

  return ui_find_property (get_row (fixture, "tags"), "tooltip-text", name);
}

static void
assert_tags (Fixture    *fixture,
             const char *expected)
{
  const TvxField *field = tvx_record_get_field (fixture->record, "tags");
  g_autofree char *tags = tvx_field_format (field, tvx_record_get_value (fixture->record, "tags"));

  g_assert_cmpstr (tags, ==, expected);
}

static gboolean
press_key (GtkWidget *widget,
           guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  return handled;
}

static void
test_chips (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row = get_row (fixture, "tags");
  GtkWidget *text = tvx_field_row_get_control (TVX_FIELD_ROW (row));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));

  /* What is not ended yet is no tag, however long one thinks about it. */
  gtk_widget_grab_focus (text);
  gtk_text_buffer_insert_at_cursor (buffer, "en", -1);
  assert_tags (fixture, "");
  gtk_text_buffer_insert_at_cursor (buffer, ",", -1);
  assert_tags (fixture, "en");
  assert_shown (fixture, "tags", "");
  gtk_text_buffer_insert_at_cursor (buffer, "två, tre", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "\n", -1);
  assert_tags (fixture, "en, två, tre");
  ui_settle (GTK_WIDGET (fixture->window));
  ui_assert_names (row);
  gtk_test_accessible_assert_property (find_chip (fixture, "två"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove “två”");
  ui_save_png (GTK_WIDGET (fixture->window), "form-chips");

  /* A chip takes itself away, by a click or a key, and the focus goes on. */
  gtk_widget_grab_focus (find_chip (fixture, "två"));
  ui_press (find_chip (fixture, "två"));
  assert_tags (fixture, "en, tre");
  g_assert_true (gtk_widget_has_focus (find_chip (fixture, "tre")));
  g_assert_true (press_key (find_chip (fixture, "tre"), GDK_KEY_Delete));
  assert_tags (fixture, "en");
  g_assert_true (gtk_widget_has_focus (text));
  g_assert_true (press_key (text, GDK_KEY_BackSpace));
  assert_tags (fixture, "");
  g_assert_false (press_key (text, GDK_KEY_BackSpace));

  /* Each of that was a step. */
  tvx_editor_undo (fixture->editor);
  assert_tags (fixture, "en");
  tvx_editor_undo (fixture->editor);
  g_assert_nonnull (find_chip (fixture, "tre"));
  tvx_editor_undo (fixture->editor);
  assert_tags (fixture, "en, två, tre");
  tvx_editor_undo (fixture->editor);
  assert_tags (fixture, "en");
  g_assert_null (find_chip (fixture, "tre"));

  /* What is too long stays to be mended, beside what is stored. */
  type (fixture, "tags", "much too long");
  tvx_field_row_left (TVX_FIELD_ROW (row));
  assert_tags (fixture, "en");
  assert_wrong (fixture, "tags", TRUE);
  assert_shown (fixture, "tags", "much too long");
  g_object_set (fixture->group, "record", NULL, "record", fixture->record, NULL);
  assert_shown (fixture, "tags", "much too long");
  assert_wrong (fixture, "tags", TRUE);
  g_assert_nonnull (find_chip (fixture, "en"));
  type (fixture, "tags", "long");
  tvx_field_row_left (TVX_FIELD_ROW (row));
  assert_tags (fixture, "en, long");
  assert_wrong (fixture, "tags", FALSE);

  /* What can only be read cannot be taken away. */
  tvx_record_set_read_only (fixture->record, TRUE);
  g_object_set (fixture->group, "record", NULL, "record", fixture->record, NULL);
  g_assert_null (find_chip (fixture, "en"));
  g_assert_nonnull (ui_find_property (row, "label", "en"));
  g_assert_false (press_key (text, GDK_KEY_BackSpace));
}

static void
test_enum (Fixture       *fixture,
           gconstpointer  data)
{
  AdwComboRow *row = get_row (fixture, "colour");

  g_assert_false (adw_combo_row_get_enable_search (row));
  g_assert_true (adw_combo_row_get_enable_search (get_row (fixture, "county")));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "“Colour” must be filled in before this is published.");

  adw_combo_row_set_selected (row, 2);
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "colour"), ==, "green");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "");
  adw_combo_row_set_selected (row, 0);
  g_assert_null (tvx_record_get_text (fixture->record, "colour"));
  tvx_editor_undo (fixture->editor);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 2);

  /* A code that this program does not know is shown, marked, and not lost. */
  g_assert_true (tvx_editor_set (fixture->editor, fixture->record, "colour", g_variant_new_string ("mauve"), NULL));
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (row)), ==, "mauve");
  assert_wrong (fixture, "colour", TRUE);
  adw_combo_row_set_selected (row, 1);
  adw_combo_row_set_selected (row, 3);
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "colour"), ==, "mauve");
}

static void
test_boolean (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *toggle = tvx_field_row_get_control (get_row (fixture, "open"));

  ui_press (get_row (fixture, "open"));
  g_assert_true (tvx_record_get_boolean (fixture->record, "open"));
  tvx_editor_undo (fixture->editor);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
}

static GtkCheckButton *
get_check (GtkWidget  *row,
           const char *title)
{
  return GTK_CHECK_BUTTON (ui_find_type (ui_find_property (row, "title", title), GTK_TYPE_CHECK_BUTTON));
}

static void
assert_chosen (Fixture    *fixture,
               const char *field,
               const char *expected)
{
  g_autofree char *text = tvx_field_format (tvx_record_get_field (fixture->record, field),
                                            tvx_record_get_value (fixture->record, field));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_codes (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row = get_row (fixture, "colours");

  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "–");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_check_button_set_active (get_check (row, "Green"), TRUE);
  gtk_check_button_set_active (get_check (row, "Red"), TRUE);
  assert_chosen (fixture, "colours", "Green, Red");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Green, Red");
  gtk_check_button_set_active (get_check (row, "Green"), FALSE);
  assert_chosen (fixture, "colours", "Red");
  tvx_editor_undo (fixture->editor);
  g_assert_true (gtk_check_button_get_active (get_check (row, "Green")));
  ui_settle (row);
  ui_assert_names (row);
}

static gboolean
is_searched (gpointer data)
{
  return ui_find_property (data, "title", "Kiruna") != NULL;
}

static void
test_many_codes (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *row = get_row (fixture, "municipalities");
  GtkWidget *search;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  search = ui_find_type (row, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (ui_find_property (row, "title", "Stockholm"));
  g_assert_null (ui_find_property (row, "title", "Kiruna"));
  gtk_editable_set_text (GTK_EDITABLE (search), "kiRU");
  ui_wait (is_searched, row);
  g_assert_null (ui_find_property (row, "title", "Stockholm"));
  gtk_check_button_set_active (get_check (row, "Kiruna"), TRUE);
  assert_chosen (fixture, "municipalities", "Kiruna");
}

static void
test_references (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *single = get_row (fixture, "main_part");
  GtkWidget *several = get_row (fixture, "good_parts");
  const char *ids[2];

  for (int i = 0; i < 2; i++)
    {
      TvxRecord *part = tvx_editor_insert (fixture->editor, fixture->record, "parts", G_MAXUINT, NULL, NULL);

      g_assert_true (tvx_editor_set_text (fixture->editor, part, "name", i == 0 ? "Left" : "Right", NULL));
      ids[i] = tvx_record_get_id (part);
    }

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (single), TRUE);
  gtk_check_button_set_active (get_check (single, "Left"), TRUE);
  gtk_check_button_set_active (get_check (single, "Right"), TRUE);
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "main_part"), ==, ids[1]);
  g_assert_false (gtk_check_button_get_active (get_check (single, "Left")));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (several), TRUE);
  gtk_check_button_set_active (get_check (several, "Left"), TRUE);
  gtk_check_button_set_active (get_check (several, "Right"), TRUE);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (several)), ==, "Left, Right");
}

/* What was typed is stored when the record is switched, the row goes out of sight or the window closes. */
static void
test_nothing_is_lost (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (TvxRecord) other = tvx_record_new (TEST_TYPE_THING);

  type (fixture, "name", "First");
  g_object_set (fixture->group, "record", other, NULL);
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "name"), ==, "First");
  assert_shown (fixture, "name", "");

  type (fixture, "name", "Second");
  gtk_widget_set_visible (GTK_WIDGET (fixture->group), FALSE);
  g_assert_cmpstr (tvx_record_get_text (other, "name"), ==, "Second");
  gtk_widget_set_visible (GTK_WIDGET (fixture->group), TRUE);
  ui_settle (GTK_WIDGET (fixture->group));

  type (fixture, "name", "Third");
  gtk_widget_set_visible (GTK_WIDGET (fixture->window), FALSE);
  g_assert_cmpstr (tvx_record_get_text (other, "name"), ==, "Third");
}

/* An undo while something is being typed, and not stored, must not wipe it out. */
static void
test_change_while_typing (Fixture       *fixture,
                          gconstpointer  data)
{
  type (fixture, "name", "Mine");
  g_assert_true (tvx_editor_set_text (fixture->editor, fixture->record, "name", "Theirs", NULL));
  assert_shown (fixture, "name", "Mine");
  tvx_field_row_flush (get_row (fixture, "name"));
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "name"), ==, "Mine");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TvxRecord) other = tvx_record_new (TEST_TYPE_THING);

  g_assert_true (tvx_editor_set_text (fixture->editor, other, "name", "Old", NULL));
  tvx_record_set_read_only (other, TRUE);
  g_object_set (fixture->group, "record", other, NULL);
  assert_shown (fixture, "name", "Old");
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (tvx_field_row_get_control (get_row (fixture, "name")))));
  g_assert_false (gtk_widget_get_sensitive (get_row (fixture, "colour")));
  g_object_set (fixture->group, "record", fixture->record, NULL);
  g_assert_true (gtk_widget_get_sensitive (get_row (fixture, "colour")));
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *name = tvx_field_row_get_control (get_row (fixture, "name"));
  GtkWidget *story = tvx_field_row_get_control (get_row (fixture, "story"));

  gtk_widget_grab_focus (get_row (fixture, "name"));
  g_assert_true (gtk_widget_has_focus (name));
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, "name"), "focused"));
  type (fixture, "name", "Tab");
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_has_focus (story));
  g_assert_cmpstr (tvx_record_get_text (fixture->record, "name"), ==, "Tab");
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_has_focus (name));
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  type (fixture, "story", "A story that is long enough to need more than one line where the window is as narrow as a telephone.");
  type (fixture, "amount", "1250000");
  tvx_field_row_left (get_row (fixture, "amount"));
  type (fixture, "ends_on", "soon");
  tvx_field_row_left (get_row (fixture, "ends_on"));
  type (fixture, "website", "https://www.example.se/");
  ui_save_png (GTK_WIDGET (fixture->window), "form");
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
    { "/form/all-fields", test_all_fields },
    { "/form/pause", test_pause },
    { "/form/text", test_text },
    { "/form/long-text", test_long_text },
    { "/form/date", test_date },
    { "/form/reading", test_reading },
    { "/form/money", test_money },
    { "/form/refused", test_refused },
    { "/form/when", test_when },
    { "/form/chips", test_chips },
    { "/form/enum", test_enum },
    { "/form/boolean", test_boolean },
    { "/form/codes", test_codes },
    { "/form/many-codes", test_many_codes },
    { "/form/references", test_references },
    { "/form/nothing-is-lost", test_nothing_is_lost },
    { "/form/change-while-typing", test_change_while_typing },
    { "/form/read-only", test_read_only },
    { "/form/keyboard", test_keyboard },
    { "/form/pictures", test_pictures },
  };

  ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
