/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-normalize.h"

#include <string.h>

#define NO_BREAK_SPACE 0xa0
#define MULTIPLICATION_SIGN 0xd7

/* Bytes: long enough that a piece costs little more than its text, short enough that its square does not count. */
#define PIECE_LENGTH 128

/* Bytes: no language has so many characters in a row that belong together; there a piece ends in any case. */
#define MAX_PIECE_LENGTH 4096

/* Whether nothing before a character can become one with it, or be put behind it. The ranges leave out the parts of
 * Hangul syllables, and what is compatible with them; that they leave out more does no harm. */
static gboolean
is_boundary (gunichar c)
{
  return (c < 0x1100 || (c >= 0x1E00 && c < 0x3130) || (c >= 0x3190 && c < 0xD7A4)) && !g_unichar_ismark (c);
}

/**
 * tvx_normalize:
 * @text: a text
 * @mode: the form of Unicode that it is to have
 *
 * Does what g_utf8_normalize() does, but in a time that grows with the length of the text and not with its square.
 *
 * Returns: (transfer full) (nullable): the text in that form, %NULL where it is not valid UTF-8
 */
char *
tvx_normalize (const char     *text,
               GNormalizeMode  mode)
{
  g_autoptr (GString) normalized = g_string_new (NULL);
  const char *start = text;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  while (*start != '\0')
    {
      const char *end = start;
      g_autofree char *piece = NULL;

      while (*end != '\0' && (end - start < PIECE_LENGTH ||
                              (end - start < MAX_PIECE_LENGTH && !is_boundary (g_utf8_get_char (end)))))
        end = g_utf8_next_char (end);
      piece = g_utf8_normalize (start, end - start, mode);
      g_string_append (normalized, piece);
      start = end;
    }
  return g_string_free_and_steal (g_steal_pointer (&normalized));
}

/* Whether all characters are among the many that are in normalization form C whatever stands beside them: those up to
 * U+02FF, and the dashes, quotation marks and other signs from U+2010. This saves nearly every Swedish text a costly
 * detour. */
static gboolean
is_plainly_nfc (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0xcc ? 0 : g_utf8_get_char (p);

      if (c >= 0x300 && (c < 0x2010 || c > 0x205f))
        return FALSE;
    }
  return TRUE;
}

/**
 * tvx_normalize_nfc:
 * @text: a text in UTF-8
 *
 * Returns: (transfer full): the text in normalization form C, in which files are written
 */
char *
tvx_normalize_nfc (const char *text)
{
  return is_plainly_nfc (text) ? g_strdup (text) : tvx_normalize (text, G_NORMALIZE_NFC);
}

/**
 * tvx_normalize_for_search:
 * @text: a text in UTF-8
 *
 * Makes texts comparable for search: case does not matter, nor whether a space may break the line, but å, ä and ö are
 * letters of their own.
 *
 * Returns: (transfer full): the text in its folded form
 */
char *
tvx_normalize_for_search (const char *text)
{
  g_autofree char *composed = tvx_normalize_nfc (text);
  GString *result = g_string_sized_new (strlen (composed));

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* These few do nearly all, and take a tenth of the time of what does all. */
      if (c < 0x80)
        {
          g_string_append_c (result, g_ascii_tolower ((char) c));
        }
      else if (c == NO_BREAK_SPACE)
        {
          g_string_append_c (result, ' ');
        }
      else if (c >= 0xc0 && c <= 0xde && c != MULTIPLICATION_SIGN)
        {
          g_string_append_unichar (result, c + 0x20);
        }
      else if (c >= 0xe0 && c <= 0xff)
        {
          g_string_append_unichar (result, c);
        }
      else
        {
          g_autofree char *folded = g_utf8_casefold (p, g_utf8_next_char (p) - p);

          g_string_append (result, folded);
        }
    }
  return g_string_free_and_steal (result);
}
