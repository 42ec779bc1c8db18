/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fewest cells that must be hidden beside the small ones, whoever chooses them: a bound that no protector can get below,
 * to measure ours by. A problem of whole numbers chooses cells; for each end of each small count a linear one says how far
 * it can go inside them, and where that is not far enough, its prices tell of which cells at least some must be added. Only
 * for small tables with nobody inside and nothing published before. */

#include "optimum.h"

#include <glpk.h>
#include <math.h>

#include "statistics/tvx-publication-private.h"

#define TINY 1e-7

/* More than any count of the tables that are measured. */
#define FAR 1000.0

typedef struct
{
  TvxPublication *publication;
  glp_prob *choice, *reach;
  double *hidden, *prices;
  glp_smcp        linear;
} Optimum;

/* Columns from 0 to 1 for each count. */
static glp_prob *
problem_new (guint n_columns)
{
  glp_prob *problem = glp_create_prob ();

  glp_term_out (GLP_OFF);
  glp_add_cols (problem, n_columns);
  for (guint i = 0; i < n_columns; i++)
    glp_set_col_bnds (problem, i + 1, GLP_DB, 0, 1);
  return problem;
}

/* GLPK begins to count at 1, so the first of each array is not used. */
static void
add_row (glp_prob     *problem,
         double        least,
         gboolean      exactly,
         guint         n,
         const int    *columns,
         const double *factors)
{
  int row = glp_add_rows (problem, 1);

  glp_set_row_bnds (problem, row, exactly ? GLP_FX : GLP_LO, least, 0);
  glp_set_mat_row (problem, row, n, columns, factors);
}

static void
add_relations (glp_prob             *problem,
               const TvxPublication *publication)
{
  for (guint r = 0; r < publication->n_basic; r++)
    {
      guint n = publication->relation_start[r + 1] - publication->relation_start[r];
      g_autofree int *columns = g_new (int, n + 1);
      g_autofree double *factors = g_new (double, n + 1);

      for (guint k = 0; k < n; k++)
        {
          columns[k + 1] = publication->relation_members[publication->relation_start[r] + k] + 1;
          factors[k + 1] = k == 0 ? -1 : 1;
        }
      add_row (problem, 0, TRUE, n, columns, factors);
    }
}

static void
set_range (glp_prob *problem,
           guint     i,
           double    low,
           double    high)
{
  glp_set_col_bnds (problem, i + 1, low < high ? GLP_DB : GLP_FX, low, high);
}

/* How far count k can go while the others stay inside what is hidden; a part of a cell lets through a part. */
static double
get_reach (Optimum *self,
           guint    k,
           double   sign,
           double   distance)
{
  for (guint i = 0; i < self->publication->n_counts; i++)
    {
      const TvxCount *count = &self->publication->counts[i];
      double down = count->value - count->floor, up = FAR;

      if (self->hidden[i] < 1 - TINY)
        {
          down = MIN (down, distance) * self->hidden[i];
          up = distance * self->hidden[i];
        }
      if (i == k)
        set_range (self->reach, i, sign < 0 ? -distance : 0, sign < 0 ? 0 : distance);
      else
        set_range (self->reach, i, -down, up);
    }
  glp_set_obj_coef (self->reach, k + 1, sign);
  g_assert_cmpint (glp_simplex (self->reach, &self->linear), ==, 0);
  g_assert_cmpint (glp_get_status (self->reach), ==, GLP_OPT);
  for (guint i = 0; i < self->publication->n_counts; i++)
    self->prices[i] = glp_get_col_dual (self->reach, i + 1);
  glp_set_obj_coef (self->reach, k + 1, 0);
  return glp_get_obj_val (self->reach);
}

/* Whatever is hidden, no change gets further than the prices of its cells say. Returns whether the choice breaks that. */
static gboolean
add_cut (Optimum *self,
         guint    k,
         double   distance)
{
  g_autofree int *columns = g_new (int, self->publication->n_counts + 1);
  g_autofree double *factors = g_new (double, self->publication->n_counts + 1);
  double missing = distance, reached = 0;
  guint n = 0;

  for (guint i = 0; i < self->publication->n_counts; i++)
    {
      const TvxCount *count = &self->publication->counts[i];
      double up = i == k ? distance : FAR, down = i == k ? distance : count->value - count->floor;
      double factor = self->prices[i] > 0 ? self->prices[i] * up : -self->prices[i] * down;

      if (fabs (self->prices[i]) < TINY)
        continue;
      if (count->sensitive)
        missing -= factor;
      else
        {
          columns[++n] = i + 1;
          factors[n] = factor;
        }
    }
  for (guint c = 1; c <= n; c++)
    {
      factors[c] = MIN (factors[c], missing) / missing;
      reached += factors[c] * self->hidden[columns[c] - 1];
    }
  if (missing < TINY || reached > 1 - 1e-4)
    return FALSE;
  add_row (self->choice, 1, FALSE, n, columns, factors);
  return TRUE;
}

static guint
add_cuts (Optimum *self)
{
  guint n_cuts = 0;

  for (guint k = 0; k < self->publication->n_counts; k++)
    {
      const TvxCount *count = &self->publication->counts[k];
      double down = count->value - count->low, up = count->high - count->value;

      if (!count->sensitive)
        continue;
      if (down > 0 && get_reach (self, k, -1, down) < down - TINY)
        n_cuts += add_cut (self, k, down);
      if (up > 0 && get_reach (self, k, 1, up) < up - TINY)
        n_cuts += add_cut (self, k, up);
    }
  return n_cuts;
}

static void
choose (Optimum  *self,
        gboolean  whole)
{
  g_assert_cmpint (glp_simplex (self->choice, &self->linear), ==, 0);
  g_assert_cmpint (glp_get_status (self->choice), ==, GLP_OPT);
  if (whole)
    {
      glp_iocp options;

      glp_init_iocp (&options);
      options.msg_lev = GLP_MSG_OFF;
      g_assert_cmpint (glp_intopt (self->choice, &options), ==, 0);
    }
  for (guint i = 0; i < self->publication->n_counts; i++)
    self->hidden[i] = self->publication->counts[i].sensitive ? 1
                      : whole                                ? glp_mip_col_val (self->choice, i + 1)
                                                             : glp_get_col_prim (self->choice, i + 1);
}

/* Parts of cells first, which is quick and a bound, too; then whole ones, if wanted. */
guint
optimum_find (TvxPublication *publication,
              gboolean        whole)
{
  guint n = publication->n_counts;
  Optimum self = { .publication = publication, .choice = problem_new (n), .reach = problem_new (n) };
  double least;

  glp_init_smcp (&self.linear);
  self.linear.msg_lev = GLP_MSG_OFF;
  self.hidden = g_new0 (double, n);
  self.prices = g_new0 (double, n);
  add_relations (self.reach, publication);
  glp_set_obj_dir (self.reach, GLP_MAX);
  for (guint i = 0; i < n; i++)
    {
      if (publication->counts[i].fixed)
        set_range (self.choice, i, 0, 0);
      glp_set_obj_coef (self.choice, i + 1, publication->counts[i].sensitive ? 0 : 1);
    }

  do
    choose (&self, FALSE);
  while (add_cuts (&self) > 0);
  least = glp_get_obj_val (self.choice);
  if (whole)
    {
      for (guint i = 0; i < n; i++)
        glp_set_col_kind (self.choice, i + 1, GLP_IV);
      do
        choose (&self, TRUE);
      while (add_cuts (&self) > 0);
      least = glp_mip_obj_val (self.choice);
    }

  glp_delete_prob (self.choice);
  glp_delete_prob (self.reach);
  g_free (self.hidden);
  g_free (self.prices);
  return ceil (least - TINY);
}
