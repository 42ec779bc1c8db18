/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-solver-private.h"

/* This header defines constants that are not static, so no second file can include it. */
#include <interfaces/highs_c_api.h>

/* A value of an option of HiGHS that its header has no name for. */
#define DEVEX 1

struct _TvxSolver
{
  void     *highs;
  HighsInt  n_columns;
  double   *costs;      /* of each column; HiGHS learns of them when it runs, since all at once is faster than one by one */
  gboolean  costs_set; /* whether it has */
  guint64   n_iterations;
};

static void
append_member (const TvxSolverModel *model,
               guint                 column,
               double                sign,
               GArray               *columns,
               GArray               *factors)
{
  HighsInt n_sides = model->paired ? 2 : 1;

  for (HighsInt side = 0; side < n_sides; side++)
    {
      HighsInt index = n_sides * column + side;
      double factor = side == 0 ? sign : -sign;

      g_array_append_val (columns, index);
      g_array_append_val (factors, factor);
    }
}

/* One row for each basic relation that has a column in it. */
static void
load (TvxSolver            *self,
      TvxPublication       *publication,
      const TvxSolverModel *model)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (HighsInt));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (HighsInt));
  g_autoptr (GArray) factors = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint r = 0; r < publication->n_basic; r++)
    {
      HighsInt start = columns->len;
      double sum = 0;

      for (guint k = publication->relation_start[r]; k < publication->relation_start[r + 1]; k++)
        {
          guint count = publication->relation_members[k];
          double sign = k == publication->relation_start[r] ? 1 : -1;

          if (model->column_of[count] != TVX_NO_COLUMN)
            append_member (model, model->column_of[count], sign, columns, factors);
          else if (model->constants != NULL)
            sum -= sign * model->constants[count];
        }
      if ((HighsInt) columns->len == start)
        continue;
      g_array_append_val (starts, start);
      g_array_append_val (sums, sum);
    }

  Highs_passLp (self->highs, self->n_columns, starts->len, columns->len, kHighsMatrixFormatRowwise, kHighsObjSenseMinimize, 0,
                model->costs, model->lower, model->upper, (double *) (gpointer) sums->data,
                (double *) (gpointer) sums->data, (HighsInt *) (gpointer) starts->data,
                (HighsInt *) (gpointer) columns->data, (double *) (gpointer) factors->data);
}

/* One thread and a fixed seed: the same tables always get the same answer. */
TvxSolver *
tvx_solver_new (TvxPublication       *publication,
                const TvxSolverModel *model)
{
  TvxSolver *self = g_new0 (TvxSolver, 1);

  self->n_columns = model->n_columns * (model->paired ? 2 : 1);
  self->costs = g_memdup2 (model->costs, self->n_columns * sizeof (double));
  self->costs_set = TRUE;
  self->highs = Highs_create ();
  Highs_setBoolOptionValue (self->highs, "output_flag", 0);
  Highs_setIntOptionValue (self->highs, "threads", 1);
  Highs_setIntOptionValue (self->highs, "random_seed", 0);
  Highs_setStringOptionValue (self->highs, "parallel", "off");
  Highs_setStringOptionValue (self->highs, "solver", "simplex");
  Highs_setStringOptionValue (self->highs, "presolve", "off");
  Highs_setIntOptionValue (self->highs, "simplex_scale_strategy", 0);
  /* For so many small problems the better weights of steepest edge, the default, cost more than they save. */
  Highs_setIntOptionValue (self->highs, "simplex_dual_edge_weight_strategy", DEVEX);
  load (self, publication, model);
  return self;
}

void
tvx_solver_free (TvxSolver *self)
{
  Highs_destroy (self->highs);
  g_free (self->costs);
  g_free (self);
}

void
tvx_solver_set_cost (TvxSolver *self,
                     guint      column,
                     double     cost)
{
  self->costs[column] = cost;
  self->costs_set = FALSE;
}

void
tvx_solver_set_bounds (TvxSolver *self,
                       guint      column,
                       double     lower,
                       double     upper)
{
  Highs_changeColBounds (self->highs, column, lower, upper);
}

/* Lets the next answer be looked for from where nothing changes, not from the last one. */
void
tvx_solver_start_anew (TvxSolver *self)
{
  Highs_setLogicalBasis (self->highs);
}

/* Fills in a value for each column, unless there is no answer. */
gboolean
tvx_solver_run (TvxSolver *self,
                double    *values)
{
  HighsInt n_iterations = 0;

  if (!self->costs_set)
    Highs_changeColsCostByRange (self->highs, 0, self->n_columns - 1, self->costs);
  self->costs_set = TRUE;
  Highs_run (self->highs);
  Highs_getIntInfoValue (self->highs, "simplex_iteration_count", &n_iterations);
  self->n_iterations += MAX (n_iterations, 0);
  if (Highs_getModelStatus (self->highs) != kHighsModelStatusOptimal)
    return FALSE;
  Highs_getSolution (self->highs, values, NULL, NULL, NULL);
  return TRUE;
}

/* How many iterations all answers have taken together. */
guint64
tvx_solver_get_n_iterations (TvxSolver *self)
{
  return self->n_iterations;
}
