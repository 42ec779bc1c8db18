/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a project reckons and checks beyond the table of its fields. */

#include "model/tvx-project.h"

#include <string.h>

#include "model/tvx-check.h"
#include "model/tvx-indicator.h"
#include "model/tvx-nuts.h"
#include "model/tvx-project-figures.h"

static TvxRecord *
parse (GType       type,
       const char *text)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (text));
  g_autoptr (GError) error = NULL;
  TvxRecord *record = tvx_record_new_from_variant (type, variant, &error);

  g_assert_no_error (error);
  return record;
}

static void
assert_found (const char *project,
              const char *path,
              const char *message)
{
  g_autoptr (TvxRecord) record = parse (TVX_TYPE_PROJECT, project);
  g_autoptr (GPtrArray) findings = tvx_check_record (record, TVX_CHECK_PUBLISH, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      TvxFinding *finding = findings->pdata[i];
      g_autofree char *location =
        tvx_record_dup_location (tvx_finding_get_record (finding), tvx_finding_get_field (finding));

      if (strcmp (location, path) != 0 || strstr (tvx_finding_get_message (finding), message) == NULL)
        continue;
      return;
    }
  g_error ("%s: “%s” was not found", path, message);
}

static gboolean
is_quiet (const char *project,
          const char *message)
{
  g_autoptr (TvxRecord) record = parse (TVX_TYPE_PROJECT, project);
  g_autoptr (GPtrArray) findings = tvx_check_record (record, TVX_CHECK_PUBLISH, NULL);

  for (guint i = 0; i < findings->len; i++)
    if (strstr (tvx_finding_get_message (findings->pdata[i]), message) != NULL)
      return FALSE;
  return TRUE;
}

static void
test_owner (void)
{
  const char *relay = "{'partners': <[<{'name': <'A'>, 'role': <'beneficiary'>, 'until': <'2018-12-31'>}>, "
                      "<{'name': <'B'>, 'role': <'beneficiary'>, 'from': <'2019-01-01'>}>]>}";
  g_autoptr (TvxRecord) project = parse (TVX_TYPE_PROJECT, relay);
  g_autoptr (TvxRecord) before = tvx_project_figures_dup_owner (project, "2018-12-31");
  g_autoptr (TvxRecord) after = tvx_project_figures_dup_owner (project, "2019-01-01");

  g_assert_cmpstr (tvx_record_get_text (before, "name"), ==, "A");
  g_assert_cmpstr (tvx_record_get_text (after, "name"), ==, "B");
  g_assert_true (is_quiet (relay, "project owner"));
  assert_found ("{'partners': <[<{'role': <'partner'>}>]>}", "partners", "No partner is the project owner.");
  assert_found ("{'partners': <[<{'name': <'A'>, 'role': <'beneficiary'>, 'until': <'2019-06'>}>, "
                "<{'name': <'B'>, 'role': <'beneficiary'>, 'from': <'2019-01-01'>}>]>}",
                "partners[1].role", "“A” is project owner at the same time.");
}

#define MONEY(funding, costs) "{'funding': <[<{" funding "}>]>, 'costs': <[<{" costs "}>]>}"

static void
test_money (void)
{
  g_autoptr (TvxRecord) project =
    parse (TVX_TYPE_PROJECT, "{'costs': <[<{'kind': <'staff'>, 'budget': <int64 900>}>, "
                             "<{'kind': <'other'>, 'in_kind': <true>, 'budget': <int64 200>}>, "
                             "<{'kind': <'revenue'>, 'budget': <int64 100>}>]>}");

  g_assert_cmpint (tvx_project_figures_get_cost (project, "budget", FALSE), ==, 1000);
  g_assert_cmpint (tvx_project_figures_get_cost (project, "budget", TRUE), ==, 200);
  g_assert_cmpint (tvx_project_figures_sum (project, "costs", "budget", "in_kind"), ==, 200);

  assert_found (MONEY ("'amount': <int64 1500000>", "'kind': <'staff'>, 'budget': <int64 1600000>"), "costs",
                "1\302\240600\302\240000 kronor in costs");
  assert_found (MONEY ("'amount': <int64 5>", "'kind': <'staff'>, 'budget': <int64 5>, 'in_kind': <true>"), "costs",
                "Costs other than money");
  assert_found (MONEY ("'amount': <int64 5>, 'paid': <int64 6>", "'kind': <'staff'>"), "funding[0].paid",
                "More is paid than granted.");
  assert_found (MONEY ("'kind': <'eu'>, 'amount': <int64 12000000>", "'kind': <'staff'>, 'budget': <int64 12000000>"),
                "reports_due", "must be evaluated");
  g_assert_true (is_quiet (MONEY ("'kind': <'eu'>, 'amount': <int64 11999999>",
                                  "'kind': <'staff'>, 'budget': <int64 11999999>"),
                           "kronor"));
}

static void
test_dates_and_places (void)
{
  g_autoptr (TvxRecord) project =
    parse (TVX_TYPE_PROJECT, "{'reports_due': <[<{'kind': <'final'>, 'due': <'2020-10'>}>, "
                             "<{'kind': <'interim'>, 'due': <'2019-02-01'>}>, "
                             "<{'kind': <'interim'>, 'due': <'2018-02-01'>, 'submitted': <'2018-01-30'>}>]>}");
  g_autoptr (TvxRecord) next = tvx_project_figures_dup_next_due (project);
  g_autofree char *region = tvx_nuts_dup_code ("18", 3);
  g_autofree char *larger = tvx_nuts_dup_code ("18", 2);

  g_assert_cmpstr (tvx_record_get_text (next, "due"), ==, "2019-02-01");
  g_assert_cmpstr (region, ==, "SE124");
  g_assert_cmpstr (larger, ==, "SE12");
  g_assert_cmpstr (tvx_nuts_get_name ("18"), ==, "Östra Mellansverige");
  g_assert_null (tvx_nuts_dup_code ("02", 3));
  g_assert_cmpstr (tvx_county_of_municipality ("0180"), ==, "01");
  assert_found ("{'locations': <[<{'county': <'12'>, 'municipality': <'0180'>}>]>}", "locations[0].municipality",
                "Stockholm is not in Skåne län.");
}

static void
test_texts (void)
{
  assert_found ("{'summary': <'Ring 900118-9803'>}", "summary", "900118-9803");
  assert_found ("{'goals': <[<{'assessment': <'reachable'>}>]>}", "goals[0].motive", "needs a motive");
  g_assert_true (is_quiet ("{'goals': <[<{'assessment': <'not_assessed'>}>]>}", "motive"));
}

#define INDICATOR(members) "{'counts_people': <true>, 'baseline': <'3'>, 'measurements': <[" members "]>}"

static void
test_trend (void)
{
  static const struct
  {
    const char *indicator;
    TvxTrend    trend;
  } cases[] = {
    { "{'baseline': <'10'>}", TVX_TREND_NO_DATA },
    { "{'measurements': <[<{'date': <'2019'>, 'total': <'11'>}>]>}", TVX_TREND_NO_DATA },
    { "{'baseline': <'10'>, 'measurements': <[<{'date': <'2019'>, 'total': <'11'>}>]>}", TVX_TREND_POSITIVE },
    { "{'baseline': <'10'>, 'direction': <'decrease'>, 'measurements': <[<{'date': <'2019'>, 'total': <'11'>}>]>}",
      TVX_TREND_NEGATIVE },
    { "{'baseline': <'12.5'>, 'measurements': <[<{'date': <'2020'>, 'women': <'6.5'>, 'men': <'6'>}>, "
      "<{'date': <'2019'>, 'total': <'1'>}>]>}",
      TVX_TREND_UNCHANGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TvxRecord) indicator = parse (TVX_TYPE_INDICATOR, cases[i].indicator);

      g_test_message ("%s", cases[i].indicator);
      g_assert_cmpint (tvx_indicator_get_trend (TVX_INDICATOR (indicator)), ==, cases[i].trend);
    }
}

/* No number of fewer than five people leaves the register, nor what it could be worked out from. */
static void
test_few_people (void)
{
  static const struct
  {
    const char *kept;
    const char *published;
  } cases[] = {
    { "'women': <'3'>, 'men': <'20'>, 'total': <'23'>", "{'id': <'m'>, 'total': <'23'>}" },
    { "'women': <'3'>, 'men': <'1'>, 'total': <'4'>", "{'id': <'m'>}" },
    { "'women': <'5'>, 'men': <'0'>", "{'id': <'m'>, 'women': <'5'>, 'men': <'0'>}" },
    { "'women': <'8'>, 'men': <'9'>, 'total': <'19'>", "{'id': <'m'>, 'total': <'19'>}" },
    { "'total': <'4'>", "{'id': <'m'>}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (INDICATOR ("<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>, %s}>"),
                                               cases[i].kept);
      g_autoptr (TvxRecord) indicator = parse (TVX_TYPE_INDICATOR, text);
      g_autoptr (TvxRecord) public = tvx_record_new_public (indicator);
      g_autoptr (TvxRecord) item = g_list_model_get_item (tvx_record_get_list (public, "measurements"), 0);
      g_autoptr (GVariant) variant = tvx_record_to_variant (item);
      g_autoptr (GString) printed = g_string_new_take (g_variant_print (variant, FALSE));

      g_string_replace (printed, "1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01", "m", 0);
      g_assert_cmpstr (printed->str, ==, cases[i].published);
      g_assert_null (tvx_record_get_value (public, "baseline"));
      g_assert_nonnull (tvx_record_get_value (indicator, "baseline"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project/owner", test_owner);
  g_test_add_func ("/project/money", test_money);
  g_test_add_func ("/project/dates-and-places", test_dates_and_places);
  g_test_add_func ("/project/texts", test_texts);
  g_test_add_func ("/project/trend", test_trend);
  g_test_add_func ("/project/few-people", test_few_people);
  return g_test_run ();
}
