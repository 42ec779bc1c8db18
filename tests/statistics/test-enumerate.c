/* SPDX-License-Identifier: GPL-3.0-or-later */

/* On tables small enough, a reader can write down all tables that agree with what is published. Both ends of the range of
 * each small count must be among them, also for readers who know their own counts; and the audit must come to the ranges
 * that they make. */

#include "instances.h"
#include "statistics/tvx-audit.h"
#include "statistics/tvx-protect.h"

#define MAX_CELLS 48
#define THRESHOLD 3
#define NOBODY G_MAXUINT

/* Sanitizers make it slow. */
#ifdef __SANITIZE_ADDRESS__
#define PART 11
#else
#define PART 1
#endif

typedef struct
{
  guint table, cell;
  gint64   truth;
  gboolean inner;
  gboolean known; /* to the reader at hand */
  gboolean not_zero;
  guint    same; /* the cell of the first table that is the same count, or NOBODY */
  guint    last; /* the last of the inner cells in it */
  gint64   sum;
  gint64 low, high; /* the ends of its range, where it has one */
  gboolean small;
  gboolean reached_low, reached_high;
  gint64 least, most; /* of all tables that were written down */
} Cell;

typedef struct
{
  TvxProtection  *protection;
  TvxPublication *publication;
  guint           own; /* the category of the first axis whose counts the reader knows, or NOBODY */
  Cell            cells[MAX_CELLS];
  guint           n_cells;
  guint inner[MAX_CELLS], n_inner;
  GArray         *above[MAX_CELLS]; /* of the inner cells: the numbers of all cells that they are in */
  gint64          limit;             /* where nothing published ends the range of a cell, this does */
  guint64         n_tables;
} Reader;

static TvxCountTable *
table_of (Reader *self,
          guint   table)
{
  return tvx_publication_get_table (self->publication, table);
}

static gboolean
is_in (Reader     *self,
       const Cell *part,
       const Cell *of)
{
  TvxCountTable *table = table_of (self, part->table);

  for (guint d = 0; d < tvx_count_table_get_n_axes (table); d++)
    if (!tvx_axis_contains (tvx_count_table_get_axis (table, d), tvx_count_table_get_node (table, of->cell, d),
                            tvx_count_table_get_node (table, part->cell, d)))
      return FALSE;
  return part->table == of->table;
}

static guint
get_row (Reader     *self,
         const Cell *cell)
{
  return tvx_count_table_get_node (table_of (self, cell->table), cell->cell, 0);
}

/* How many cells of a row that is not the reader's own are not zero. */
static gint64
count_people (Reader     *self,
              guint       table,
              guint       row,
              const Cell *in)
{
  gint64 n = 0;

  for (guint i = 0; i < self->n_inner; i++)
    {
      const Cell *inner = &self->cells[self->inner[i]];

      n += inner->table == table && get_row (self, inner) == row && inner->truth > 0 && (in == NULL || is_in (self, inner, in));
    }
  return n;
}

/* Where readers know that all zeros are shown, a row has at least as many people as the table with the most cells that are
 * not zero says, and if all of these are in one sum, then so has this sum. */
static gint64
get_low (Reader     *self,
         const Cell *cell)
{
  TvxCountTable *table = table_of (self, cell->table);
  TvxAxis *rows = tvx_count_table_get_axis (table, 0);
  gint64 low = 0;

  for (guint row = 0; row < tvx_axis_get_n_categories (rows); row++)
    {
      gint64 n;

      if (!tvx_axis_contains (rows, get_row (self, cell), row))
        continue;
      for (guint i = 0; row == self->own && i < self->n_inner; i++)
        {
          const Cell *inner = &self->cells[self->inner[i]];

          low += get_row (self, inner) == row && is_in (self, inner, cell) ? inner->truth : 0;
        }
      if (row == self->own || tvx_count_table_get_zeros (table) != TVX_ZEROS_SHOWN)
        continue;
      n = count_people (self, cell->table, row, cell);
      if (n == count_people (self, cell->table, row, NULL))
        for (guint t = 0; t < tvx_publication_get_n_tables (self->publication); t++)
          n = MAX (n, count_people (self, t, row, NULL));
      low += n;
    }
  return cell->truth > 0 ? MAX (1, low) : low;
}

/* Nobody else is in it, as all readers know. */
static gboolean
follows (Reader     *self,
         const Cell *cell)
{
  if (tvx_count_table_get_zeros (table_of (self, cell->table)) != TVX_ZEROS_SHOWN)
    return FALSE;
  for (guint i = 0; i < self->n_inner; i++)
    {
      const Cell *inner = &self->cells[self->inner[i]];

      if (is_in (self, inner, cell) && get_row (self, inner) != self->own && inner->truth > 0)
        return FALSE;
    }
  return TRUE;
}

static void
look_at_table (Reader *self)
{
  self->n_tables++;
  for (guint i = 0; i < self->n_cells; i++)
    {
      Cell *cell = &self->cells[i];

      cell->reached_low |= cell->sum == cell->low;
      cell->reached_high |= cell->sum == cell->high;
      cell->least = MIN (cell->least, cell->sum);
      cell->most = MAX (cell->most, cell->sum);
    }
}

static gint64
get_known (Reader     *self,
           const Cell *cell)
{
  return cell->known ? cell->truth : self->cells[cell->same].sum;
}

static void
enumerate (Reader *self,
           guint   depth)
{
  gint64 first, last;
  GArray *above;

  if (depth == self->n_inner)
    {
      look_at_table (self);
      return;
    }

  above = self->above[depth];
  first = 0;
  last = self->limit;
  for (guint i = 0; i < above->len; i++)
    {
      const Cell *cell = &self->cells[g_array_index (above, guint, i)];

      if (cell->known || cell->same != NOBODY)
        {
          last = MIN (last, get_known (self, cell) - cell->sum);
          if (cell->last == depth)
            first = MAX (first, get_known (self, cell) - cell->sum);
        }
      if (cell->not_zero && cell->last == depth)
        first = MAX (first, 1 - cell->sum);
    }
  for (gint64 count = first; count <= last; count++)
    {
      for (guint i = 0; i < above->len; i++)
        self->cells[g_array_index (above, guint, i)].sum += count;
      enumerate (self, depth + 1);
      for (guint i = 0; i < above->len; i++)
        self->cells[g_array_index (above, guint, i)].sum -= count;
    }
}

/* In tables that share the first axis, the sums over all else are the same. */
static guint
find_same (Reader *self,
           guint   table,
           guint   cell)
{
  TvxCountTable *first = table_of (self, 0), *second = table_of (self, table);

  if (table == 0 || tvx_count_table_get_node (second, cell, 1) + 1 < tvx_axis_get_n_nodes (tvx_count_table_get_axis (second, 1)))
    return NOBODY;
  return tvx_count_table_move (first, tvx_count_table_get_n_cells (first) - 1, 0, tvx_count_table_get_node (second, cell, 0));
}

static void
add_cell (Reader *self,
          guint   t,
          guint   index)
{
  TvxCountTable *table = table_of (self, t);
  Cell *cell = &self->cells[self->n_cells];
  gint64 truth = tvx_count_table_get_count (table, index);

  g_assert_cmpuint (self->n_cells, <, MAX_CELLS);
  *cell = (Cell) { .table = t, .cell = index, .truth = truth, .same = find_same (self, t, index), .least = G_MAXINT64, .most = -1 };
  cell->inner = tvx_count_table_is_inner (table, index);
  cell->known = tvx_protection_get_state_at (self->protection, t, index) == TVX_CELL_SHOWN;
  cell->not_zero = !cell->known && tvx_count_table_get_zeros (table) == TVX_ZEROS_SHOWN;
  cell->small = truth > 0 ? truth < THRESHOLD : tvx_count_table_get_zeros (table) == TVX_ZEROS_PROTECTED;
  g_assert_false (cell->known && cell->small);
  if (tvx_count_table_get_node (table, index, 0) == self->own)
    cell->known = TRUE;
  self->limit = MAX (self->limit, truth + 1);
  if (cell->inner)
    self->inner[self->n_inner++] = self->n_cells;
  self->n_cells++;
}

static void
read_all (Reader *self)
{
  for (guint t = 0; t < tvx_publication_get_n_tables (self->publication); t++)
    for (guint cell = 0; cell < tvx_count_table_get_n_cells (table_of (self, t)); cell++)
      add_cell (self, t, cell);
  for (guint i = 0; i < self->n_inner; i++)
    {
      self->above[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint k = 0; k < self->n_cells; k++)
        if (is_in (self, &self->cells[self->inner[i]], &self->cells[k]))
          {
            g_array_append_val (self->above[i], k);
            self->cells[k].last = i;
          }
    }
  for (guint i = 0; i < self->n_cells; i++)
    {
      Cell *cell = &self->cells[i];

      cell->low = get_low (self, cell);
      cell->high = MAX (THRESHOLD, cell->low);
    }
}

/* Without gaps between whole numbers and others, which tables of two axes do not have, the ranges are the same. */
static void
compare_with_audit (Reader *self)
{
  guint n_counts = tvx_publication_get_n_counts (self->publication);
  g_autofree gint64 *shown = g_new (gint64, n_counts);
  g_autofree TvxRange *ranges = g_new (TvxRange, n_counts);
  gboolean same = tvx_count_table_get_n_axes (table_of (self, 0)) == 2;

  for (guint i = 0; i < n_counts; i++)
    shown[i] = TVX_AUDIT_HIDDEN;
  for (guint i = 0; i < self->n_cells; i++)
    if (self->cells[i].known)
      shown[tvx_publication_get_count_at (self->publication, self->cells[i].table, self->cells[i].cell)] = self->cells[i].truth;
  g_assert_true (tvx_audit (self->publication, shown, ranges, NULL));
  for (guint i = 0; i < self->n_cells; i++)
    {
      const Cell *cell = &self->cells[i];
      const TvxRange *range = &ranges[tvx_publication_get_count_at (self->publication, cell->table, cell->cell)];

      g_assert_cmpint (range->lowest, <=, cell->least);
      g_assert_cmpint (range->highest, >=, cell->most);
      if (!same)
        continue;
      g_assert_cmpint (range->lowest, ==, cell->least);
      if (range->highest < G_MAXINT64)
        g_assert_cmpint (range->highest, ==, cell->most);
    }
}

static guint64
read_as (TvxProtection *protection,
         guint          own)
{
  Reader self = { .protection = protection, .own = own, .limit = THRESHOLD + 1 };

  self.publication = tvx_protection_get_publication (protection);
  read_all (&self);
  enumerate (&self, 0);
  g_assert_cmpuint (self.n_tables, >=, 1);
  for (guint i = 0; i < self.n_cells; i++)
    {
      const Cell *cell = &self.cells[i];

      if (!cell->small || cell->known || (own != NOBODY && follows (&self, cell)))
        continue;
      g_assert_true (cell->reached_low);
      g_assert_true (cell->reached_high);
    }
  if (own == NOBODY)
    compare_with_audit (&self);
  for (guint i = 0; i < self.n_inner; i++)
    g_array_unref (self.above[i]);
  return self.n_tables;
}

/* What kind of tables, and which counts are tried in each cell. */
typedef struct
{
  const char   *name;
  guint         n_axes;
  guint         sizes[3];
  gboolean      grouped;
  guint         n_linked; /* categories of the second table, which shares the first axis; 0 for none */
  const gint64 *counts;
  guint         n_counts;
  guint         step; /* each how manieth table is taken */
} Kind;

static TvxCountTable *
make_table (const Kind *kind,
            guint       number)
{
  static const char *const ids[] = { "kommun", "alder", "kon" };
  g_autoptr (GPtrArray) axes = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_axis_unref);
  TvxCountTable *table;

  for (guint d = 0; d < kind->n_axes; d++)
    g_ptr_array_add (axes, instance_axis (ids[d], kind->sizes[d]));
  if (kind->grouped)
    g_assert_true (tvx_axis_add_group (axes->pdata[1], "young", (const char *[]) { "alder0", "alder1", NULL }, NULL));
  table = tvx_count_table_new ("small", (TvxAxis **) axes->pdata, kind->n_axes, NULL);
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    if (tvx_count_table_is_inner (table, cell))
      {
        g_assert_true (tvx_count_table_set_count (table, cell, kind->counts[number % kind->n_counts], NULL));
        number /= kind->n_counts;
      }
  return table;
}

static TvxCountTable *
make_linked (const Kind    *kind,
             TvxCountTable *table,
             guint          number)
{
  g_autoptr (TvxAxis) other = instance_axis ("bo", kind->n_linked);
  TvxAxis *rows = tvx_count_table_get_axis (table, 0);
  g_autoptr (GRand) random = g_rand_new_with_seed (number);
  TvxCountTable *linked = tvx_count_table_new ("linked", (TvxAxis *[]) { rows, other }, 2, NULL);

  for (guint row = 0; row < tvx_axis_get_n_categories (rows); row++)
    {
      gint64 left = tvx_count_table_get_count (table, tvx_count_table_move (table, tvx_count_table_get_n_cells (table) - 1, 0, row));

      for (guint k = 0; k < kind->n_linked; k++)
        {
          gint64 count = k + 1 == kind->n_linked ? left : g_rand_int_range (random, 0, left + 1);

          g_assert_true (tvx_count_table_set_count (linked, tvx_count_table_move (linked, k, 0, row), count, NULL));
          left -= count;
        }
    }
  return linked;
}

/* With insiders, each of them is a reader, too. */
static guint64
enumerate_one (const Kind *kind,
               guint       number,
               TvxZeros    zeros,
               gboolean    insiders)
{
  g_autoptr (TvxCountTable) table = make_table (kind, number), linked = NULL;
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (TvxProtection) protection = NULL;
  g_autoptr (GError) error = NULL;
  TvxProtectOptions options = TVX_PROTECT_OPTIONS_INIT;
  guint64 n_tables;

  g_test_message ("%s number %u, zeros %d, insiders %d", kind->name, number, zeros, insiders);
  options.n_rounds = number % 7 == 0 ? -1 : 0;
  g_assert_true (tvx_count_table_set_threshold (table, THRESHOLD, NULL));
  tvx_count_table_set_zeros (table, zeros);
  tvx_publication_add_table (publication, table);
  if (kind->n_linked > 0)
    {
      linked = make_linked (kind, table, number);
      g_assert_true (tvx_count_table_set_threshold (linked, THRESHOLD, NULL));
      tvx_count_table_set_zeros (linked, zeros);
      tvx_publication_add_table (publication, linked);
    }
  if (insiders)
    tvx_publication_add_insider (publication, "kommun");
  protection = tvx_protect (publication, &options, NULL, &error);
  g_assert_no_error (error);

  n_tables = read_as (protection, NOBODY);
  for (guint own = 0; insiders && own < kind->sizes[0]; own++)
    n_tables += read_as (protection, own);
  return n_tables;
}

static void
test_enumerate (gconstpointer data)
{
  const Kind *kind = data;
  guint n_inner = kind->sizes[0] * kind->sizes[1] * MAX (kind->sizes[2], 1), n_all = 1, n_publications = 0;
  guint64 n_tables = 0;

  for (guint i = 0; i < n_inner; i++)
    n_all *= kind->n_counts;
  for (guint number = 0; number < n_all; number += kind->step * PART)
    for (TvxZeros zeros = TVX_ZEROS_MAYBE; zeros <= TVX_ZEROS_PROTECTED; zeros++)
      {
        n_tables += enumerate_one (kind, number, zeros, (number / kind->step + zeros) % 2);
        n_publications++;
      }
  g_test_message ("%u publications, %" G_GUINT64_FORMAT " tables that readers wrote down", n_publications, n_tables);
}

int
main (int    argc,
      char **argv)
{
  static const gint64 up_to_four[] = { 0, 1, 2, 3, 4 }, some[] = { 0, 1, 2, 5 }, few[] = { 0, 1, 4 };
  static const Kind kinds[] = {
    { "/enumerate/every-2x2", 2, { 2, 2 }, .counts = up_to_four, .n_counts = 5, .step = 1 },
    { "/enumerate/hierarchy", 2, { 2, 3 }, .grouped = TRUE, .counts = some, .n_counts = 4, .step = 23 },
    { "/enumerate/linked", 2, { 2, 2 }, .n_linked = 2, .counts = up_to_four, .n_counts = 5, .step = 3 },
    { "/enumerate/linked-hierarchy", 2, { 2, 3 }, .grouped = TRUE, .n_linked = 2, .counts = few, .n_counts = 3, .step = 13 },
    { "/enumerate/three-municipalities", 2, { 3, 2 }, .counts = some, .n_counts = 4, .step = 41 },
    { "/enumerate/three-axes", 3, { 2, 2, 2 }, .counts = few, .n_counts = 3, .step = 97 },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_test_add_data_func (kinds[i].name, &kinds[i], test_enumerate);

  return g_test_run ();
}
