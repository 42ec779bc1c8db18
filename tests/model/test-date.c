/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-date.h"

static void
test_typed (void)
{
  static const struct
  {
    const char *typed;
    const char *iso;
  } cases[] = {
    { "2018-09-30", "2018-09-30" },
    { "2020-09", "2020-09" },
    { "2016", "2016" },
    { " 2018-09-30 ", "2018-09-30" },
    { "180930", "2018-09-30" },
    { "300930", "2030-09-30" },
    { "990930", "1999-09-30" },
    { "20180930", "2018-09-30" },
    { "30/9 2018", "2018-09-30" },
    { "30/9-2018", "2018-09-30" },
    { "30/9/18", "2018-09-30" },
    { "30.9.2018", "2018-09-30" },
    { "29/2 2020", "2020-02-29" },
    { "29/2 2019", NULL },
    { "2018-13", NULL },
    { "2018-00", NULL },
    { "2018-09-31", NULL },
    { "2018-9-30", "2018-09-30" },
    { "2018/09/30", "2018-09-30" },
    { "2018/30/09", NULL },
    { "300918", "2030-09-18" },
    { "99-09-30", "1999-09-30" },
    { "18-09-18", "2018-09-18" },
    { "18-09-30", NULL },
    { "30-9-18", NULL },
    { "30/9-18", "2018-09-30" },
    { "30 9 18", "2018-09-30" },
    { "2018-09-30T12:00", NULL },
    { "0000", NULL },
    { "30/9", NULL },
    { "1/2/3/4", NULL },
    { "30 september 2018", "2018-09-30" },
    { "30\302\240September\302\2402018", "2018-09-30" },
    { "den 3 okt. 2018", "2018-10-03" },
    { "1 maj 2019", "2019-05-01" },
    { "May 1, 2019", "2019-05-01" },
    { "september 2020", "2020-09" },
    { "sept 2020", "2020-09" },
    { "31 september 2018", NULL },
    { "30 september", NULL },
    { "september", NULL },
    { "2018 september 30", NULL },
    { "30 september 18", NULL },
    { "30 ju 2018", NULL },
    { "30 septembers 2018", NULL },
    { "30 maj juni 2018", NULL },
    { "1 2 maj 2018", NULL },
    { "den maj den 2018", NULL },
    { "0 maj 2018", NULL },
    { "+2018", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TvxDate date;
      g_autofree char *iso = NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (tvx_date_parse (cases[i].typed, &date), ==, cases[i].iso != NULL);
      if (cases[i].iso == NULL)
        continue;
      iso = tvx_date_to_iso (&date);
      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_true (tvx_date_parse_iso (iso, &date));
    }
}

/* Two hyphens and a year of two digits: Swedes put the year first, others the day. */
static void
test_ambiguous (void)
{
  static const char *const ambiguous[] = { "18-09-30", " 30-09-18 ", "18-9-30", "18-12-31" };
  static const char *const not_ambiguous[] = { "2018-09-30", "180930", "30/9 18", "99-09-30", "18-31-31", "18-09-18", "", "maj" };

  for (guint i = 0; i < G_N_ELEMENTS (ambiguous); i++)
    g_assert_true (tvx_date_is_ambiguous (ambiguous[i]));
  for (guint i = 0; i < G_N_ELEMENTS (not_ambiguous); i++)
    g_assert_false (tvx_date_is_ambiguous (not_ambiguous[i]));
}

static void
test_far (void)
{
  g_assert_true (tvx_date_is_far (&(TvxDate) { 201, 9, 30 }));
  g_assert_true (tvx_date_is_far (&(TvxDate) { 2801, 9, 30 }));
  g_assert_false (tvx_date_is_far (&(TvxDate) { 2018, 9, 30 }));
}

static void
test_iso_is_strict (void)
{
  TvxDate date;

  g_assert_false (tvx_date_parse_iso ("30/9 2018", &date));
  g_assert_false (tvx_date_parse_iso ("20180930", &date));
  g_assert_false (tvx_date_parse_iso (" 2018", &date));
  g_assert_false (tvx_date_parse_iso ("2018-", &date));
}

static void
assert_order (const char *a_text,
              const char *b_text,
              int         expected)
{
  TvxDate a, b;

  g_assert_true (tvx_date_parse_iso (a_text, &a));
  g_assert_true (tvx_date_parse_iso (b_text, &b));
  g_assert_cmpint (tvx_date_compare (&a, &b), ==, expected);
  g_assert_cmpint (tvx_date_compare (&b, &a), ==, -expected);
}

static void
test_compare (void)
{
  assert_order ("2018-09-30", "2018-10-01", -1);
  assert_order ("2018-09-30", "2018-09-30", 0);
  assert_order ("2018-09", "2018-10-01", -1);
  assert_order ("2018-09", "2018-09-30", 0);
  assert_order ("2018", "2018-09-30", 0);
  assert_order ("2019", "2018-12-31", 1);
}

static void
test_bounds (void)
{
  TvxDate date, day;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_assert_true (tvx_date_parse_iso ("2020-02", &date));
  day = tvx_date_first_day (&date);
  first = tvx_date_to_iso (&day);
  g_assert_cmpstr (first, ==, "2020-02-01");
  day = tvx_date_last_day (&date);
  last = tvx_date_to_iso (&day);
  g_assert_cmpstr (last, ==, "2020-02-29");

  g_assert_true (tvx_date_parse_iso ("2021", &date));
  day = tvx_date_last_day (&date);
  g_assert_cmpint (day.month, ==, 12);
  g_assert_cmpint (day.day, ==, 31);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/typed", test_typed);
  g_test_add_func ("/date/ambiguous", test_ambiguous);
  g_test_add_func ("/date/far", test_far);
  g_test_add_func ("/date/iso-is-strict", test_iso_is_strict);
  g_test_add_func ("/date/compare", test_compare);
  g_test_add_func ("/date/bounds", test_bounds);
  return g_test_run ();
}
