/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-record.h"

#include "model/tvx-editor.h"
#include "model/tvx-goal.h"
#include "model/tvx-model-error.h"
#include "model/tvx-project.h"

static TvxRecord *
parse (const char  *text,
       GError     **error)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (text));

  return tvx_record_new_from_variant (TVX_TYPE_PROJECT, variant, error);
}

static void
test_round_trip (void)
{
  const char *text = "{'id': <'8d3a1a5e-6a3b-4a77-9a4f-0f6f3a6b1c11'>, 'title': <'Kompetensarena'>, "
                     "'municipalities': <['0180', '0184']>, "
                     "'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>, 'text': <'Ett mål'>, "
                     "'later': <int64 7>}>]>, "
                     "'handover': <{'state': <'received'>}>, 'colour': <'red'>}";
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxRecord) record = parse (text, &error);
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *printed = NULL;

  g_assert_no_error (error);
  variant = tvx_record_to_variant (record);
  printed = g_variant_print (variant, TRUE);
  g_assert_cmpstr (printed, ==, text);
}

static void
test_properties (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxRecord) record = parse ("{'title': <'T'>, 'planned_end': <'2020-09'>, 'areas': <['social']>, "
                                        "'funding': <[<{'amount': <int64 5>}>]>}",
                                        &error);
  g_autofree char *title = NULL;
  g_autofree char *end = NULL;
  g_auto (GStrv) areas = NULL;
  g_autoptr (GListModel) funding = NULL;
  g_autoptr (TvxRecord) first = NULL;
  gint64 amount;

  g_assert_no_error (error);
  g_object_get (record, "title", &title, "planned-end", &end, "areas", &areas, "funding", &funding, NULL);
  g_assert_cmpstr (title, ==, "T");
  g_assert_cmpstr (end, ==, "2020-09");
  g_assert_cmpstr (areas[0], ==, "social");
  first = g_list_model_get_item (funding, 0);
  g_assert_true (tvx_record_get_number (first, "amount", &amount));
  g_assert_cmpint (amount, ==, 5);
  g_assert_true (tvx_record_get_parent (first) == record);
  g_assert_true (tvx_record_get_root (first) == record);
}

static void
test_empty_is_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxRecord) record = parse ("{'title': <''>, 'areas': <@as []>, 'goals': <@av []>, 'handover': <@a{sv} {}>, "
                                        "'vision': <@mv nothing>}",
                                        &error);
  g_autoptr (GVariant) variant = NULL;

  g_assert_no_error (error);
  g_assert_true (tvx_record_is_empty (record));
  variant = tvx_record_to_variant (record);
  g_assert_cmpuint (g_variant_n_children (variant), ==, 1);
}

static void
test_type_errors (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "{'title': <int64 1>}", "title: found a whole number, expected a text" },
    { "{'title': <1.5>}", "title: found a number with decimals, expected a text" },
    { "{'areas': <'social'>}", "areas: found a text, expected a list of texts" },
    { "{'areas': <[<'social'>, <int64 1>]>}", "areas: found a list, expected a list of texts" },
    { "{'goals': <{'text': <'x'>}>}", "goals: found an object, expected a list of objects" },
    { "{'goals': <[<'x'>]>}", "goals[0]: found a text, expected an object" },
    { "{'goals': <[<@a{sv} {}>, <{'text': <true>}>]>}", "goals[1].text: found true or false, expected a text" },
    { "{'handover': <@av []>}", "handover: found a list, expected an object" },
    { "{'handover': <{'state': <@av []>}>}", "handover.state: found a list, expected a text" },
    { "{'funding': <[<{'amount': <'5'>}>]>}", "funding[0].amount: found a text, expected a whole number" },
    { "{'contacts': <[<{'publish': <'yes'>}>]>}", "contacts[0].publish: found a text, expected true or false" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (cases[i].text, &error));
      g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_TYPE);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* What could not be named could not be edited either. */
static void
test_id_errors (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "{'id': <'7'>}", "id: “7” is not an id. An id is a UUID, such as 3f2b8f0e-5a54-4b0c-9a39-0d1c6e1f7a11." },
    { "{'goals': <[<{'id': <''>}>]>}",
      "goals[0].id: “” is not an id. An id is a UUID, such as 3f2b8f0e-5a54-4b0c-9a39-0d1c6e1f7a11." },
    { "{'goals': <[<{'id': <'+'>}>]>}",
      "goals[0].id: “+” is not an id. An id is a UUID, such as 3f2b8f0e-5a54-4b0c-9a39-0d1c6e1f7a11." },
    { "{'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>}>, "
      "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>}>]>}",
      "goals[1].id: the id 1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01 is already that of goals[0]. "
      "Give one of them another id, or remove the member “id”." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (cases[i].text, &error));
      g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_duplicate (void)
{
  const char *goal_id = "1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01";
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxRecord) record = parse ("{'id': <'8d3a1a5e-6a3b-4a77-9a4f-0f6f3a6b1c11'>, "
                                        "'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>}>]>, "
                                        "'dimensions': <[<{'goals': <['1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01']>}>]>}",
                                        &error);
  g_autoptr (TvxRecord) copy = NULL;
  g_autoptr (TvxRecord) goal = NULL;
  g_autoptr (TvxRecord) dimension = NULL;
  g_autofree const char **references = NULL;

  g_assert_no_error (error);
  copy = tvx_record_duplicate (record);
  g_assert_cmpstr (tvx_record_get_id (copy), !=, tvx_record_get_id (record));
  goal = g_list_model_get_item (tvx_record_get_list (copy, "goals"), 0);
  g_assert_cmpstr (tvx_record_get_id (goal), !=, goal_id);
  dimension = g_list_model_get_item (tvx_record_get_list (copy, "dimensions"), 0);
  references = g_variant_get_strv (tvx_record_get_value (dimension, "goals"), NULL);
  g_assert_cmpstr (references[0], ==, tvx_record_get_id (goal));
}

static void
test_texts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxRecord) record = parse ("{'title': <'Arena'>, 'lifecycle': <'ongoing'>, "
                                        "'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>, "
                                        "'text': <'Fler platser'>}>]>}",
                                        &error);
  g_autofree char *title = tvx_record_dup_title (record);
  g_autofree char *search = tvx_record_dup_search_text (record);
  g_autoptr (TvxRecord) goal = g_list_model_get_item (tvx_record_get_list (record, "goals"), 0);
  g_autoptr (TvxRecord) empty_goal = tvx_record_new (TVX_TYPE_GOAL);
  g_autofree char *path = tvx_record_dup_path (goal, tvx_record_get_field (goal, "text"));
  g_autofree char *location = tvx_record_dup_location (goal, tvx_record_get_field (goal, "text"));
  g_autofree char *handover_path = tvx_record_dup_path (tvx_record_get_record (record, "handover"), NULL);
  g_autofree char *empty_title = tvx_record_dup_title (empty_goal);

  g_assert_cmpstr (title, ==, "Arena");
  g_assert_cmpstr (empty_title, ==, "Goal");
  g_assert_nonnull (strstr (search, "Ongoing"));
  g_assert_nonnull (strstr (search, "Fler platser"));
  g_assert_null (strstr (search, "1f0c44b4"));
  g_assert_cmpstr (path, ==, "goals[1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01].text");
  g_assert_cmpstr (location, ==, "goals[0].text");
  g_assert_cmpstr (handover_path, ==, "handover");
}

/* Only what may be published is in the copy; unknown members cannot be judged and stay behind. */
static void
test_public (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxRecord) record =
    parse ("{'id': <'8d3a1a5e-6a3b-4a77-9a4f-0f6f3a6b1c11'>, 'title': <'T'>, "
           "'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>, 'text': <'x'>, "
           "'assessed_by': <'N'>, 'later': <'y'>}>]>, "
           "'contacts': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b02'>, 'name': <'A'>}>, "
           "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b03'>, 'name': <'B'>, 'publish': <true>}>]>, "
           "'handover': <{'state': <'received'>, 'note': <'n'>}>, 'colour': <'red'>}",
           &error);
  g_autoptr (TvxRecord) copy = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *printed = NULL;

  g_assert_no_error (error);
  copy = tvx_record_new_public (record);
  variant = tvx_record_to_variant (copy);
  printed = g_variant_print (variant, FALSE);
  g_assert_cmpstr (printed, ==,
                   "{'id': <'8d3a1a5e-6a3b-4a77-9a4f-0f6f3a6b1c11'>, 'title': <'T'>, "
                   "'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>, 'text': <'x'>}>]>, "
                   "'contacts': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b03'>, 'name': <'B'>, "
                   "'publish': <true>}>]>, 'handover': <{'state': <'received'>}>}");
}

static void
test_frees_its_parts (void)
{
  g_autoptr (GError) error = NULL;
  TvxRecord *record = parse ("{'goals': <[<{'text': <'x'>}>]>}", &error);
  g_autoptr (TvxRecord) goal = g_list_model_get_item (tvx_record_get_list (record, "goals"), 0);
  g_autoptr (TvxRecord) handover = g_object_ref (tvx_record_get_record (record, "handover"));

  g_assert_finalize_object (record);
  g_assert_null (tvx_record_get_parent (goal));
  g_assert_null (tvx_record_get_parent (handover));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/round-trip", test_round_trip);
  g_test_add_func ("/record/properties", test_properties);
  g_test_add_func ("/record/empty-is-nothing", test_empty_is_nothing);
  g_test_add_func ("/record/type-errors", test_type_errors);
  g_test_add_func ("/record/id-errors", test_id_errors);
  g_test_add_func ("/record/duplicate", test_duplicate);
  g_test_add_func ("/record/texts", test_texts);
  g_test_add_func ("/record/public", test_public);
  g_test_add_func ("/record/frees-its-parts", test_frees_its_parts);
  return g_test_run ();
}
