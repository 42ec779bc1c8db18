/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of CSV, by RFC 4180. */

#include "model/tvx-csv.h"

#include <string.h>

#include "model/tvx-formula.h"

/**
 * tvx_csv_append_text: (skip)
 * @csv: where to write
 * @text: the text of a cell
 *
 * Appends a cell. What a spreadsheet would take for a formula is guarded, see [func@Tvx.formula_guard].
 */
void
tvx_csv_append_text (GString    *csv,
                     const char *text)
{
  g_autofree char *cell = tvx_formula_guard (text);
  gboolean quoted = strpbrk (cell, ",\"\r\n") != NULL;

  if (quoted)
    g_string_append_c (csv, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  if (quoted)
    g_string_append_c (csv, '"');
}

/**
 * tvx_csv_append_value: (skip)
 * @csv: where to write
 * @value: the value of a field
 *
 * Appends a cell; several texts are separated by commas in it.
 */
void
tvx_csv_append_value (GString  *csv,
                      GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      tvx_csv_append_text (csv, g_variant_get_string (value, NULL));
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_autofree const char **texts = g_variant_get_strv (value, NULL);
      g_autofree char *joined = g_strjoinv (", ", (char **) texts);

      tvx_csv_append_text (csv, joined);
    }
  else
    {
      g_autofree char *plain = g_variant_print (value, FALSE);

      g_string_append (csv, plain);
    }
}
