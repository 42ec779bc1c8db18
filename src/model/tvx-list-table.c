/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of records as a table of cells, for spreadsheets and texts: a row for each record, a column for each field. */

#include "model/tvx-list-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-formula.h"
#include "model/tvx-tsv.h"
#include "model/tvx-typography.h"

/* What does not fit a cell, or means nothing outside the register. True counts of statistics never leave it this way:
 * what may be published of them comes from protected tables alone. */
static gboolean
is_column (const TvxField *field)
{
  switch (field->kind)
    {
    case TVX_FIELD_ID:
    case TVX_FIELD_COUNTS:
    case TVX_FIELD_REFERENCE:
    case TVX_FIELD_REFERENCES:
    case TVX_FIELD_RECORD:
    case TVX_FIELD_LIST:
      return FALSE;
    case TVX_FIELD_TEXT:
    case TVX_FIELD_LONG_TEXT:
    case TVX_FIELD_TEXTS:
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
    case TVX_FIELD_CODES:
    case TVX_FIELD_DATE:
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
    case TVX_FIELD_DECIMAL:
    case TVX_FIELD_BOOLEAN:
    default:
      return TRUE;
    }
}

/**
 * tvx_list_table_get_columns:
 * @type: a kind of record
 *
 * Returns: (transfer container) (element-type TvxField): the fields that are columns, in the order of the table of fields
 */
GPtrArray *
tvx_list_table_get_columns (GType type)
{
  g_autoptr (TvxRecordClass) klass = g_type_class_ref (type);
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_column (&klass->fields[i]))
      g_ptr_array_add (columns, (gpointer) &klass->fields[i]);
  return columns;
}

/* A spreadsheet counts with numbers only where nothing stands between their digits, and must not with text. */
static char *
dup_cell (TvxRecord      *record,
          const TvxField *field)
{
  GVariant *value = tvx_record_get_value (record, field->name);
  g_autofree char *text = tvx_field_format (field, value);
  g_auto (GStrv) groups = NULL;

  if (field->kind != TVX_FIELD_MONEY && field->kind != TVX_FIELD_INTEGER && field->kind != TVX_FIELD_DECIMAL)
    return tvx_formula_guard (text);
  if (g_str_has_prefix (text, TVX_MINUS_SIGN))
    {
      g_autofree char *positive = g_steal_pointer (&text);

      text = g_strconcat ("-", positive + strlen (TVX_MINUS_SIGN), NULL);
    }
  groups = g_strsplit (text, TVX_NO_BREAK_SPACE, -1);
  return g_strjoinv (NULL, groups);
}

/**
 * tvx_list_table_to_tsv:
 * @list: (element-type TvxRecord): records
 * @type: their kind
 *
 * Returns: (transfer full): their cells between tabs, under a line of headings
 */
char *
tvx_list_table_to_tsv (GListModel *list,
                       GType       type)
{
  g_autoptr (GPtrArray) columns = tvx_list_table_get_columns (type);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    tvx_tsv_append_cell (text, _(((const TvxField *) columns->pdata[i])->label), i == 0);
  g_string_append_c (text, '\n');
  for (guint row = 0; row < g_list_model_get_n_items (list); row++)
    {
      g_autoptr (TvxRecord) record = g_list_model_get_item (list, row);

      for (guint i = 0; i < columns->len; i++)
        {
          g_autofree char *cell = dup_cell (record, columns->pdata[i]);

          tvx_tsv_append_cell (text, cell, i == 0);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (text);
}

static void
append_html_cell (GString    *html,
                  const char *start,
                  const char *text,
                  const char *end)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *content = g_strjoinv ("<br>", lines);

  g_string_append_printf (html, "%s%s%s", start, content, end);
}

/**
 * tvx_list_table_to_html:
 * @list: (element-type TvxRecord): records
 * @type: their kind
 * @caption: what the table is called
 *
 * Returns: (transfer full): a table in HTML, for texts and for spreadsheets that prefer it
 */
char *
tvx_list_table_to_html (GListModel *list,
                        GType       type,
                        const char *caption)
{
  g_autoptr (GPtrArray) columns = tvx_list_table_get_columns (type);
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table>");

  append_html_cell (html, "<caption>", caption, "</caption><thead><tr>");
  for (guint i = 0; i < columns->len; i++)
    append_html_cell (html, "<th scope=\"col\">", _(((const TvxField *) columns->pdata[i])->label), "</th>");
  g_string_append (html, "</tr></thead><tbody>");
  for (guint row = 0; row < g_list_model_get_n_items (list); row++)
    {
      g_autoptr (TvxRecord) record = g_list_model_get_item (list, row);

      g_string_append (html, "<tr>");
      for (guint i = 0; i < columns->len; i++)
        {
          g_autofree char *cell = dup_cell (record, columns->pdata[i]);

          append_html_cell (html, "<td>", cell, "</td>");
        }
      g_string_append (html, "</tr>");
    }
  g_string_append (html, "</tbody></table>");
  return g_string_free_and_steal (html);
}
