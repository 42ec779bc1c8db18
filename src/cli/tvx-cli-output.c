/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/tvx-cli-output.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "model/tvx-csv.h"
#include "storage/tvx-json.h"

#define REPLACEMENT_CHARACTER 0xFFFD
#define COLUMN_GAP 2

typedef struct
{
  char *name;
  char *label;
} Column;

typedef struct
{
  GVariant *value;
  char     *shown;
} Cell;

struct _TvxCliTable
{
  GArray *columns;
  /* Row after row. */
  GArray *cells;
};

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->name);
  g_free (column->label);
}

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_clear_pointer (&cell->value, g_variant_unref);
  g_free (cell->shown);
}

static guint
count_rows (TvxCliTable *self)
{
  return self->cells->len / self->columns->len;
}

static const Cell *
get_cell (TvxCliTable *self,
          guint        row,
          guint        column)
{
  return &g_array_index (self->cells, Cell, row * self->columns->len + column);
}

static void
print_text (TvxCliTable *self)
{
  g_autofree gsize *widths = g_new0 (gsize, self->columns->len);
  guint n_rows = count_rows (self);

  /* A column in which nothing stands says nothing; the label counts only where something does. */
  for (guint j = 0; j < self->columns->len; j++)
    {
      for (guint i = 0; i < n_rows; i++)
        widths[j] = MAX (widths[j], tvx_cli_get_width (get_cell (self, i, j)->shown));
      if (widths[j] > 0)
        widths[j] = MAX (widths[j], tvx_cli_get_width (g_array_index (self->columns, Column, j).label));
    }

  for (guint i = 0; i <= n_rows && n_rows > 0; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      gsize behind = 0;

      for (guint j = 0; j < self->columns->len; j++)
        {
          const char *text = i == 0 ? g_array_index (self->columns, Column, j).label : get_cell (self, i - 1, j)->shown;

          if (widths[j] == 0)
            continue;
          /* Nothing is padded before the next text comes, so that no line ends in blanks. */
          if (*text != '\0')
            {
              g_string_append_printf (line, "%*s%s", (int) behind, "", text);
              behind = 0;
            }
          behind += widths[j] - tvx_cli_get_width (text) + COLUMN_GAP;
        }
      tvx_cli_print ("%s\n", line->str);
    }
}

static void
print_json (TvxCliTable *self)
{
  g_auto (GVariantBuilder) rows = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  for (guint i = 0; i < count_rows (self); i++)
    {
      g_auto (GVariantBuilder) row = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

      for (guint j = 0; j < self->columns->len; j++)
        if (get_cell (self, i, j)->value != NULL)
          g_variant_builder_add (&row, "{sv}", g_array_index (self->columns, Column, j).name,
                                 get_cell (self, i, j)->value);
      g_variant_builder_add (&rows, "v", g_variant_builder_end (&row));
    }
  tvx_cli_print_json (g_variant_builder_end (&rows));
}

/* What a spreadsheet would take for a formula gets an apostrophe before it, which makes it text there. */
static void
print_csv (TvxCliTable *self)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  for (guint j = 0; j < self->columns->len; j++)
    g_string_append_printf (csv, "%s%s", j == 0 ? "" : ",", g_array_index (self->columns, Column, j).name);
  g_string_append (csv, "\r\n");
  for (guint i = 0; i < count_rows (self); i++)
    {
      for (guint j = 0; j < self->columns->len; j++)
        {
          GVariant *value = get_cell (self, i, j)->value;

          if (j > 0)
            g_string_append_c (csv, ',');
          if (value != NULL)
            tvx_csv_append_value (csv, value);
        }
      g_string_append (csv, "\r\n");
    }
  tvx_cli_print ("%s", csv->str);
}

/**
 * tvx_cli_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
TvxCliTable *
tvx_cli_table_new (void)
{
  TvxCliTable *self = g_new0 (TvxCliTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, cell_clear);
  return self;
}

/**
 * tvx_cli_table_free:
 * @self: a table
 *
 * Frees a table.
 */
void
tvx_cli_table_free (TvxCliTable *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * tvx_cli_table_add_column:
 * @self: a table without cells
 * @name: its name for programs
 * @label: its name for persons, translated
 *
 * Adds a column.
 */
void
tvx_cli_table_add_column (TvxCliTable *self,
                          const char  *name,
                          const char  *label)
{
  Column column = { g_strdup (name), g_strdup (label) };

  g_array_append_val (self->columns, column);
}

/**
 * tvx_cli_table_add_cell:
 * @self: a table
 * @value: (nullable): the value for programs, %NULL for none; a floating reference is taken
 * @shown: (nullable): the value for persons, in one line of text
 *
 * Adds the next cell; after the last column comes the next row.
 */
void
tvx_cli_table_add_cell (TvxCliTable *self,
                        GVariant    *value,
                        const char  *shown)
{
  Cell cell = { value != NULL ? g_variant_ref_sink (value) : NULL, tvx_cli_clean (shown != NULL ? shown : "") };

  g_strdelimit (cell.shown, "\n\t", ' ');
  g_array_append_val (self->cells, cell);
}

/**
 * tvx_cli_table_print:
 * @self: a table
 * @format: how to write it
 *
 * Writes the table to standard output.
 */
void
tvx_cli_table_print (TvxCliTable  *self,
                     TvxCliFormat  format)
{
  switch (format)
    {
    case TVX_CLI_FORMAT_JSON:
      print_json (self);
      break;
    case TVX_CLI_FORMAT_CSV:
      print_csv (self);
      break;
    case TVX_CLI_FORMAT_TEXT:
    default:
      print_text (self);
      break;
    }
}

/**
 * tvx_cli_print:
 * @format: as for printf()
 * @...: as for printf()
 *
 * Writes UTF-8 to standard output, whatever the charset of the locale. That it could not be written is seen at the end.
 */
void
tvx_cli_print (const char *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  fputs (text, stdout);
}

/**
 * tvx_cli_print_json:
 * @value: (transfer full): what to write
 *
 * Writes JSON to standard output.
 */
void
tvx_cli_print_json (GVariant *value)
{
  g_autoptr (GVariant) taken = g_variant_take_ref (value);
  g_autofree char *text = tvx_json_write (taken);

  fputs (text, stdout);
}

/**
 * tvx_cli_get_width:
 * @text: a line of text
 *
 * Returns: how many cells of a terminal it takes
 */
gsize
tvx_cli_get_width (const char *text)
{
  gsize width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/**
 * tvx_cli_clean:
 * @text: text from anywhere
 *
 * Makes text safe to show on a terminal: valid UTF-8, without anything that steers the terminal or turns the
 * direction of writing.
 *
 * Returns: (transfer full): the text; line breaks and tabs stay
 */
char *
tvx_cli_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean steers = (g_unichar_iscntrl (c) && c != '\n' && c != '\t') || (c >= 0x202A && c <= 0x202E) ||
                        (c >= 0x2066 && c <= 0x2069);

      g_string_append_unichar (clean, steers ? REPLACEMENT_CHARACTER : c);
    }
  return g_string_free_and_steal (clean);
}
