/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-doc-node.h"

#include "report/tvx-doc-node-private.h"
#include "report/tvx-text.h"

/**
 * tvx_doc_add_facts:
 * @parent: the root or a section
 *
 * Appends a table of facts: labels and values.
 *
 * Returns: (transfer none): the facts, for fact after fact
 */
TvxDocNode *
tvx_doc_add_facts (TvxDocNode *parent)
{
  g_return_val_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_FACTS), NULL);

  return tvx_doc_node_append (parent, TVX_DOC_FACTS);
}

/**
 * tvx_doc_add_fact:
 * @facts: facts
 * @label: what it is
 * @value: (nullable): the first text of the value
 *
 * Appends a fact.
 *
 * Returns: (transfer none): the fact, for more inline nodes of the value
 */
TvxDocNode *
tvx_doc_add_fact (TvxDocNode *facts,
                  const char *label,
                  const char *value)
{
  TvxDocNode *fact;

  g_return_val_if_fail (facts != NULL && tvx_doc_node_can_append (facts, TVX_DOC_FACT), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  fact = tvx_doc_node_append_with_text (facts, TVX_DOC_FACT, value);
  fact->text = tvx_text_clean (label);
  return fact;
}

/**
 * tvx_doc_add_table:
 * @parent: the root or a section
 * @caption: what the table shows
 *
 * Appends a table.
 *
 * Add its columns first, then its rows.  Every row must fill every column that no cell above reaches down into.
 *
 * Returns: (transfer none): the table
 */
TvxDocNode *
tvx_doc_add_table (TvxDocNode *parent,
                   const char *caption)
{
  TvxDocNode *table;

  g_return_val_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_TABLE), NULL);
  g_return_val_if_fail (caption != NULL, NULL);

  table = tvx_doc_node_append_target (parent, TVX_DOC_TABLE);
  table->text = tvx_text_clean (caption);
  table->columns = g_array_new (FALSE, FALSE, sizeof (TvxDocAlign));
  return table;
}

/**
 * tvx_doc_table_add_column:
 * @table: a table with no other row than the head row that this function makes
 * @heading: (nullable): its head; `NULL` when head rows are made with [func@doc_table_add_head_row]
 * @align: how its cells are set
 *
 * Adds a column.
 */
void
tvx_doc_table_add_column (TvxDocNode  *table,
                          const char  *heading,
                          TvxDocAlign  align)
{
  g_return_if_fail (table != NULL && table->kind == TVX_DOC_TABLE);
  g_return_if_fail (table->first == NULL || (heading != NULL && table->first == table->last && table->first->is_head));

  g_array_append_val (table->columns, align);
  if (heading == NULL)
    return;
  tvx_doc_row_add_cell (table->first != NULL ? table->first : tvx_doc_table_add_head_row (table), heading);
}

/**
 * tvx_doc_table_add_head_row:
 * @table: a table with no other rows than head rows
 *
 * Appends a row whose cells are heads of columns, or, when they span several, of groups of columns.
 *
 * Returns: (transfer none): the row
 */
TvxDocNode *
tvx_doc_table_add_head_row (TvxDocNode *table)
{
  TvxDocNode *row;

  g_return_val_if_fail (table != NULL && tvx_doc_node_can_append (table, TVX_DOC_ROW), NULL);
  g_return_val_if_fail (table->last == NULL || table->last->is_head, NULL);

  row = tvx_doc_node_append (table, TVX_DOC_ROW);
  row->is_head = TRUE;
  return row;
}

/**
 * tvx_doc_table_add_row:
 * @table: a table that has columns
 *
 * Appends a row.
 *
 * Returns: (transfer none): the row
 */
TvxDocNode *
tvx_doc_table_add_row (TvxDocNode *table)
{
  g_return_val_if_fail (table != NULL && tvx_doc_node_can_append (table, TVX_DOC_ROW), NULL);
  g_return_val_if_fail (table->columns->len > 0, NULL);

  return tvx_doc_node_append (table, TVX_DOC_ROW);
}

/**
 * tvx_doc_row_add_cell:
 * @row: a row
 * @text: (nullable): its first text
 *
 * Appends a cell; in a head row it is the head of its column.
 *
 * Returns: (transfer none): the cell, for more inline nodes
 */
TvxDocNode *
tvx_doc_row_add_cell (TvxDocNode *row,
                      const char *text)
{
  TvxDocNode *cell;

  g_return_val_if_fail (row != NULL && tvx_doc_node_can_append (row, TVX_DOC_CELL), NULL);

  cell = tvx_doc_node_append_with_text (row, TVX_DOC_CELL, text);
  cell->cell.is_head = row->is_head;
  cell->cell.columns = 1;
  cell->cell.rows = 1;
  return cell;
}

/**
 * tvx_doc_row_add_head:
 * @row: a row
 * @text: (nullable): its first text
 *
 * Appends a cell that is the head of its row.
 *
 * Returns: (transfer none): the cell, for more inline nodes
 */
TvxDocNode *
tvx_doc_row_add_head (TvxDocNode *row,
                      const char *text)
{
  TvxDocNode *cell = tvx_doc_row_add_cell (row, text);

  if (cell != NULL)
    cell->cell.is_head = TRUE;
  return cell;
}

/**
 * tvx_doc_cell_set_span:
 * @cell: a cell
 * @columns: how many columns it covers
 * @rows: how many rows it covers
 *
 * Lets a cell cover several columns or rows.
 */
void
tvx_doc_cell_set_span (TvxDocNode *cell,
                       guint       columns,
                       guint       rows)
{
  g_return_if_fail (cell != NULL && cell->kind == TVX_DOC_CELL);
  g_return_if_fail (columns > 0 && rows > 0);

  cell->cell.columns = columns;
  cell->cell.rows = rows;
}
