/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-json-schema.h"

#include "tests/storage/every-field.h"
#include "tests/storage/fixture.h"
#include "model/tvx-handover-steps.h"
#include "storage/tvx-json.h"

/* The judge is a validator of somebody else; it prints a line for each member that breaks the schema. */
static const char validate[] =
  "import json, sys, jsonschema\n"
  "schema, *files = [json.load(open(name, encoding='utf-8')) for name in sys.argv[1:]]\n"
  "validator = jsonschema.Draft202012Validator\n"
  "validator.check_schema(schema)\n"
  "for i, document in enumerate(files):\n"
  "    for error in validator(schema).iter_errors(document):\n"
  "        print(i, '.'.join(map(str, error.absolute_path)), error.validator)\n";

static char *
run_validator (Fixture   *fixture,
               GType      type,
               GPtrArray *names)
{
  g_autoptr (GVariant) schema = tvx_json_schema_for (type);
  g_autofree char *text = tvx_json_write (schema);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  fixture_write (fixture, "schema.json", text, -1);
  g_strv_builder_add_many (builder, "python3", "-c", validate, NULL);
  g_strv_builder_take (builder, fixture_path (fixture, "schema.json"));
  for (guint i = 0; i < names->len; i++)
    g_strv_builder_take (builder, fixture_path (fixture, names->pdata[i]));
  argv = g_strv_builder_end (builder);
  process = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

static void
fill_in (TvxEditor *editor,
         TvxRecord *root)
{
  g_autoptr (GArray) fields = every_field_collect (editor, root);

  for (guint i = 0; i < fields->len; i++)
    {
      const EveryField *one = &g_array_index (fields, EveryField, i);

      g_assert_true (tvx_editor_set_text (editor, one->record, one->field->name, one->typed, NULL));
    }
}

static void
test_valid (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  TvxEditor *editor = tvx_workspace_get_editor (workspace);
  g_autoptr (TvxRecord) empty = tvx_record_new (TVX_TYPE_PROJECT);
  g_autoptr (TvxRecord) full = tvx_record_new (TVX_TYPE_PROJECT);
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) registers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *of_projects = NULL;
  g_autofree char *of_registers = NULL;

  tvx_editor_create (editor, empty);
  tvx_editor_create (editor, full);
  fill_in (editor, full);
  g_assert_true (tvx_handover_take_step (editor, full, "identified", "Å", NULL, NULL, NULL));
  fill_in (editor, TVX_RECORD (tvx_workspace_get_register (workspace)));
  fixture_save (workspace);
  g_ptr_array_add (projects, g_strdup_printf ("projects/%s.json", tvx_record_get_id (empty)));
  g_ptr_array_add (projects, g_strdup_printf ("projects/%s.json", tvx_record_get_id (full)));
  g_ptr_array_add (registers, g_strdup ("register.json"));
  of_projects = run_validator (fixture, TVX_TYPE_PROJECT, projects);
  g_assert_cmpstr (of_projects, ==, "");
  of_registers = run_validator (fixture, TVX_TYPE_REGISTER, registers);
  g_assert_cmpstr (of_registers, ==, "");
}

static void
test_invalid (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *members;
    const char *found;
  } cases[] = {
    { "", "" },
    { ", \"unknown\": [null]", "" },
    { ", \"title\": 7", "title type" },
    { ", \"title\": \"a\\nb\"", "title pattern" },
    { ", \"planned_start\": \"2018-13\"", "planned_start pattern" },
    { ", \"planned_start\": \"2018\"", "" },
    { ", \"planned_start\": \"2018-09-30\"", "" },
    { ", \"planned_start\": \"30/9 2018\"", "planned_start pattern" },
    { ", \"lifecycle\": \"nonsense\"", "lifecycle enum" },
    { ", \"municipalities\": [\"0180\", \"0180\"]", "municipalities uniqueItems" },
    { ", \"goals\": [{\"id\": \"x\"}]", "goals.0.id pattern" },
    { ", \"goals\": {}", "goals type" },
    { ", \"funding\": [{\"amount\": 1.5}]", "funding.0.amount type" },
    { ", \"handover\": {\"state\": \"nonsense\"}", "handover.state enum" },
  };

  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\": \"tillvaxt-project\", \"version\": 1, \"id\": \"%s\"%s}",
                                               ID_A, cases[i].members);

      g_ptr_array_add (names, g_strdup_printf ("%u.json", i));
      fixture_write (fixture, names->pdata[i], text, -1);
      if (*cases[i].found != '\0')
        g_string_append_printf (expected, "%u %s\n", i, cases[i].found);
    }
  found = run_validator (fixture, TVX_TYPE_PROJECT, names);
  g_assert_cmpstr (found, ==, expected->str);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/schema/valid", Fixture, NULL, fixture_set_up, test_valid, fixture_tear_down);
  g_test_add ("/schema/invalid", Fixture, NULL, fixture_set_up, test_invalid, fixture_tear_down);
  return g_test_run ();
}
