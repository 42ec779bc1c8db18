/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What Statistics Norway's GaussSuppression hides by default when zeros are to be shown. It takes the cells that are not
 * small one after the other, and shows each unless a small count would then follow from what is shown, by additions and
 * subtractions alone. That promises less than we do and does not look for the best; but it can be run on any table, and so
 * tells whether one table needs more hidden cells than another. The order of the cells and the rule about ones are those of
 * its source, and a test has it agree with the answers in its manual.
 *
 * A cell is a vector: the inner cells that it is the sum of. A small count follows from what is shown if it lies in the space
 * that those span. The next cell makes it so if nothing but a factor makes a difference between the two, when what is in
 * that space has been taken away from both. Instead of fractions, numbers are those modulo a prime.
 *
 * Whoever knows that a hidden cell is not zero knows a sum of ones when he knows how many they are. So what would tell such a
 * sum is hidden, too (“anySum”). What its version 1.5.2 changed about this in rare cases is left out. */

#include "elimination.h"

#define PRIME G_GUINT64_CONSTANT (2147483647)

typedef struct
{
  guint cell;
  gint64 count, reach;
} Candidate;

typedef struct
{
  TvxCountTable  *table;
  guint n_cells, n_rows, n_others; /* rows are inner cells; the ones come last, after n_others */
  guint64       **columns;               /* NULL when it has had its turn */
  gboolean *guarded, *used;
} Elimination;

static gboolean
is_small (TvxCountTable *table,
          guint          cell)
{
  gint64 count = tvx_count_table_get_count (table, cell);

  return count > 0 && count < tvx_count_table_get_threshold (table);
}

static void
add_row (Elimination *self,
         guint        inner,
         gint64      *reaches)
{
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 reach = 0;

  tvx_count_table_get_above (self->table, inner, above);
  for (guint i = 0; i < above->len; i++)
    reach += tvx_count_table_get_count (self->table, g_array_index (above, guint, i)) + 1;
  for (guint i = 0; i < above->len; i++)
    {
      guint cell = g_array_index (above, guint, i);

      self->columns[cell][self->n_rows] = 1;
      reaches[cell] += reach;
    }
  self->n_rows++;
}

/* Zeros first, then the greatest; of equal ones that whose people are counted in most and in the greatest sums. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if ((first->count == 0) != (second->count == 0))
    return first->count == 0 ? -1 : 1;
  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return first->reach > second->reach ? -1 : first->reach < second->reach;
}

static guint64
invert (guint64 number)
{
  guint64 inverse = 1;

  for (guint64 power = PRIME - 2; power > 0; power /= 2)
    {
      if (power % 2 == 1)
        inverse = inverse * number % PRIME;
      number = number * number % PRIME;
    }
  return inverse;
}

/* Returns n_rows when nothing is left of the column. */
static guint
find_first (Elimination   *self,
            const guint64 *column)
{
  guint row = 0;

  while (row < self->n_rows && column[row] == 0)
    row++;
  return row;
}

static gboolean
gives_away_small (Elimination   *self,
                  const guint64 *column,
                  guint          first)
{
  for (guint cell = 0; cell < self->n_cells; cell++)
    if (self->guarded[cell] && self->columns[cell][first] != 0)
      {
        const guint64 *other = self->columns[cell];
        guint row = first;

        while (row < self->n_rows && column[first] * other[row] % PRIME == other[first] * column[row] % PRIME)
          row++;
        if (row == self->n_rows && find_first (self, other) == first)
          return TRUE;
      }
  return FALSE;
}

/* What is left is about ones alone. If it is not their sum, it tells nothing yet, but together with another one it might. */
static gboolean
gives_away_ones (Elimination   *self,
                 const guint64 *column,
                 guint          first)
{
  gboolean equal = TRUE, used = FALSE;

  for (guint row = first; row < self->n_rows; row++)
    if (column[row] != 0)
      {
        equal &= column[row] == column[first];
        used |= self->used[row];
      }
  if (equal || used)
    return TRUE;
  for (guint row = first; row < self->n_rows; row++)
    self->used[row] |= column[row] != 0;
  return FALSE;
}

static void
eliminate (Elimination *self,
           guint64     *column,
           guint        first)
{
  guint64 inverse = invert (column[first]);

  for (guint cell = 0; cell < self->n_cells; cell++)
    {
      guint64 *other = self->columns[cell];
      guint64 factor;

      if (other == NULL || other == column || other[first] == 0)
        continue;
      factor = PRIME - other[first] * inverse % PRIME;
      for (guint row = first; row < self->n_rows; row++)
        other[row] = (other[row] + factor * column[row]) % PRIME;
    }
}

/* Which cells are hidden, small ones among them; with or without thinking of ones. */
gboolean *
elimination_hide (TvxCountTable *table,
                  gboolean       ones)
{
  Elimination self = { .table = table, .n_cells = tvx_count_table_get_n_cells (table) };
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autofree gint64 *reaches = g_new0 (gint64, self.n_cells);
  gboolean *hidden = g_new0 (gboolean, self.n_cells);

  self.columns = g_new (guint64 *, self.n_cells);
  for (guint cell = 0; cell < self.n_cells; cell++)
    self.columns[cell] = g_new0 (guint64, self.n_cells);
  for (guint cell = 0; cell < self.n_cells; cell++)
    if (tvx_count_table_is_inner (table, cell) && tvx_count_table_get_count (table, cell) != 1)
      add_row (&self, cell, reaches);
  self.n_others = self.n_rows;
  for (guint cell = 0; cell < self.n_cells; cell++)
    if (tvx_count_table_is_inner (table, cell) && tvx_count_table_get_count (table, cell) == 1)
      add_row (&self, cell, reaches);

  self.guarded = g_new0 (gboolean, self.n_cells);
  self.used = g_new0 (gboolean, self.n_rows);
  for (guint cell = 0; cell < self.n_cells; cell++)
    {
      Candidate candidate = { cell, tvx_count_table_get_count (table, cell), reaches[cell] };

      hidden[cell] = is_small (table, cell);
      if (!hidden[cell])
        g_array_append_val (candidates, candidate);
      else
        self.guarded[cell] = !ones || find_first (&self, self.columns[cell]) < self.n_others;
    }
  g_array_sort (candidates, compare);

  for (guint i = 0; i < candidates->len; i++)
    {
      guint cell = g_array_index (candidates, Candidate, i).cell;
      guint64 *column = g_steal_pointer (&self.columns[cell]);
      guint first = find_first (&self, column);

      hidden[cell] = first < self.n_rows &&
                     ((ones && first >= self.n_others && gives_away_ones (&self, column, first)) ||
                      gives_away_small (&self, column, first));
      if (first < self.n_rows && !hidden[cell])
        eliminate (&self, column, first);
      g_free (column);
    }

  for (guint cell = 0; cell < self.n_cells; cell++)
    g_free (self.columns[cell]);
  g_free (self.columns);
  g_free (self.guarded);
  g_free (self.used);
  return hidden;
}
