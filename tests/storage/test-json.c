/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-json.h"

#include <locale.h>
#include <string.h>

#include "storage/tvx-storage-error.h"

static GVariant *
parse (const char  *text,
       gsize        length,
       GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return tvx_json_parse (bytes, "x.json", error);
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *text;
    gsize       length;
    const char *message;
  } cases[] = {
#define CASE(text_, message_) { text_, sizeof (text_) - 1, message_ }
    CASE ("", "x.json: the file is empty"),
    CASE (" \n", "x.json: line 2, column 1: found the end of the file, expected a value"),
    CASE ("{", "line 1, column 2: found the end of the file, expected a name in quotation marks"),
    CASE ("{\n  \"a\": 1,\n}", "line 3, column 1: found a comma after the last item"),
    CASE ("[1,]", "line 1, column 4: found a comma after the last item"),
    CASE ("[1 2]", "line 1, column 4: found “2”, expected “,” or “]”"),
    CASE ("{\"a\" 1}", "line 1, column 6: found “1”, expected “:”"),
    CASE ("{a: 1}", "line 1, column 2: found “a”, expected a name in quotation marks"),
    CASE ("{} {}", "line 1, column 4: found “{”, expected the end of the file"),
    CASE ("{\"å\": 'x'}", "line 1, column 7: found “'”; texts stand in \""),
    CASE ("// x\n{}", "line 1, column 1: found “/”; JSON has no comments"),
    CASE ("{\"a\": NaN}", "line 1, column 10: found NaN or Infinity"),
    CASE ("{\"a\": -Infinity}", "line 1, column 8: found “Infinity”, expected a digit"),
    CASE ("[01]", "line 1, column 2: a number must not begin with 0"),
    CASE ("[1.]", "line 1, column 4: found “]”, expected a digit"),
    CASE ("[+1]", "line 1, column 2: found “+”, expected a value"),
    CASE ("[.5]", "line 1, column 2: found “.”, expected a value"),
    CASE ("[9007199254740993]", "line 1, column 2: the number 9007199254740993 is too large; the largest is 9007199254740992"),
    CASE ("[-9007199254740993]", "the number -9007199254740993 is too large"),
    CASE ("[99999999999999999999999999]", "is too large"),
    CASE ("[1e400]", "the number 1e400 is too large"),
    CASE ("[1e16]", "the number 1e16 is too large"),
    CASE ("{\"a\": 1, \"a\": 2}", "line 1, column 10: the member “a” is there twice"),
    CASE ("{\"a\": 1, \"\\u0061\": 2}", "the member “a” is there twice"),
    CASE ("{\"\303\245\": 1, \"a\314\212\": 2}", "is there twice"),
    CASE ("[\"\\u0000\"]", "line 1, column 3: found \\u0000"),
    CASE ("[\"\\ud800\"]", "line 1, column 3: found half of a surrogate pair, \\ud800"),
    CASE ("[\"\\udc00\"]", "found half of a surrogate pair, \\udc00"),
    CASE ("[\"\\ud800\\u0041\"]", "found half of a surrogate pair, \\ud800"),
    CASE ("[\"\\ud800\\", "found half of a surrogate pair"),
    CASE ("[\"\\u12\"]", "expected four hexadecimal digits after \\u"),
    CASE ("[\"\\x41\"]", "found “x41”, expected one of"),
    CASE ("[\"a\nb\"]", "line 1, column 4: found the control character U+000A within a text"),
    CASE ("[\"abc", "found the end of the file, expected the quotation mark (\") that ends the text"),
    CASE ("[\"abc\\", "found the end of the file, expected the quotation mark (\") that ends the text"),
    CASE ("\357\273\277{}", "line 1, column 1: found a byte order mark"),
    CASE ("{\"a\": \"\xe5\"}", "line 1, column 8: found the byte 0xE5, which is not UTF-8"),
    CASE ("\xff\xfe{\0}\0", "line 1, column 1: found the byte 0xFF"),
    CASE ("{\0}", "line 1, column 2: found the byte 0x00"),
    CASE ("[\"\xed\xa0\x80\"]", "found the byte 0xED"),
    CASE ("truely", "found “truely”, expected a value"),
    CASE ("nul", "found “nul”, expected a value"),
    CASE ("\x01", "found U+0001, expected a value"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = parse (cases[i].text, cases[i].length, &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "taken");
      g_assert_null (value);
      g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_SYNTAX);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

static char *
nest (guint       depth,
      const char *open,
      const char *inner,
      const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, inner);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free_and_steal (text);
}

static void
test_depth (void)
{
  static const guint too_deep[] = { TVX_JSON_MAX_DEPTH + 1, 1000, 100000 };
  g_autoptr (GError) error = NULL;
  g_autofree char *deep = nest (TVX_JSON_MAX_DEPTH_WRAPPED, "{\"a\": ", "\"å\"", "}");
  g_autoptr (GBytes) bytes = g_bytes_new (deep, strlen (deep));
  g_autoptr (GVariant) value = tvx_json_parse_wrapped (bytes, "x.json", &error);
  g_autoptr (GVariant) copy = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  /* A GVariant that has been serialized must not have lost its innermost value. */
  copy = g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE_VARDICT, g_variant_get_data (value),
                                                      g_variant_get_size (value), FALSE, NULL, NULL));
  line = g_strstrip (tvx_json_write_line (copy));
  g_assert_cmpstr (line, ==, deep);

  for (guint i = 0; i < G_N_ELEMENTS (too_deep); i++)
    {
      g_autofree char *text = nest (too_deep[i], "[", "", "]");
      g_autofree char *unclosed = nest (too_deep[i], "{\"a\":", "", "");
      g_autoptr (GError) first = NULL;
      g_autoptr (GError) second = NULL;

      g_assert_null (parse (text, strlen (text), &first));
      g_assert_cmpstr (first->message, ==,
                       "x.json: line 1, column 33: objects and lists are nested deeper than 32 levels");
      g_assert_null (parse (unclosed, strlen (unclosed), &second));
      g_assert_nonnull (strstr (second->message, "nested deeper than 32 levels"));
    }
}

static void
test_canonical (void)
{
  const char *text = "{\"b\":[],\"a\":{ },\"c\":[1,-0,0.1,1.0,1e3,true,null],\"text\":\"a\\u0308 \\/ \\\" \\\\ \\n \\u0007 \\ud83c\\udf31\"}";
  const char *canonical = "{\n"
                          "  \"b\": [],\n"
                          "  \"a\": {},\n"
                          "  \"c\": [\n"
                          "    1,\n"
                          "    0,\n"
                          "    0.1,\n"
                          "    1.0,\n"
                          "    1000.0,\n"
                          "    true,\n"
                          "    null\n"
                          "  ],\n"
                          "  \"text\": \"ä / \\\" \\\\ \\n \\u0007 🌱\"\n"
                          "}\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = parse (text, strlen (text), &error);
  g_autoptr (GVariant) again = NULL;
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = tvx_json_write (value);
  g_assert_cmpstr (written, ==, canonical);
  again = parse (written, strlen (written), &error);
  g_assert_no_error (error);
  g_assert_true (g_variant_equal (value, again));
}

static GVariant *
random_value (guint depth)
{
  static const char *const texts[] = { "", "å", "–“”", "a\"b\\c", "\n\t\001", "🌱", "längre text med ord" };

  switch (g_test_rand_int_range (0, depth > 0 ? 8 : 6))
    {
    case 0:
      return g_variant_new_int64 (g_test_rand_int ());
    case 1:
      return g_variant_new_double (g_test_rand_double_range (-1e9, 1e9));
    case 2:
      return g_variant_new_double (g_test_rand_int () / 1024.0);
    case 3:
      return g_variant_new_boolean (g_test_rand_bit () != 0);
    case 4:
      return g_variant_new_maybe (G_VARIANT_TYPE_VARIANT, NULL);
    case 5:
      return g_variant_new_string (texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
    case 6:
      {
        g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("av"));

        for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
          g_variant_builder_add (builder, "v", random_value (depth - 1));
        return g_variant_builder_end (builder);
      }
    default:
      {
        g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);

        for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
          {
            g_autofree char *name = g_strdup_printf ("%s%d", texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))], i);

            g_variant_builder_add (builder, "{sv}", name, random_value (depth - 1));
          }
        return g_variant_builder_end (builder);
      }
    }
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GVariant) value = g_variant_ref_sink (random_value (5));
      g_autofree char *text = tvx_json_write (value);
      g_autofree char *line = tvx_json_write_line (value);
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) from_text = parse (text, strlen (text), &error);
      g_autoptr (GVariant) from_line = parse (line, strlen (line), &error);

      g_assert_no_error (error);
      g_assert_true (g_variant_equal (value, from_text));
      g_assert_true (g_variant_equal (value, from_line));
      g_assert_true (strchr (line, '\n') == line + strlen (line) - 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  /* A decimal comma must not come into a file; where the system lacks this locale, the others are tested. */
  setlocale (LC_NUMERIC, "sv_SE.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/hostile", test_hostile);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/canonical", test_canonical);
  g_test_add_func ("/json/round-trip", test_round_trip);
  return g_test_run ();
}
