/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-protect.h"

#include <glib/gi18n-lib.h>

#include "statistics/tvx-protector-private.h"
#include "statistics/tvx-statistics-error.h"

/* The same tables always get the same protection. */
#define SEED 20190101

/* In a round, every cost is up to this part higher or lower than it is, and some secondaries are chosen anew: so few that
 * a better choice in one place is not lost by a worse one elsewhere. */
#define PERTURBATION 0.4
#define MIN_CHOSEN_ANEW 3
#define MAX_CHOSEN_ANEW 20

/* There are rounds enough to choose every secondary anew, unless they are very many, and no more than a few need. */
#define MIN_ROUNDS 20
#define MAX_ROUNDS_PER_SECONDARY 4
#define MAX_ROUNDS 200
#define SECONDARIES_PER_ROUND 10

/* Large tables with few small numbers have much to choose from, and their rounds are short: the fewer claims, the more rounds. */
#define LARGE_TABLE 500
#define CLAIMS_SQUARED_TIMES_ROUNDS 4e6
#define MAX_LARGE_ROUNDS 150

/* What the search may take in all: about a minute, but told by what is done, so that every machine gets the same answer. The
 * first answer is always finished. */
#define MAX_WORK 5e9

/* How much of the work the first answer is, as far as progress is concerned. */
#define PART_FIRST 0.3

typedef struct
{
  const TvxProtectOptions *options;
  GCancellable            *cancellable;
  TvxProtector            *protector;
  GRand                   *random;
  double                  *weights;              /* count → its cost before it is perturbed */
  double part, part_done, told; /* for progress: what the claims or rounds at hand are of the whole; what was told last */
} Search;

/* A choice to go back to. */
typedef struct
{
  gboolean  *hidden;
  GPtrArray *steps; /* claim → GPtrArray of its steps */
  double     cost;
} Choice;

static void
choice_free (Choice *self)
{
  g_free (self->hidden);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static TvxClaim *
get_claim (TvxProtector *protector,
           guint         claim)
{
  return &g_array_index (protector->claims, TvxClaim, claim);
}

static GPtrArray *
copy_steps (GPtrArray *steps)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (copy, g_array_ref (g_ptr_array_index (steps, i)));
  return copy;
}

static Choice *
save_choice (Search *search)
{
  TvxProtector *protector = search->protector;
  Choice *choice = g_new0 (Choice, 1);

  choice->hidden = g_memdup2 (protector->hidden, protector->publication->n_counts * sizeof (gboolean));
  choice->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < protector->claims->len; i++)
    g_ptr_array_add (choice->steps, copy_steps (get_claim (protector, i)->steps));
  for (guint i = 0; i < protector->publication->n_counts; i++)
    if (tvx_protector_is_secondary (protector, i))
      choice->cost += search->weights[i];
  return choice;
}

static void
restore_choice (Search       *search,
                const Choice *choice)
{
  TvxProtector *protector = search->protector;

  for (guint i = 0; i < protector->publication->n_counts; i++)
    {
      tvx_protector_set_hidden (protector, i, choice->hidden[i]);
      g_array_set_size (g_ptr_array_index (protector->users, i), 0);
    }
  for (guint i = 0; i < protector->claims->len; i++)
    {
      GPtrArray *steps = copy_steps (g_ptr_array_index (choice->steps, i));

      g_ptr_array_unref (get_claim (protector, i)->steps);
      get_claim (protector, i)->steps = steps;
      for (guint s = 0; s < steps->len; s++)
        for (guint k = 0; k < ((GArray *) steps->pdata[s])->len; k++)
          g_array_append_val (g_ptr_array_index (protector->users,
                                                 g_array_index ((GArray *) steps->pdata[s], TvxShift, k).count),
                              i);
    }
}

static gboolean
report_progress (Search  *search,
                 double   part,
                 GError **error)
{
  search->told = CLAMP (search->part_done + search->part * part, search->told, 1);
  if (search->options->progress != NULL)
    search->options->progress (search->told, search->options->progress_data);
  return !g_cancellable_set_error_if_cancelled (search->cancellable, error);
}

static void
shuffle (GRand  *random,
         GArray *numbers)
{
  for (guint i = numbers->len; i > 1; i--)
    {
      guint k = g_rand_int_range (random, 0, i);
      guint swapped = g_array_index (numbers, guint, k);

      g_array_index (numbers, guint, k) = g_array_index (numbers, guint, i - 1);
      g_array_index (numbers, guint, i - 1) = swapped;
    }
}

static void
set_unprotectable (TvxProtector    *protector,
                   const TvxClaim  *claim,
                   GError         **error)
{
  g_autofree char *label = tvx_publication_dup_label (protector->publication, claim->count);
  const char *report = NULL;

  for (guint i = 0; report == NULL && i < protector->publication->n_counts; i++)
    if (protector->publication->counts[i].fixed)
      report = protector->publication->counts[i].report;
  if (report != NULL)
    g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED,
                 _("%s is small and could be worked out from what earlier reports show, for instance “%s”; "
                    "leave this breakdown out, or the earlier numbers as they are"),
                 label, report);
  else
    g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_UNPROTECTABLE,
                 _("%s is small and cannot be protected, whatever else is hidden; "
                    "merge categories until the count is no longer small"),
                 label);
}

static gboolean
settle_all (Search  *search,
            GArray  *claims,
            GError **error)
{
  for (guint i = 0; i < claims->len; i++)
    {
      TvxClaim *claim = get_claim (search->protector, g_array_index (claims, guint, i));

      if (!tvx_protector_settle (search->protector, claim, FALSE))
        {
          set_unprotectable (search->protector, claim, error);
          return FALSE;
        }
      if (!report_progress (search, 0.5 * i / claims->len, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const double *weights = data;
  double first = weights[*(const guint *) a], second = weights[*(const guint *) b];

  return first > second ? -1 : first < second;
}

static gboolean
clean_up (Search  *search,
          GArray  *counts,
          GError **error)
{
  g_array_sort_with_data (counts, compare_weights, search->protector->weights);
  for (guint i = 0; i < counts->len; i++)
    {
      guint count = g_array_index (counts, guint, i);

      if (tvx_protector_is_secondary (search->protector, count))
        tvx_protector_try_show (search->protector, count);
      if (!report_progress (search, 0.5 + 0.5 * i / counts->len, error))
        return FALSE;
    }
  return TRUE;
}

static GArray *
get_secondaries (TvxProtector *protector)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < protector->publication->n_counts; i++)
    if (tvx_protector_is_secondary (protector, i))
      g_array_append_val (counts, i);
  return counts;
}

static gboolean
is_used_by (const TvxClaim *claim,
            guint           count)
{
  for (guint s = 0; s < claim->steps->len; s++)
    {
      GArray *step = g_ptr_array_index (claim->steps, s);

      for (guint k = 0; k < step->len; k++)
        if (g_array_index (step, TvxShift, k).count == count)
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_used (TvxProtector *protector,
         guint         count)
{
  GArray *users = g_ptr_array_index (protector->users, count);

  for (guint i = 0; i < users->len; i++)
    if (is_used_by (get_claim (protector, g_array_index (users, guint, i)), count))
      return TRUE;
  return FALSE;
}

/* Shows a secondary whatever it breaks, and lists the claims that are without proof then. */
static void
force_shown (TvxProtector *protector,
             guint         count,
             GArray       *broken)
{
  GArray *users = g_ptr_array_index (protector->users, count);

  tvx_protector_set_hidden (protector, count, FALSE);
  for (guint i = 0; i < users->len; i++)
    {
      guint index = g_array_index (users, guint, i);
      TvxClaim *claim = get_claim (protector, index);

      if (!is_used_by (claim, count))
        continue;
      g_ptr_array_set_size (claim->steps, 0);
      g_array_append_val (broken, index);
    }
  g_array_set_size (users, 0);
}

/* Secondaries that serve the same claims are chosen anew together, or the rest would only bring them back. */
static GArray *
break_some (Search *search)
{
  TvxProtector *protector = search->protector;
  g_autoptr (GArray) secondaries = get_secondaries (protector);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *broken = g_array_new (FALSE, FALSE, sizeof (guint));
  guint most = CLAMP (secondaries->len / 2, MIN_CHOSEN_ANEW, MAX_CHOSEN_ANEW);
  guint n_anew = g_rand_int_range (search->random, MIN_CHOSEN_ANEW, most + 1);

  shuffle (search->random, secondaries);
  for (guint i = 0; i < secondaries->len && n_anew > 0; i++)
    {
      guint first = g_array_index (secondaries, guint, i);
      GArray *users = g_ptr_array_index (protector->users, first);

      if (!tvx_protector_is_secondary (protector, first))
        continue;
      g_array_set_size (near, 0);
      g_array_append_val (near, first);
      for (guint u = 0; u < users->len; u++)
        {
          const TvxClaim *claim = get_claim (protector, g_array_index (users, guint, u));

          for (guint s = 0; s < claim->steps->len; s++)
            for (guint k = 0; k < ((GArray *) claim->steps->pdata[s])->len; k++)
              g_array_append_val (near, g_array_index ((GArray *) claim->steps->pdata[s], TvxShift, k).count);
        }
      for (guint k = 0; k < near->len && n_anew > 0; k++)
        if (tvx_protector_is_secondary (protector, g_array_index (near, guint, k)))
          {
            force_shown (protector, g_array_index (near, guint, k), broken);
            n_anew--;
          }
    }
  return broken;
}

static void
perturb (Search *search)
{
  TvxProtector *protector = search->protector;

  for (guint i = 0; i < protector->publication->n_counts; i++)
    {
      protector->weights[i] = search->weights[i] * g_rand_double_range (search->random, 1 - PERTURBATION, 1 + PERTURBATION);
      if (!protector->hidden[i])
        tvx_flow_set_cost (protector->reach, i, protector->weights[i]);
    }
}

/* The secondaries that were not there before, those in a sum with them, and those that no claim needs any more:
 * only for these is it worth trying again whether they can be shown. */
static GArray *
get_affected (TvxProtector   *protector,
              const gboolean *hidden_before)
{
  TvxPublication *publication = protector->publication;
  g_autofree gboolean *near = g_new0 (gboolean, publication->n_counts);
  GArray *affected = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < publication->n_counts; i++)
    for (guint k = publication->in_start[i]; !hidden_before[i] && protector->hidden[i] && k < publication->in_start[i + 1]; k++)
      {
        guint r = publication->in_relations[k];

        for (guint m = publication->relation_start[r]; m < publication->relation_start[r + 1]; m++)
          near[publication->relation_members[m]] = TRUE;
      }
  for (guint i = 0; i < publication->n_counts; i++)
    if (tvx_protector_is_secondary (protector, i) && (near[i] || !is_used (protector, i)))
      g_array_append_val (affected, i);
  return affected;
}

static gboolean
improve (Search  *search,
         Choice **best,
         GError **error)
{
  g_autoptr (GArray) broken = NULL;
  g_autoptr (GArray) affected = NULL;
  g_autoptr (Choice) choice = NULL;

  perturb (search);
  broken = break_some (search);
  shuffle (search->random, broken);
  if (!settle_all (search, broken, error))
    return FALSE;
  affected = get_affected (search->protector, (*best)->hidden);
  if (!clean_up (search, affected, error))
    return FALSE;

  choice = save_choice (search);
  if (choice->cost <= (*best)->cost)
    {
      choice_free (*best);
      *best = g_steal_pointer (&choice);
    }
  else
    restore_choice (search, *best);
  return TRUE;
}

static TvxProtection *
make_protection (Search *search)
{
  TvxProtector *protector = search->protector;
  g_autoptr (TvxProtection) protection = tvx_protection_new (protector->publication);

  for (guint i = 0; i < protector->publication->n_counts; i++)
    tvx_protection_set_hidden (protection, i, protector->hidden[i]);
  for (guint i = 0; i < protector->claims->len; i++)
    {
      const TvxClaim *claim = get_claim (protector, i);

      for (guint s = 0; s < claim->steps->len; s++)
        {
          GArray *step = g_ptr_array_index (claim->steps, s);

          tvx_protection_add_witness (protection,
                                      tvx_witness_new (claim->count, claim->end,
                                                       (const TvxShift *) (gpointer) step->data, step->len));
        }
    }
  return g_steal_pointer (&protection);
}

static guint
get_n_rounds (Search *search,
              guint   n_secondaries)
{
  const TvxProtector *protector = search->protector;
  guint n_rounds = CLAMP (n_secondaries / SECONDARIES_PER_ROUND, MIN (MIN_ROUNDS, MAX_ROUNDS_PER_SECONDARY * n_secondaries), MAX_ROUNDS);
  double claims = MAX (protector->claims->len, 1);

  if (search->options->n_rounds >= 0)
    return (guint) search->options->n_rounds;
  if (protector->publication->n_counts > LARGE_TABLE)
    n_rounds = MAX (n_rounds, MIN (CLAIMS_SQUARED_TIMES_ROUNDS / (claims * claims), MAX_LARGE_ROUNDS));
  return n_rounds;
}

static double
get_work (Search *search)
{
  return tvx_flow_get_work (search->protector->reach) + tvx_flow_get_work (search->protector->inside);
}

static gboolean
run (Search  *search,
     GError **error)
{
  TvxProtector *protector = search->protector;
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) secondaries = NULL;
  g_autoptr (Choice) best = NULL;
  double first_work;
  guint n_rounds;

  for (guint i = 0; i < protector->claims->len; i++)
    g_array_append_val (claims, i);
  search->part = PART_FIRST;
  if (!settle_all (search, claims, error))
    return FALSE;
  secondaries = get_secondaries (protector);
  if (!clean_up (search, secondaries, error))
    return FALSE;

  best = save_choice (search);
  n_rounds = get_n_rounds (search, secondaries->len);
  first_work = get_work (search);
  for (guint round = 0; best->cost > 0 && round < n_rounds && get_work (search) < MAX_WORK; round++)
    {
      double done = MAX ((double) round / n_rounds, (get_work (search) - first_work) / (MAX_WORK - first_work));

      search->part_done = PART_FIRST + (1 - PART_FIRST) * done;
      search->part = (1 - PART_FIRST) / n_rounds;
      if (!improve (search, &best, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_earlier (TvxPublication  *publication,
               GError         **error)
{
  for (guint i = 0; i < publication->n_counts; i++)
    if (publication->counts[i].rounded_earlier)
      {
        g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED,
                     _("The report “%s” has rounded numbers of the same people; exact ones beside them would tell too much"),
                     publication->counts[i].report);
        return FALSE;
      }
  return TRUE;
}

/**
 * tvx_protect:
 * @publication: what is to be published
 * @options: (nullable): how to go about it
 * @cancellable: (nullable): to stop it
 * @error: return location for an error in %TVX_STATISTICS_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Chooses what to hide, and proves that it suffices.
 *
 * The same publication always gets the same answer. It may take from milliseconds
 * for one table up to minutes for hundreds of projects, so call it in a thread.
 *
 * Returns: (transfer full) (nullable): a certified protection, or %NULL
 */
TvxProtection *
tvx_protect (TvxPublication           *publication,
             const TvxProtectOptions  *options,
             GCancellable             *cancellable,
             GError                  **error)
{
  static const TvxProtectOptions default_options = TVX_PROTECT_OPTIONS_INIT;
  g_autoptr (TvxProtector) protector = NULL;
  g_autoptr (TvxProtection) protection = NULL;
  Search search = { .options = options != NULL ? options : &default_options, .cancellable = cancellable };
  gboolean done;

  g_return_val_if_fail (publication != NULL, NULL);

  if (!tvx_publication_prepare (publication, error) || !check_earlier (publication, error))
    return NULL;

  protector = tvx_protector_new (publication, search.options->cost);
  search.protector = protector;
  search.random = g_rand_new_with_seed (SEED);
  search.weights = g_memdup2 (protector->weights, publication->n_counts * sizeof (double));

  done = run (&search, error);
  if (done)
    {
      protection = make_protection (&search);
      search.part_done = 1;
      done = report_progress (&search, 0, error);
    }
  g_rand_free (search.random);
  g_free (search.weights);

  if (!done || !tvx_protection_certify (protection, error))
    return NULL;
  return g_steal_pointer (&protection);
}
