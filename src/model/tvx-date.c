/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-date.h"

#include <string.h>

static gboolean
is_valid (const TvxDate *date)
{
  if (date->year < 1 || date->year > 9999)
    return FALSE;
  if (date->month == 0)
    return date->day == 0;
  if (date->month < 1 || date->month > 12)
    return FALSE;
  return date->day == 0 ||
         g_date_valid_dmy ((GDateDay) date->day, (GDateMonth) date->month, (GDateYear) date->year);
}

/* Reads exactly n digits and moves on; a date has no signs and no spaces inside a number. */
static gboolean
read_digits (const char **cursor,
             int          n,
             int         *number)
{
  *number = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*cursor)[i]))
        return FALSE;
      *number = *number * 10 + ((*cursor)[i] - '0');
    }
  *cursor += n;
  return TRUE;
}

/* Two digits of a year mean the hundred years that end twenty years from now:
 * projects lie near the present, and no register plans further. */
static int
expand_year (int two_digits)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int latest = g_date_time_get_year (now) + 20;
  int year = latest - latest % 100 + two_digits;

  return year > latest ? year - 100 : year;
}

static gboolean
parse_compact (const char *text,
               TvxDate    *date)
{
  const char *cursor = text;
  gsize length = strlen (text);

  if (length == 8)
    return read_digits (&cursor, 4, &date->year) && read_digits (&cursor, 2, &date->month) &&
           read_digits (&cursor, 2, &date->day);
  if (length != 6)
    return FALSE;
  if (!read_digits (&cursor, 2, &date->year) || !read_digits (&cursor, 2, &date->month) ||
      !read_digits (&cursor, 2, &date->day))
    return FALSE;
  date->year = expand_year (date->year);
  return TRUE;
}

/* The three numbers that a date is written with, and how many digits the first and the last have. */
static gboolean
read_numbers (const char *text,
              int         numbers[3],
              gsize      *first_length,
              gsize      *last_length)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "/. -", -1);
  int n = 0;

  for (int i = 0; parts[i] != NULL; i++)
    {
      guint64 number;

      if (*parts[i] == '\0')
        continue;
      if (n == 3 || !g_ascii_string_to_unsigned (parts[i], 10, 0, 9999, &number, NULL))
        return FALSE;
      if (n == 0)
        *first_length = strlen (parts[i]);
      *last_length = strlen (parts[i]);
      numbers[n++] = (int) number;
    }
  return n == 3;
}

static gboolean
make_date (int      year,
           int      month,
           int      day,
           TvxDate *date)
{
  *date = (TvxDate) { year, month, day };
  return month != 0 && day != 0 && is_valid (date);
}

/* "30/9 2018", "30/9-2018", "30.9.2018", "30/9/18": day first, as Swedes write; "2018-9-30" begins with what is a year.
 * "18-09-30" may begin with either: it is read if it makes sense in one way only. */
static gboolean
parse_numbers (const char *text,
               TvxDate    *date,
               gboolean   *ambiguous)
{
  int n[3];
  gsize first_length, last_length;
  TvxDate year_first = { 0 }, day_first = { 0 };
  gboolean can_begin_with_year, can_begin_with_day;

  if (!read_numbers (text, n, &first_length, &last_length))
    return FALSE;
  if (first_length == 4)
    return make_date (n[0], n[1], n[2], date);
  if (last_length == 4)
    return make_date (n[2], n[1], n[0], date);
  can_begin_with_year = first_length == 2 && strpbrk (text, "/. ") == NULL && make_date (expand_year (n[0]), n[1], n[2], &year_first);
  can_begin_with_day = last_length == 2 && make_date (expand_year (n[2]), n[1], n[0], &day_first);
  *date = can_begin_with_year ? year_first : day_first;
  *ambiguous = can_begin_with_year && can_begin_with_day && tvx_date_compare (&year_first, &day_first) != 0;
  return (can_begin_with_year || can_begin_with_day) && !*ambiguous;
}

/* Names and what they are shortened to; a register may be written in either language, whatever the program speaks. */
static int
find_month (const char *word)
{
  static const char *const names[2][12] = {
    { "januari", "februari", "mars", "april", "maj",
      "juni", "juli", "augusti", "september", "oktober", /* codespell:ignore juni,juli,oktober */
      "november", "december" },
    { "january", "february", "march", "april", "may",
      "june", "july", "august", "september", "october",
      "november", "december" },
  };
  g_autofree char *lower = g_ascii_strdown (word, -1);
  gsize length;

  if (g_str_has_suffix (lower, "."))
    lower[strlen (lower) - 1] = '\0';
  length = strlen (lower);
  for (int i = 0; length >= 3 && i < 2; i++)
    for (int month = 1; month <= 12; month++)
      if (strncmp (names[i][month - 1], lower, length) == 0)
        return month;
  return 0;
}

/* "30 september 2018", "den 30 sept. 2018", "September 30, 2018", "september 2018". */
static gboolean
parse_words (const char *text,
             TvxDate    *date)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) spaced = g_string_new (NULL);
  TvxDate found = { 0 };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (spaced, *p == ',' || g_unichar_isspace (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));
  words = g_strsplit (spaced->str, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 number;

      if (*words[i] == '\0' || (found.day == 0 && found.month == 0 && g_ascii_strcasecmp (words[i], "den") == 0))
        continue;
      if (!g_ascii_string_to_unsigned (words[i], 10, 1, 9999, &number, NULL))
        {
          if (found.month != 0 || (found.month = find_month (words[i])) == 0)
            return FALSE;
        }
      else if (strlen (words[i]) == 4 && found.month != 0 && found.year == 0)
        found.year = (int) number;
      else if (strlen (words[i]) <= 2 && found.day == 0 && found.year == 0)
        found.day = (int) number;
      else
        return FALSE;
    }
  *date = found;
  return found.month != 0;
}

/**
 * tvx_date_parse_iso:
 * @text: a date
 * @date: (out): where to put the date
 *
 * Reads the forms `2020`, `2020-09` and `2020-09-30` of ISO 8601 and no other.
 *
 * Returns: whether @text is such a date
 */
gboolean
tvx_date_parse_iso (const char *text,
                    TvxDate    *date)
{
  const char *cursor = text;
  TvxDate found = { 0 };

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  if (!read_digits (&cursor, 4, &found.year))
    return FALSE;
  if (*cursor == '-')
    {
      cursor++;
      if (!read_digits (&cursor, 2, &found.month) || found.month == 0)
        return FALSE;
      if (*cursor == '-')
        {
          cursor++;
          if (!read_digits (&cursor, 2, &found.day) || found.day == 0)
            return FALSE;
        }
    }
  if (*cursor != '\0' || !is_valid (&found))
    return FALSE;

  *date = found;
  return TRUE;
}

static gboolean
parse (const char *text,
       TvxDate    *date,
       gboolean   *ambiguous)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  TvxDate found = { 0 };

  *ambiguous = FALSE;
  if (tvx_date_parse_iso (stripped, date))
    return TRUE;
  if ((parse_compact (stripped, &found) && found.month != 0 && found.day != 0 && is_valid (&found)) ||
      parse_numbers (stripped, &found, ambiguous) || (parse_words (stripped, &found) && is_valid (&found)))
    {
      *date = found;
      return TRUE;
    }
  return FALSE;
}

/**
 * tvx_date_parse:
 * @text: what a person typed
 * @date: (out): where to put the date
 *
 * Reads a date as Swedes type it: `2018-09-30`, `2018-09`, `2018`, `180930`,
 * `20180930`, `30/9 2018`, `30.9.2018`, `30 september 2018`, `sept 2018`; months
 * may be named in Swedish or English. Space around it is ignored. Six digits begin with
 * the year, as in everything that Swedish authorities number by date.
 *
 * Returns: whether @text is a date
 */
gboolean
tvx_date_parse (const char *text,
                TvxDate    *date)
{
  gboolean ambiguous;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  return parse (text, date, &ambiguous);
}

/**
 * tvx_date_is_ambiguous:
 * @text: what a person typed
 *
 * Returns: whether @text is no date because it can be two, as `18-09-30`, which may begin with the year or with the day
 */
gboolean
tvx_date_is_ambiguous (const char *text)
{
  TvxDate date;
  gboolean ambiguous;

  g_return_val_if_fail (text != NULL, FALSE);

  return !parse (text, &date, &ambiguous) && ambiguous;
}

/**
 * tvx_date_is_far:
 * @date: a date
 *
 * Returns: whether the year is more than a hundred years ago or fifty ahead, and so probably mistyped
 */
gboolean
tvx_date_is_far (const TvxDate *date)
{
  const gint64 year = 365 * G_TIME_SPAN_DAY + G_TIME_SPAN_HOUR * 6;
  int now = 1970 + (int) (g_get_real_time () / year);

  g_return_val_if_fail (date != NULL, FALSE);

  return date->year < now - 100 || date->year > now + 50;
}

/**
 * tvx_date_to_iso:
 * @date: a date
 *
 * Returns: (transfer full): @date in ISO 8601, with the precision that it has
 */
char *
tvx_date_to_iso (const TvxDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  if (date->month == 0)
    return g_strdup_printf ("%04d", date->year);
  if (date->day == 0)
    return g_strdup_printf ("%04d-%02d", date->year, date->month);
  return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
}

/**
 * tvx_date_first_day:
 * @date: a date
 *
 * Returns: the first day that @date can mean
 */
TvxDate
tvx_date_first_day (const TvxDate *date)
{
  return (TvxDate) { date->year, MAX (date->month, 1), MAX (date->day, 1) };
}

/**
 * tvx_date_last_day:
 * @date: a date
 *
 * Returns: the last day that @date can mean
 */
TvxDate
tvx_date_last_day (const TvxDate *date)
{
  TvxDate last = { date->year, date->month == 0 ? 12 : date->month, date->day };

  if (last.day == 0)
    last.day = g_date_get_days_in_month ((GDateMonth) last.month, (GDateYear) last.year);
  return last;
}

/**
 * tvx_date_dup_today:
 *
 * Returns: (transfer full): the date of today where the person is, in ISO 8601
 */
char *
tvx_date_dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * tvx_date_compare:
 * @a: a date
 * @b: another date
 *
 * Compares two dates as far as both are known: `2020` and `2020-09` are equal,
 * since neither is known to come first.
 *
 * Returns: less than, equal to or greater than 0
 */
int
tvx_date_compare (const TvxDate *a,
                  const TvxDate *b)
{
  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  if (a->month == 0 || b->month == 0 || a->month == b->month)
    {
      if (a->month == 0 || b->month == 0 || a->day == 0 || b->day == 0 || a->day == b->day)
        return 0;
      return a->day < b->day ? -1 : 1;
    }
  return a->month < b->month ? -1 : 1;
}
