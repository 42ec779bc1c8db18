/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-audit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "statistics/tvx-publication-private.h"
#include "statistics/tvx-solver-private.h"
#include "statistics/tvx-statistics-error.h"

/* No count comes near this, so where the solver gets here there is no limit. */
#define NO_LIMIT 1e10
#define TOLERANCE 1e-6

/* The least that the rules of the tables let a reader take a hidden count for. */
static double *
find_least (TvxPublication *publication)
{
  double *least = g_new0 (double, publication->n_counts);

  for (guint t = 0; t < publication->tables->len; t++)
    {
      TvxCountTable *table = tvx_publication_get_table (publication, t);

      for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
        if (tvx_count_table_get_zeros (table) == TVX_ZEROS_SHOWN && tvx_count_table_is_published (table, cell))
          least[publication->count_at[t][cell]] = 1;
    }
  return least;
}

/* Sums without a hidden part are not in the solver's model. */
static gboolean
shown_agree (TvxPublication *publication,
             const gint64   *shown)
{
  for (guint r = 0; r < publication->n_basic; r++)
    {
      gint64 rest = 0;
      gboolean hidden = FALSE;

      for (guint k = publication->relation_start[r]; k < publication->relation_start[r + 1]; k++)
        {
          gint64 value = shown[publication->relation_members[k]];

          hidden |= value == TVX_AUDIT_HIDDEN;
          rest += k == publication->relation_start[r] ? value : -value;
        }
      if (!hidden && rest != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_end (TvxSolver *solver,
          guint      column,
          int        direction,
          double    *values,
          double    *end)
{
  gboolean found;

  tvx_solver_set_cost (solver, column, direction);
  found = tvx_solver_run (solver, values);
  if (!found)
    {
      /* What has no limit can lead the solver astray on its way from the last answer. */
      tvx_solver_start_anew (solver);
      found = tvx_solver_run (solver, values);
    }
  tvx_solver_set_cost (solver, column, 0);
  *end = values[column];
  return found;
}

/**
 * tvx_audit:
 * @publication: a prepared publication, of whose tables only the shape and the rule about zeros count
 * @shown: (array): for each count the number that is published, or %TVX_AUDIT_HIDDEN
 * @ranges: (out caller-allocates) (array): return location for what can be worked out about each count
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Works out what a reader can who knows the published numbers, all sums, and the rule about zeros.
 *
 * Returns: %FALSE when the published numbers contradict each other
 */
gboolean
tvx_audit (TvxPublication  *publication,
           const gint64    *shown,
           TvxRange        *ranges,
           GError         **error)
{
  guint n_counts = publication->n_counts;
  g_autofree guint *column_of = g_new (guint, n_counts);
  g_autofree double *constants = g_new0 (double, n_counts);
  g_autofree double *costs = g_new0 (double, n_counts);
  g_autofree double *lower = g_new0 (double, n_counts);
  g_autofree double *upper = g_new0 (double, n_counts);
  g_autofree double *values = g_new0 (double, n_counts);
  g_autofree double *least = find_least (publication);
  g_autoptr (TvxSolver) solver = NULL;
  TvxSolverModel model = { .column_of = column_of, .costs = costs, .lower = lower, .upper = upper, .constants = constants };
  gboolean agree;

  g_return_val_if_fail (publication->prepared, FALSE);

  for (guint i = 0; i < n_counts; i++)
    if (shown[i] == TVX_AUDIT_HIDDEN)
      {
        lower[model.n_columns] = least[i];
        upper[model.n_columns] = NO_LIMIT;
        column_of[i] = model.n_columns++;
      }
    else
      {
        column_of[i] = TVX_NO_COLUMN;
        constants[i] = shown[i];
        ranges[i] = (TvxRange) { shown[i], shown[i] };
      }

  agree = shown_agree (publication, shown);
  if (agree && model.n_columns > 0)
    solver = tvx_solver_new (publication, &model);
  for (guint i = 0; agree && i < n_counts; i++)
    {
      double lowest, highest;

      if (column_of[i] == TVX_NO_COLUMN)
        continue;
      agree = find_end (solver, column_of[i], 1, values, &lowest) && find_end (solver, column_of[i], -1, values, &highest);
      if (!agree)
        break;
      ranges[i].lowest = ceil (lowest - TOLERANCE);
      ranges[i].highest = highest > NO_LIMIT / 2 ? G_MAXINT64 : (gint64) floor (highest + TOLERANCE);
    }
  if (!agree)
    g_set_error_literal (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_DISAGREE,
                         _("The published numbers contradict each other: there are no counts that they could be sums of"));
  return agree;
}
