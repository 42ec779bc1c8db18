/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-path.h"

#include "model/tvx-model-error.h"
#include "model/tvx-project.h"

static TvxRecord *
new_project (void)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (
    "{'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>, 'text': <'one'>}>, <{'text': <'two'>}>]>}"));
  g_autoptr (GError) error = NULL;
  TvxRecord *project = tvx_record_new_from_variant (TVX_TYPE_PROJECT, variant, &error);

  g_assert_no_error (error);
  return project;
}

static void
test_places (void)
{
  static const struct
  {
    const char *path;
    const char *kind;
    const char *field;
    gboolean    append;
    const char *rest;
  } cases[] = {
    { "", "project", NULL, FALSE, "" },
    { "title", "project", "title", FALSE, "" },
    { "goals", "project", "goals", FALSE, "" },
    { "handover", "handover", NULL, FALSE, "" },
    { "handover.state", "handover", "state", FALSE, "" },
    { "goals[1]", "goal", NULL, FALSE, "" },
    { "goals[1].text", "goal", "text", FALSE, "" },
    { "goals[1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01].text", "goal", "text", FALSE, "" },
    { "goals[+]", "project", "goals", TRUE, "" },
    { "goals[+].text", "project", "goals", TRUE, "text" },
  };
  g_autoptr (TvxRecord) project = new_project ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TvxPlace place;
      const char *rest;

      g_test_message ("%s", cases[i].path);
      g_assert_true (tvx_path_resolve (project, cases[i].path, &place, &rest, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (TVX_RECORD_GET_CLASS (place.record)->kind, ==, cases[i].kind);
      g_assert_cmpstr (place.field != NULL ? place.field->name : NULL, ==, cases[i].field);
      g_assert_cmpint (place.append, ==, cases[i].append);
      g_assert_cmpstr (rest, ==, cases[i].rest);
    }
}

static void
test_errors (void)
{
  static const struct
  {
    const char *path;
    const char *message;
  } cases[] = {
    { "goals[2]", "“goals[2]”: the list “goals” has 2 items, and none is “2”." },
    { "goals[-1]", "“goals[-1]”: the list “goals” has 2 items, and none is “-1”." },
    { "goals.text", "“goals.text”: the field “goals” is a list. Say which item, as [0] for the first." },
    { "title[0]", "“title[0]”: the field “title” is not a list." },
    { "title.text", "“title.text”: the field “title” has no parts." },
    { "goals[", "“goals[” is not a path. Write it as handover.state or goals[0].text." },
    { "goals[]", "“goals[]” is not a path. Write it as handover.state or goals[0].text." },
    { "goals[0]text", "“goals[0]text” is not a path. Write it as handover.state or goals[0].text." },
    { ".", "“.” is not a path. Write it as handover.state or goals[0].text." },
    { "title.", "“title.” is not a path. Write it as handover.state or goals[0].text." },
  };
  g_autoptr (TvxRecord) project = new_project ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TvxPlace place;
      const char *rest;

      g_test_message ("%s", cases[i].path);
      g_assert_false (tvx_path_resolve (project, cases[i].path, &place, &rest, &error));
      g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_PATH);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_unknown_field_names_the_fields (void)
{
  g_autoptr (TvxRecord) project = new_project ();
  g_autoptr (GError) error = NULL;
  TvxPlace place;
  const char *rest;

  g_assert_false (tvx_path_resolve (project, "goals[0].colour", &place, &rest, &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_PATH);
  g_assert_true (g_str_has_prefix (error->message, "“goals[0].colour”: there is no field “colour”. The fields are id, text,"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/places", test_places);
  g_test_add_func ("/path/errors", test_errors);
  g_test_add_func ("/path/unknown-field-names-the-fields", test_unknown_field_names_the_fields);
  return g_test_run ();
}
