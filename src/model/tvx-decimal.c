/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-decimal.h"

#define N_DECIMALS 6

/**
 * tvx_decimal_parse:
 * @text: a number in the form that files have, as `-12.5`
 * @millionths: (out): where to put the number, in millionths
 *
 * Reads a decimal number of at most nine digits before the point and six after it, without an exponent and without
 * zeros that say nothing.
 *
 * Returns: whether @text is such a number
 */
gboolean
tvx_decimal_parse (const char *text,
                   gint64     *millionths)
{
  g_autofree char *canonical = NULL;
  gint64 number;

  g_return_val_if_fail (text != NULL && millionths != NULL, FALSE);

  if (!tvx_decimal_read (text, &number))
    return FALSE;
  canonical = tvx_decimal_to_text (number);
  if (!g_str_equal (canonical, text))
    return FALSE;
  *millionths = number;
  return TRUE;
}

/**
 * tvx_decimal_read:
 * @typed: what a person typed
 * @millionths: (out): where to put the number, in millionths
 *
 * Reads a number as people type it: `12,5`, `12.5`, `1 234,5`, `12,5 %`, `−3`.
 *
 * Returns: whether @typed is a number that fits
 */
gboolean
tvx_decimal_read (const char *typed,
                  gint64     *millionths)
{
  gint64 number = 0;
  gboolean negative = FALSE, any = FALSE;
  int decimals = -1;
  const char *p = typed;

  g_return_val_if_fail (typed != NULL && millionths != NULL, FALSE);

  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (g_utf8_get_char (p) == '-' || g_utf8_get_char (p) == 0x2212)
    {
      negative = TRUE;
      p = g_utf8_next_char (p);
    }
  for (; *p != '\0' && *p != '%'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      if ((c == ',' || c == '.') && decimals < 0 && any)
        {
          decimals = 0;
          continue;
        }
      if (c > 0x7f || !g_ascii_isdigit ((char) c) || decimals == N_DECIMALS)
        return FALSE;
      number = number * 10 + (c - '0');
      any = TRUE;
      if (decimals >= 0)
        decimals++;
      if (number > TVX_DECIMAL_MAX)
        return FALSE;
    }
  if (*p == '%')
    for (p++; *p != '\0'; p = g_utf8_next_char (p))
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
  if (!any || decimals == 0)
    return FALSE;

  for (int i = MAX (decimals, 0); i < N_DECIMALS; i++)
    if (__builtin_mul_overflow (number, 10, &number) || number > TVX_DECIMAL_MAX)
      return FALSE;
  *millionths = negative ? -number : number;
  return TRUE;
}

/**
 * tvx_decimal_to_text:
 * @millionths: a number, in millionths
 *
 * Returns: (transfer full): the number as files have it, as `-12.5`
 */
char *
tvx_decimal_to_text (gint64 millionths)
{
  gint64 size = ABS (millionths);
  GString *text = g_string_new (millionths < 0 ? "-" : NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT, size / TVX_DECIMAL_ONE);
  if (size % TVX_DECIMAL_ONE != 0)
    {
      g_string_append_printf (text, ".%06" G_GINT64_FORMAT, size % TVX_DECIMAL_ONE);
      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }
  return g_string_free_and_steal (text);
}
