/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-record-blocks.h"

#include "report/tvx-field-text.h"
#include "report/tvx-format.h"

/* Whether what a field says was written by a person, and so is in the language of the records. */
static gboolean
is_content (const TvxField *field)
{
  return field->kind == TVX_FIELD_TEXT || field->kind == TVX_FIELD_TEXTS || field->kind == TVX_FIELD_LONG_TEXT;
}

static gboolean
is_uri (const TvxField *field)
{
  return field->check == tvx_check_uri;
}

/**
 * tvx_record_blocks_add_content:
 * @self: how blocks are made
 * @parent: a node that holds inline nodes
 * @text: what somebody wrote in a record
 *
 * Appends a text in the language of the records.
 */
void
tvx_record_blocks_add_content (const TvxRecordBlocks *self,
                               TvxDocNode            *parent,
                               const char            *text)
{
  if (self->content_language != NULL)
    tvx_doc_add_span (parent, self->content_language, text);
  else
    tvx_doc_add_text (parent, text);
}

/**
 * tvx_record_blocks_add_value:
 * @self: how blocks are made
 * @parent: a node that holds inline nodes
 * @record: a record
 * @field: a field of it that holds a value and no reference
 *
 * Appends what a field holds, if it is filled in.
 */
void
tvx_record_blocks_add_value (const TvxRecordBlocks *self,
                             TvxDocNode            *parent,
                             TvxRecord             *record,
                             const TvxField        *field)
{
  g_autofree char *text = tvx_field_text (self->catalog, record, field);

  if (text == NULL)
    return;
  if (is_uri (field) && tvx_check_uri (text, NULL))
    tvx_doc_add_link (parent, text, text);
  else if (is_content (field))
    tvx_record_blocks_add_content (self, parent, text);
  else
    tvx_doc_add_text (parent, text);
}

/* In the columns of a table a date is short, so that texts have the room. */
static void
add_cell_value (const TvxRecordBlocks *self,
                TvxDocNode            *cell,
                TvxRecord             *record,
                const TvxField        *field)
{
  if (field->kind == TVX_FIELD_DATE && tvx_record_get_value (record, field->name) != NULL)
    tvx_doc_add_text (cell, tvx_record_get_text (record, field->name));
  else
    tvx_record_blocks_add_value (self, cell, record, field);
}

/**
 * tvx_record_blocks_has_any:
 * @record: a record
 * @fields: (array zero-terminated=1): names of its fields
 *
 * Returns: whether anything is to be told of them
 */
gboolean
tvx_record_blocks_has_any (TvxRecord         *record,
                           const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    if (tvx_record_get_value (record, fields[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * tvx_record_blocks_add_section:
 * @self: how blocks are made
 * @parent: the root or a section
 * @record: a record
 * @title_field: the field that gives the heading
 *
 * Appends a section that a record names.
 *
 * Returns: (transfer none): the section
 */
TvxDocNode *
tvx_record_blocks_add_section (const TvxRecordBlocks *self,
                               TvxDocNode            *parent,
                               TvxRecord             *record,
                               const char            *title_field)
{
  TvxDocNode *section = tvx_doc_add_section (parent, NULL);
  TvxDocNode *heading = tvx_doc_node_get_first (section);
  const TvxField *field = tvx_record_get_field (record, title_field);

  if (tvx_record_get_value (record, title_field) != NULL)
    tvx_record_blocks_add_value (self, heading, record, field);
  else
    /* A heading that says nothing would be skipped by who listens to it. */
    tvx_doc_add_text (heading, tvx_catalog_translate (self->catalog, TVX_RECORD_GET_CLASS (record)->label));
  return section;
}

/**
 * tvx_record_blocks_add_paragraphs:
 * @self: how blocks are made
 * @parent: a section or notice
 * @record: a record
 * @field: a text
 *
 * Appends the paragraphs of a text, if there is one.
 */
void
tvx_record_blocks_add_paragraphs (const TvxRecordBlocks *self,
                                  TvxDocNode            *parent,
                                  TvxRecord             *record,
                                  const char            *field)
{
  const char *text = tvx_record_get_text (record, field);
  TvxDocNode *node;

  if (text == NULL)
    return;

  for (node = tvx_doc_node_get_first (parent); node != NULL && tvx_doc_node_get_next (node) != NULL;)
    node = tvx_doc_node_get_next (node);
  tvx_doc_add_paragraphs (parent, text);
  if (self->content_language == NULL)
    return;
  node = node != NULL ? tvx_doc_node_get_next (node) : tvx_doc_node_get_first (parent);
  for (; node != NULL; node = tvx_doc_node_get_next (node))
    tvx_doc_node_set_language (node, self->content_language);
}

/**
 * tvx_record_blocks_add_text_part:
 * @self: how blocks are made
 * @parent: the root or a section
 * @record: a record
 * @field: a text
 *
 * Appends a section with a text, under what the field is called, if there is a text.
 */
void
tvx_record_blocks_add_text_part (const TvxRecordBlocks *self,
                                 TvxDocNode            *parent,
                                 TvxRecord             *record,
                                 const char            *field)
{
  TvxDocNode *section;

  if (tvx_record_get_text (record, field) == NULL)
    return;
  section = tvx_doc_add_section (parent, tvx_catalog_translate (self->catalog,
                                                                tvx_record_get_field (record, field)->label));
  tvx_record_blocks_add_paragraphs (self, section, record, field);
}

/**
 * tvx_record_blocks_add_facts:
 * @self: how blocks are made
 * @facts: a table of facts
 * @record: a record
 * @fields: (array zero-terminated=1): the names of fields of it
 *
 * Appends those of the fields that are filled in to a table of facts.
 */
void
tvx_record_blocks_add_facts (const TvxRecordBlocks *self,
                             TvxDocNode            *facts,
                             TvxRecord             *record,
                             const char *const     *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const TvxField *field = tvx_record_get_field (record, fields[i]);

      if (tvx_record_get_value (record, fields[i]) != NULL)
        tvx_record_blocks_add_value (self, tvx_doc_add_fact (facts, tvx_catalog_translate (self->catalog, field->label), NULL), record,
                                     field);
    }
}

static gboolean
is_used (GListModel *records,
         const char *field)
{
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (TvxRecord) record = g_list_model_get_item (records, i);

      if (tvx_record_get_value (record, field) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_sums (const TvxRecordBlocks *self,
          TvxDocNode            *table,
          GListModel            *records,
          GPtrArray             *columns,
          TvxRecordSumFunc       sum)
{
  TvxDocNode *row = tvx_doc_table_add_row (table);

  tvx_doc_row_add_head (row, tvx_catalog_translate (self->catalog, "Total"));
  for (guint i = 1; i < columns->len; i++)
    {
      const TvxField *field = columns->pdata[i];
      g_autofree char *text =
        field->kind == TVX_FIELD_MONEY ? tvx_format_money (self->catalog, sum (records, field->name), "SEK") : NULL;

      tvx_doc_row_add_cell (row, text);
    }
}

/**
 * tvx_record_blocks_add_table:
 * @self: how blocks are made
 * @parent: a section
 * @records: (element-type TvxRecord): records of one kind, at least one
 * @caption: the caption
 * @fields: (array zero-terminated=1): the names of their fields; the first one names the row
 * @sum: (nullable) (scope call): adds up what several records have as money; %NULL for no sums
 *
 * Appends a table of records. A field that none of them has filled in is no column.
 */
void
tvx_record_blocks_add_table (const TvxRecordBlocks *self,
                             TvxDocNode            *parent,
                             GListModel            *records,
                             const char            *caption,
                             const char *const     *fields,
                             TvxRecordSumFunc       sum)
{
  g_autoptr (TvxRecord) first = g_list_model_get_item (records, 0);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  TvxDocNode *table = tvx_doc_add_table (parent, caption);

  g_return_if_fail (first != NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const TvxField *field = tvx_record_get_field (first, fields[i]);
      gboolean is_number = field->kind == TVX_FIELD_MONEY || field->kind == TVX_FIELD_INTEGER;

      if (i > 0 && !is_used (records, fields[i]))
        continue;
      g_ptr_array_add (columns, (gpointer) field);
      tvx_doc_table_add_column (table, tvx_catalog_translate (self->catalog, field->label),
                                is_number ? TVX_DOC_ALIGN_NUMBER : TVX_DOC_ALIGN_TEXT);
    }
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (TvxRecord) record = g_list_model_get_item (records, i);
      TvxDocNode *row = tvx_doc_table_add_row (table);

      for (guint j = 0; j < columns->len; j++)
        add_cell_value (self, j == 0 ? tvx_doc_row_add_head (row, NULL) : tvx_doc_row_add_cell (row, NULL), record,
                        columns->pdata[j]);
    }
  if (sum != NULL && g_list_model_get_n_items (records) > 1)
    add_sums (self, table, records, columns, sum);
}
