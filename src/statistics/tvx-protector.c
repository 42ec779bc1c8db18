/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-protector-private.h"

#include <math.h>
#include <string.h>

/* What a step pays for a count that is hidden already: next to nothing, but it should not wander. */
#define HIDDEN_SMALL (TVX_FLOW_FREE / 40)
#define HIDDEN_FOLLOW (TVX_FLOW_FREE / 10)

/* The solver's price for a step through secondaries, when it looks for one that needs none of them. */
#define INSIDE_SMALL 0.01

/* How many of the newest steps through a count are looked at before the solver is asked. */
#define MAX_KNOWN_STEPS 400

#define N_REPEATS 2

/* A hidden cell is a loss in itself; beside that, large counts and totals are missed more than small inner ones. Chosen
 * by trial: more weight on size or totals hides more cells and, because the search gets stuck, no fewer people. */
#define CELL_WEIGHT 6
#define TOTAL_WEIGHT (1 / 6.0)

static double
get_weight (const TvxCount *count,
            TvxHidingCost   cost)
{
  switch (cost)
    {
    case TVX_HIDING_COST_CELLS:
      return 1;
    case TVX_HIDING_COST_PEOPLE:
      return 1 + count->value;
    case TVX_HIDING_COST_BALANCED:
    default:
      return (CELL_WEIGHT + log2 (1 + count->value)) * pow (2, count->n_totals * TOTAL_WEIGHT);
    }
}

static void
claim_clear (gpointer data)
{
  TvxClaim *claim = data;

  g_ptr_array_unref (claim->steps);
}

static void
add_claims (TvxProtector *self,
            guint         count)
{
  const TvxCount *of = &self->publication->counts[count];

  for (TvxRangeEnd end = TVX_RANGE_LOW; end <= TVX_RANGE_HIGH; end++)
    if (of->value != (end == TVX_RANGE_LOW ? of->low : of->high))
      {
        TvxClaim claim = { .count = count, .end = end };

        claim.steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
        g_array_append_val (self->claims, claim);
      }
}

static GPtrArray *
new_lists (guint n,
           guint element_size)
{
  GPtrArray *lists = g_ptr_array_new_full (n, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lists, g_array_new (FALSE, FALSE, element_size));
  return lists;
}

/* By how much the claim's count must change to be at that end for this reader; 0 when it is. */
static gint64
get_distance (TvxProtector   *self,
              const TvxClaim *claim,
              guint           insider)
{
  const TvxCount *count = &self->publication->counts[claim->count];

  if (claim->end == TVX_RANGE_HIGH)
    return count->high - count->value;
  return tvx_publication_get_insider_low (self->publication, claim->count, insider) - count->value;
}

static gint64
get_shift (GArray *step,
           guint   count)
{
  for (guint i = 0; i < step->len; i++)
    if (g_array_index (step, TvxShift, i).count == count)
      return g_array_index (step, TvxShift, i).by;
  return 0;
}

static gboolean
touches_own (TvxProtector *self,
             GArray       *step,
             guint         insider)
{
  for (guint i = 0; insider != TVX_NO_INSIDER && i < step->len; i++)
    if (tvx_publication_is_known_by (self->publication, g_array_index (step, TvxShift, i).count, insider))
      return TRUE;
  return FALSE;
}

/* The step that shows this reader the claim's end to be possible; NULL when there is none. */
static GArray *
get_serving (TvxProtector   *self,
             const TvxClaim *claim,
             guint           insider)
{
  gint64 distance = get_distance (self, claim, insider);

  for (guint i = 0; i < claim->steps->len; i++)
    {
      GArray *step = g_ptr_array_index (claim->steps, i);

      if (get_shift (step, claim->count) == distance && !touches_own (self, step, insider))
        return step;
    }
  return NULL;
}

/* Only insiders whose counts the step for everyone touches can rule that one out. */
static gboolean
find_unserved (TvxProtector   *self,
               const TvxClaim *claim,
               guint          *insider)
{
  TvxPublication *publication = self->publication;
  GArray *step = get_serving (self, claim, TVX_NO_INSIDER);

  *insider = TVX_NO_INSIDER;
  if (step == NULL)
    return TRUE;

  for (guint i = 0; i < step->len; i++)
    {
      guint count = g_array_index (step, TvxShift, i).count;

      for (guint k = publication->known_start[count]; k < publication->known_start[count + 1]; k++)
        {
          *insider = publication->known_by[k];
          if (!tvx_publication_is_known_by (publication, claim->count, *insider) && get_distance (self, claim, *insider) != 0 && get_serving (self, claim, *insider) == NULL)
            return TRUE;
        }
    }
  return FALSE;
}

/* A multiple of a step is a step, as long as nothing falls below its floor. */
static GArray *
stretch (TvxProtector *self,
         GArray       *step,
         gint64        from,
         gint64        to)
{
  GArray *stretched;

  for (guint i = 0; i < step->len; i++)
    {
      const TvxShift *shift = &g_array_index (step, TvxShift, i);
      const TvxCount *count = &self->publication->counts[shift->count];

      if (shift->by * to % from != 0 || count->value + shift->by * to / from < count->floor)
        return NULL;
    }
  if (from == to)
    return g_array_ref (step);
  stretched = g_array_copy (step);
  for (guint i = 0; i < stretched->len; i++)
    g_array_index (stretched, TvxShift, i).by = g_array_index (step, TvxShift, i).by * to / from;
  return stretched;
}

static gboolean
is_hidden_step (TvxProtector *self,
                GArray       *step)
{
  for (guint i = 0; i < step->len; i++)
    if (!self->hidden[g_array_index (step, TvxShift, i).count])
      return FALSE;
  return TRUE;
}

static GArray *
find_known_step (TvxProtector   *self,
                 const TvxClaim *claim,
                 gint64          distance,
                 guint           insider)
{
  GPtrArray *steps = g_ptr_array_index (self->known_steps, claim->count);

  for (guint i = steps->len; i > 0 && i + MAX_KNOWN_STEPS > steps->len; i--)
    {
      GArray *step = g_ptr_array_index (steps, i - 1);
      GArray *fitting;

      if (!is_hidden_step (self, step) || touches_own (self, step, insider))
        continue;
      fitting = stretch (self, step, get_shift (step, claim->count), distance);
      if (fitting != NULL)
        return fitting;
    }
  return NULL;
}

static void
remember (TvxProtector *self,
          GArray       *step)
{
  for (guint i = 0; i < step->len; i++)
    g_ptr_array_add (g_ptr_array_index (self->known_steps, g_array_index (step, TvxShift, i).count),
                     g_array_ref (step));
}

static GArray *
find_new_step (TvxProtector   *self,
               const TvxClaim *claim,
               gint64          distance,
               guint           insider,
               gboolean        inside)
{
  TvxFlow *flow = inside ? self->inside : self->reach;
  GArray *own = insider == TVX_NO_INSIDER ? NULL : g_ptr_array_index (self->own, insider);
  g_autofree gboolean *was_open = NULL;
  GArray *step;

  if (own != NULL)
    was_open = g_new (gboolean, own->len);
  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      was_open[i] = tvx_flow_get_open (flow, g_array_index (own, guint, i));
      tvx_flow_set_open (flow, g_array_index (own, guint, i), FALSE);
    }
  step = tvx_flow_find (flow, claim->count, distance, inside ? 0 : N_REPEATS);
  for (guint i = 0; own != NULL && i < own->len; i++)
    tvx_flow_set_open (flow, g_array_index (own, guint, i), was_open[i]);

  if (step != NULL)
    remember (self, step);
  return step;
}

/* Gives a claim the steps it lacks, and hides what they touch. */
gboolean
tvx_protector_settle (TvxProtector *self,
                      TvxClaim     *claim,
                      gboolean      inside)
{
  guint insider;

  while (find_unserved (self, claim, &insider))
    {
      gint64 distance = get_distance (self, claim, insider);
      GArray *step = find_known_step (self, claim, distance, insider);
      guint index = claim - (TvxClaim *) (gpointer) self->claims->data;

      if (step == NULL)
        step = find_new_step (self, claim, distance, insider, inside);
      if (step == NULL)
        return FALSE;

      g_ptr_array_add (claim->steps, step);
      for (guint i = 0; i < step->len; i++)
        {
          guint count = g_array_index (step, TvxShift, i).count;

          tvx_protector_set_hidden (self, count, TRUE);
          g_array_append_val (g_ptr_array_index (self->users, count), index);
        }
    }
  return TRUE;
}

/* Drops steps that no reader makes necessary. */
void
tvx_protector_prune (TvxProtector *self,
                     TvxClaim     *claim)
{
  for (guint i = claim->steps->len; i > 1; i--)
    {
      GArray *step = g_ptr_array_steal_index (claim->steps, i - 1);
      guint insider;

      if (find_unserved (self, claim, &insider))
        g_ptr_array_insert (claim->steps, i - 1, step);
      else
        g_array_unref (step);
    }
}

gboolean
tvx_protector_is_secondary (TvxProtector *self,
                            guint         count)
{
  const TvxCount *of = &self->publication->counts[count];

  return self->hidden[count] && of->published && !of->sensitive && !of->kept_hidden;
}

void
tvx_protector_set_hidden (TvxProtector *self,
                          guint         count,
                          gboolean      hidden)
{
  const TvxCount *of = &self->publication->counts[count];

  if (self->hidden[count] == hidden)
    return;
  self->hidden[count] = hidden;
  for (guint k = self->publication->in_start[count]; k < self->publication->in_start[count + 1]; k++)
    self->n_hidden_in[self->publication->in_relations[k]] += hidden ? 1 : -1;

  tvx_flow_set_open (self->inside, count, hidden);
  if (!hidden)
    tvx_flow_set_cost (self->reach, count, self->weights[count]);
  else
    tvx_flow_set_cost (self->reach, count, of->published && !of->sensitive ? HIDDEN_FOLLOW : HIDDEN_SMALL);
}

/* Whether showing a count would let a reader work out a small one by subtraction alone. */
static gboolean
gives_away (TvxProtector *self,
            guint         count)
{
  TvxPublication *publication = self->publication;
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) n_known_in = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) is_known = g_hash_table_new (NULL, NULL);

  g_array_append_val (known, count);
  g_hash_table_add (is_known, GUINT_TO_POINTER (count));
  for (guint i = 0; i < known->len; i++)
    {
      guint at = g_array_index (known, guint, i);

      if (publication->counts[at].sensitive)
        return TRUE;
      for (guint k = publication->in_start[at]; k < publication->in_start[at + 1]; k++)
        {
          guint r = publication->in_relations[k];
          guint n_known = GPOINTER_TO_UINT (g_hash_table_lookup (n_known_in, GUINT_TO_POINTER (r))) + 1;

          g_hash_table_insert (n_known_in, GUINT_TO_POINTER (r), GUINT_TO_POINTER (n_known));
          if (self->n_hidden_in[r] != n_known + 1)
            continue;
          for (guint m = publication->relation_start[r]; m < publication->relation_start[r + 1]; m++)
            {
              guint last = publication->relation_members[m];

              if (self->hidden[last] && g_hash_table_add (is_known, GUINT_TO_POINTER (last)))
                g_array_append_val (known, last);
            }
        }
    }
  return FALSE;
}

static GPtrArray *
steps_without (const TvxClaim *claim,
               guint           count)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < claim->steps->len; i++)
    if (get_shift (g_ptr_array_index (claim->steps, i), count) == 0)
      g_ptr_array_add (steps, g_array_ref (g_ptr_array_index (claim->steps, i)));
  return steps;
}

/* Shows a secondary again if every claim that used it finds other steps inside what stays hidden. */
gboolean
tvx_protector_try_show (TvxProtector *self,
                        guint         count)
{
  GArray *users = g_ptr_array_index (self->users, count);
  g_autoptr (GHashTable) before = NULL; /* claim → its steps, to go back to */
  GHashTableIter iter;
  gpointer claim, steps;
  gboolean settled = TRUE;

  if (gives_away (self, count))
    return FALSE;

  before = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  tvx_protector_set_hidden (self, count, FALSE);
  for (guint i = 0; settled && i < users->len; i++)
    {
      TvxClaim *user = &g_array_index (self->claims, TvxClaim, g_array_index (users, guint, i));
      g_autoptr (GPtrArray) rest = steps_without (user, count);

      if (rest->len == user->steps->len)
        continue;
      g_hash_table_insert (before, user, g_steal_pointer (&user->steps));
      user->steps = g_steal_pointer (&rest);
      settled = tvx_protector_settle (self, user, TRUE);
    }

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &claim, &steps))
    if (settled)
      tvx_protector_prune (self, claim);
    else
      {
        g_ptr_array_unref (((TvxClaim *) claim)->steps);
        ((TvxClaim *) claim)->steps = g_ptr_array_ref (steps);
      }
  if (!settled)
    tvx_protector_set_hidden (self, count, TRUE);
  else
    g_array_set_size (users, 0);
  return settled;
}

TvxProtector *
tvx_protector_new (TvxPublication *publication,
                   TvxHidingCost   cost)
{
  TvxProtector *self = g_new0 (TvxProtector, 1);

  self->publication = tvx_publication_ref (publication);
  self->weights = g_new (double, publication->n_counts);
  self->hidden = g_new0 (gboolean, publication->n_counts);
  self->n_hidden_in = g_new0 (guint, publication->n_relations);
  self->claims = g_array_new (FALSE, FALSE, sizeof (TvxClaim));
  g_array_set_clear_func (self->claims, claim_clear);
  self->users = new_lists (publication->n_counts, sizeof (guint));
  self->own = new_lists (publication->insiders->len, sizeof (guint));
  self->known_steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->reach = tvx_flow_new (publication);
  self->inside = tvx_flow_new (publication);

  for (guint i = 0; i < publication->n_counts; i++)
    {
      const TvxCount *count = &publication->counts[i];

      g_ptr_array_add (self->known_steps, g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref));
      for (guint k = publication->known_start[i]; k < publication->known_start[i + 1]; k++)
        g_array_append_val (g_ptr_array_index (self->own, publication->known_by[k]), i);

      self->weights[i] = get_weight (count, cost);
      tvx_flow_set_cost (self->reach, i, self->weights[i]);
      tvx_flow_set_cost (self->inside, i, count->sensitive || !count->published ? INSIDE_SMALL : self->weights[i]);
      tvx_flow_set_open (self->inside, i, FALSE);
      if (count->sensitive)
        add_claims (self, i);
      if (!count->fixed && (count->sensitive || count->kept_hidden || !count->published))
        tvx_protector_set_hidden (self, i, TRUE);
    }
  return self;
}

void
tvx_protector_free (TvxProtector *self)
{
  tvx_flow_free (self->reach);
  tvx_flow_free (self->inside);
  g_ptr_array_unref (self->known_steps);
  g_ptr_array_unref (self->own);
  g_ptr_array_unref (self->users);
  g_array_unref (self->claims);
  g_free (self->n_hidden_in);
  g_free (self->hidden);
  g_free (self->weights);
  tvx_publication_unref (self->publication);
  g_free (self);
}
