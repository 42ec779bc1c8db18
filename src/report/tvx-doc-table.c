/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-doc-node.h"

#include "report/tvx-doc-node-private.h"
#include "report/tvx-text.h"

static guint
get_filled (TvxDocNode *table,
            guint       column)
{
  return g_array_index (table->table.filled, guint, column);
}

static gboolean
is_filled (TvxDocNode *table)
{
  for (guint i = 0; i < table->table.filled->len; i++)
    if (get_filled (table, i) < table->table.n_rows)
      return FALSE;
  return TRUE;
}

static TvxDocNode *
append_row (TvxDocNode *table)
{
  TvxDocNode *row;

  /* A hole in a row above would move every number after it under the wrong head. */
  g_return_val_if_fail (is_filled (table), NULL);

  row = tvx_doc_node_append (table, TVX_DOC_ROW);
  row->row.index = table->table.n_rows++;
  return row;
}

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
  table->table.columns = g_array_new (FALSE, FALSE, sizeof (TvxDocAlign));
  table->table.filled = g_array_new (FALSE, FALSE, sizeof (guint));
  return table;
}

/* Whether the heading over a table or the figure before it says what its caption would say again. */
gboolean
tvx_doc_table_is_named (TvxDocNode *table)
{
  g_autofree char *name = NULL;

  for (TvxDocNode *node = table->parent->first; node != table; node = node->next)
    {
      if (node->kind != TVX_DOC_HEADING && node->kind != TVX_DOC_FIGURE && node->kind != TVX_DOC_TABLE)
        continue;
      g_free (name);
      name = node->kind == TVX_DOC_HEADING ? tvx_doc_node_dup_plain (node) : NULL;
      if (node->kind == TVX_DOC_FIGURE)
        name = g_strdup (node->text);
    }
  return g_strcmp0 (name, table->text) == 0;
}

/**
 * tvx_doc_table_add_column:
 * @table: a table with no other row than the head row that this function makes
 * @heading: (nullable): its head; `NULL` when head rows are made with [func@doc_table_add_head_row]
 * @align: how its cells are set
 *
 * Adds a column.
 *
 * Returns: (transfer none) (nullable): the head
 */
TvxDocNode *
tvx_doc_table_add_column (TvxDocNode  *table,
                          const char  *heading,
                          TvxDocAlign  align)
{
  guint filled = 0;

  g_return_val_if_fail (table != NULL && table->kind == TVX_DOC_TABLE, NULL);
  g_return_val_if_fail (table->first == NULL || (heading != NULL && table->first == table->last && table->first->row.is_head), NULL);

  g_array_append_val (table->table.columns, align);
  g_array_append_val (table->table.filled, filled);
  if (heading == NULL)
    return NULL;
  return tvx_doc_row_add_cell (table->first != NULL ? table->first : tvx_doc_table_add_head_row (table), heading);
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
  g_return_val_if_fail (table->last == NULL || table->last->row.is_head, NULL);

  row = append_row (table);
  if (row != NULL)
    row->row.is_head = TRUE;
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
  g_return_val_if_fail (table->table.columns->len > 0, NULL);

  return append_row (table);
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
  guint column = 0;

  g_return_val_if_fail (row != NULL && tvx_doc_node_can_append (row, TVX_DOC_CELL), NULL);

  while (column < row->parent->table.filled->len && get_filled (row->parent, column) > row->row.index)
    column++;
  g_return_val_if_fail (column < row->parent->table.filled->len, NULL);

  cell = tvx_doc_node_append_with_text (row, TVX_DOC_CELL, text);
  cell->cell.is_head = row->row.is_head;
  cell->cell.column = column;
  tvx_doc_cell_set_span (cell, 1, 1);
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
 * @cell: the cell that was added last
 * @columns: how many columns it covers
 * @rows: how many rows it covers
 *
 * Lets a cell cover several columns or rows; the cells that are added after it take the places that are left.
 */
void
tvx_doc_cell_set_span (TvxDocNode *cell,
                       guint       columns,
                       guint       rows)
{
  GArray *filled;

  g_return_if_fail (cell != NULL && cell->kind == TVX_DOC_CELL);
  g_return_if_fail (columns > 0 && rows > 0);
  g_return_if_fail (cell->next == NULL && cell->parent->next == NULL);

  filled = cell->parent->parent->table.filled;
  g_return_if_fail (cell->cell.column + columns <= filled->len);

  cell->cell.columns = columns;
  cell->cell.rows = rows;
  for (guint i = 0; i < columns; i++)
    g_array_index (filled, guint, cell->cell.column + i) = cell->parent->row.index + rows;
}
