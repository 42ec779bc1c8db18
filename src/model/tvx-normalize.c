/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-normalize.h"

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
