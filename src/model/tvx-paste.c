/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-paste.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-formula.h"
#include "model/tvx-list-table.h"
#include "model/tvx-refused.h"
#include "model/tvx-tsv.h"

/**
 * TvxPaste:
 *
 * Rows of a spreadsheet that are to become records of a list.
 *
 * Columns are matched by their headings, in any order, where the first line has headings that are known; else by their place,
 * as [func@Tvx.list_table_get_columns] orders them. Nothing is done until [method@Tvx.Paste.insert].
 */
struct _TvxPaste
{
  GType      type;
  /* Of all lines the cells, also of the headings. */
  GPtrArray *lines;
  /* The fields that there are. */
  GPtrArray *known;
  /* For each column its field, NULL where it is not taken. */
  GPtrArray *fields;
  /* The numbers of the lines that hold something, without the headings. */
  GArray    *rows;
  gboolean   has_headings;
  guint      n_columns;
};

static gboolean
is_empty (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
is_empty_line (GStrv line)
{
  for (guint i = 0; line[i] != NULL; i++)
    if (!is_empty (line[i]))
      return FALSE;
  return TRUE;
}

static const char *
get_cell (GStrv line,
          guint column)
{
  return column < g_strv_length (line) ? tvx_formula_unguard (line[column]) : "";
}

static gboolean
is_called (const TvxField *field,
           const char     *heading)
{
  g_autofree char *stripped = g_strstrip (g_strdup (heading));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);
  g_autofree char *label = g_utf8_casefold (_(field->label), -1);
  g_autofree char *english = g_utf8_casefold (field->label, -1);

  return g_utf8_collate (folded, label) == 0 || g_utf8_collate (folded, english) == 0 ||
         g_str_equal (stripped, field->name);
}

static const TvxField *
find_field (TvxPaste   *self,
            const char *heading)
{
  for (guint i = 0; i < self->known->len; i++)
    if (is_called (self->known->pdata[i], heading))
      return self->known->pdata[i];
  return NULL;
}

/* Headings are believed where half of them are known: one word of a first row may happen to be the name of a field. */
static gboolean
guess_headings (TvxPaste *self)
{
  GStrv line = self->lines->len > 0 ? self->lines->pdata[0] : NULL;
  guint n_known = 0, n_filled = 0;

  for (guint i = 0; line != NULL && line[i] != NULL; i++)
    {
      n_filled += !is_empty (line[i]);
      n_known += find_field (self, line[i]) != NULL;
    }
  return n_known > 0 && n_known * 2 >= n_filled;
}

static void
match (TvxPaste *self)
{
  g_ptr_array_set_size (self->fields, 0);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const TvxField *field = NULL;

      if (self->has_headings)
        field = find_field (self, get_cell (self->lines->pdata[0], i));
      else if (i < self->known->len)
        field = self->known->pdata[i];
      /* The second column of a name has no place to go. */
      if (field != NULL && g_ptr_array_find (self->fields, field, NULL))
        field = NULL;
      g_ptr_array_add (self->fields, (gpointer) field);
    }

  g_array_set_size (self->rows, 0);
  for (guint i = self->has_headings ? 1 : 0; i < self->lines->len; i++)
    if (!is_empty_line (self->lines->pdata[i]))
      g_array_append_val (self->rows, i);
}

/**
 * tvx_paste_new:
 * @type: the kind of record that the rows are to become
 * @text: what the clipboard holds, see [func@Tvx.tsv_parse]
 *
 * Returns: (transfer full): the rows
 */
TvxPaste *
tvx_paste_new (GType       type,
               const char *text)
{
  TvxPaste *self = g_new0 (TvxPaste, 1);

  self->type = type;
  self->lines = tvx_tsv_parse (text);
  self->known = tvx_list_table_get_columns (type);
  self->fields = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->lines->len; i++)
    self->n_columns = MAX (self->n_columns, g_strv_length (self->lines->pdata[i]));
  tvx_paste_set_has_headings (self, guess_headings (self));
  return self;
}

void
tvx_paste_free (TvxPaste *self)
{
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->known);
  g_ptr_array_unref (self->fields);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * tvx_paste_get_has_headings:
 * @self: rows
 *
 * Returns: whether the first line holds headings; at first a guess
 */
gboolean
tvx_paste_get_has_headings (TvxPaste *self)
{
  return self->has_headings;
}

/**
 * tvx_paste_set_has_headings:
 * @self: rows
 * @has_headings: whether the first line holds headings
 *
 * Matches the columns anew.
 */
void
tvx_paste_set_has_headings (TvxPaste *self,
                            gboolean  has_headings)
{
  self->has_headings = has_headings && self->lines->len > 0;
  match (self);
}

guint
tvx_paste_get_n_columns (TvxPaste *self)
{
  return self->n_columns;
}

/**
 * tvx_paste_get_field:
 * @self: rows
 * @column: the number of a column
 *
 * Returns: (transfer none) (nullable): the field that the column goes to, %NULL where it is left out
 */
const TvxField *
tvx_paste_get_field (TvxPaste *self,
                     guint     column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->fields->pdata[column];
}

/**
 * tvx_paste_dup_heading:
 * @self: rows
 * @column: the number of a column
 *
 * Returns: (transfer full): what the column is called where it came from, else its number in words
 */
char *
tvx_paste_dup_heading (TvxPaste *self,
                       guint     column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  if (self->has_headings && !is_empty (get_cell (self->lines->pdata[0], column)))
    return g_strdup (get_cell (self->lines->pdata[0], column));
  /* Translators: %u is the number of a column in a spreadsheet. */
  return g_strdup_printf (_("column %u"), column + 1);
}

guint
tvx_paste_get_n_rows (TvxPaste *self)
{
  return self->rows->len;
}

/**
 * tvx_paste_get_text:
 * @self: rows
 * @row: the number of a row, without headings and empty lines
 * @column: the number of a column
 *
 * Returns: (transfer none): what stands there, as it was written
 */
const char *
tvx_paste_get_text (TvxPaste *self,
                    guint     row,
                    guint     column)
{
  g_return_val_if_fail (row < self->rows->len && column < self->n_columns, NULL);

  return get_cell (self->lines->pdata[g_array_index (self->rows, guint, row)], column);
}

/**
 * tvx_paste_dup_problem:
 * @self: rows
 * @row: the number of a row
 * @column: the number of a column
 *
 * Returns: (transfer full) (nullable): why what stands there does not fit its field
 */
char *
tvx_paste_dup_problem (TvxPaste *self,
                       guint     row,
                       guint     column)
{
  const TvxField *field = tvx_paste_get_field (self, column);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = NULL;

  if (field == NULL)
    return NULL;
  value = tvx_field_parse (field, tvx_paste_get_text (self, row, column), &error);
  return error != NULL ? g_strdup (error->message) : NULL;
}

/* As if each cell were typed: what no field can hold stays with the editor to be mended. */
static gboolean
insert_row (TvxPaste    *self,
            guint        row,
            TvxEditor   *editor,
            TvxRecord   *parent,
            const char  *list,
            GError     **error)
{
  g_autoptr (TvxRecord) item = tvx_record_new (self->type);
  g_autoptr (TvxEditor) filler = tvx_editor_new (NULL);
  TvxRecord *inserted;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->fields->pdata[i] != NULL)
      tvx_editor_type (filler, item, ((const TvxField *) self->fields->pdata[i])->name, tvx_paste_get_text (self, row, i), NULL);

  inserted = tvx_editor_insert (editor, parent, list, G_MAXUINT, item, error);
  if (inserted == NULL)
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const TvxField *field = self->fields->pdata[i];

      if (field != NULL && !is_empty (tvx_paste_get_text (self, row, i)) && tvx_record_get_value (inserted, field->name) == NULL)
        tvx_refused_keep (editor, inserted, field, tvx_paste_get_text (self, row, i));
    }
  return TRUE;
}

/**
 * tvx_paste_insert:
 * @self: rows
 * @editor: an editor
 * @parent: a record
 * @list: the name of a list of it, of the kind of record that the rows are for
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Adds a record for each row to the end of the list, in one step of undo.
 *
 * Returns: whether the record may be changed
 */
gboolean
tvx_paste_insert (TvxPaste    *self,
                  TvxEditor   *editor,
                  TvxRecord   *parent,
                  const char  *list,
                  GError     **error)
{
  gboolean inserted = TRUE;

  tvx_editor_begin (editor, _("Paste rows"));
  for (guint row = 0; inserted && row < self->rows->len; row++)
    inserted = insert_row (self, row, editor, parent, list, error);
  tvx_editor_end (editor);
  return inserted;
}
