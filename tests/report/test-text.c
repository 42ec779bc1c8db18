/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "report/tvx-text.h"

static void
assert_clean (const char *text,
              const char *expected)
{
  g_autofree char *clean = tvx_text_clean (text);

  g_assert_cmpstr (clean, ==, expected);
}

static void
test_ordinary (void)
{
  assert_clean (NULL, "");
  assert_clean ("Åre, Älmhult och Örebro – 1\302\240234 kr", "Åre, Älmhult och Örebro – 1\302\240234 kr");
  assert_clean ("A\314\212ngstro\314\210m", "Ångström");
}

static void
test_forbidden (void)
{
  assert_clean ("a\001b\177c\302\205d", "a\357\277\275b\357\277\275c\357\277\275d");
  assert_clean ("private \356\200\200, \363\260\200\200", "private \357\277\275, \357\277\275");
  assert_clean ("non \357\277\276 \357\267\220 \360\237\277\276", "non \357\277\275 \357\277\275 \357\277\275");
  /* A lone surrogate is three bytes that are not UTF-8. */
  assert_clean ("x\355\240\200y", "x\357\277\275\357\277\275\357\277\275y");
  assert_clean ("latin \345", "latin \357\277\275");
}

static void
test_lines (void)
{
  g_autofree char *lines = tvx_text_clean_lines ("a\r\nb\rc\nd\342\200\251e\tf");

  g_assert_cmpstr (lines, ==, "a\nb\nc\nd\ne f");
  assert_clean ("a\r\nb\rc\nd\342\200\250e\tf", "a b c d e f");
}

/* What no line may cut: periods, and words that begin with a letter or two and a hyphen. */
static void
test_whole (void)
{
  static const char *const texts[][3] = {
    { "åren 2016–2018 och", "2016–2018", "–" },
    { "alla e-tjänster här", "e-tjänster", "-" },
    { "en (J+-dimension)", "J+-dimension", "-" },
    { "länets EU-stöd", "EU-stöd", "-" },
    { "från 2016– och framåt, sidan –3 – 4, stad–landsbygd, start-stopp, 08-123, - -, a- b", NULL, NULL },
    { "", NULL, NULL },
    { "-\342\200\234a\342\200\235", NULL, NULL },
  };
  g_autofree char *letters = g_strnfill (1000, 'a');
  g_autofree char *endless = g_strconcat ("e-", letters, NULL);
  TvxTextWhole whole;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const gboolean found = tvx_text_find_whole (texts[i][0], &whole);
      g_autofree char *piece = found ? g_strndup (whole.start, whole.end - whole.start) : NULL;
      g_autofree char *dash = found ? g_strndup (whole.dash, whole.after - whole.dash) : NULL;

      g_assert_cmpstr (piece, ==, texts[i][1]);
      g_assert_cmpstr (dash, ==, texts[i][2]);
    }
  g_assert_false (tvx_text_find_whole (endless, &whole));
}

static void
test_many_marks (void)
{
  g_autoptr (GString) text = g_string_new ("e");
  g_autofree char *clean = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, i % 2 == 0 ? "\314\243" : "\314\200");

  clean = tvx_text_clean (text->str);
  g_assert_true (g_utf8_validate (clean, -1, NULL));
  g_assert_nonnull (strstr (clean, "\315\217"));
  /* Ordering them all as one sequence takes minutes. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/text/ordinary", test_ordinary);
  g_test_add_func ("/report/text/forbidden", test_forbidden);
  g_test_add_func ("/report/text/lines", test_lines);
  g_test_add_func ("/report/text/whole", test_whole);
  g_test_add_func ("/report/text/many-marks", test_many_marks);

  return g_test_run ();
}
