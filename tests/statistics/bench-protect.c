/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints how long protection takes and how much it hides, beside what the prototype needed. Instances are made in the same
 * way as its instances were and have about as many small counts, but are not the same ones. So there are more of them, and
 * a column tells by how much the mean of as few as the prototype had is off by chance alone. Another one tells how many
 * cells must at least be hidden in ours, whoever chooses them (for four axes, a bound below that). The prototype's number is
 * the better one of two objectives; ours is that of the program, and beside it the one with nothing in mind but the number.
 * Seconds are those of the processor: the work has one thread, and other programs do not count. */

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
  guint n_references, n_tables; /* how many the prototype was measured on, and how many we are */
  double reference_small, reference_follow, reference_once, reference_seconds;
  const char *insiders; /* the axis whose categories know their own counts */
} Row;

/* Up to here, the least that must be hidden is found in no time; for more axes, a bound below it. */
#define MAX_AXES_FOR_WHOLE 3

/* By which part the number of small counts may differ from the prototype's. */
#define LIKE 0.1

/* So many tables are made at the most until there are enough like the prototype's. */
#define MAX_MADE 1000

static const Row rows[] = {
  { "2x7 (80)", { 2, 7 }, 2, 0, 0, 80, TVX_ZEROS_MAYBE, 10, 20, 8.8, 2.4, 0.002, 0.014 },
  { "2x7 (80)", { 2, 7 }, 2, 0, 0, 80, TVX_ZEROS_SHOWN, 10, 20, 8.8, 3.6, 0.002, 0.014 },
  { "2x7x3 (200)", { 2, 7, 3 }, 3, 0, 0, 200, TVX_ZEROS_MAYBE, 10, 20, 31.8, 14.8, 0.010, 0.2 },
  { "2x7x3 (200)", { 2, 7, 3 }, 3, 0, 0, 200, TVX_ZEROS_SHOWN, 10, 20, 31.8, 21.0, 0.010, 0.2 },
  { "2x7x3x2 (150)", { 2, 7, 3, 2 }, 4, 0, 0, 150, TVX_ZEROS_MAYBE, 5, 10, 105.4, 42.4, 0.3, 3 },
  { "2x7x3x2 (150)", { 2, 7, 3, 2 }, 4, 0, 0, 150, TVX_ZEROS_SHOWN, 5, 10, 105.4, 62.2, 0.3, 3 },
  { "2x7x3x2 (400)", { 2, 7, 3, 2 }, 4, 0, 0, 400, TVX_ZEROS_MAYBE, 5, 10, 76.8, 49.8, 0.3, 3 },
  { "2x7x3x2 (400)", { 2, 7, 3, 2 }, 4, 0, 0, 400, TVX_ZEROS_SHOWN, 5, 10, 76.8, 72.4, 0.3, 3 },
  { "2x7x3x2 (1000)", { 2, 7, 3, 2 }, 4, 0, 0, 1000, TVX_ZEROS_MAYBE, 5, 10, 63.2, 68.8, 0.3, 3 },
  { "2x7x3x2 (1000)", { 2, 7, 3, 2 }, 4, 0, 0, 1000, TVX_ZEROS_SHOWN, 5, 10, 63.2, 89.8, 0.3, 3 },
  { "26x2x7 (1000)", { 0 }, 0, 0, 0, 1000, TVX_ZEROS_MAYBE, 3, 6, 239, 74.7, 2.5, 10 },
  { "26x2x7 (1000)", { 0 }, 0, 0, 0, 1000, TVX_ZEROS_SHOWN, 3, 6, 239, 122, 2.5, 10 },
  { "26x2x7 (3000)", { 0 }, 0, 0, 0, 3000, TVX_ZEROS_MAYBE, 3, 6, 185, 90.7, 2.5, 10 },
  { "26x2x7 (3000)", { 0 }, 0, 0, 0, 3000, TVX_ZEROS_SHOWN, 3, 6, 185, 131, 2.5, 10 },
  { "26x2x7 (10000)", { 0 }, 0, 0, 0, 10000, TVX_ZEROS_MAYBE, 3, 6, 114, 83.0, 2.5, 10 },
  { "26x2x7 (10000)", { 0 }, 0, 0, 0, 10000, TVX_ZEROS_SHOWN, 3, 6, 114, 116, 2.5, 10 },
  { "40 projects", { 0 }, 0, 40, 5, 0, TVX_ZEROS_MAYBE, 1, 5, 371, 91, 8, 8 },
  { "40 projects", { 0 }, 0, 40, 5, 0, TVX_ZEROS_SHOWN, 1, 5, 371, 152, 8, 8 },
  { "40, insiders", { 0 }, 0, 40, 5, 0, TVX_ZEROS_SHOWN, 1, 1, 371, 224, 92, 92, "project" },
  { "300 projects", { 0 }, 0, 300, 10, 0, TVX_ZEROS_SHOWN, 1, 1, 2853, 927, 174, 174 },
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

static void
measure (const Row *row)
{
  double once = 0, seconds = 0, small = 0, follow_once = 0, follow = 0, fewest = 0, squares = 0, least = 0, cells = 0, sum = 0;
  double n = row->n_tables;
  g_autofree char *chance = NULL, *bound = NULL, *cells_only = NULL;
  guint n_measured = 0;

  for (guint seed = 1; n_measured < row->n_tables && seed <= MAX_MADE; seed++)
    {
      TvxProtectionSummary summary;

      if (!is_like_reference (row, seed))
        continue;
      n_measured++;

      once += protect (row, seed, TVX_HIDING_COST_BALANCED, 0, &summary) / n;
      follow_once += summary.n_follow / n;
      seconds += protect (row, seed, TVX_HIDING_COST_BALANCED, -1, &summary) / n;
      cells += summary.n_cells / n;
      small += summary.n_small / n;
      follow += summary.n_follow / n;
      squares += summary.n_follow * (double) summary.n_follow / n;
      sum += summary.follow_sum / n;
      if (row->n_tables > 1)
        {
          protect (row, seed, TVX_HIDING_COST_CELLS, -1, &summary);
          fewest += summary.n_follow / n;
        }
      if (row->n_axes > 0)
        least += find_least (row, seed) / n;
    }
  if (n_measured < row->n_tables)
    {
      g_printerr ("%s: of %d tables only %u have about %.0f small counts\n", row->name, MAX_MADE, n_measured, row->reference_small);
      exit (1);
    }

  if (row->n_tables > 1)
    {
      double spread = sqrt (fmax (0, squares - follow * follow) * n / (n - 1)) / sqrt (row->n_references);

      chance = g_strdup_printf ("%.1f", spread);
      cells_only = g_strdup_printf ("%.1f", fewest);
    }
  if (row->n_axes > 0)
    bound = g_strdup_printf ("%.1f", least);
  g_print ("%-15s %-6s %6.0f | %7.1f %7.1f | %8.1f %8.1f %8s %8s %8s %8.1f | %8.0f | %9.4f %9.4f | %9.3f %9.3f | %7.0f%%\n", row->name,
           row->zeros == TVX_ZEROS_SHOWN ? "shown" : "maybe", cells, small, row->reference_small, follow_once, follow,
           chance != NULL ? chance : "", cells_only != NULL ? cells_only : "", bound != NULL ? bound : "", row->reference_follow, sum, once, row->reference_once,
           seconds, row->reference_seconds, 100 * (small + follow) / cells);
  fflush (stdout);
}

int
main (int    argc,
      char **argv)
{
  g_print ("%-15s %-6s %6s | %7s %7s | %8s %8s %8s %8s %8s %8s | %8s | %9s %9s | %9s %9s | %8s\n", "table (people)", "zeros",
           "cells", "small", "then", "once", "hidden", "chance", "fewest", "least", "then", "sum", "once s", "then s", "all s",
           "then s", "share");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (argc <= 1 || strstr (rows[i].name, argv[1]) != NULL)
      measure (&rows[i]);
  return 0;
}
