/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-publication-private.h"

#include <glib/gi18n-lib.h>

#include "statistics/tvx-insiders-private.h"
#include "statistics/tvx-relations-private.h"
#include "statistics/tvx-releases-private.h"
#include "statistics/tvx-statistics-error.h"

/* The axes whose categories are somebody's own: who runs the project, or governs the municipality, reads the report. */
static const char *const owner_axes[] = { "kommun", "municipality", "project", "projekt" };

static TvxCountTable *
table_of (TvxPublication *self,
          guint           table)
{
  return g_ptr_array_index (self->tables, table);
}

static guint
count_totals (TvxCountTable *table,
              guint          cell)
{
  guint n_totals = 0;

  for (guint i = 0; i < tvx_count_table_get_n_axes (table); i++)
    {
      TvxAxis *axis = tvx_count_table_get_axis (table, i);
      guint node = tvx_count_table_get_node (table, cell, i);

      if (node + 1 == tvx_axis_get_n_nodes (axis))
        n_totals += 2;
      else if (node >= tvx_axis_get_n_categories (axis))
        n_totals += 1;
    }
  return n_totals;
}

static gboolean
check_same (TvxPublication  *self,
            const TvxCount  *count,
            guint            table,
            guint            cell,
            GError         **error)
{
  g_autofree char *label = NULL;

  if (count->value == tvx_count_table_get_count (table_of (self, table), cell))
    return TRUE;
  label = tvx_count_table_dup_label (table_of (self, table), cell);
  g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_DISAGREE,
               _("The tables “%s” and “%s” count the same people and disagree: %lld and %lld at %s"),
               tvx_count_table_get_name (table_of (self, count->table)), tvx_count_table_get_name (table_of (self, table)),
               (long long) count->value, (long long) tvx_count_table_get_count (table_of (self, table), cell), label);
  return FALSE;
}

/* Gives the same number to the same count in all tables. */
static gboolean
collect_counts (TvxPublication  *self,
                GPtrArray       *keys,
                GError         **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (TvxCount));

  self->count_at = g_new0 (guint *, self->tables->len);
  for (guint t = 0; t < self->tables->len; t++)
    {
      TvxCountTable *table = table_of (self, t);
      guint n_cells = tvx_count_table_get_n_cells (table);

      self->count_at[t] = g_new (guint, n_cells);
      for (guint cell = 0; cell < n_cells; cell++)
        {
          g_autofree char *key = tvx_count_table_dup_key (table, cell);
          gpointer known = g_hash_table_lookup (numbers, key);

          if (known != NULL)
            {
              guint number = GPOINTER_TO_UINT (known) - 1;

              if (!check_same (self, &g_array_index (counts, TvxCount, number), t, cell, error))
                return FALSE;
              self->count_at[t][cell] = number;
            }
          else
            {
              TvxCount count = { .table = t, .cell = cell, .value = tvx_count_table_get_count (table, cell) };

              count.n_totals = count_totals (table, cell);
              self->count_at[t][cell] = counts->len;
              g_array_append_val (counts, count);
              g_hash_table_insert (numbers, key, GUINT_TO_POINTER (counts->len));
              g_ptr_array_add (keys, g_steal_pointer (&key));
            }
        }
    }
  if (!tvx_releases_check_known (self, numbers, error))
    return FALSE;
  self->n_counts = counts->len;
  self->counts = (TvxCount *) (gpointer) g_array_free (g_steal_pointer (&counts), FALSE);
  return TRUE;
}

static void
mark_published (TvxPublication *self,
                GPtrArray      *keys)
{
  for (guint t = 0; t < self->tables->len; t++)
    for (guint cell = 0; cell < tvx_count_table_get_n_cells (table_of (self, t)); cell++)
      if (tvx_count_table_is_published (table_of (self, t), cell))
        self->counts[self->count_at[t][cell]].published = TRUE;
  for (guint i = 0; self->ledger != NULL && i < self->n_counts; i++)
    {
      const TvxLedgerEntry *entry = tvx_ledger_lookup (self->ledger, g_ptr_array_index (keys, i));

      if (!self->counts[i].published && entry != NULL && (entry->release == TVX_RELEASE_SMALL || entry->release == TVX_RELEASE_FOLLOW))
        self->counts[i].published = self->counts[i].only_earlier = TRUE;
    }
}

/* What the tables' own rules say of each count that they publish, or of one that only an earlier report has hidden. */
static gboolean
apply_rules (TvxPublication  *self,
             GError         **error)
{
  g_autofree gboolean *must_show = g_new0 (gboolean, self->n_counts);

  for (guint t = 0; t < self->tables->len; t++)
    {
      TvxCountTable *table = table_of (self, t);
      TvxZeros zeros = tvx_count_table_get_zeros (table);

      for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
        {
          guint number = self->count_at[t][cell];
          TvxCount *count = &self->counts[number];

          if (tvx_count_table_get_impossible (table, cell))
            count->fixed = TRUE;
          if (!tvx_count_table_is_published (table, cell) && !count->only_earlier)
            continue;
          count->threshold = MAX (count->threshold, tvx_count_table_get_threshold (table));
          if (zeros == TVX_ZEROS_SHOWN && count->value > 0)
            count->floor = 1;
          must_show[number] |= zeros == TVX_ZEROS_SHOWN && count->value == 0;
          count->sensitive |= zeros == TVX_ZEROS_PROTECTED && count->value == 0;
        }
    }

  for (guint i = 0; i < self->n_counts; i++)
    {
      TvxCount *count = &self->counts[i];

      if (must_show[i] && count->sensitive && !count->fixed)
        {
          g_autofree char *label = tvx_publication_dup_label (self, i);

          g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_DISAGREE,
                       _("%s: one table is to show all its zeros and another to protect the same zero"), label);
          return FALSE;
        }
      count->fixed |= must_show[i];
      count->empty = count->fixed;
      count->sensitive |= count->published && count->value > 0 && count->value < count->threshold;
    }
  return TRUE;
}

static void
set_ranges (TvxPublication *self)
{
  g_autofree gint64 *floors = g_new (gint64, self->n_counts);

  tvx_insiders_find_floors (self, TVX_NO_INSIDER, floors);
  for (guint i = 0; i < self->n_counts; i++)
    {
      TvxCount *count = &self->counts[i];

      count->floor = floors[i];
      count->low = count->value > 0 || count->kept_hidden ? MAX (1, floors[i]) : 0;
      count->high = MAX (MAX (count->threshold, count->threshold_earlier), count->low);
    }
}

static void
set_up (TvxPublication *self)
{
  tvx_relations_build (self);
  set_ranges (self);
  tvx_insiders_find (self);
  tvx_releases_check_sums (self, &self->refusal);
}

/**
 * tvx_publication_new:
 *
 * Makes a publication without tables.
 *
 * Returns: (transfer full): the publication
 */
TvxPublication *
tvx_publication_new (void)
{
  TvxPublication *self = g_new0 (TvxPublication, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_count_table_unref);
  self->insider_axes = g_ptr_array_new_with_free_func (g_free);
  self->insiders = g_ptr_array_new_with_free_func (g_free);
  self->insider_low = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

/**
 * tvx_publication_new_like:
 * @other: a publication
 *
 * Makes a publication without tables, for the same insiders and after the same earlier reports as another.
 *
 * Returns: (transfer full): the publication
 */
TvxPublication *
tvx_publication_new_like (TvxPublication *other)
{
  TvxPublication *self = tvx_publication_new ();

  for (guint i = 0; i < other->insider_axes->len; i++)
    tvx_publication_add_insider (self, g_ptr_array_index (other->insider_axes, i));
  tvx_publication_set_ledger (self, other->ledger);
  return self;
}

TvxPublication *
tvx_publication_ref (TvxPublication *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tvx_publication_unref (TvxPublication *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint t = 0; self->count_at != NULL && t < self->tables->len; t++)
    g_free (self->count_at[t]);
  g_free (self->count_at);
  g_free (self->counts);
  g_free (self->relation_start);
  g_free (self->relation_members);
  g_free (self->in_start);
  g_free (self->in_relations);
  g_free (self->known_start);
  g_free (self->known_by);
  g_hash_table_unref (self->insider_low);
  g_ptr_array_unref (self->insiders);
  g_clear_pointer (&self->ledger, tvx_ledger_unref);
  g_clear_error (&self->refusal);
  g_ptr_array_unref (self->insider_axes);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

/**
 * tvx_publication_add_table:
 * @self: a publication that is not prepared yet
 * @table: (transfer none): a complete table
 *
 * Adds a table to what is published together.
 */
void
tvx_publication_add_table (TvxPublication *self,
                           TvxCountTable  *table)
{
  g_return_if_fail (self != NULL && !self->prepared);
  g_return_if_fail (table != NULL);

  g_ptr_array_add (self->tables, tvx_count_table_ref (table));
}

/**
 * tvx_publication_add_insider:
 * @self: a publication that is not prepared yet
 * @axis: the id of an axis, for instance of projects or municipalities
 *
 * Reckons with readers who know all counts of their own category.
 *
 * Every promise then also holds for each of them, about all counts that are not
 * their own. In a sum that they are part of, the range starts where what they
 * know by themselves puts it.
 */
void
tvx_publication_add_insider (TvxPublication *self,
                             const char     *axis)
{
  g_return_if_fail (self != NULL && !self->prepared);
  g_return_if_fail (axis != NULL);

  if (!g_ptr_array_find_with_equal_func (self->insider_axes, axis, g_str_equal, NULL))
    g_ptr_array_add (self->insider_axes, g_strdup (axis));
}

/**
 * tvx_publication_add_owners:
 * @self: a publication that is not prepared yet, with all its tables
 *
 * Reckons with the insiders that reports always have: the owners of projects and the municipalities.
 *
 * They are known by the ids of axes: `project`, `projekt`, `kommun` and `municipality`. An axis is one of insiders if any
 * table that has it asks for that; then it is so in all tables, since a number may be worked out by way of another table.
 */
void
tvx_publication_add_owners (TvxPublication *self)
{
  g_return_if_fail (self != NULL && !self->prepared);

  for (guint i = 0; i < G_N_ELEMENTS (owner_axes); i++)
    for (guint t = 0; t < self->tables->len; t++)
      if (tvx_count_table_get_insiders (table_of (self, t)) && tvx_count_table_has_axis (table_of (self, t), owner_axes[i]))
        tvx_publication_add_insider (self, owner_axes[i]);
}

/**
 * tvx_publication_dup_insiders:
 * @self: a publication
 *
 * Gets the axes whose categories know their own counts.
 *
 * Returns: (transfer full): the ids of the axes
 */
GStrv
tvx_publication_dup_insiders (TvxPublication *self)
{
  g_autoptr (GStrvBuilder) axes = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->insider_axes->len; i++)
    g_strv_builder_add (axes, g_ptr_array_index (self->insider_axes, i));
  return g_strv_builder_end (axes);
}

/**
 * tvx_publication_set_ledger:
 * @self: a publication that is not prepared yet
 * @ledger: (nullable): what earlier reports showed and hid, which is copied
 *
 * Reckons with readers who have kept earlier reports.
 *
 * A count that was shown is known to them and stays shown, with its new number when it has
 * been corrected. A count that was hidden stays hidden, and if it was small it stays protected
 * as the rules of that report promised, even if it has grown since. A correction is refused
 * when a number that was shown has become small, or when sums of the earlier report do not hold
 * any more with what it hid: then whoever compares the reports would learn how hidden counts
 * have changed. Each earlier table about the same people has to be in the publication too, also
 * when only others are new: it is protected together with them.
 */
void
tvx_publication_set_ledger (TvxPublication *self,
                            TvxLedger      *ledger)
{
  g_return_if_fail (self != NULL && !self->prepared);

  g_clear_pointer (&self->ledger, tvx_ledger_unref);
  if (ledger != NULL)
    self->ledger = tvx_ledger_copy (ledger);
}

/**
 * tvx_publication_prepare:
 * @self: a publication
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Finds which counts are the same, how they sum, and which must be protected.
 *
 * Nothing can be added after that. Preparing again does nothing.
 *
 * Returns: whether the tables and rules agree with each other
 */
gboolean
tvx_publication_prepare (TvxPublication  *self,
                         GError         **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->tables->len > 0, FALSE);

  if (!self->prepared)
    {
      self->prepared = TRUE;
      if (collect_counts (self, keys, &self->refusal))
        {
          mark_published (self, keys);
          if (apply_rules (self, &self->refusal) && tvx_releases_apply (self, keys, &self->refusal))
            set_up (self);
        }
    }
  if (self->refusal != NULL && error != NULL)
    *error = g_error_copy (self->refusal);
  return self->refusal == NULL;
}

guint
tvx_publication_get_n_tables (TvxPublication *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tables->len;
}

/**
 * tvx_publication_get_table:
 * @self: a publication
 * @table: which table, from 0
 *
 * Gets a table of the publication.
 *
 * Returns: (transfer none): the table
 */
TvxCountTable *
tvx_publication_get_table (TvxPublication *self,
                           guint           table)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (table < self->tables->len, NULL);

  return table_of (self, table);
}

/**
 * tvx_publication_get_n_counts:
 * @self: a prepared publication
 *
 * Gets how many different counts the tables have together.
 *
 * Returns: the number of counts
 */
guint
tvx_publication_get_n_counts (TvxPublication *self)
{
  g_return_val_if_fail (self != NULL && self->prepared, 0);

  return self->n_counts;
}

/**
 * tvx_publication_get_count_at:
 * @self: a prepared publication
 * @table: which table, from 0
 * @cell: the index of a cell in that table
 *
 * Gets which count stands in a cell.
 *
 * Returns: the number of the count
 */
guint
tvx_publication_get_count_at (TvxPublication *self,
                              guint           table,
                              guint           cell)
{
  g_return_val_if_fail (self != NULL && self->prepared, 0);
  g_return_val_if_fail (cell < tvx_count_table_get_n_cells (table_of (self, table)), 0);

  return self->count_at[table][cell];
}

/**
 * tvx_publication_get_place:
 * @self: a prepared publication
 * @count: the number of a count
 * @table: (out): return location for the table
 * @cell: (out): return location for the cell in it
 *
 * Gets the first cell that a count stands in.
 */
void
tvx_publication_get_place (TvxPublication *self,
                           guint           count,
                           guint          *table,
                           guint          *cell)
{
  g_return_if_fail (self != NULL && self->prepared);
  g_return_if_fail (count < self->n_counts);

  *table = self->counts[count].table;
  *cell = self->counts[count].cell;
}

/**
 * tvx_publication_get_range:
 * @self: a prepared publication
 * @count: the number of a count
 * @low: (out): return location for the lowest value that the rules allow
 * @high: (out): return location for the threshold
 *
 * Gets the range that no reader may be able to narrow.
 *
 * Returns: whether the count is one to protect; else there is no such range
 */
gboolean
tvx_publication_get_range (TvxPublication *self,
                           guint           count,
                           gint64         *low,
                           gint64         *high)
{
  g_return_val_if_fail (self != NULL && self->prepared, FALSE);
  g_return_val_if_fail (count < self->n_counts, FALSE);

  *low = self->counts[count].low;
  *high = self->counts[count].high;
  return self->counts[count].sensitive;
}

/**
 * tvx_publication_dup_label:
 * @self: a prepared publication
 * @count: the number of a count
 *
 * Names a count for people, with the table it stands in.
 *
 * Returns: (transfer full): the label
 */
char *
tvx_publication_dup_label (TvxPublication *self,
                           guint           count)
{
  g_autofree char *label = NULL;
  TvxCountTable *table;

  g_return_val_if_fail (self != NULL && self->prepared, NULL);
  g_return_val_if_fail (count < self->n_counts, NULL);

  table = table_of (self, self->counts[count].table);
  label = tvx_count_table_dup_label (table, self->counts[count].cell);
  return g_strdup_printf (_("%s in “%s”"), label, tvx_count_table_get_name (table));
}

/* Finds a cell that a count stands in, in the preferred table if it is there. */
void
tvx_publication_find_cell (TvxPublication *self,
                           guint           count,
                           guint           preferred,
                           guint          *table,
                           guint          *cell)
{
  tvx_publication_get_place (self, count, table, cell);
  for (guint i = 0; i < tvx_count_table_get_n_cells (table_of (self, preferred)); i++)
    if (self->count_at[preferred][i] == count)
      {
        *table = preferred;
        *cell = i;
        return;
      }
}
