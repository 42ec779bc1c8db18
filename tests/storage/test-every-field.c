/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every field of every kind of record can be edited, undone, checked and searched for, and is found in JSON and in the
 * history. Nothing here names a field: a new one is tested as soon as it is in its table. */

#include <string.h>

#include "tests/storage/every-field.h"
#include "tests/storage/fixture.h"
#include "model/tvx-check.h"
#include "model/tvx-checklist-template.h"
#include "model/tvx-handover-steps.h"
#include "storage/tvx-history-entry.h"
#include "storage/tvx-json.h"

typedef struct
{
  Fixture       parent;
  TvxWorkspace *workspace;
  TvxEditor    *editor;
  TvxRecord    *root;
  GArray       *fields;
} Every;

static void
set_up (Fixture       *fixture,
        gconstpointer  is_register)
{
  Every *self = (Every *) fixture;

  fixture_set_up (fixture, NULL);
  self->workspace = fixture_open (fixture);
  self->editor = tvx_workspace_get_editor (self->workspace);
  if (GPOINTER_TO_INT (is_register))
    {
      self->root = g_object_ref (TVX_RECORD (tvx_workspace_get_register (self->workspace)));
    }
  else
    {
      self->root = tvx_record_new (TVX_TYPE_PROJECT);
      tvx_editor_create (self->editor, self->root);
    }
  self->fields = every_field_collect (self->editor, self->root);
  g_assert_cmpuint (self->fields->len, >, GPOINTER_TO_INT (is_register) ? 20 : 150);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  Every *self = (Every *) fixture;

  g_array_unref (self->fields);
  g_object_unref (self->root);
  g_object_unref (self->workspace);
  fixture_tear_down (fixture, NULL);
}

static void
set_typed (Every            *self,
           const EveryField *one)
{
  g_autoptr (GError) error = NULL;

  tvx_editor_set_text (self->editor, one->record, one->field->name, one->typed, &error);
  g_assert_no_error (error);
}

static GVariant *
dup_expected (const EveryField *one)
{
  g_autoptr (GError) error = NULL;
  GVariant *value = tvx_field_parse (one->field, one->typed, &error);

  g_assert_no_error (error);
  return value;
}

static void
assert_holds (const EveryField *one,
              GVariant         *value)
{
  g_autoptr (GVariant) expected = dup_expected (one);

  g_assert_nonnull (value);
  g_assert_true (g_variant_equal (value, expected));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  Every *self = (Every *) fixture;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const EveryField *one = &g_array_index (self->fields, EveryField, i);
      g_autofree char *location = every_field_dup_location (one);
      g_autofree char *label = NULL;

      g_test_message ("%s", location);
      g_assert_null (tvx_record_get_value (one->record, one->field->name));
      set_typed (self, one);
      assert_holds (one, tvx_record_get_value (one->record, one->field->name));
      label = tvx_editor_dup_undo_label (self->editor);
      g_assert_nonnull (strstr (label, one->field->label));
      tvx_editor_undo (self->editor);
      g_assert_null (tvx_record_get_value (one->record, one->field->name));
      tvx_editor_redo (self->editor);
      assert_holds (one, tvx_record_get_value (one->record, one->field->name));
    }
}

/* What a field tells in words or numbers. A boolean says only yes or no, and the cells of a table are numbers that say
 * nothing alone; nobody sees an id, and what it stands for is found by its own words or those beside the reference. */
static gboolean
can_be_searched (const TvxField *field)
{
  switch (field->kind)
    {
    case TVX_FIELD_ID:
    case TVX_FIELD_BOOLEAN:
    case TVX_FIELD_COUNTS:
    case TVX_FIELD_REFERENCE:
    case TVX_FIELD_REFERENCES:
    case TVX_FIELD_RECORD:
    case TVX_FIELD_LIST:
      return FALSE;
    case TVX_FIELD_TEXT:
    case TVX_FIELD_LONG_TEXT:
    case TVX_FIELD_TEXTS:
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
    case TVX_FIELD_CODES:
    case TVX_FIELD_DATE:
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
    case TVX_FIELD_DECIMAL:
    default:
      /* The table says why, beside the flag. */
      return (field->flags & TVX_FIELD_STANDARD) == 0;
    }
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  Every *self = (Every *) fixture;
  guint n_found = 0;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const EveryField *one = &g_array_index (self->fields, EveryField, i);
      g_autofree char *location = every_field_dup_location (one);
      g_autofree char *shown = NULL;
      g_autofree char *empty = tvx_record_dup_search_text (self->root);
      g_autoptr (TvxSummary) summary = NULL;

      g_test_message ("%s", location);
      g_assert_cmpstr (empty, ==, "");
      set_typed (self, one);
      summary = tvx_summary_new (self->root);
      shown = tvx_field_format (one->field, tvx_record_get_value (one->record, one->field->name));
      g_assert_cmpstr (shown, !=, "");
      g_assert_cmpint (tvx_summary_matches (summary, shown), ==, can_be_searched (one->field));
      n_found += can_be_searched (one->field);
      tvx_editor_undo (self->editor);
    }
  g_assert_cmpuint (n_found, >, self->fields->len * 3 / 4);
}

/* A value that must not stand in the field, NULL where whatever is of the right type may. */
static GVariant *
dup_wrong (const TvxField *field)
{
  g_autofree char *long_text = g_strnfill (field->max_length + 1, 'a');
  const char *several[] = { "nonsense", NULL };
  g_autoptr (GVariantDict) counts = g_variant_dict_new (NULL);

  switch (field->kind)
    {
    case TVX_FIELD_TEXT:
      return g_variant_new_string (field->max_length > 0 ? long_text : "nonsense\n");
    case TVX_FIELD_LONG_TEXT:
      /* Whatever its length, the number of a person does not belong there. */
      return g_variant_new_string (field->max_length > 0 ? long_text : "Ring 19900118-9803.");
    case TVX_FIELD_TEXTS:
      several[0] = field->max_length > 0 ? long_text : "19900118-9803";
      return g_variant_new_strv (several, -1);
    case TVX_FIELD_CODES:
    case TVX_FIELD_REFERENCES:
      return g_variant_new_strv (several, -1);
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
    case TVX_FIELD_DECIMAL:
    case TVX_FIELD_REFERENCE:
      return g_variant_new_string ("nonsense");
    case TVX_FIELD_DATE:
      return g_variant_new_string ("2018-13");
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
      return g_variant_new_int64 (TVX_NUMBER_MAX + 1);
    case TVX_FIELD_COUNTS:
      g_variant_dict_insert (counts, "women", "x", G_GINT64_CONSTANT (-1));
      return g_variant_dict_end (counts);
    case TVX_FIELD_ID:
    case TVX_FIELD_BOOLEAN:
    case TVX_FIELD_RECORD:
    case TVX_FIELD_LIST:
    default:
      return NULL;
    }
}

static gboolean
is_found (TvxRecord        *root,
          const EveryField *one,
          TvxSeverity       severity)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) findings = NULL;

  g_hash_table_add (known, (gpointer) ID_A);
  findings = tvx_check_record (root, TVX_CHECK_PUBLISH, known);
  for (guint i = 0; i < findings->len; i++)
    if (tvx_finding_get_record (findings->pdata[i]) == one->record &&
        tvx_finding_get_field (findings->pdata[i]) == one->field && tvx_finding_get_severity (findings->pdata[i]) == severity)
      return TRUE;
  return FALSE;
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  Every *self = (Every *) fixture;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const EveryField *one = &g_array_index (self->fields, EveryField, i);
      g_autofree char *location = every_field_dup_location (one);
      g_autoptr (GPtrArray) findings = NULL;
      GVariant *wrong = dup_wrong (one->field);
      gboolean is_free = (one->field->kind == TVX_FIELD_LONG_TEXT || one->field->kind == TVX_FIELD_TEXTS) && one->field->max_length == 0;

      g_test_message ("%s", location);
      g_assert_cmpint (is_found (self->root, one, TVX_SEVERITY_MISSING), ==, (one->field->flags & TVX_FIELD_REQUIRED) != 0);
      set_typed (self, one);
      g_assert_false (is_found (self->root, one, TVX_SEVERITY_MISSING));
      findings = tvx_check_field (one->record, one->field, TVX_CHECK_PUBLISH);
      g_assert_cmpuint (findings->len, ==, 0);
      tvx_editor_undo (self->editor);
      if (wrong == NULL)
        continue;
      g_assert_true (tvx_editor_set (self->editor, one->record, one->field->name, wrong, NULL));
      g_assert_true (is_found (self->root, one, is_free ? TVX_SEVERITY_WARNING : TVX_SEVERITY_ERROR));
      tvx_editor_undo (self->editor);
    }
}

/* Personal numbers do not belong in any text, however short. */
static void
test_persons (Fixture       *fixture,
              gconstpointer  data)
{
  Every *self = (Every *) fixture;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const EveryField *one = &g_array_index (self->fields, EveryField, i);
      g_autofree char *location = every_field_dup_location (one);
      g_autoptr (GError) error = NULL;

      if ((one->field->kind != TVX_FIELD_TEXT && one->field->kind != TVX_FIELD_LONG_TEXT && one->field->kind != TVX_FIELD_TEXTS) ||
          (one->field->max_length > 0 && one->field->max_length < 13))
        continue;
      g_test_message ("%s", location);
      /* Some texts have a form that no such number has. */
      if (!tvx_editor_set_text (self->editor, one->record, one->field->name, "19900118-9803", &error))
        {
          g_assert_nonnull (one->field->check);
          continue;
        }
      g_assert_true (is_found (self->root, one, TVX_SEVERITY_WARNING));
      tvx_editor_undo (self->editor);
    }
}

/* JSON has fewer types: a list is of anything. */
static GVariant *
dup_typed_list (GVariant *list)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);

  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) item = g_variant_get_variant (child);

      g_variant_builder_add_value (builder, item);
    }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

/* Where a location as "goals[0].text" leads in a tree of JSON. */
static GVariant *
look_up (GVariant   *tree,
         const char *location)
{
  g_auto (GStrv) steps = g_strsplit (location, ".", -1);
  g_autoptr (GVariant) at = g_variant_ref (tree);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      char *bracket = strchr (steps[i], '[');
      g_autoptr (GVariant) member = NULL;

      if (bracket != NULL)
        *bracket = '\0';
      member = g_variant_lookup_value (at, steps[i], NULL);
      g_assert_nonnull (member);
      g_clear_pointer (&at, g_variant_unref);
      if (bracket == NULL)
        {
          at = g_steal_pointer (&member);
        }
      else
        {
          g_autoptr (GVariant) item = g_variant_get_child_value (member, (gsize) g_ascii_strtoull (bracket + 1, NULL, 10));

          at = g_variant_is_of_type (item, G_VARIANT_TYPE_VARIANT) ? g_variant_get_variant (item) : g_steal_pointer (&item);
        }
    }
  return g_variant_is_of_type (at, G_VARIANT_TYPE ("av")) ? dup_typed_list (at) : g_steal_pointer (&at);
}

static GVariant *
find_in_history (GListModel *history,
                 const char *path)
{
  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (TvxHistoryEntry) entry = g_list_model_get_item (history, i);
      GVariant *change = tvx_history_entry_get_change (entry);
      const char *at, *what;

      if (g_variant_lookup (change, "path", "&s", &at) && g_str_equal (at, path) &&
          g_variant_lookup (change, "what", "&s", &what) && g_str_equal (what, "set"))
        {
          g_assert_cmpstr (tvx_history_entry_get_who (entry), ==, "Åsa Öberg");
          return tvx_history_entry_dup_value (entry, FALSE);
        }
    }
  return NULL;
}

/* The same record of the same register, opened anew. */
static TvxRecord *
read_again (Fixture       *fixture,
            TvxWorkspace **workspace)
{
  Every *self = (Every *) fixture;

  *workspace = fixture_open (fixture);
  if (TVX_IS_REGISTER (self->root))
    return g_object_ref (TVX_RECORD (tvx_workspace_get_register (*workspace)));
  return TVX_RECORD (tvx_workspace_load_project (*workspace, tvx_record_get_id (self->root), NULL, NULL));
}

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  Every *self = (Every *) fixture;
  g_autofree char *name = tvx_store_dup_record_name (TVX_STORE (fixture->store), G_OBJECT_TYPE (self->root), tvx_record_get_id (self->root));
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) tree = NULL;
  g_autoptr (GListModel) history = NULL;
  g_autoptr (TvxWorkspace) again = NULL;
  g_autoptr (TvxRecord) same = NULL;
  g_autoptr (GVariant) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_save (self->workspace);
  for (guint i = 0; i < self->fields->len; i++)
    set_typed (self, &g_array_index (self->fields, EveryField, i));
  fixture_save (self->workspace);
  text = fixture_read (fixture, name);
  bytes = g_bytes_new_static (text, strlen (text));
  tree = tvx_json_parse (bytes, name, &error);
  g_assert_no_error (error);
  history = tvx_workspace_load_history (self->workspace, tvx_record_get_id (self->root), NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const EveryField *one = &g_array_index (self->fields, EveryField, i);
      g_autofree char *location = every_field_dup_location (one);
      g_autofree char *path = tvx_record_dup_path (one->record, one->field);
      g_autoptr (GVariant) in_file = look_up (tree, location);
      g_autoptr (GVariant) in_history = find_in_history (history, path);
      g_autofree char *expected = tvx_field_format (one->field, tvx_record_get_value (one->record, one->field->name));
      g_autofree char *found = NULL, *told = NULL;

      g_test_message ("%s", location);
      g_assert_nonnull (in_history);
      told = tvx_field_format (one->field, in_history);
      g_assert_cmpstr (told, ==, expected);
      assert_holds (one, in_file);
    }

  same = read_again (fixture, &again);
  before = tvx_record_to_variant (self->root);
  after = tvx_record_to_variant (same);
  g_assert_true (g_variant_equal (before, after));
}

/* A project can be found by what somebody wrote onto its checklist, and not by what stands on each. */
static void
test_checklist (Fixture       *fixture,
                gconstpointer  data)
{
  Every *self = (Every *) fixture;
  TvxRecord *reg = TVX_RECORD (tvx_workspace_get_register (self->workspace));
  GListModel *template = tvx_record_get_list (reg, "checklist_template");
  g_autoptr (TvxRecord) standard = NULL;
  g_autofree char *title = NULL;
  g_autofree char *reworded = NULL;
  const char *words[2];

  g_assert_true (tvx_checklist_template_add_standard (self->editor, reg, NULL));
  standard = g_list_model_get_item (template, 0);
  title = tvx_record_dup_title (standard);
  reworded = g_strconcat (title, " helt", NULL);
  words[0] = title;
  words[1] = reworded;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (TvxSummary) summary = NULL;

      fixture_set_text (self->workspace, self->root, "handover.checklist[0].title", words[i]);
      summary = tvx_summary_new (self->root);
      g_assert_cmpint (tvx_summary_matches (summary, title), ==, words[i] == reworded);
    }
}

/* What only a step of a handover changes: its status, and what the log keeps. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  Every *self = (Every *) fixture;
  g_autofree char *name = tvx_store_dup_record_name (TVX_STORE (fixture->store), TVX_TYPE_PROJECT, tvx_record_get_id (self->root));
  g_autofree char *text = NULL;
  g_autoptr (TvxSummary) summary = NULL;
  g_autoptr (GListModel) history = NULL;
  g_autoptr (GVariant) state = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tvx_handover_take_step (self->editor, self->root, "identified", "Handläggare A", "Först ut", NULL, &error));
  g_assert_no_error (error);
  summary = tvx_summary_new (self->root);
  g_assert_true (tvx_summary_matches (summary, "handläggare a"));
  g_assert_true (tvx_summary_matches (summary, "först ut"));
  g_assert_true (tvx_summary_matches (summary, "identified"));
  fixture_save (self->workspace);
  text = fixture_read (fixture, name);
  g_assert_nonnull (strstr (text, "\"state\": \"identified\""));
  g_assert_nonnull (strstr (text, "\"note\": \"Först ut\""));
  history = tvx_workspace_load_history (self->workspace, tvx_record_get_id (self->root), NULL, &error);
  g_assert_no_error (error);
  state = find_in_history (history, "handover.state");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, "identified");
  tvx_editor_undo (self->editor);
  g_assert_null (tvx_record_get_text (tvx_record_get_record (self->root, "handover"), "state"));
}

int
main (int   argc,
      char *argv[])
{
  const gpointer of_register = GINT_TO_POINTER (TRUE);

  g_test_init (&argc, &argv, NULL);
#define ADD(name, is_register, function) \
  g_test_add_vtable ("/every-field/" name, sizeof (Every), is_register, (GTestFixtureFunc) (void (*) (void)) set_up, \
                     (GTestFixtureFunc) (void (*) (void)) (function), (GTestFixtureFunc) (void (*) (void)) tear_down)
  ADD ("undo", NULL, test_undo);
  ADD ("search", NULL, test_search);
  ADD ("check", NULL, test_check);
  ADD ("persons", NULL, test_persons);
  ADD ("file", NULL, test_file);
  ADD ("steps", NULL, test_steps);
  ADD ("checklist", NULL, test_checklist);
  ADD ("register/undo", of_register, test_undo);
  ADD ("register/check", of_register, test_check);
  ADD ("register/persons", of_register, test_persons);
  ADD ("register/file", of_register, test_file);
  return g_test_run ();
}
