/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints how long protection takes and how much it hides, beside what the prototype needed. Instances are made in the same
 * way as its instances were and have about as many small counts, but are not the same ones: a column tells how many cells
 * must at least be hidden in ours, whoever chooses them (for four axes, a bound below that). Seconds are those of the
 * processor: the work has one thread, and other programs do not count. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "instances.h"
#include "optimum.h"
#include "statistics/tvx-protect.h"

typedef struct
{
  const char *name;
  guint sizes[4], n_axes;         /* a plain table */
  guint n_projects, n_programmes; /* or projects; or else a county */
  guint       n_people;
  TvxZeros    zeros;
  guint       n_seeds;
  double reference_small, reference_follow, reference_once, reference_seconds;
  const char *insiders; /* the axis whose categories know their own counts */
} Row;

/* Up to here, the least that must be hidden is found in no time; for more axes, a bound below it. */
#define MAX_AXES_FOR_WHOLE 3

/* By which part the number of small counts may differ from the prototype's. */
#define LIKE 0.1

static const Row rows[] = {
  { "2x7 (80)", { 2, 7 }, 2, 0, 0, 80, TVX_ZEROS_MAYBE, 10, 8.8, 2.4, 0.002, 0.014 },
  { "2x7 (80)", { 2, 7 }, 2, 0, 0, 80, TVX_ZEROS_SHOWN, 10, 8.8, 3.6, 0.002, 0.014 },
  { "2x7x3 (200)", { 2, 7, 3 }, 3, 0, 0, 200, TVX_ZEROS_MAYBE, 10, 31.8, 14.8, 0.010, 0.2 },
  { "2x7x3 (200)", { 2, 7, 3 }, 3, 0, 0, 200, TVX_ZEROS_SHOWN, 10, 31.8, 21.0, 0.010, 0.2 },
  { "2x7x3x2 (150)", { 2, 7, 3, 2 }, 4, 0, 0, 150, TVX_ZEROS_MAYBE, 5, 105.4, 42.4, 0.3, 3 },
  { "2x7x3x2 (150)", { 2, 7, 3, 2 }, 4, 0, 0, 150, TVX_ZEROS_SHOWN, 5, 105.4, 62.2, 0.3, 3 },
  { "2x7x3x2 (400)", { 2, 7, 3, 2 }, 4, 0, 0, 400, TVX_ZEROS_MAYBE, 5, 76.8, 49.8, 0.3, 3 },
  { "2x7x3x2 (400)", { 2, 7, 3, 2 }, 4, 0, 0, 400, TVX_ZEROS_SHOWN, 5, 76.8, 72.4, 0.3, 3 },
  { "2x7x3x2 (1000)", { 2, 7, 3, 2 }, 4, 0, 0, 1000, TVX_ZEROS_MAYBE, 5, 63.2, 68.8, 0.3, 3 },
  { "2x7x3x2 (1000)", { 2, 7, 3, 2 }, 4, 0, 0, 1000, TVX_ZEROS_SHOWN, 5, 63.2, 89.8, 0.3, 3 },
  { "26x2x7 (1000)", { 0 }, 0, 0, 0, 1000, TVX_ZEROS_MAYBE, 3, 239, 74.7, 2.5, 10 },
  { "26x2x7 (1000)", { 0 }, 0, 0, 0, 1000, TVX_ZEROS_SHOWN, 3, 239, 122, 2.5, 10 },
  { "26x2x7 (3000)", { 0 }, 0, 0, 0, 3000, TVX_ZEROS_MAYBE, 3, 185, 90.7, 2.5, 10 },
  { "26x2x7 (3000)", { 0 }, 0, 0, 0, 3000, TVX_ZEROS_SHOWN, 3, 185, 131, 2.5, 10 },
  { "26x2x7 (10000)", { 0 }, 0, 0, 0, 10000, TVX_ZEROS_MAYBE, 3, 114, 83.0, 2.5, 10 },
  { "26x2x7 (10000)", { 0 }, 0, 0, 0, 10000, TVX_ZEROS_SHOWN, 3, 114, 116, 2.5, 10 },
  { "40 projects", { 0 }, 0, 40, 5, 0, TVX_ZEROS_MAYBE, 1, 371, 91, 8, 8 },
  { "40 projects", { 0 }, 0, 40, 5, 0, TVX_ZEROS_SHOWN, 1, 371, 152, 8, 8 },
  { "40, insiders", { 0 }, 0, 40, 5, 0, TVX_ZEROS_SHOWN, 1, 371, 224, 92, 92, "project" },
  { "300 projects", { 0 }, 0, 300, 10, 0, TVX_ZEROS_SHOWN, 1, 2853, 927, 174, 174 },
};

static TvxCountTable *
make_table (const Row *row,
            guint32    seed)
{
  TvxCountTable *table;

  if (row->n_axes > 0)
    table = instance_plain (row->sizes, row->n_axes, row->n_people, seed);
  else if (row->n_projects > 0)
    table = instance_projects (row->n_projects, row->n_programmes, seed);
  else
    table = instance_county (row->n_people, seed);
  tvx_count_table_set_zeros (table, row->zeros);
  return table;
}

static double
protect (const Row            *row,
         guint32               seed,
         TvxHidingCost         cost,
         int                   n_rounds,
         TvxProtectionSummary *summary)
{
  g_autoptr (TvxCountTable) table = make_table (row, seed);
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (TvxProtection) protection = NULL;
  g_autoptr (GError) error = NULL;
  TvxProtectOptions options = TVX_PROTECT_OPTIONS_INIT;
  clock_t start = clock ();

  options.cost = cost;
  options.n_rounds = n_rounds;
  tvx_publication_add_table (publication, table);
  if (row->insiders != NULL)
    tvx_publication_add_insider (publication, row->insiders);
  protection = tvx_protect (publication, &options, NULL, &error);
  if (protection == NULL)
    {
      g_printerr ("%s, seed %u: %s\n", row->name, seed, error->message);
      exit (1);
    }
  tvx_protection_get_summary (protection, summary);
  return (clock () - start) / (double) CLOCKS_PER_SEC;
}

/* Tables of one size differ much in how many counts are small, and what else must be hidden follows from that. Only those
 * with about as many as the prototype's had on the average can be compared with them. */
static gboolean
is_like_reference (const Row *row,
                   guint32    seed)
{
  g_autoptr (TvxCountTable) table = make_table (row, seed);
  guint n_small = 0;

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    {
      gint64 count = tvx_count_table_get_count (table, cell);

      n_small += count > 0 && count < tvx_count_table_get_threshold (table);
    }
  return fabs (n_small - row->reference_small) <= MAX (1, LIKE * row->reference_small);
}

/* How many more cells than the small ones must be hidden in this very table. */
static guint
find_least (const Row *row,
            guint32    seed)
{
  g_autoptr (TvxCountTable) table = make_table (row, seed);
  g_autoptr (TvxPublication) publication = tvx_publication_new ();

  tvx_publication_add_table (publication, table);
  g_assert_true (tvx_publication_prepare (publication, NULL));
  return optimum_find (publication, row->n_axes <= MAX_AXES_FOR_WHOLE);
}

int
main (int    argc,
      char **argv)
{
  TvxHidingCost cost = argc > 2 ? atoi (argv[2]) : TVX_HIDING_COST_BALANCED;

  g_print ("%-15s %-6s %6s | %7s %7s | %8s %8s %8s | %8s %8s | %9s %9s | %9s %9s | %8s\n", "table (people)", "zeros", "cells",
           "small", "then", "once", "hidden", "least", "then", "sum", "once s", "then s", "all s", "then s", "share");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autofree char *least_text = g_strdup ("");
      double once = 0, seconds = 0, small = 0, follow_once = 0, follow = 0, least = 0, cells = 0, sum = 0;

      if (argc > 1 && strstr (row->name, argv[1]) == NULL)
        continue;
      for (guint seed = 1, n = 0; n < row->n_seeds; seed++)
        {
          TvxProtectionSummary summary;

          if (!is_like_reference (row, seed))
            continue;
          n++;

          once += protect (row, seed, cost, 0, &summary) / row->n_seeds;
          follow_once += (double) summary.n_follow / row->n_seeds;
          seconds += protect (row, seed, cost, -1, &summary) / row->n_seeds;
          cells += (double) summary.n_cells / row->n_seeds;
          small += (double) summary.n_small / row->n_seeds;
          follow += (double) summary.n_follow / row->n_seeds;
          if (row->n_axes > 0)
            least += (double) find_least (row, seed) / row->n_seeds;
          sum += (double) summary.follow_sum / row->n_seeds;
        }
      if (least > 0)
        {
          g_free (least_text);
          least_text = g_strdup_printf ("%.1f", least);
        }
      g_print ("%-15s %-6s %6.0f | %7.1f %7.1f | %8.1f %8.1f %8s | %8.1f %8.0f | %9.4f %9.4f | %9.3f %9.3f | %7.0f%%\n", row->name,
               row->zeros == TVX_ZEROS_SHOWN ? "shown" : "maybe", cells, small, row->reference_small, follow_once, follow,
               least > 0 ? least_text : "", row->reference_follow, sum, once, row->reference_once, seconds, row->reference_seconds,
               100 * (small + follow) / cells);
      fflush (stdout);
    }
  return 0;
}
