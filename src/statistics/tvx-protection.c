/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-protection.h"

#include "statistics/tvx-publication-private.h"
#include "statistics/tvx-round.h"

struct _TvxProtection
{
  gatomicrefcount  ref_count;
  TvxPublication  *publication;
  gboolean        *hidden;
  gint64          *rounded; /* NULL when numbers are shown as they are */
  GPtrArray       *witnesses;
  guint           *served; /* count → the small count that it is hidden for; NULL until asked for */
};

#define NOBODY G_MAXUINT

/**
 * tvx_protection_new:
 * @publication: a prepared publication
 *
 * Makes a protection that hides nothing and proves nothing.
 *
 * Returns: (transfer full): the protection
 */
TvxProtection *
tvx_protection_new (TvxPublication *publication)
{
  TvxProtection *self;

  g_return_val_if_fail (publication != NULL, NULL);

  self = g_new0 (TvxProtection, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->publication = tvx_publication_ref (publication);
  self->hidden = g_new0 (gboolean, publication->n_counts);
  self->witnesses = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_witness_free);
  return self;
}

TvxProtection *
tvx_protection_ref (TvxProtection *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tvx_protection_unref (TvxProtection *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->witnesses);
  g_free (self->served);
  g_free (self->hidden);
  g_free (self->rounded);
  tvx_publication_unref (self->publication);
  g_free (self);
}

/**
 * tvx_protection_get_publication:
 * @self: a protection
 *
 * Gets the publication that is protected.
 *
 * Returns: (transfer none): the publication
 */
TvxPublication *
tvx_protection_get_publication (TvxProtection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->publication;
}

void
tvx_protection_set_hidden (TvxProtection *self,
                           guint          count,
                           gboolean       hidden)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (count < self->publication->n_counts);

  self->hidden[count] = hidden;
}

/**
 * tvx_protection_set_rounded:
 * @self: a protection
 * @count: the number of a count
 * @number: what it is rounded to
 *
 * Makes the protection one that rounds numbers. All counts that are not set show 0.
 */
void
tvx_protection_set_rounded (TvxProtection *self,
                            guint          count,
                            gint64         number)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (count < self->publication->n_counts);

  if (self->rounded == NULL)
    self->rounded = g_new0 (gint64, self->publication->n_counts);
  self->rounded[count] = number;
}

gint64
tvx_protection_get_rounded (TvxProtection *self,
                            guint          count)
{
  g_return_val_if_fail (self != NULL && self->rounded != NULL, 0);
  g_return_val_if_fail (count < self->publication->n_counts, 0);

  return self->rounded[count];
}

/**
 * tvx_protection_get_rounding:
 * @self: a protection
 *
 * Gets what the numbers are multiples of.
 *
 * Returns: %TVX_ROUND_BASE when [func@round] made it, and 0 when numbers are shown as they are
 */
guint
tvx_protection_get_rounding (TvxProtection *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rounded != NULL ? TVX_ROUND_BASE : 0;
}

TvxCellState
tvx_protection_get_state (TvxProtection *self,
                          guint          count)
{
  const TvxCount *of;

  g_return_val_if_fail (self != NULL, TVX_CELL_UNPUBLISHED);
  g_return_val_if_fail (count < self->publication->n_counts, TVX_CELL_UNPUBLISHED);

  of = &self->publication->counts[count];
  if (!of->published)
    return TVX_CELL_UNPUBLISHED;
  if (!self->hidden[count])
    return TVX_CELL_SHOWN;
  return of->sensitive ? TVX_CELL_SMALL : TVX_CELL_FOLLOW;
}

TvxCellState
tvx_protection_get_state_at (TvxProtection *self,
                             guint          table,
                             guint          cell)
{
  g_return_val_if_fail (self != NULL, TVX_CELL_UNPUBLISHED);

  return tvx_protection_get_state (self, tvx_publication_get_count_at (self->publication, table, cell));
}

/**
 * tvx_protection_get_shown:
 * @self: a protection
 * @table: which table, from 0
 * @cell: the index of a cell in that table
 * @number: (out): return location for the number that readers see
 *
 * Gets what a cell shows.
 *
 * Returns: %FALSE when the cell is hidden or not published; then there is no number
 */
gboolean
tvx_protection_get_shown (TvxProtection *self,
                          guint          table,
                          guint          cell,
                          gint64        *number)
{
  guint count;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (number != NULL, FALSE);

  if (tvx_protection_get_state_at (self, table, cell) != TVX_CELL_SHOWN)
    return FALSE;
  count = tvx_publication_get_count_at (self->publication, table, cell);
  *number = self->rounded != NULL ? self->rounded[count] : self->publication->counts[count].value;
  return TRUE;
}

/**
 * tvx_protection_get_share:
 * @self: a protection
 * @table: which table, from 0
 * @cell: the index of a cell in that table
 * @of: the index of the cell that it is a share of
 * @share: (out): return location for the share, normally from 0 to 1
 *
 * Gets how large a share of another cell a cell is.
 *
 * Returns: %FALSE when either of them does not show a number, or the other one shows 0; then there is no share
 */
gboolean
tvx_protection_get_share (TvxProtection *self,
                          guint          table,
                          guint          cell,
                          guint          of,
                          double        *share)
{
  gint64 part, whole;

  g_return_val_if_fail (share != NULL, FALSE);

  if (!tvx_protection_get_shown (self, table, cell, &part) || !tvx_protection_get_shown (self, table, of, &whole) || whole == 0)
    return FALSE;
  *share = (double) part / whole;
  return TRUE;
}

static gboolean
share_relation (TvxPublication *publication,
                guint           first,
                guint           second)
{
  for (guint k = publication->in_start[first]; k < publication->in_start[first + 1]; k++)
    {
      guint r = publication->in_relations[k];

      for (guint m = publication->relation_start[r]; m < publication->relation_start[r + 1]; m++)
        if (publication->relation_members[m] == second)
          return TRUE;
    }
  return FALSE;
}

/* A hidden count may serve many small ones. The one that is easiest to see is in the same sum, and needs few others. */
static void
find_served (TvxProtection *self)
{
  guint n_counts = self->publication->n_counts;
  g_autofree guint *least = g_new (guint, n_counts);

  self->served = g_new (guint, n_counts);
  for (guint i = 0; i < n_counts; i++)
    self->served[i] = least[i] = NOBODY;
  for (guint i = 0; i < self->witnesses->len; i++)
    {
      const TvxWitness *witness = g_ptr_array_index (self->witnesses, i);

      for (guint k = 0; k < witness->n_shifts; k++)
        {
          guint count = witness->shifts[k].count;
          guint effort = witness->n_shifts + (share_relation (self->publication, count, witness->count) ? 0 : n_counts);

          if (count != witness->count && effort < least[count])
            {
              least[count] = effort;
              self->served[count] = witness->count;
            }
        }
    }
}

/**
 * tvx_protection_get_reason:
 * @self: a certified protection
 * @table: which table, from 0
 * @cell: the index of a cell in that table
 * @reason: (out caller-allocates): return location for the reason
 *
 * Gets why a cell is hidden, for those who know the truth.
 */
void
tvx_protection_get_reason (TvxProtection *self,
                           guint          table,
                           guint          cell,
                           TvxReason     *reason)
{
  TvxPublication *publication;
  const TvxCount *of;
  guint count;

  g_return_if_fail (self != NULL);
  g_return_if_fail (reason != NULL);

  publication = self->publication;
  count = tvx_publication_get_count_at (publication, table, cell);
  of = &publication->counts[count];
  *reason = (TvxReason) { .kind = TVX_REASON_NONE, .number = of->value };
  switch (tvx_protection_get_state (self, count))
    {
    case TVX_CELL_SMALL:
      if (of->value > 0 && of->value < of->threshold)
        reason->kind = TVX_REASON_SMALL;
      else
        reason->kind = of->kept_hidden ? TVX_REASON_EARLIER : TVX_REASON_ZERO;
      break;
    case TVX_CELL_FOLLOW:
      if (self->served == NULL)
        find_served (self);
      reason->kind = self->served[count] == NOBODY ? TVX_REASON_EARLIER : TVX_REASON_FOLLOW;
      break;
    case TVX_CELL_SHOWN:
    case TVX_CELL_UNPUBLISHED:
    default:
      break;
    }
  if (reason->kind == TVX_REASON_EARLIER)
    reason->report = of->report;
  if (reason->kind == TVX_REASON_FOLLOW)
    {
      reason->small = publication->counts[self->served[count]].value;
      tvx_publication_find_cell (publication, self->served[count], table, &reason->table, &reason->cell);
    }
}

/**
 * tvx_protection_add_witness:
 * @self: a protection
 * @witness: (transfer full): a witness
 *
 * Adds a piece of proof, which is believed only when it is certified.
 */
void
tvx_protection_add_witness (TvxProtection *self,
                            TvxWitness    *witness)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (witness != NULL);

  g_ptr_array_add (self->witnesses, witness);
  g_clear_pointer (&self->served, g_free);
}

guint
tvx_protection_get_n_witnesses (TvxProtection *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->witnesses->len;
}

const TvxWitness *
tvx_protection_get_witness (TvxProtection *self,
                            guint          witness)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (witness < self->witnesses->len, NULL);

  return g_ptr_array_index (self->witnesses, witness);
}

static void
add_to_summary (TvxProtection        *self,
                guint                 count,
                TvxProtectionSummary *summary)
{
  TvxCellState state = tvx_protection_get_state (self, count);

  summary->n_cells += state != TVX_CELL_UNPUBLISHED;
  summary->n_small += state == TVX_CELL_SMALL;
  summary->n_follow += state == TVX_CELL_FOLLOW;
  if (state == TVX_CELL_FOLLOW)
    summary->follow_sum += self->publication->counts[count].value;
}

/**
 * tvx_protection_get_summary:
 * @self: a protection
 * @summary: (out caller-allocates): return location for the summary
 *
 * Sums up how much is hidden, with a count that stands in several cells counted once.
 */
void
tvx_protection_get_summary (TvxProtection        *self,
                            TvxProtectionSummary *summary)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (summary != NULL);

  *summary = (TvxProtectionSummary) { 0 };
  for (guint i = 0; i < self->publication->n_counts; i++)
    add_to_summary (self, i, summary);
}

/**
 * tvx_protection_get_summary_of:
 * @self: a protection
 * @table: which table, from 0
 * @summary: (out caller-allocates): return location for the summary
 *
 * Sums up how much is hidden in the cells of one table.
 */
void
tvx_protection_get_summary_of (TvxProtection        *self,
                               guint                 table,
                               TvxProtectionSummary *summary)
{
  TvxCountTable *of;

  g_return_if_fail (self != NULL);
  g_return_if_fail (summary != NULL);

  of = tvx_publication_get_table (self->publication, table);
  *summary = (TvxProtectionSummary) { 0 };
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (of); cell++)
    if (tvx_count_table_is_published (of, cell))
      add_to_summary (self, tvx_publication_get_count_at (self->publication, table, cell), summary);
}

/**
 * tvx_protection_hides_much:
 * @self: a protection
 *
 * Tells whether so much is hidden that a smaller table, or rounding, would tell readers more.
 *
 * Returns: whether it is more than %TVX_PROTECTION_MUCH_HIDDEN
 */
gboolean
tvx_protection_hides_much (TvxProtection *self)
{
  TvxProtectionSummary summary;

  tvx_protection_get_summary (self, &summary);
  return summary.n_small + summary.n_follow > TVX_PROTECTION_MUCH_HIDDEN * summary.n_cells;
}

/* Which counts stand in the first tables. */
static gboolean *
list_told (TvxProtection *self,
           guint          n_tables)
{
  TvxPublication *publication = self->publication;
  gboolean *told = g_new0 (gboolean, publication->n_counts);

  for (guint t = 0; t < n_tables; t++)
    {
      TvxCountTable *table = tvx_publication_get_table (publication, t);

      for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
        if (tvx_count_table_is_published (table, cell))
          told[publication->count_at[t][cell]] = TRUE;
    }
  return told;
}

/* Of a count that no table tells, readers know the rules of the reports that have it, and not those of now. */
static void
record_rule (TvxProtection *self,
             guint          count,
             gboolean       is_told,
             TvxLedger     *ledger,
             const char    *key)
{
  TvxPublication *publication = self->publication;
  const TvxCount *of = &publication->counts[count];
  gboolean is_small = tvx_protection_get_state (self, count) == TVX_CELL_SMALL;
  const TvxLedgerEntry *earlier = publication->ledger != NULL ? tvx_ledger_lookup (publication->ledger, key) : NULL;
  g_auto (GStrv) insiders = is_small ? tvx_publication_dup_insiders (publication) : NULL;

  if (earlier != NULL)
    tvx_ledger_add_rule (ledger, key, earlier->threshold, earlier->never_zero, (const char *const *) earlier->insiders);
  if (is_told)
    tvx_ledger_add_rule (ledger, key, is_small ? of->threshold : 0, of->floor > 0, (const char *const *) insiders);
}

/**
 * tvx_protection_record:
 * @self: a certified protection that is being published
 * @n_tables: how many of its tables readers get to see, the first ones
 * @ledger: the ledger of the register
 * @date: the day, as `2018-06-30`
 * @report: what messages call the report
 *
 * Enters into the ledger what is shown and hidden, so that later reports keep to it. Of the other tables, it goes on with
 * what the ledger has already.
 */
void
tvx_protection_record (TvxProtection *self,
                       guint          n_tables,
                       TvxLedger     *ledger,
                       const char    *date,
                       const char    *report)
{
  g_autofree gboolean *told = NULL;

  g_return_if_fail (self != NULL && n_tables <= self->publication->tables->len);
  g_return_if_fail (ledger != NULL);

  told = list_told (self, n_tables);
  for (guint i = 0; i < self->publication->n_counts; i++)
    {
      TvxCellState state = tvx_protection_get_state (self, i);
      g_autofree char *key = NULL;
      gint64 number = 0;
      guint table, cell;

      if (state == TVX_CELL_UNPUBLISHED || (!told[i] && self->publication->counts[i].report == NULL))
        continue;
      tvx_publication_get_place (self->publication, i, &table, &cell);
      key = tvx_count_table_dup_key (tvx_publication_get_table (self->publication, table), cell);
      tvx_protection_get_shown (self, table, cell, &number);
      tvx_ledger_add (ledger, key,
                      self->rounded != NULL     ? TVX_RELEASE_ROUNDED
                      : state == TVX_CELL_SHOWN ? TVX_RELEASE_SHOWN
                      : state == TVX_CELL_SMALL ? TVX_RELEASE_SMALL
                                                : TVX_RELEASE_FOLLOW,
                      number, date, report);
      if (self->rounded == NULL && state != TVX_CELL_SHOWN)
        record_rule (self, i, told[i], ledger, key);
    }
}
