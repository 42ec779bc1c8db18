/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-check.h"

#include "model/tvx-project.h"

static TvxRecord *
parse (const char *text)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (text));
  g_autoptr (GError) error = NULL;
  TvxRecord *record = tvx_record_new_from_variant (TVX_TYPE_PROJECT, variant, &error);

  g_assert_no_error (error);
  return record;
}

static char *
print (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      TvxFinding *finding = findings->pdata[i];
      g_autofree char *location = tvx_record_dup_location (tvx_finding_get_record (finding),
                                                           tvx_finding_get_field (finding));

      g_string_append_printf (text, "%d %s: %s\n", tvx_finding_get_severity (finding), location,
                              tvx_finding_get_message (finding));
    }
  return g_string_free_and_steal (text);
}

static void
test_values (void)
{
  g_autoptr (TvxRecord) record = parse (
    "{'lifecycle': <'x'>, 'planned_start': <'2020-09'>, 'planned_end': <'2019'>, "
    "'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>, 'assessed_on': <'later'>}>]>, "
    "'dimensions': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>}>]>}");
  g_autoptr (GPtrArray) findings = tvx_check_record (record, TVX_CHECK_VALUES, NULL);
  g_autofree char *printed = print (findings);

  g_assert_cmpstr (printed, ==,
                   "0 dimensions[0].id: The id 1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01 is used twice in this file.\n"
                   "0 lifecycle: “x” is none of the values planned, ongoing, suspended, finalising, completed, "
                   "cancelled.\n"
                   "0 planned_end: 2019 comes before “Planned start”, 2020-09.\n"
                   "0 goals[0].assessed_on: “later” is not a date. Write it as 2018-09-30, or as 2018-09 or 2018 "
                   "if the day is not known.\n");
}

static void
test_publish (void)
{
  g_autoptr (TvxRecord) record = parse ("{'title': <'T'>, 'lifecycle': <'ongoing'>, 'county': <'01'>, "
                                        "'goals': <[<@a{sv} {}>]>}");
  g_autoptr (GPtrArray) findings = tvx_check_record (record, TVX_CHECK_PUBLISH, NULL);
  g_autofree char *printed = print (findings);

  g_assert_cmpstr (printed, ==,
                   "1 summary: “Summary” must be filled in before this is published.\n"
                   "1 partners: No partner is the project owner.\n"
                   "1 goals[0].text: “Goal” must be filled in before this is published.\n");
}

static void
test_references (void)
{
  g_autoptr (TvxRecord) record = parse (
    "{'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>}>]>, "
    "'dimensions': <[<{'goals': <['1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01', '1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b09']>}>]>, "
    "'related': <['8d3a1a5e-6a3b-4a77-9a4f-0f6f3a6b1c11']>}");
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) alone = NULL;
  g_autoptr (GPtrArray) together = NULL;
  g_autofree char *printed_alone = NULL;
  g_autofree char *printed_together = NULL;

  alone = tvx_check_record (record, TVX_CHECK_VALUES, NULL);
  printed_alone = print (alone);
  g_assert_cmpstr (printed_alone, ==,
                   "0 related: It refers to 8d3a1a5e-6a3b-4a77-9a4f-0f6f3a6b1c11, which is not there. "
                   "Choose another one, or remove the reference.\n"
                   "0 dimensions[0].goals: It refers to 1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b09, which is not there. "
                   "Choose another one, or remove the reference.\n");

  g_hash_table_add (known, (gpointer) "8d3a1a5e-6a3b-4a77-9a4f-0f6f3a6b1c11");
  together = tvx_check_record (record, TVX_CHECK_VALUES, known);
  printed_together = print (together);
  g_assert_null (strstr (printed_together, "8d3a1a5e"));
  g_assert_cmpuint (tvx_check_count (record, TVX_CHECK_VALUES), ==, 0);
}

/* A number is made by the same check as the list: of what is missing, what is wrong, and what does not go together. */
static void
test_count (void)
{
  const char *const records[] = {
    "{'title': <'T'>, 'goals': <[<{'assessment': <'reached'>}>]>}",
    "{'website': <'example'>, 'planned_start': <'2018'>, 'planned_end': <'2017'>, 'summary': <'19121212-1212'>}",
    "{'partners': <[<{'role': <'beneficiary'>, 'name': <'A'>}>, <{'role': <'beneficiary'>, 'name': <'B'>}>]>}",
    "{'handover': <{'state': <'handed_over'>}>, 'documents': <[<{'title': <'Avtal'>}>]>}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    for (TvxCheckLevel level = TVX_CHECK_VALUES; level <= TVX_CHECK_PUBLISH; level++)
      {
        g_autoptr (TvxRecord) record = parse (records[i]);
        g_autoptr (GPtrArray) findings = tvx_check_record (record, level, NULL);

        g_assert_true (level == TVX_CHECK_VALUES || findings->len > 1);
        g_assert_cmpuint (tvx_check_count (record, level), ==, findings->len);
      }
}

static void
test_field (void)
{
  g_autoptr (TvxRecord) record = parse ("{'website': <'example'>}");
  g_autoptr (GPtrArray) findings =
    tvx_check_field (record, tvx_record_get_field (record, "website"), TVX_CHECK_VALUES);
  g_autoptr (GPtrArray) none = tvx_check_field (record, tvx_record_get_field (record, "title"), TVX_CHECK_VALUES);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/values", test_values);
  g_test_add_func ("/check/publish", test_publish);
  g_test_add_func ("/check/references", test_references);
  g_test_add_func ("/check/count", test_count);
  g_test_add_func ("/check/field", test_field);
  return g_test_run ();
}
