/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-doc-node-private.h"
#include "report/tvx-layout-private.h"

#define PADDING_X 7.0
#define PADDING_Y 4.5
#define LABEL_SHARE 0.32

/* A row that is higher than this share of the page may be cut. */
#define MAX_KEPT_SHARE 0.35

/* A table that takes no more than this share of the page stays in one piece. */
#define MAX_WHOLE_SHARE 0.25

/* Columns get their widths from this many rows. */
#define MEASURED_ROWS 500

/* A cell that is set: its lines, and the rows that they may spread over. */
typedef struct
{
  GPtrArray *lines; /* TvxLine */
  double     left;      /* of the cell, from the left of the table */
  double     width;
  double     text_left; /* of the lines */
  guint      row;
  guint      rows;
  gboolean   at_bottom;
  guint      n_above; /* strips before its next line */
  guint      next;    /* its next line */
} Cell;

/* Rows of cells.  A row becomes a strip for each line of its highest cell, so that a row can be cut where it must. */
typedef struct
{
  TvxLayout *layout;
  GArray    *cells;   /* Cell, row after row */
  GArray    *n_lines; /* guint: strips of each row */
  guint      n_head;
  double     leading;
} Grid;

static const TvxTextStyle head_style = { 9.5, 15, TVX_COLOR_INK, TRUE };
static const TvxTextStyle label_style = { 10, 15, TVX_COLOR_QUIET, TRUE };

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_ptr_array_unref (cell->lines);
}

static void
grid_init (Grid      *grid,
           TvxLayout *layout,
           guint      n_head)
{
  *grid = (Grid) { .layout = layout, .n_head = n_head, .leading = tvx_style_body.leading };
  grid->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (grid->cells, clear_cell);
  grid->n_lines = g_array_new (FALSE, TRUE, sizeof (guint));
}

static void
grid_clear (Grid *grid)
{
  g_array_unref (grid->cells);
  g_array_unref (grid->n_lines);
}

static guint
grid_count_strips (Grid       *grid,
                   const Cell *cell)
{
  guint n = 0;

  for (guint i = 0; i < cell->rows; i++)
    n += g_array_index (grid->n_lines, guint, cell->row + i);
  return n;
}

/* Gives every row as many strips as its cells need; what a cell over several rows lacks, the last of them gets. */
static void
grid_count_lines (Grid  *grid,
                  guint  n_rows)
{
  g_array_set_size (grid->n_lines, n_rows);
  for (guint i = 0; i < n_rows; i++)
    g_array_index (grid->n_lines, guint, i) = 1;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < grid->cells->len; i++)
      {
        Cell *cell = &g_array_index (grid->cells, Cell, i);
        guint have;

        cell->rows = MIN (cell->rows, n_rows - cell->row);
        have = grid_count_strips (grid, cell);
        if ((cell->rows > 1) == (pass == 1) && cell->lines->len > have)
          g_array_index (grid->n_lines, guint, cell->row + cell->rows - 1) += cell->lines->len - have;
      }

  for (guint i = 0; i < grid->cells->len; i++)
    {
      Cell *cell = &g_array_index (grid->cells, Cell, i);

      cell->n_above = cell->at_bottom ? grid_count_strips (grid, cell) - cell->lines->len : 0;
    }
}

/* Draws the rule under a cell: strong under the head of a table, short within it. */
static void
add_rule (Grid       *grid,
          TvxStrip   *strip,
          const Cell *cell)
{
  double left = grid->layout->left + cell->left;
  guint end = cell->row + cell->rows;

  if (end == grid->n_head)
    tvx_strip_add_rule (strip, left, strip->height - 1.2, cell->width, 1.2, TVX_COLOR_ACCENT);
  else if (end < grid->n_head)
    tvx_strip_add_rule (strip, left + PADDING_X, strip->height - 0.6, cell->width - 2 * PADDING_X, 0.6, TVX_COLOR_ACCENT);
  else
    tvx_strip_add_rule (strip, left, strip->height - 0.5, cell->width, 0.5, TVX_COLOR_LINE);
}

/* Adds the strips of one row.  Open are the cells that begin in it, or above it and reach into it. */
static void
add_row (Grid      *grid,
         guint      row,
         guint      n_rows,
         GPtrArray *open)
{
  /* Neither the first nor the last row is alone on a page, as no line of a paragraph is. */
  gboolean is_outer = row + 1 < n_rows && (row == grid->n_head || row + 2 == n_rows);
  guint n_lines = g_array_index (grid->n_lines, guint, row);
  gboolean is_cut = n_lines * grid->leading > TVX_BODY_HEIGHT * MAX_KEPT_SHARE;
  gboolean goes_on = FALSE;
  TvxStrip *strip = NULL;

  for (guint i = 0; i < n_lines; i++)
    {
      double top = i == 0 ? PADDING_Y : 0;
      double bottom = i + 1 == n_lines ? PADDING_Y : 0;

      strip = tvx_layout_add_strip (grid->layout, top + grid->leading + bottom);
      strip->keep = !is_cut || i == 0 || i + 2 == n_lines;
      for (guint j = 0; j < open->len; j++)
        {
          Cell *cell = g_ptr_array_index (open, j);

          if (cell->n_above > 0)
            cell->n_above--;
          else if (cell->next < cell->lines->len)
            tvx_strip_take_line (strip, g_ptr_array_index (cell->lines, cell->next++),
                                 grid->layout->left + cell->text_left, top);
        }
    }

  for (guint j = open->len; j-- > 0;)
    {
      Cell *cell = g_ptr_array_index (open, j);

      goes_on |= cell->row + cell->rows - 1 > row;
      if (cell->row + cell->rows - 1 == row)
        {
          add_rule (grid, strip, cell);
          g_ptr_array_remove_index (open, j);
        }
    }
  strip->keep = row < grid->n_head || ((goes_on || is_outer) && !is_cut);
}

/* Keeps a short table in one piece. */
static void
keep_whole (TvxLayout *layout,
            guint      first)
{
  guint end = layout->strips->len;
  double height = 0;

  for (guint i = first; i < end; i++)
    height += ((TvxStrip *) g_ptr_array_index (layout->strips, i))->height;
  if (height > TVX_BODY_HEIGHT * MAX_WHOLE_SHARE)
    return;
  for (guint i = first; i + 1 < end; i++)
    ((TvxStrip *) g_ptr_array_index (layout->strips, i))->keep = TRUE;
}

/* Adds the strips of all rows; the head is painted again on every page that the rest reaches. */
static void
grid_add_rows (Grid  *grid,
               guint  n_rows)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint first = grid->layout->strips->len;
  guint n_head_strips = 0;
  double head_height = 0;
  guint next = 0;

  grid_count_lines (grid, n_rows);
  for (guint row = 0; row < n_rows; row++)
    {
      while (next < grid->cells->len && g_array_index (grid->cells, Cell, next).row == row)
        g_ptr_array_add (open, &g_array_index (grid->cells, Cell, next++));
      add_row (grid, row, n_rows, open);
      if (row + 1 == grid->n_head)
        n_head_strips = grid->layout->strips->len - first;
    }

  keep_whole (grid->layout, first);
  for (guint i = 0; i < n_head_strips; i++)
    head_height += ((TvxStrip *) g_ptr_array_index (grid->layout->strips, first + i))->height;
  if (n_head_strips == 0 || head_height > TVX_BODY_HEIGHT * MAX_KEPT_SHARE)
    return;
  for (guint i = first; i < grid->layout->strips->len; i++)
    {
      TvxStrip *strip = g_ptr_array_index (grid->layout->strips, i);

      strip->head = first;
      strip->n_head = n_head_strips;
    }
}

/* Fits columns to a width: each gets its longest word and a share of what is left, by what it would like to have. Only where
 * the longest words have no room beside each other is a column held to its equal share, and breaks them. */
static void
share_width (double *least,
             double *natural,
             guint   n_columns,
             double  width)
{
  double sum_words = 0;
  double sum_least = 0;
  double sum_natural = 0;

  for (guint i = 0; i < n_columns; i++)
    sum_words += least[i];
  for (guint i = 0; i < n_columns; i++)
    {
      if (sum_words > width)
        least[i] = MIN (least[i], width / n_columns);
      natural[i] = MAX (natural[i], least[i]);
      sum_least += least[i];
      sum_natural += natural[i];
    }

  for (guint i = 0; i < n_columns; i++)
    if (sum_natural <= width)
      least[i] = natural[i] * width / sum_natural;
    else
      least[i] += (width - sum_least) * (natural[i] - least[i]) / (sum_natural - sum_least);
}

static const TvxTextStyle *
get_style (TvxDocNode *cell)
{
  if (cell->parent->row.is_head)
    return &head_style;
  return cell->cell.is_head ? &tvx_style_strong : &tvx_style_body;
}

/* Computes the edges of the columns, one more than there are columns. */
static double *
measure_columns (TvxLayout  *self,
                 TvxDocNode *table)
{
  guint n_columns = table->table.columns->len;
  g_autofree double *widths = g_new0 (double, n_columns);
  g_autofree double *natural = g_new0 (double, n_columns);
  double *edges = g_new0 (double, n_columns + 1);

  for (TvxDocNode *row = table->first; row != NULL && row->row.index < MEASURED_ROWS; row = row->next)
    for (TvxDocNode *cell = row->first; cell != NULL; cell = cell->next)
      {
        guint column = cell->cell.column;
        double cell_least;
        double cell_natural;

        if (cell->cell.columns > 1)
          continue;
        tvx_layout_text_measure (self->pages, cell, get_style (cell), &cell_least, &cell_natural);
        widths[column] = MAX (widths[column], cell_least + 2 * PADDING_X + 1);
        natural[column] = MAX (natural[column], MIN (cell_natural, self->width) + 2 * PADDING_X + 1);
      }

  share_width (widths, natural, n_columns, self->width);
  for (guint i = 0; i < n_columns; i++)
    edges[i + 1] = edges[i] + MAX (widths[i], 2 * PADDING_X + 1);
  return edges;
}

static void
add_cell (Grid         *grid,
          TvxDocNode   *node,
          const double *edges,
          TvxTag       *row_tag)
{
  TvxDocNode *row = node->parent;
  TvxDocAlign align = g_array_index (row->parent->table.columns, TvxDocAlign, node->cell.column);
  TvxTag *tag = tvx_layout_add_tag (grid->layout, row_tag, node->cell.is_head ? TVX_TAG_HEAD_CELL : TVX_TAG_CELL, node);
  TvxSide side = align == TVX_DOC_ALIGN_NUMBER ? TVX_SIDE_END : TVX_SIDE_START;
  Cell cell = { .row = row->row.index, .rows = node->cell.rows, .at_bottom = row->row.is_head };

  tag->columns = node->cell.columns;
  tag->rows = node->cell.rows;
  tag->is_row_head = !row->row.is_head;
  if (row->row.is_head && node->cell.columns > 1)
    side = TVX_SIDE_MIDDLE;

  cell.left = edges[node->cell.column];
  cell.width = edges[node->cell.column + node->cell.columns] - cell.left;
  cell.text_left = cell.left + PADDING_X;
  cell.lines = tvx_layout_text_break (grid->layout->pages, node, get_style (node), cell.width - 2 * PADDING_X, side, tag);
  g_array_append_val (grid->cells, cell);
}

void
tvx_layout_add_table (TvxLayout  *self,
                      TvxDocNode *table,
                      TvxTag     *parent)
{
  TvxTag *tag = tvx_layout_add_tag (self, parent, TVX_TAG_TABLE, table);
  TvxTag *caption = tvx_layout_add_tag (self, tag, TVX_TAG_CAPTION, NULL);
  TvxItem target = { .kind = TVX_ITEM_TARGET, .x = self->left, .target = table->id };
  g_autofree double *edges = NULL;
  TvxTag *part = NULL;
  guint n_head = 0;
  guint first = self->strips->len;
  Grid grid;

  tag->text = g_strdup (table->text);
  if (tvx_doc_table_is_named (table))
    {
      tvx_layout_add_space (self, 4);
    }
  else
    {
      g_autoptr (GPtrArray) lines = tvx_layout_text_break_caption (self->pages, table, &tvx_style_strong, self->width, caption);

      tvx_layout_add_space (self, 14);
      tvx_layout_add_lines (self, lines);
      for (guint i = first; i < self->strips->len; i++)
        ((TvxStrip *) g_ptr_array_index (self->strips, i))->keep = TRUE;
      tvx_layout_add_space (self, 2);
    }

  for (TvxDocNode *row = table->first; row != NULL && row->row.is_head; row = row->next)
    n_head++;

  edges = measure_columns (self, table);
  grid_init (&grid, self, n_head);
  for (TvxDocNode *row = table->first; row != NULL; row = row->next)
    {
      TvxTag *row_tag;

      if (row->row.index == 0 || row->row.index == n_head)
        part = tvx_layout_add_tag (self, tag, row->row.is_head ? TVX_TAG_TABLE_HEAD : TVX_TAG_TABLE_BODY, NULL);
      row_tag = tvx_layout_add_tag (self, part, TVX_TAG_ROW, row);
      for (TvxDocNode *cell = row->first; cell != NULL; cell = cell->next)
        add_cell (&grid, cell, edges, row_tag);
    }
  grid_add_rows (&grid, table->table.n_rows);
  grid_clear (&grid);
  if (first < self->strips->len)
    g_array_append_val (((TvxStrip *) g_ptr_array_index (self->strips, first))->items, target);
  tvx_layout_add_space (self, 16);
}

void
tvx_layout_add_facts (TvxLayout  *self,
                      TvxDocNode *facts,
                      TvxTag     *parent)
{
  TvxTag *table;
  double label_width = self->width * LABEL_SHARE;
  guint row = 0;
  TvxStrip *strip;
  Grid grid;

  if (facts->first == NULL)
    return;

  table = tvx_layout_add_tag (self, parent, TVX_TAG_TABLE, facts);
  tvx_layout_add_space (self, 6);
  strip = tvx_layout_add_strip (self, 0.5);
  strip->keep = TRUE;
  tvx_strip_add_rule (strip, self->left, 0, self->width, 0.5, TVX_COLOR_LINE);

  grid_init (&grid, self, 0);
  for (TvxDocNode *fact = facts->first; fact != NULL; fact = fact->next, row++)
    {
      TvxTag *row_tag = tvx_layout_add_tag (self, table, TVX_TAG_ROW, fact);
      TvxTag *head = tvx_layout_add_tag (self, row_tag, TVX_TAG_HEAD_CELL, NULL);
      TvxTag *value = tvx_layout_add_tag (self, row_tag, TVX_TAG_CELL, NULL);
      Cell cell = { .row = row, .rows = 1, .width = label_width };

      head->is_row_head = TRUE;
      cell.lines = tvx_layout_text_break_text (self->pages, fact->text, &label_style, label_width - PADDING_X, head);
      g_array_append_val (grid.cells, cell);

      cell.left = label_width;
      cell.width = self->width - label_width;
      cell.text_left = label_width + PADDING_X;
      cell.lines = tvx_layout_text_break (self->pages, fact, &tvx_style_body, cell.width - PADDING_X, TVX_SIDE_START, value);
      g_array_append_val (grid.cells, cell);
    }
  grid_add_rows (&grid, row);
  grid_clear (&grid);
  tvx_layout_add_space (self, 16);
}
