/* SPDX-License-Identifier: GPL-3.0-or-later */

/* On tables small enough, a reader can write down all tables that agree with what is published. Both ends of the
 * range of each small count must be among them. */

#include "instances.h"
#include "statistics/tvx-protect.h"

#define MAX_INNER 6
#define MAX_CELLS 20
#define N_SEEDS 40

/* How far from the truth each hidden inner cell is tried: as far as a small count has to go, and a bit. */
#define MAX_DISTANCE 4

typedef struct
{
  TvxProtection *protection;
  TvxCountTable *table;
  guint inner[MAX_INNER], n_inner;
  gint64         counts[MAX_CELLS];
  gboolean       reached[MAX_CELLS][2]; /* whether some table has the cell at the low and the high end */
  guint          n_tables;
} Reader;

static gint64
get_low (Reader *self,
         guint   cell)
{
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 n_parts = 0;

  if (tvx_count_table_get_count (self->table, cell) == 0)
    return 0;
  if (tvx_count_table_get_zeros (self->table) != TVX_ZEROS_SHOWN)
    return 1;
  for (guint i = 0; i < self->n_inner; i++)
    {
      tvx_count_table_get_above (self->table, self->inner[i], above);
      for (guint k = 0; k < above->len; k++)
        n_parts += g_array_index (above, guint, k) == cell && tvx_count_table_get_count (self->table, self->inner[i]) > 0;
    }
  return n_parts;
}

static void
look_at_table (Reader *self)
{
  gboolean shown_zeros = tvx_count_table_get_zeros (self->table) == TVX_ZEROS_SHOWN;
  guint n_cells = tvx_count_table_get_n_cells (self->table);

  for (guint cell = 0; cell < n_cells; cell++)
    if (tvx_protection_get_state_at (self->protection, 0, cell) == TVX_CELL_SHOWN
          ? self->counts[cell] != tvx_count_table_get_count (self->table, cell)
          : shown_zeros && self->counts[cell] == 0)
      return;

  self->n_tables++;
  for (guint cell = 0; cell < n_cells; cell++)
    {
      self->reached[cell][0] |= self->counts[cell] == get_low (self, cell);
      self->reached[cell][1] |= self->counts[cell] == tvx_count_table_get_threshold (self->table);
    }
}

static void
enumerate (Reader *self,
           guint   depth)
{
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));
  guint cell;
  gint64 first, last;

  if (depth == self->n_inner)
    {
      look_at_table (self);
      return;
    }

  cell = self->inner[depth];
  first = last = tvx_count_table_get_count (self->table, cell);
  if (tvx_protection_get_state_at (self->protection, 0, cell) != TVX_CELL_SHOWN)
    {
      first = MAX (0, first - MAX_DISTANCE);
      last += MAX_DISTANCE;
    }
  tvx_count_table_get_above (self->table, cell, above);
  for (gint64 count = first; count <= last; count++)
    {
      for (guint i = 0; i < above->len; i++)
        self->counts[g_array_index (above, guint, i)] += count;
      enumerate (self, depth + 1);
      for (guint i = 0; i < above->len; i++)
        self->counts[g_array_index (above, guint, i)] -= count;
    }
}

static void
enumerate_one (guint32  seed,
               TvxZeros zeros)
{
  guint sizes[] = { 2, 2 + seed % 2 };
  g_autoptr (TvxCountTable) table = instance_plain (sizes, 2, 4 + seed % 17, seed);
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (TvxProtection) protection = NULL;
  Reader reader = { .table = table };

  tvx_count_table_set_zeros (table, zeros);
  g_assert_true (tvx_count_table_set_threshold (table, 3, NULL));
  tvx_publication_add_table (publication, table);
  protection = tvx_protect (publication, NULL, NULL, NULL);
  g_assert_nonnull (protection);

  reader.protection = protection;
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    if (tvx_count_table_is_inner (table, cell))
      reader.inner[reader.n_inner++] = cell;
  enumerate (&reader, 0);

  g_assert_cmpuint (reader.n_tables, >=, 1);
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    if (tvx_protection_get_state_at (protection, 0, cell) == TVX_CELL_SMALL)
      {
        g_assert_true (reader.reached[cell][0]);
        g_assert_true (reader.reached[cell][1]);
      }
}

static void
test_enumerate (gconstpointer data)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    enumerate_one (seed, GPOINTER_TO_INT (data));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/enumerate/zeros-maybe", GINT_TO_POINTER (TVX_ZEROS_MAYBE), test_enumerate);
  g_test_add_data_func ("/enumerate/zeros-shown", GINT_TO_POINTER (TVX_ZEROS_SHOWN), test_enumerate);
  g_test_add_data_func ("/enumerate/zeros-protected", GINT_TO_POINTER (TVX_ZEROS_PROTECTED), test_enumerate);

  return g_test_run ();
}
