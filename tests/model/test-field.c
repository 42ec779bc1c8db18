/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-field.h"

#include "model/tvx-model-error.h"
#include "model/tvx-project.h"
#include "model/tvx-record.h"
#include "model/tvx-vocabulary.h"

/* What is typed into a field, what is stored, and what is shown afterwards. */
static void
test_parse_and_format (void)
{
  static const struct
  {
    TvxField    field;
    const char *typed;
    const char *stored;
    const char *shown;
  } cases[] = {
    { { "f", TVX_FIELD_TEXT, "F" }, "  Räksmörgås ", "'Räksmörgås'", "Räksmörgås" },
    { { "f", TVX_FIELD_TEXT, "F" }, "a\314\212", "'å'", "å" },
    { { "f", TVX_FIELD_TEXT, "F" }, " ", NULL, "" },
    { { "f", TVX_FIELD_LONG_TEXT, "F" }, "a\n\nb", "'a\\n\\nb'", "a\n\nb" },
    { { "f", TVX_FIELD_DATE, "F" }, "30/9 2018", "'2018-09-30'", "2018-09-30" },
    { { "f", TVX_FIELD_MONEY, "F" }, "1\302\240250 000 kr", "1250000", "1\302\240250\302\240000" },
    { { "f", TVX_FIELD_MONEY, "F" }, "1 234 567", "1234567", "1\302\240234\302\240567" },
    { { "f", TVX_FIELD_MONEY, "F" }, "1\342\200\257500,00\302\240SEK", "1500", "1\302\240500" },
    { { "f", TVX_FIELD_MONEY, "F" }, "1 500:-", "1500", "1\302\240500" },
    { { "f", TVX_FIELD_MONEY, "F" }, "250 tkr", "250000", "250\302\240000" },
    { { "f", TVX_FIELD_MONEY, "F" }, "1,25 mnkr", "1250000", "1\302\240250\302\240000" },
    { { "f", TVX_FIELD_MONEY, "F" }, "-2 Mkr", "-2000000", "\342\210\2222\302\240000\302\240000" },
    { { "f", TVX_FIELD_MONEY, "F" }, "\342\210\2225", "-5", "\342\210\2225" },
    { { "f", TVX_FIELD_INTEGER, "F" }, "999", "999", "999" },
    { { "f", TVX_FIELD_INTEGER, "F" }, "9007199254740992", "9007199254740992", "9\302\240007\302\240199\302\240254\302\240740\302\240992" },
    { { "f", TVX_FIELD_DECIMAL, "F" }, "-1 234,50 %", "'-1234.5'", "\342\210\2221\302\240234.5" },
    { { "f", TVX_FIELD_COUNTS, "F" }, "women|0-17: 1 200, men|0-17:4", "{'women|0-17': <int64 1200>, 'men|0-17': <int64 4>}",
      "women|0-17: 1\302\240200, men|0-17: 4" },
    { { "f", TVX_FIELD_TEXTS, "F" }, "ungdomar, Två ord,", "['ungdomar', 'Två ord']", "ungdomar, Två ord" },
    { { "f", TVX_FIELD_BOOLEAN, "F" }, "Yes", "true", "yes" },
    { { "f", TVX_FIELD_ENUM, "F", .vocabulary = &tvx_lifecycles }, "Ongoing", "'ongoing'", "Ongoing" },
    { { "f", TVX_FIELD_CODE, "F", .vocabulary = &tvx_counties }, "Skåne län", "'12'", "Skåne län" },
    { { "f", TVX_FIELD_CODES, "F", .vocabulary = &tvx_municipalities }, "0180, Solna,", "['0180', '0184']", "Stockholm, Solna" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = tvx_field_parse (&cases[i].field, cases[i].typed, &error);
      g_autofree char *stored = NULL;
      g_autofree char *shown = NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_no_error (error);
      stored = value != NULL ? g_variant_print (value, FALSE) : NULL;
      g_assert_cmpstr (stored, ==, cases[i].stored);
      shown = tvx_field_format (&cases[i].field, value);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    TvxField    field;
    const char *typed;
    const char *message;
  } cases[] = {
    { { "f", TVX_FIELD_TEXT, "F", .max_length = 3 }, "åäöå", "The text has 4 characters; at most 3 characters fit here." },
    { { "f", TVX_FIELD_TEXT, "F" }, "a\nb", "The text has a line break; it must be on one line." },
    { { "f", TVX_FIELD_TEXT, "F" }, "\377", "The text is not valid UTF-8." },
    { { "f", TVX_FIELD_TEXT, "F", .check = tvx_check_uri }, "javascript:alert(1)", "“javascript:alert(1)” is not a web address. Write it as https://www.example.se/page." },
    { { "f", TVX_FIELD_DATE, "F" }, "soon", "“soon” is not a date. Write it as 2018-09-30, or as 2018-09 or 2018 if the day is not known." },
    { { "f", TVX_FIELD_MONEY, "F" }, "12,5", "“12,5” is not a whole number. Write it as 1\302\240250\302\240000." },
    { { "f", TVX_FIELD_MONEY, "F" }, "1.250", "“1.250” is not a whole number. Write it as 1\302\240250\302\240000." },
    { { "f", TVX_FIELD_MONEY, "F" }, "1.234.567", "“1.234.567” is not a whole number. Write it as 1\302\240250\302\240000." },
    { { "f", TVX_FIELD_MONEY, "F" }, "12,50 kr", "“12,50 kr” is not a whole number. Write it as 1\302\240250\302\240000." },
    { { "f", TVX_FIELD_MONEY, "F" }, "0,0005 tkr", "“0,0005 tkr” is not a whole number. Write it as 1\302\240250\302\240000." },
    { { "f", TVX_FIELD_MONEY, "F" }, "5 %", "“5 %” is not a whole number. Write it as 1\302\240250\302\240000." },
    { { "f", TVX_FIELD_MONEY, "F" }, "mkr", "“mkr” is not a whole number. Write it as 1\302\240250\302\240000." },
    { { "f", TVX_FIELD_MONEY, "F" }, "9007199254741 tkr", "The number 9007199254741000 is too large; the largest is 9007199254740992." },
    { { "f", TVX_FIELD_INTEGER, "F" }, "5 tkr", "“5 tkr” is not a whole number. Write it as 1\302\240250\302\240000." },
    { { "f", TVX_FIELD_INTEGER, "F" }, "9007199254740993", "“9007199254740993” is not a whole number. Write it as 1\302\240250\302\240000." },
    { { "f", TVX_FIELD_DECIMAL, "F" }, "much", "“much” is not a number. Write it as 1 250 or 12.5, with at most six decimals." },
    { { "f", TVX_FIELD_COUNTS, "F" }, "women", "“women” is not a count. Write it as women|18-29: 12." },
    { { "f", TVX_FIELD_COUNTS, "F" }, "women: -2", "The count of “women” must be a whole number that is not negative." },
    { { "f", TVX_FIELD_TEXTS, "F", .max_length = 3 }, "a, bcde", "The text has 4 characters; at most 3 characters fit here." },
    { { "f", TVX_FIELD_TEXT, "F", .check = tvx_check_file_name }, "../x", "“../x” is not the name of a file. It may have no slashes and not begin with a full stop." },
    { { "f", TVX_FIELD_TEXT, "F", .check = tvx_check_sha256 }, "ABC", "“ABC” is not a SHA-256 checksum, which has 64 hexadecimal digits in lower case." },
    { { "f", TVX_FIELD_BOOLEAN, "F" }, "maybe", "“maybe” is neither yes nor no." },
    { { "f", TVX_FIELD_ENUM, "F", .vocabulary = &tvx_relevances }, "x", "“x” is none of the values not_examined, relevant, not_relevant." },
    { { "f", TVX_FIELD_CODE, "F", .vocabulary = &tvx_counties }, "02", "“02” is not a code of the list “county”." },
    { { "f", TVX_FIELD_CODES, "F", .vocabulary = &tvx_counties }, "01,01", "“01” is there twice." },
    { { "f", TVX_FIELD_REFERENCE, "F", .get_type = tvx_project_get_type }, "7", "“7” is not an id. An id is a UUID, such as 3f2b8f0e-5a54-4b0c-9a39-0d1c6e1f7a11." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tvx_field_parse (&cases[i].field, cases[i].typed, &error));
      g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/parse-and-format", test_parse_and_format);
  g_test_add_func ("/field/refusals", test_refusals);
  return g_test_run ();
}
