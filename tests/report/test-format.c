/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-format.h"

#define NBSP "\302\240"
#define MINUS "\342\210\222"

/* Takes the string it is given. */
static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_numbers (void)
{
  const TvxCatalog *sv = tvx_catalog_get ("sv");
  const TvxCatalog *en = tvx_catalog_get ("en");

  assert_text (tvx_format_integer (sv, 0), "0");
  assert_text (tvx_format_integer (sv, 999), "999");
  assert_text (tvx_format_integer (sv, 1234567), "1" NBSP "234" NBSP "567");
  assert_text (tvx_format_integer (sv, -1000), MINUS "1" NBSP "000");
  assert_text (tvx_format_integer (en, -1234567), MINUS "1" NBSP "234" NBSP "567");
  assert_text (tvx_format_integer (en, G_MININT64), MINUS "9" NBSP "223" NBSP "372" NBSP "036" NBSP "854" NBSP "775" NBSP "808");
  assert_text (tvx_format_decimal (sv, 5, 2), "0,05");
  assert_text (tvx_format_decimal (sv, -123456, 1), MINUS "12" NBSP "345,6");
  assert_text (tvx_format_decimal (en, 123456, 1), "12" NBSP "345.6");
  assert_text (tvx_format_percent (sv, 125, 1), "12,5" NBSP "%");
  assert_text (tvx_format_percent (en, 125, 1), "12.5%");
}

static void
test_money (void)
{
  const TvxCatalog *sv = tvx_catalog_get ("sv");
  const TvxCatalog *en = tvx_catalog_get ("en");

  assert_text (tvx_format_money (sv, 1234567, "SEK"), "1" NBSP "234" NBSP "567" NBSP "kr");
  assert_text (tvx_format_money (sv, 1000, "EUR"), "1" NBSP "000" NBSP "euro");
  assert_text (tvx_format_money (sv, 1000, "NOK"), "1" NBSP "000" NBSP "NOK");
  assert_text (tvx_format_money (en, 1000, "SEK"), "SEK" NBSP "1" NBSP "000");
  assert_text (tvx_format_money (en, 1000, "EUR"), "EUR" NBSP "1" NBSP "000");
}

static void
test_dates (void)
{
  const TvxCatalog *sv = tvx_catalog_get ("sv");
  const TvxCatalog *en = tvx_catalog_get ("en");

  assert_text (tvx_format_date (sv, "2018-09-30"), "30" NBSP "september" NBSP "2018");
  assert_text (tvx_format_date (sv, "2018-05-01"), "1" NBSP "maj" NBSP "2018");
  assert_text (tvx_format_date (sv, "2020-09"), "september" NBSP "2020");
  assert_text (tvx_format_date (sv, "2020"), "2020");
  assert_text (tvx_format_date (en, "2018-09-30"), "30" NBSP "September" NBSP "2018");

  assert_text (tvx_format_date (sv, "2018-02-30"), "2018-02-30");
  assert_text (tvx_format_date (sv, "2018-13"), "2018-13");
  assert_text (tvx_format_date (sv, "2018-1x-01"), "2018-1x-01");
  assert_text (tvx_format_date (sv, "i våras"), "i våras");
  assert_text (tvx_format_date (sv, ""), "");
}

static void
test_periods (void)
{
  const TvxCatalog *sv = tvx_catalog_get ("sv");
  const TvxCatalog *en = tvx_catalog_get ("en");

  assert_text (tvx_format_period (sv, "2016", "2018"), "2016–2018");
  assert_text (tvx_format_period (sv, "2016-01", "2018"), "januari" NBSP "2016" NBSP "– 2018");
  assert_text (tvx_format_period (sv, NULL, "2020-09"), "till september" NBSP "2020");
  assert_text (tvx_format_period (sv, "2016", NULL), "från 2016");
  assert_text (tvx_format_period (en, "2016", NULL), "from 2016");
  g_assert_null (tvx_format_period (en, NULL, NULL));
}

static void
test_keep_numbers (void)
{
  assert_text (tvx_format_keep_numbers ("18–29 years"), "18–\342\201\24029" NBSP "years");
  assert_text (tvx_format_keep_numbers ("Under 18 år, åtta av 10"), "Under 18" NBSP "år, åtta av 10");
  assert_text (tvx_format_keep_numbers (" "), " ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/format/numbers", test_numbers);
  g_test_add_func ("/report/format/money", test_money);
  g_test_add_func ("/report/format/dates", test_dates);
  g_test_add_func ("/report/format/periods", test_periods);
  g_test_add_func ("/report/format/keep-numbers", test_keep_numbers);

  return g_test_run ();
}
