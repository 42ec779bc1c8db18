/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-round.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "statistics/tvx-flow-private.h"
#include "statistics/tvx-solver-private.h"
#include "statistics/tvx-statistics-error.h"

#define FRACTION 1e-6

/* How many answers of the solver are asked for to get from fractions to whole numbers. */
#define MAX_SEARCH 2000

/* The number that each count is rounded to, in units of the base. */
typedef struct
{
  TvxPublication *publication;
  GCancellable   *cancellable;
  TvxSolver      *solver;
  double *lower, *upper, *values;
  guint           n_left;
} Rounding;

static void
rounding_clear (Rounding *self)
{
  g_clear_pointer (&self->solver, tvx_solver_free);
  g_free (self->lower);
  g_free (self->upper);
  g_free (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rounding, rounding_clear)

/* Each count may go to the multiple below or above it, rather to the nearest; multiples, and with them zeros, stay. */
static void
load (Rounding *self)
{
  guint n_counts = self->publication->n_counts;
  g_autofree guint *column_of = g_new (guint, n_counts);
  g_autofree double *costs = g_new (double, n_counts);
  TvxSolverModel model = { .column_of = column_of, .n_columns = n_counts, .costs = costs };

  model.lower = self->lower = g_new (double, n_counts);
  model.upper = self->upper = g_new (double, n_counts);
  self->values = g_new (double, n_counts);
  for (guint i = 0; i < n_counts; i++)
    {
      const TvxCount *count = &self->publication->counts[i];

      column_of[i] = i;
      costs[i] = TVX_ROUND_BASE - 2 * (count->value % TVX_ROUND_BASE);
      self->lower[i] = count->value / TVX_ROUND_BASE;
      self->upper[i] = self->lower[i] + (count->value % TVX_ROUND_BASE != 0);
      if (count->rounded_earlier)
        self->lower[i] = self->upper[i] = (double) count->number_earlier / TVX_ROUND_BASE;
    }
  self->solver = tvx_solver_new (self->publication, &model);
}

static gboolean
find_fraction (Rounding *self,
               guint    *count)
{
  for (guint i = 0; i < self->publication->n_counts; i++)
    if (fabs (self->values[i] - round (self->values[i])) > FRACTION)
      {
        *count = i;
        return TRUE;
      }
  return FALSE;
}

/* Rules out one fraction after the other, and goes back where that leads nowhere. */
static gboolean
search (Rounding *self)
{
  double lower, upper;
  gboolean up_first;
  guint count;

  if (self->n_left == 0 || g_cancellable_is_cancelled (self->cancellable))
    return FALSE;
  self->n_left--;
  if (!tvx_solver_run (self->solver, self->values))
    return FALSE;
  if (!find_fraction (self, &count))
    return TRUE;

  lower = self->lower[count];
  upper = self->upper[count];
  up_first = self->values[count] - lower > 0.5;
  for (guint side = 0; side < 2; side++)
    {
      double at = (side == 0) == up_first ? upper : lower;
      gboolean found;

      tvx_solver_set_bounds (self->solver, count, at, at);
      self->lower[count] = self->upper[count] = at;
      found = search (self);
      self->lower[count] = lower;
      self->upper[count] = upper;
      tvx_solver_set_bounds (self->solver, count, lower, upper);
      if (found)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_value (TvxProtection *protection,
           guint          count,
           gint64         value)
{
  for (guint i = 0; i < tvx_protection_get_n_witnesses (protection); i++)
    {
      const TvxWitness *witness = tvx_protection_get_witness (protection, i);

      for (guint k = 0; k < witness->n_shifts; k++)
        if (witness->shifts[k].count == count &&
            tvx_protection_get_publication (protection)->counts[count].value + witness->shifts[k].by == value)
          return TRUE;
    }
  return FALSE;
}

/* Looks for another table that would have been rounded to the same numbers, with the count at a given value. */
static gboolean
prove (TvxProtection *protection,
       TvxFlow       *flow,
       guint          count,
       TvxRangeEnd    end,
       gint64         value)
{
  gint64 by = value - tvx_protection_get_publication (protection)->counts[count].value;
  g_autoptr (GArray) step = NULL;

  if (by == 0 || has_value (protection, count, value))
    return TRUE;
  step = tvx_flow_find (flow, count, by, 0);
  if (step == NULL)
    return FALSE;
  tvx_protection_add_witness (protection, tvx_witness_new (count, end, (const TvxShift *) (gpointer) step->data, step->len));
  return TRUE;
}

/* How far from the truth a reader must reckon with, who knows how numbers are rounded. */
static TvxFlow *
make_flow (TvxProtection *protection)
{
  TvxPublication *publication = tvx_protection_get_publication (protection);
  g_autofree double *down = g_new (double, publication->n_counts);
  g_autofree double *up = g_new (double, publication->n_counts);
  TvxFlow *flow;

  for (guint i = 0; i < publication->n_counts; i++)
    {
      const TvxCount *count = &publication->counts[i];
      gint64 rounded = tvx_protection_get_rounded (protection, i);

      down[i] = count->value - MAX (count->floor, rounded - (TVX_ROUND_BASE - 1));
      up[i] = count->published ? rounded + (TVX_ROUND_BASE - 1) - count->value : INFINITY;
      if (!count->published)
        down[i] = count->value - count->floor;
    }
  flow = tvx_flow_new_within (publication, down, up);
  for (guint i = 0; i < publication->n_counts; i++)
    tvx_flow_set_cost (flow, i, 1);
  return flow;
}

/* Both ends of the range where that is possible, and else any other value at all. */
static gboolean
prove_all (TvxProtection  *protection,
           GCancellable   *cancellable,
           GError        **error)
{
  TvxPublication *publication = tvx_protection_get_publication (protection);
  g_autoptr (TvxFlow) flow = make_flow (protection);

  for (guint i = 0; i < publication->n_counts; i++)
    {
      const TvxCount *count = &publication->counts[i];
      gboolean other;

      if (!count->sensitive)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      other = prove (protection, flow, i, TVX_RANGE_LOW, count->low) && count->low != count->value;
      other |= prove (protection, flow, i, TVX_RANGE_HIGH, count->high) && count->high != count->value;
      if (!other && !prove (protection, flow, i, TVX_RANGE_LOW, count->value - 1) && !prove (protection, flow, i, TVX_RANGE_HIGH, count->value + 1))
        {
          g_autofree char *label = tvx_publication_dup_label (publication, i);

          g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_UNPROTECTABLE,
                       _("%s is small and could be worked out although all numbers are rounded; merge categories"), label);
          return FALSE;
        }
    }
  return TRUE;
}

/* The truth beside a number near it would tell more than either. */
static gboolean
check_earlier (TvxPublication  *publication,
               GError         **error)
{
  for (guint i = 0; i < publication->n_counts; i++)
    if (publication->counts[i].report != NULL && !publication->counts[i].rounded_earlier)
      {
        g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED,
                     _("The report “%s” has exact numbers of the same people; they cannot be rounded any more"),
                     publication->counts[i].report);
        return FALSE;
      }
  return TRUE;
}

/**
 * tvx_round:
 * @publication: what is to be published
 * @cancellable: (nullable): to stop it
 * @error: return location for an error in %TVX_STATISTICS_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Rounds all numbers to multiples of %TVX_ROUND_BASE so that their sums hold, instead of hiding some.
 *
 * Every number is less than the base away from the truth, and 0 stays 0. What is
 * promised is less than [func@protect] promises: no small count can be worked out,
 * that is, readers must reckon with at least two values of it; but they may be able
 * to narrow it, and those who know counts of their own are not reckoned with. See
 * [func@round_get_summary].
 *
 * Returns: (transfer full) (nullable): a certified protection that hides nothing, or %NULL
 */
TvxProtection *
tvx_round (TvxPublication  *publication,
           GCancellable    *cancellable,
           GError         **error)
{
  g_auto (Rounding) rounding = { .publication = publication, .cancellable = cancellable, .n_left = MAX_SEARCH };
  g_autoptr (TvxProtection) protection = NULL;

  g_return_val_if_fail (publication != NULL, NULL);

  if (!tvx_publication_prepare (publication, error) || !check_earlier (publication, error))
    return NULL;
  load (&rounding);
  if (!search (&rounding))
    {
      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_UNPROTECTABLE,
                     _("The numbers cannot be rounded to multiples of %d near them so that the sums hold"), TVX_ROUND_BASE);
      return NULL;
    }
  protection = tvx_protection_new (publication);
  for (guint i = 0; i < publication->n_counts; i++)
    tvx_protection_set_rounded (protection, i, TVX_ROUND_BASE * llround (rounding.values[i]));
  if (!prove_all (protection, cancellable, error) || !tvx_protection_certify (protection, error))
    return NULL;
  return g_steal_pointer (&protection);
}

/**
 * tvx_round_get_summary:
 * @protection: what [func@round] returned
 * @summary: (out caller-allocates): return location for the summary
 *
 * Sums up how far numbers are from the truth, and what readers may be able to conclude.
 */
void
tvx_round_get_summary (TvxProtection   *protection,
                       TvxRoundSummary *summary)
{
  TvxPublication *publication;

  g_return_if_fail (protection != NULL && tvx_protection_get_rounding (protection) > 0);
  g_return_if_fail (summary != NULL);

  publication = tvx_protection_get_publication (protection);
  *summary = (TvxRoundSummary) { 0 };
  for (guint i = 0; i < publication->n_counts; i++)
    {
      const TvxCount *count = &publication->counts[i];
      gint64 difference = ABS (tvx_protection_get_rounded (protection, i) - count->value);

      if (!count->published)
        continue;
      summary->n_cells++;
      summary->n_changed += difference > 0;
      summary->greatest = MAX (summary->greatest, difference);
      summary->mean += difference;
      summary->n_small += count->sensitive;
      summary->n_narrow += count->sensitive && ((count->low != count->value && !has_value (protection, i, count->low)) ||
                                                (count->high != count->value && !has_value (protection, i, count->high)));
    }
  if (summary->n_cells > 0)
    summary->mean /= summary->n_cells;
}
