/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-decimal.h"
#include "model/tvx-field.h"
#include "model/tvx-typography.h"

#define EN_DASH "\342\200\223"
#define WORD_JOINER "\342\201\240"

static const char *const months[] = {
  NC_("month in a date", "January"),
  NC_("month in a date", "February"),
  NC_("month in a date", "March"),
  NC_("month in a date", "April"),
  NC_("month in a date", "May"),
  NC_("month in a date", "June"),
  NC_("month in a date", "July"),
  NC_("month in a date", "August"),
  NC_("month in a date", "September"),
  NC_("month in a date", "October"),
  NC_("month in a date", "November"),
  NC_("month in a date", "December"),
};

/* Reads n digits; returns -1 when there is something else. */
static int
read_digits (const char *text,
             guint       n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + g_ascii_digit_value (text[i]);
    }
  return value;
}

/* A number and its unit stay on one line. */
static char *
make_unbreakable (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv (TVX_NO_BREAK_SPACE, words);
}

/**
 * tvx_format_integer:
 * @catalog: words of the report's language
 * @number: a whole number
 *
 * Writes a number: `−1 234`, with no-break spaces.
 *
 * Returns: (transfer full): the number
 */
char *
tvx_format_integer (const TvxCatalog *catalog,
                    gint64            number)
{
  return tvx_format_decimal (catalog, number, 0);
}

/**
 * tvx_format_decimal:
 * @catalog: words of the report's language
 * @number: the number times ten to the power of @decimals
 * @decimals: digits after the decimal sign
 *
 * Writes a number with decimals, without floating point: 1234 with one decimal is `123,4`.
 *
 * Returns: (transfer full): the number
 */
char *
tvx_format_decimal (const TvxCatalog *catalog,
                    gint64            number,
                    guint             decimals)
{
  g_autofree char *whole = NULL;
  gint64 unit = 1;

  g_return_val_if_fail (catalog != NULL, NULL);
  g_return_val_if_fail (decimals <= 18, NULL);

  for (guint i = 0; i < decimals; i++)
    unit *= 10;
  whole = tvx_field_format_number (number / unit);
  if (decimals == 0)
    return g_steal_pointer (&whole);
  return g_strdup_printf ("%s%s%s%0*" G_GINT64_FORMAT, number < 0 && number > -unit ? TVX_MINUS_SIGN : "", whole,
                          /* Translators: what stands between whole numbers and decimals, in Swedish a comma. */
                          tvx_catalog_translate_context (catalog, "decimal separator", "."), (int) decimals, ABS (number % unit));
}

/**
 * tvx_format_decimal_text:
 * @catalog: words of the report's language
 * @text: a decimal number as records keep it, as `-12.5`
 *
 * Returns: (transfer full): the number as the language writes it; @text itself where it is no number
 */
char *
tvx_format_decimal_text (const TvxCatalog *catalog,
                         const char       *text)
{
  const char *point = strchr (text, '.');
  guint decimals = point != NULL ? (guint) strlen (point + 1) : 0;
  gint64 millionths, unit = TVX_DECIMAL_ONE;

  if (!tvx_decimal_parse (text, &millionths))
    return g_strdup (text);
  for (guint i = 0; i < decimals; i++)
    unit /= 10;
  return tvx_format_decimal (catalog, millionths / unit, decimals);
}

/**
 * tvx_format_percent:
 * @catalog: words of the report's language
 * @number: the percentage times ten to the power of @decimals
 * @decimals: digits after the decimal sign
 *
 * Writes a percentage: 125 with one decimal is `12,5 %` in Swedish, with a no-break space, and `12.5%` in English.
 *
 * Returns: (transfer full): the percentage
 */
char *
tvx_format_percent (const TvxCatalog *catalog,
                    gint64            number,
                    guint             decimals)
{
  g_autofree char *digits = tvx_format_decimal (catalog, number, decimals);
  g_autofree char *text = NULL;

  g_return_val_if_fail (digits != NULL, NULL);

  /* Translators: a percentage; in Swedish with a space before the sign. */
  text = g_strdup_printf (tvx_catalog_translate (catalog, "%s%%"), digits);
  return make_unbreakable (text);
}

/**
 * tvx_format_money:
 * @catalog: words of the report's language
 * @amount: whole units
 * @currency: code of the currency: `SEK`, `EUR` …
 *
 * Writes an amount: `1 234 kr` or `1 234 euro` in Swedish, `SEK 1 234` in English, with no-break spaces.
 *
 * Returns: (transfer full): the amount
 */
char *
tvx_format_money (const TvxCatalog *catalog,
                  gint64            amount,
                  const char       *currency)
{
  g_autofree char *number = tvx_format_integer (catalog, amount);
  g_autofree char *text = NULL;

  g_return_val_if_fail (number != NULL, NULL);
  g_return_val_if_fail (currency != NULL, NULL);

  if (g_str_equal (currency, "SEK"))
    /* Translators: an amount in Swedish kronor. */
    text = g_strdup_printf (tvx_catalog_translate (catalog, "SEK %s"), number);
  else if (g_str_equal (currency, "EUR"))
    /* Translators: an amount in euros. */
    text = g_strdup_printf (tvx_catalog_translate (catalog, "EUR %s"), number);
  else
    text = g_strdup_printf ("%s %s", number, currency);
  return make_unbreakable (text);
}

/**
 * tvx_format_date:
 * @catalog: words of the report's language
 * @iso_date: `2020`, `2020-09` or `2020-09-30`
 *
 * Writes a date as people read it: `30 september 2020`, `september 2020` or `2020`.
 *
 * Returns: (transfer full): the date, with no-break spaces, or @iso_date as it is when it is no date
 */
char *
tvx_format_date (const TvxCatalog *catalog,
                 const char       *iso_date)
{
  const char *month_name;
  gsize length;
  int month;
  int day;

  g_return_val_if_fail (catalog != NULL && iso_date != NULL, NULL);

  length = strlen (iso_date);
  if ((length != 7 && length != 10) || read_digits (iso_date, 4) < 0 || iso_date[4] != '-')
    return g_strdup (iso_date);

  month = read_digits (iso_date + 5, 2);
  if (month < 1 || month > 12)
    return g_strdup (iso_date);
  month_name = tvx_catalog_translate_context (catalog, "month in a date", months[month - 1]);

  if (length == 7)
    return g_strdup_printf ("%s" TVX_NO_BREAK_SPACE "%.4s", month_name, iso_date);

  day = read_digits (iso_date + 8, 2);
  if (iso_date[7] != '-' || !g_date_valid_dmy (MAX (day, 0), month, read_digits (iso_date, 4)))
    return g_strdup (iso_date);
  return g_strdup_printf ("%d" TVX_NO_BREAK_SPACE "%s" TVX_NO_BREAK_SPACE "%.4s", day, month_name, iso_date);
}

static char *
join_dates (const TvxCatalog *catalog,
            const char       *first,
            const char       *last)
{
  gboolean only_years;

  if (first == NULL && last == NULL)
    return NULL;
  if (last == NULL)
    /* Translators: a period with a beginning and no end yet. */
    return g_strdup_printf (tvx_catalog_translate (catalog, "from %s"), first);
  if (first == NULL)
    /* Translators: a period that is known by its end only. */
    return g_strdup_printf (tvx_catalog_translate (catalog, "until %s"), last);

  only_years = strlen (first) == 4 && strlen (last) == 4;
  return g_strconcat (first, only_years ? EN_DASH : TVX_NO_BREAK_SPACE EN_DASH " ", last, NULL);
}

/**
 * tvx_format_period:
 * @catalog: words of the report's language
 * @from: (nullable): date of the beginning, as [func@format_date] takes it
 * @to: (nullable): date of the end
 *
 * Writes a period: `2016–2018`, `januari 2016 – september 2018`, `från 2016` or `till september 2020`.
 *
 * Returns: (transfer full) (nullable): the period, `NULL` when both dates are
 */
char *
tvx_format_period (const TvxCatalog *catalog,
                   const char       *from,
                   const char       *to)
{
  g_autofree char *first = from != NULL ? tvx_format_date (catalog, from) : NULL;
  g_autofree char *last = to != NULL ? tvx_format_date (catalog, to) : NULL;

  g_return_val_if_fail (catalog != NULL, NULL);

  return join_dates (catalog, first, last);
}

/**
 * tvx_format_short_period:
 * @catalog: words of the report's language
 * @from: (nullable): date of the beginning, as [func@format_date] takes it
 * @to: (nullable): date of the end
 *
 * Writes a period for the narrow column of a table: `2016-01-01 – 2018-09-30`, `till 2020-09`.
 *
 * Returns: (transfer full) (nullable): the period, `NULL` when both dates are
 */
char *
tvx_format_short_period (const TvxCatalog *catalog,
                         const char       *from,
                         const char       *to)
{
  g_return_val_if_fail (catalog != NULL, NULL);

  return join_dates (catalog, from, to);
}

/**
 * tvx_format_keep_numbers:
 * @text: what people wrote or read
 *
 * Keeps numbers and the word behind them on one line, and both ends of a span: `18–29 years`.
 *
 * Returns: (transfer full): the text, with no-break spaces and word joiners
 */
char *
tvx_format_keep_numbers (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (*c == ' ' && c > text && g_ascii_isdigit (c[-1]))
      g_string_append (kept, TVX_NO_BREAK_SPACE);
    else if (g_str_has_prefix (c, EN_DASH))
      g_string_append (kept, EN_DASH WORD_JOINER);
    else
      g_string_append_unichar (kept, g_utf8_get_char (c));
  return g_string_free_and_steal (kept);
}
