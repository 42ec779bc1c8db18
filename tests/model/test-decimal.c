/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-decimal.h"

static void
test_read (void)
{
  static const struct
  {
    const char *typed;
    const char *kept;
  } cases[] = {
    { "12,5 %", "12.5" }, { "12.50", "12.5" }, { "\342\210\2223", "-3" }, { " 1\302\240234,000 ", "1234" },
    { "0,000001", "0.000001" },
    { "-0,5", "-0.5" },
    { "999 999 999", "999999999" },
    { "007", "7" },
  };
  static const char *const wrong[] = { "", " ", "-", ",5", "5,", "1,2,3", "1.234.567", "1e3", "12 %%", "% 12", "0,0000001",
                                       "1000000000", "NaN", "\331\241", "1-2" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 number, again;
      g_autofree char *text = NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_true (tvx_decimal_read (cases[i].typed, &number));
      text = tvx_decimal_to_text (number);
      g_assert_cmpstr (text, ==, cases[i].kept);
      g_assert_true (tvx_decimal_parse (text, &again));
      g_assert_cmpint (again, ==, number);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gint64 number;

      g_test_message ("%s", wrong[i]);
      g_assert_false (tvx_decimal_read (wrong[i], &number));
    }
}

/* Files have one way to write a number, so that equal numbers are equal texts. */
static void
test_canonical (void)
{
  static const char *const other[] = { "1,5", "1.50", "01", "+1", "1 000", "-0", "1%", "" };

  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    {
      gint64 number;

      g_test_message ("%s", other[i]);
      g_assert_false (tvx_decimal_parse (other[i], &number));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/read", test_read);
  g_test_add_func ("/decimal/canonical", test_canonical);
  return g_test_run ();
}
