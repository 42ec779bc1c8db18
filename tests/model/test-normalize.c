/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-normalize.h"

#include <string.h>

static const GNormalizeMode modes[] = {
  G_NORMALIZE_NFD,
  G_NORMALIZE_NFC,
  G_NORMALIZE_NFKD,
  G_NORMALIZE_NFKC,
};

/* Texts of characters that do something when they are normalised, and others: as GLib does it at once. */
static void
test_like_glib (void)
{
  const gunichar ranges[][2] = {
    { 0x20, 0x7f }, { 0xc0, 0x370 }, { 0x370, 0x1100 }, { 0x1100, 0x1200 }, { 0x1e00, 0x3400 },
    { 0xac00, 0xad00 },
    { 0xf900, 0x10000 },
    { 0x11000, 0x11a00 },
    { 0x1d100, 0x1d200 },
  };

  for (guint n = 0; n < 2000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint length = g_test_rand_int_range (0, 700);

      while (text->len < length)
        {
          guint range = g_test_rand_int_range (0, G_N_ELEMENTS (ranges));

          for (guint i = g_test_rand_int_range (1, 30); i > 0; i--)
            g_string_append_unichar (text, g_test_rand_int_range (ranges[range][0], ranges[range][1]));
        }
      for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
        {
          g_autofree char *expected = g_utf8_normalize (text->str, -1, modes[i]);
          g_autofree char *normalized = tvx_normalize (text->str, modes[i]);

          g_assert_cmpstr (normalized, ==, expected);
        }
    }
}

/* Pieces are at least so long, and end before the next character that they may end before. */
#define PIECE_LENGTH 128

static void
test_every_boundary (void)
{
  /* What much of what can follow becomes one with. */
  const gunichar before[] = { 'a', 0x1100, 0xac00, 0x0bc6, 0x30ab, 0x09c7 };

  for (gunichar c = 0x20; c < 0x12000; c++)
    {
      /* Ideographs and Hangul syllables are all alike. */
      if (!g_unichar_validate (c) || (c >= 0x3500 && c < 0xa000) || (c >= 0xac80 && c < 0xd700))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (before); i++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          g_autofree char *expected = NULL;
          g_autofree char *normalized = NULL;

          for (guint j = 0; j < PIECE_LENGTH - 1; j++)
            g_string_append_c (text, 'x');
          g_string_append_unichar (text, before[i]);
          g_string_append_unichar (text, c);
          /* Of all forms this one has the fewest boundaries. */
          expected = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFKC);
          normalized = tvx_normalize (text->str, G_NORMALIZE_NFKC);
          g_assert_cmpstr (normalized, ==, expected);
        }
    }
}

static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *normalized = NULL;

  for (guint i = 0; i < 2000000; i++)
    g_string_append (text, "å");
  normalized = tvx_normalize (text->str, G_NORMALIZE_NFC);
  g_assert_cmpstr (normalized, ==, text->str);
}

/* Marks that have to be put in order, which takes long where there are many in a row. */
static void
test_marks_without_end (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autofree char *normalized = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "\u0301\u0316");
  normalized = tvx_normalize (text->str, G_NORMALIZE_NFC);
  g_assert_cmpuint (strlen (normalized), >, 700000);
}

static void
test_not_utf8 (void)
{
  g_assert_null (tvx_normalize ("a\xff", G_NORMALIZE_NFC));
  g_assert_null (tvx_normalize ("a\xc3", G_NORMALIZE_NFC));
}

static void
test_nfc (void)
{
  static const struct
  {
    const char *text;
    const char *normalized;
  } cases[] = {
    { "åäö ÅÄÖ éü", "åäö ÅÄÖ éü" },
    { "a\314\212", "å" },
    { "–—“”… 🌱 €", "–—“”… 🌱 €" },
    { "\342\204\253", "Å" },
    { "\342\200\200", "\342\200\202" },
    { "\357\254\201", "\357\254\201" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *normalized = tvx_normalize_nfc (cases[i].text);
      g_autofree char *expected = g_utf8_normalize (cases[i].text, -1, G_NORMALIZE_NFC);

      g_assert_cmpstr (normalized, ==, cases[i].normalized);
      g_assert_cmpstr (normalized, ==, expected);
    }
  /* Every character that passes as normal without being looked up is so. */
  for (gunichar c = 1; c < 0x3000; c++)
    {
      char text[7] = { 0 };
      g_autofree char *normalized = NULL;
      g_autofree char *expected = NULL;

      g_unichar_to_utf8 (c, text);
      normalized = tvx_normalize_nfc (text);
      expected = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
      g_assert_cmpstr (normalized, ==, expected);
    }
}

static void
test_for_search (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "ÅÄÖ Åäö", "åäö åäö" },
    { "A\314\212", "å" },
    { "1\302\240250\302\240000 kr", "1 250 000 kr" },
    { "STRASSE ß", "strasse ss" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = tvx_normalize_for_search (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/normalize/like-glib", test_like_glib);
  g_test_add_func ("/normalize/every-boundary", test_every_boundary);
  g_test_add_func ("/normalize/long-text", test_long_text);
  g_test_add_func ("/normalize/marks-without-end", test_marks_without_end);
  g_test_add_func ("/normalize/not-utf8", test_not_utf8);

  g_test_add_func ("/normalize/nfc", test_nfc);
  g_test_add_func ("/normalize/for-search", test_for_search);
  return g_test_run ();
}
