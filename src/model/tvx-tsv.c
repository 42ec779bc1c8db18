/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells between tabs, in lines: what spreadsheets put into the clipboard and take from it. */

#include "model/tvx-tsv.h"

#include <string.h>

static gboolean
needs_quotes (const char *text)
{
  return strpbrk (text, "\t\n\r\"") != NULL;
}

/* Reads a cell, and leaves at at what ended it. A quotation mark counts where it begins a cell that it also ends: others
 * belong to the text, as in 5" or "one" and "two". */
static char *
read_cell (const char **at)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = *at;

  if (*p == '"')
    {
      for (p++; *p != '\0' && (*p != '"' || p[1] == '"'); p++)
        {
          if (*p == '"')
            p++;
          /* Lines within a cell end in one way. */
          if (*p == '\r')
            {
              if (p[1] != '\n')
                g_string_append_c (cell, '\n');
            }
          else
            {
              g_string_append_c (cell, *p);
            }
        }
      if (*p == '"' && strchr ("\t\r\n", p[1]) != NULL)
        {
          *at = p + 1;
          return g_string_free_and_steal (g_steal_pointer (&cell));
        }
      p = *at;
    }

  *at = p + strcspn (p, "\t\r\n");
  return g_strndup (p, (gsize) (*at - p));
}

/**
 * tvx_tsv_parse:
 * @text: cells between tabs, in lines; a cell that holds a tab, a line break or a quotation mark may stand in quotation marks,
 *   with those within doubled
 *
 * Returns: (transfer full) (element-type GStrv): the cells of each line; empty lines at the end are left out
 */
GPtrArray *
tvx_tsv_parse (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0')
    {
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

      for (;;)
        {
          g_strv_builder_take (row, read_cell (&text));
          if (*text != '\t')
            break;
          text++;
        }
      if (*text == '\r')
        text++;
      if (*text == '\n')
        text++;
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }

  while (rows->len > 0)
    {
      GStrv last = rows->pdata[rows->len - 1];

      if (last[1] != NULL || *last[0] != '\0')
        break;
      g_ptr_array_set_size (rows, (int) rows->len - 1);
    }
  return rows;
}

/**
 * tvx_tsv_append_cell:
 * @line: a line of cells
 * @text: what the next one holds
 * @first: whether it is the first of its line
 *
 * Appends a cell that [func@Tvx.tsv_parse] and spreadsheets read as it is. The line is to be ended with `\n`.
 */
void
tvx_tsv_append_cell (GString    *line,
                     const char *text,
                     gboolean    first)
{
  if (!first)
    g_string_append_c (line, '\t');
  if (!needs_quotes (text))
    {
      g_string_append (line, text);
      return;
    }
  g_string_append_c (line, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
  g_string_append_c (line, '"');
}
