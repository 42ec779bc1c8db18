/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-flow-private.h"

#include <math.h>

#include "statistics/tvx-solver-private.h"

#define FRACTION 1e-6

/* How many answers of the solver are asked for to get from fractions to whole numbers. */
#define MAX_SEARCH 200

/* Of how much a count may go up and down. */
typedef struct
{
  double up_low, up_high, down_low, down_high;
} Bounds;

struct _TvxFlow
{
  TvxPublication *publication;
  TvxSolver      *solver;

  guint           n_columns;   /* pairs of columns: count up, count down */
  guint          *column_of;  /* count → its pair, or TVX_NO_COLUMN when it is fixed */
  Bounds         *bounds;    /* count → what the solver has */
  double *down, *up; /* count → how far it may go; down never below what readers know to be impossible */
  double         *costs;     /* count → what it costs to touch it */
  gboolean       *open;

  double         *price;  /* count → what the solver pays for each unit of change */
  double         *steps;  /* scratch: count → change */
  double         *values; /* scratch: what the solver says */
};

static void
load_model (TvxFlow *self)
{
  g_autofree double *costs = g_new0 (double, 2 * self->n_columns + 1);
  g_autofree double *lower = g_new0 (double, 2 * self->n_columns + 1);
  g_autofree double *upper = g_new0 (double, 2 * self->n_columns + 1);
  TvxSolverModel model = { .column_of = self->column_of, .n_columns = self->n_columns, .paired = TRUE,
                           .costs = costs,
                           .lower = lower,
                           .upper = upper };

  for (guint i = 0; i < self->publication->n_counts; i++)
    if (self->column_of[i] != TVX_NO_COLUMN)
      {
        upper[2 * self->column_of[i]] = self->up[i];
        upper[2 * self->column_of[i] + 1] = self->down[i];
      }
  self->solver = tvx_solver_new (self->publication, &model);
}

static void
set_bounds (TvxFlow *self,
            guint    count,
            Bounds   bounds)
{
  guint column = self->column_of[count];

  if (column == TVX_NO_COLUMN)
    return;
  self->bounds[count] = bounds;
  tvx_solver_set_bounds (self->solver, 2 * column, bounds.up_low, bounds.up_high);
  tvx_solver_set_bounds (self->solver, 2 * column + 1, bounds.down_low, bounds.down_high);
}

static void
reset_bounds (TvxFlow *self,
              guint    count)
{
  Bounds bounds = { 0 };

  if (self->open[count])
    {
      bounds.up_high = self->up[count];
      bounds.down_high = self->down[count];
    }
  set_bounds (self, count, bounds);
}

static void
set_price (TvxFlow *self,
           guint    count,
           double   price)
{
  guint column = self->column_of[count];

  if (column == TVX_NO_COLUMN || self->price[count] == price)
    return;
  self->price[count] = price;
  tvx_solver_set_cost (self->solver, 2 * column, price);
  tvx_solver_set_cost (self->solver, 2 * column + 1, price);
}

static gboolean
solve (TvxFlow *self)
{
  if (!tvx_solver_run (self->solver, self->values))
    return FALSE;
  for (guint i = 0; i < self->publication->n_counts; i++)
    {
      guint column = self->column_of[i];

      self->steps[i] = column == TVX_NO_COLUMN ? 0 : self->values[2 * column] - self->values[2 * column + 1];
    }
  return TRUE;
}

static GArray *
round_steps (TvxFlow *self)
{
  g_autoptr (GArray) step = g_array_new (FALSE, FALSE, sizeof (TvxShift));

  for (guint i = 0; i < self->publication->n_counts; i++)
    {
      TvxShift shift = { .count = i, .by = llround (self->steps[i]) };

      if (fabs (self->steps[i] - shift.by) > FRACTION)
        return NULL;
      if (shift.by != 0)
        g_array_append_val (step, shift);
    }
  return tvx_flow_is_legal_step (self->publication, step) ? g_steal_pointer (&step) : NULL;
}

static gboolean
find_fraction (TvxFlow *self,
               guint   *count)
{
  for (guint i = 0; i < self->publication->n_counts; i++)
    if (fabs (self->steps[i] - round (self->steps[i])) > FRACTION)
      {
        *count = i;
        return TRUE;
      }
  return FALSE;
}

/* Confines the change of a count to at least or at most a whole number. */
static void
confine (TvxFlow  *self,
         guint     count,
         gint64    limit,
         gboolean  at_least)
{
  Bounds bounds = self->bounds[count];

  if (at_least)
    {
      bounds.up_low = MAX (bounds.up_low, limit);
      bounds.down_high = limit > 0 ? 0 : MIN (bounds.down_high, -limit);
    }
  else
    {
      bounds.down_low = MAX (bounds.down_low, -limit);
      bounds.up_high = limit < 0 ? 0 : MIN (bounds.up_high, limit);
    }
  set_bounds (self, count, bounds);
}

/* Rules out one fraction after the other, nearest whole number first, and goes back where that leads nowhere. */
static GArray *
search_whole (TvxFlow *self,
              guint   *n_left)
{
  double fraction;
  gboolean up_first;
  guint count;

  if (!find_fraction (self, &count))
    return round_steps (self);

  fraction = self->steps[count];
  up_first = fraction - floor (fraction) > 0.5;
  for (guint side = 0; side < 2 && *n_left > 0; side++)
    {
      gboolean at_least = (side == 0) == up_first;
      Bounds before = self->bounds[count];
      GArray *step = NULL;

      (*n_left)--;
      confine (self, count, at_least ? ceil (fraction) : floor (fraction), at_least);
      if (solve (self))
        step = search_whole (self, n_left);
      set_bounds (self, count, before);
      if (step != NULL)
        return step;
    }
  return NULL;
}

static double
get_total_cost (TvxFlow *self,
                GArray  *step)
{
  double total = 0;

  for (guint i = 0; i < step->len; i++)
    {
      double cost = self->costs[g_array_index (step, TvxShift, i).count];

      total += cost < TVX_FLOW_FREE ? 0 : cost;
    }
  return total;
}

/* A flow that lets counts go down and up only so far. */
TvxFlow *
tvx_flow_new_within (TvxPublication *publication,
                     const double   *down,
                     const double   *up)
{
  TvxFlow *self = g_new0 (TvxFlow, 1);

  self->publication = tvx_publication_ref (publication);
  self->column_of = g_new (guint, publication->n_counts);
  self->costs = g_new0 (double, publication->n_counts);
  self->price = g_new0 (double, publication->n_counts);
  self->steps = g_new0 (double, publication->n_counts);
  self->bounds = g_new0 (Bounds, publication->n_counts);
  self->open = g_new (gboolean, publication->n_counts);
  self->down = g_memdup2 (down, publication->n_counts * sizeof (double));
  self->up = g_memdup2 (up, publication->n_counts * sizeof (double));
  for (guint i = 0; i < publication->n_counts; i++)
    {
      self->open[i] = !publication->counts[i].fixed;
      self->column_of[i] = publication->counts[i].fixed ? TVX_NO_COLUMN : self->n_columns++;
    }
  self->values = g_new0 (double, 2 * self->n_columns + 1);

  load_model (self);
  for (guint i = 0; i < publication->n_counts; i++)
    reset_bounds (self, i);
  return self;
}

/* A flow that keeps counts from going below what readers know to be impossible. */
TvxFlow *
tvx_flow_new (TvxPublication *publication)
{
  g_autofree double *down = g_new (double, publication->n_counts);
  g_autofree double *up = g_new (double, publication->n_counts);

  for (guint i = 0; i < publication->n_counts; i++)
    {
      down[i] = publication->counts[i].value - publication->counts[i].floor;
      up[i] = INFINITY;
    }
  return tvx_flow_new_within (publication, down, up);
}

void
tvx_flow_free (TvxFlow *self)
{
  tvx_solver_free (self->solver);
  g_free (self->column_of);
  g_free (self->bounds);
  g_free (self->down);
  g_free (self->up);
  g_free (self->costs);
  g_free (self->price);
  g_free (self->steps);
  g_free (self->values);
  g_free (self->open);
  tvx_publication_unref (self->publication);
  g_free (self);
}

void
tvx_flow_set_cost (TvxFlow *self,
                   guint    count,
                   double   cost)
{
  self->costs[count] = cost;
  set_price (self, count, cost);
}

double
tvx_flow_get_cost (TvxFlow *self,
                   guint    count)
{
  return self->costs[count];
}

/* A closed count cannot be touched. */
void
tvx_flow_set_open (TvxFlow  *self,
                   guint     count,
                   gboolean  open)
{
  open = open && !self->publication->counts[count].fixed;
  if (self->open[count] == open)
    return;
  self->open[count] = open;
  reset_bounds (self, count);
}

gboolean
tvx_flow_get_open (TvxFlow *self,
                   guint    count)
{
  return self->open[count];
}

/* A linear price is no fixed charge, but with the charge divided by what the last answer used, two or
 * three answers come close to it. Returns NULL when there is no step. */
GArray *
tvx_flow_find (TvxFlow *self,
               guint    count,
               gint64   by,
               guint    n_repeats)
{
  g_autoptr (GArray) best = NULL;
  double best_cost = G_MAXDOUBLE;
  gboolean repriced = FALSE;

  if (!self->open[count] || -by > self->down[count] || by > self->up[count])
    return NULL;

  set_bounds (self, count, (Bounds) { MAX (by, 0), MAX (by, 0), MAX (-by, 0), MAX (-by, 0) });
  for (guint repeat = 0; repeat <= n_repeats && best_cost > 0; repeat++)
    {
      g_autoptr (GArray) step = NULL;
      guint n_left = MAX_SEARCH;
      gboolean same = TRUE;

      if (!solve (self))
        break;
      step = search_whole (self, &n_left);
      if (step != NULL && get_total_cost (self, step) < best_cost)
        {
          best_cost = get_total_cost (self, step);
          g_clear_pointer (&best, g_array_unref);
          best = g_steal_pointer (&step);
        }
      for (guint i = 0; repeat < n_repeats && i < self->publication->n_counts; i++)
        if (fabs (self->steps[i]) > FRACTION)
          {
            double price = self->costs[i] * ABS (by) / fabs (self->steps[i]);

            same &= fabs (price - self->price[i]) < FRACTION;
            set_price (self, i, price);
            repriced = TRUE;
          }
      if (same)
        break;
    }

  for (guint i = 0; i < self->publication->n_counts; i++)
    set_price (self, i, self->costs[i]);
  /* An answer to other prices leads astray. */
  if (repriced)
    tvx_solver_start_anew (self->solver);
  reset_bounds (self, count);
  return g_steal_pointer (&best);
}

/* What all answers together have taken: iterations of the solver, times what each of them looks at. */
double
tvx_flow_get_work (TvxFlow *self)
{
  return (double) tvx_solver_get_n_iterations (self->solver) * self->n_columns;
}

/* Whether a step keeps every sum and goes below no floor. */
gboolean
tvx_flow_is_legal_step (TvxPublication *publication,
                        GArray         *step)
{
  g_autoptr (GHashTable) off = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer rest;

  for (guint i = 0; i < step->len; i++)
    {
      const TvxShift *shift = &g_array_index (step, TvxShift, i);
      const TvxCount *count = &publication->counts[shift->count];

      if (count->value + shift->by < count->floor)
        return FALSE;
      for (guint k = publication->in_start[shift->count]; k < publication->in_start[shift->count + 1]; k++)
        {
          gpointer relation = GUINT_TO_POINTER (publication->in_relations[k]);
          gboolean is_sum = publication->relation_members[publication->relation_start[publication->in_relations[k]]] == shift->count;
          gint64 sum = (gintptr) g_hash_table_lookup (off, relation);

          g_hash_table_insert (off, relation, (gpointer) (gintptr) (sum + (is_sum ? shift->by : -shift->by)));
        }
    }

  g_hash_table_iter_init (&iter, off);
  while (g_hash_table_iter_next (&iter, NULL, &rest))
    if (rest != NULL)
      return FALSE;
  return TRUE;
}
