/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-pdf-syntax.h"

#include <math.h>
#include <string.h>

/* How numbers, texts and names stand in a PDF file.  A report has millions of numbers, so printf is not asked for them. */

/**
 * tvx_pdf_append_integer:
 * @out: PDF
 * @number: a number
 *
 * Appends a whole number.
 */
void
tvx_pdf_append_integer (GString *out,
                        guint64  number)
{
  char digits[20];
  guint start = sizeof digits;

  do
    {
      digits[--start] = '0' + number % 10;
      number /= 10;
    }
  while (number > 0);
  g_string_append_len (out, digits + start, sizeof digits - start);
}

/**
 * tvx_pdf_append_number:
 * @out: PDF
 * @number: a number
 *
 * Appends a number with at most three decimals and without its useless zeros, whatever the locale.
 */
void
tvx_pdf_append_number (GString *out,
                       double   number)
{
  gint64 thousandths = llround (number * 1000);
  guint64 magnitude = ABS (thousandths);

  if (thousandths < 0)
    g_string_append_c (out, '-');
  tvx_pdf_append_integer (out, magnitude / 1000);
  if (magnitude % 1000 == 0)
    return;

  g_string_append_c (out, '.');
  for (guint rest = magnitude % 1000, unit = 100; rest > 0; rest %= unit, unit /= 10)
    g_string_append_c (out, '0' + rest / unit);
}

/**
 * tvx_pdf_append_reference:
 * @out: PDF
 * @id: the number of an object
 *
 * Appends what leads to an object.
 */
void
tvx_pdf_append_reference (GString *out,
                          guint    id)
{
  tvx_pdf_append_integer (out, id);
  g_string_append (out, " 0 R");
}

/**
 * tvx_pdf_append_hex:
 * @out: PDF
 * @number: a glyph, or a character of UTF-16
 *
 * Appends two bytes as hexadecimal digits.
 */
void
tvx_pdf_append_hex (GString *out,
                    guint16  number)
{
  static const char digits[] = "0123456789ABCDEF";
  const char hex[] = { digits[number >> 12], digits[number >> 8 & 0xF], digits[number >> 4 & 0xF], digits[number & 0xF] };

  g_string_append_len (out, hex, sizeof hex);
}

/**
 * tvx_pdf_append_text:
 * @out: PDF
 * @text: a text
 *
 * Appends a text for people to read, in UTF-16 as hexadecimal digits, of which none can end it.
 */
void
tvx_pdf_append_text (GString    *out,
                     const char *text)
{
  g_autofree gunichar2 *utf16 = NULL;
  glong length = 0;

  utf16 = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  g_string_append (out, "<FEFF");
  for (glong i = 0; i < length; i++)
    tvx_pdf_append_hex (out, utf16[i]);
  g_string_append_c (out, '>');
}

/**
 * tvx_pdf_append_name:
 * @out: PDF
 * @name: a name, such as a media type
 *
 * Appends a name, with what cannot stand in a name as numbers.
 */
void
tvx_pdf_append_name (GString    *out,
                     const char *name)
{
  g_string_append_c (out, '/');
  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || strchr ("-_.+", *p) != NULL)
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "#%02X", (guint) (guchar) *p);
}

/**
 * tvx_pdf_append_ascii:
 * @out: PDF
 * @text: a text for programs, such as an address
 *
 * Appends a text as bytes.
 */
void
tvx_pdf_append_ascii (GString    *out,
                      const char *text)
{
  g_string_append_c (out, '(');
  for (const char *p = text; *p != '\0'; p++)
    if (strchr ("()\\", *p) != NULL || !g_ascii_isprint (*p))
      g_string_append_printf (out, "\\%03o", (guint) (guchar) *p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, ')');
}
