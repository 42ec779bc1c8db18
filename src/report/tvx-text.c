/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-text.h"

#include <string.h>

#include "model/tvx-normalize.h"

/* The Stream-Safe Text Format (UAX #15) allows this many marks in a row.  More of them mean nothing to a
 * reader, and ordering them takes time that grows with the square of their number. */
#define MAX_MARKS 30

#define REPLACEMENT 0xFFFD
#define COMBINING_GRAPHEME_JOINER 0x034F

#define EN_DASH "\342\200\223"
#define DASHES "-\342" /* the bytes with which dashes begin */

/* A longer piece, in bytes, would not fit where there is little room. */
#define MAX_WHOLE 40

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == 0x2028 || c == 0x2029;
}

/* Code points that no archived document may show: PDF/A level A forbids private use, XML forbids most controls. */
static gboolean
is_forbidden (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
      return TRUE;
    default:
      return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }
}

static char *
clean (const char *text,
       gboolean    keep_lines)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) out = NULL;
  guint marks = 0;

  if (text == NULL)
    return g_strdup ("");

  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p[1] == '\n')
            continue;
          c = '\n';
        }

      if (is_line_end (c))
        c = keep_lines ? '\n' : ' ';
      else if (c == '\t')
        c = ' ';
      else if (is_forbidden (c))
        c = REPLACEMENT;

      marks = g_unichar_combining_class (c) == 0 ? 0 : marks + 1;
      if (marks > MAX_MARKS)
        {
          g_string_append_unichar (out, COMBINING_GRAPHEME_JOINER);
          marks = 1;
        }
      g_string_append_unichar (out, c);
    }

  return tvx_normalize_nfc (out->str);
}

/**
 * tvx_text_clean:
 * @text: (nullable): any bytes
 *
 * Makes @text fit to be shown on one line of any report.
 *
 * Bytes that are not UTF-8, control characters, private-use code points and noncharacters become U+FFFD, line
 * ends and tabs become spaces, and the result is in normalization form C.
 *
 * Returns: (transfer full): valid UTF-8, empty for `NULL`
 */
char *
tvx_text_clean (const char *text)
{
  return clean (text, FALSE);
}

/**
 * tvx_text_clean_lines:
 * @text: (nullable): any bytes
 *
 * Does what [func@text_clean] does but keeps line ends, all of them as line feeds.
 *
 * Returns: (transfer full): valid UTF-8, empty for `NULL`
 */
char *
tvx_text_clean_lines (const char *text)
{
  return clean (text, TRUE);
}

/* The first character of those that come, one after the other, before @end and are such as they have to be. */
static const char *
skip_back (const char *text,
           const char *end,
           gboolean (*is_part) (gunichar c))
{
  while (end > text && is_part (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return end;
}

static const char *
skip (const char *start,
      gboolean (*is_part) (gunichar c))
{
  while (is_part (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  return start;
}

static gboolean
is_prefix (gunichar c)
{
  return g_unichar_isalnum (c) || c == '+';
}

/**
 * tvx_text_find_whole:
 * @text: valid UTF-8
 * @whole: (out caller-allocates): what was found
 *
 * Finds the first piece in which a line must not end: two numbers with an en dash between them, as in “2016–2018”, and a
 * word that begins with at most two letters before a hyphen, as “e-tjänst” and “J+-dimension”.
 *
 * Returns: whether there is one
 */
gboolean
tvx_text_find_whole (const char   *text,
                     TvxTextWhole *whole)
{
  for (const char *p = strpbrk (text, DASHES); p != NULL; p = strpbrk (p + 1, DASHES))
    {
      const gboolean is_hyphen = *p == '-';

      if (!is_hyphen && !g_str_has_prefix (p, EN_DASH))
        continue;
      whole->dash = p;
      whole->after = g_utf8_next_char (p);
      whole->start = skip_back (text, p, is_hyphen ? is_prefix : g_unichar_isdigit);
      whole->end = skip (whole->after, is_hyphen ? g_unichar_isalpha : g_unichar_isdigit);
      if (whole->start < p && whole->end > whole->after && whole->end - whole->start <= MAX_WHOLE &&
          (!is_hyphen || (g_unichar_isalpha (g_utf8_get_char (whole->start)) && g_utf8_pointer_to_offset (whole->start, p) <= 2)))
        return TRUE;
    }
  return FALSE;
}
