/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-publication-private.h"

G_BEGIN_DECLS

/* Column of a count that the model leaves out. */
#define TVX_NO_COLUMN G_MAXUINT

/* The columns of a model over the basic relations of a publication. */
typedef struct
{
  const guint  *column_of; /* count → column, or TVX_NO_COLUMN */
  guint         n_columns;
  gboolean      paired; /* two columns for each: up, and down */
  const double *costs, *lower, *upper;
  const double *constants; /* count → what it adds when it has no column; NULL for nothing */
} TvxSolverModel;

/* The one place that knows which solver it is. */
typedef struct _TvxSolver TvxSolver;

TvxSolver *tvx_solver_new              (TvxPublication       *publication,
                                        const TvxSolverModel *model);
void       tvx_solver_free             (TvxSolver *self);
void       tvx_solver_set_cost         (TvxSolver *self,
                                        guint      column,
                                        double     cost);
void       tvx_solver_set_bounds       (TvxSolver *self,
                                        guint      column,
                                        double     lower,
                                        double     upper);
void       tvx_solver_start_anew       (TvxSolver *self);
gboolean   tvx_solver_run              (TvxSolver *self,
                                        double    *values);
guint64    tvx_solver_get_n_iterations (TvxSolver *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxSolver, tvx_solver_free)

G_END_DECLS
