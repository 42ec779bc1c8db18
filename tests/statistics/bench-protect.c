/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints how long protection takes and how many cells it hides beside the small ones, and next to each column (“then”) what
 * the prototype needed. Instances are made in the same way as its instances were and have about as many small counts, but
 * are not the same ones. So there are more of them, and some columns tell what a difference comes from:
 *
 * hidden   by the program; once: before it looks for something better
 * chance   by how much the mean of as few as the prototype had is off by chance alone
 * fewest   when the program has nothing in mind but the number; the prototype's is for each row the better one of two aims,
 *          the program's and fewest people
 * least    what must be hidden in ours, whoever chooses the cells; for four axes, a bound below that
 * gauss    what plain elimination hides (elimination.c); it knows no rule about zeros, so it is the same for both
 * ratio    hidden by the program for each cell that elimination hides, with the chance for as few as the prototype had: if
 *          this is what it was then, so is the search, and what else differs is the tables
 *
 * The sum is that of people in these cells, and the share is of all cells, with the small ones. Seconds are those of the
 * processor: the work has one thread, and other programs do not count. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "elimination.h"
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
  double      reference_small;
  double      reference_gauss; /* 0 where it was not measured */
  double reference_follow, reference_once, reference_seconds;
  const char *insiders; /* the axis whose categories know their own counts */
} Row;

/* With these, as many counts are small as were in the prototype's tables. */
static const InstanceShapes shapes = { 1.2, 6 };

/* Up to here, the least that must be hidden is found in no time; for more axes, a bound below it. */
#define MAX_AXES_FOR_WHOLE 3

/* By which part the number of small counts may differ from the prototype's. */
#define LIKE 0.1

/* So many tables are made at the most until there are enough like the prototype's. */
#define MAX_MADE 1000

static const Row rows[] = {
  { "2x7 (80)", { 2, 7 }, 2, 0, 0, 80, TVX_ZEROS_MAYBE, 5, 20, 8.8, 2.6, 2.4, 0.002, 0.014 },
  { "2x7 (80)", { 2, 7 }, 2, 0, 0, 80, TVX_ZEROS_SHOWN, 5, 20, 8.8, 2.6, 3.6, 0.002, 0.014 },
  { "2x7x3 (200)", { 2, 7, 3 }, 3, 0, 0, 200, TVX_ZEROS_MAYBE, 5, 20, 31.8, 15.6, 14.8, 0.010, 0.2 },
  { "2x7x3 (200)", { 2, 7, 3 }, 3, 0, 0, 200, TVX_ZEROS_SHOWN, 5, 20, 31.8, 15.6, 21.0, 0.010, 0.2 },
  { "2x7x3x2 (150)", { 2, 7, 3, 2 }, 4, 0, 0, 150, TVX_ZEROS_MAYBE, 5, 10, 105.4, 49.0, 42.4, 0.3, 3 },
  { "2x7x3x2 (150)", { 2, 7, 3, 2 }, 4, 0, 0, 150, TVX_ZEROS_SHOWN, 5, 10, 105.4, 49.0, 62.2, 0.3, 3 },
  { "2x7x3x2 (400)", { 2, 7, 3, 2 }, 4, 0, 0, 400, TVX_ZEROS_MAYBE, 5, 10, 76.8, 57.8, 49.8, 0.3, 3 },
  { "2x7x3x2 (400)", { 2, 7, 3, 2 }, 4, 0, 0, 400, TVX_ZEROS_SHOWN, 5, 10, 76.8, 57.8, 72.4, 0.3, 3 },
  { "2x7x3x2 (1000)", { 2, 7, 3, 2 }, 4, 0, 0, 1000, TVX_ZEROS_MAYBE, 5, 10, 63.2, 68.0, 68.8, 0.3, 3 },
  { "2x7x3x2 (1000)", { 2, 7, 3, 2 }, 4, 0, 0, 1000, TVX_ZEROS_SHOWN, 5, 10, 63.2, 68.0, 89.8, 0.3, 3 },
  { "26x2x7 (1000)", { 0 }, 0, 0, 0, 1000, TVX_ZEROS_MAYBE, 3, 6, 239, 81.0, 74.7, 2.5, 10 },
  { "26x2x7 (1000)", { 0 }, 0, 0, 0, 1000, TVX_ZEROS_SHOWN, 3, 6, 239, 81.0, 122, 2.5, 10 },
  { "26x2x7 (3000)", { 0 }, 0, 0, 0, 3000, TVX_ZEROS_MAYBE, 3, 6, 185, 91.3, 90.7, 2.5, 10 },
  { "26x2x7 (3000)", { 0 }, 0, 0, 0, 3000, TVX_ZEROS_SHOWN, 3, 6, 185, 91.3, 131, 2.5, 10 },
  { "26x2x7 (10000)", { 0 }, 0, 0, 0, 10000, TVX_ZEROS_MAYBE, 3, 6, 114, 87.7, 83.0, 2.5, 10 },
  { "26x2x7 (10000)", { 0 }, 0, 0, 0, 10000, TVX_ZEROS_SHOWN, 3, 6, 114, 87.7, 116, 2.5, 10 },
  { "40 projects", { 0 }, 0, 40, 5, 0, TVX_ZEROS_MAYBE, 1, 5, 371, 0, 91, 8, 8 },
  { "40 projects", { 0 }, 0, 40, 5, 0, TVX_ZEROS_SHOWN, 1, 5, 371, 0, 152, 8, 8 },
  { "40, insiders", { 0 }, 0, 40, 5, 0, TVX_ZEROS_SHOWN, 1, 1, 371, 0, 224, 92, 92, "project" },
  { "300 projects", { 0 }, 0, 300, 10, 0, TVX_ZEROS_SHOWN, 1, 1, 2853, 0, 927, 174, 174 },
};

static TvxCountTable *
make_table (const Row *row,
            guint32    seed)
{
  TvxCountTable *table;

  if (row->n_axes > 0)
    table = instance_plain_shaped (row->sizes, row->n_axes, row->n_people, &shapes, seed);
  else if (row->n_projects > 0)
    table = instance_projects_shaped (row->n_projects, row->n_programmes, &shapes, seed);
  else
    table = instance_county (row->n_people, &shapes, seed);
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

static gboolean
is_small (TvxCountTable *table,
          guint          cell)
{
  gint64 count = tvx_count_table_get_count (table, cell);

  return count > 0 && count < tvx_count_table_get_threshold (table);
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
    n_small += is_small (table, cell);
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

static guint
count_eliminated (const Row *row,
                  guint32    seed)
{
  g_autoptr (TvxCountTable) table = make_table (row, seed);
  g_autofree gboolean *hidden = elimination_hide (table, TRUE);
  guint n_follow = 0;

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    n_follow += hidden[cell] && !is_small (table, cell);
  return n_follow;
}

/* By how much the mean of n_references numbers like these is usually off. */
static double
get_chance (const double *numbers,
            guint         n,
            guint         n_references)
{
  double mean = 0, squares = 0;

  for (guint i = 0; i < n; i++)
    mean += numbers[i] / n;
  for (guint i = 0; i < n; i++)
    squares += (numbers[i] - mean) * (numbers[i] - mean);
  return sqrt (squares / (n - 1) / n_references);
}

/* A column that not every row has. */
static void
print_if (gboolean known,
          int      n_decimals,
          double   number)
{
  if (known)
    g_print (" %7.*f", n_decimals, number);
  else
    g_print (" %7s", "");
}

static void
measure (const Row *row)
{
  guint n = row->n_tables, n_measured = 0;
  g_autofree double *follow = g_new (double, n), *gauss = g_new (double, n), *beside = g_new (double, n);
  double once = 0, seconds = 0, small = 0, follow_once = 0, fewest = 0, least = 0, cells = 0, sum = 0;
  double mean_follow = 0, mean_gauss = 0;
  gboolean has_gauss = row->reference_gauss > 0;

  for (guint seed = 1; n_measured < n && seed <= MAX_MADE; seed++)
    {
      TvxProtectionSummary summary;

      if (!is_like_reference (row, seed))
        continue;
      once += protect (row, seed, TVX_HIDING_COST_BALANCED, 0, &summary) / n;
      follow_once += summary.n_follow / (double) n;
      seconds += protect (row, seed, TVX_HIDING_COST_BALANCED, -1, &summary) / n;
      cells += summary.n_cells / (double) n;
      small += summary.n_small / (double) n;
      sum += summary.follow_sum / (double) n;
      follow[n_measured] = summary.n_follow;
      mean_follow += summary.n_follow / (double) n;
      gauss[n_measured] = has_gauss ? count_eliminated (row, seed) : 0;
      mean_gauss += gauss[n_measured] / n;
      if (n > 1)
        {
          protect (row, seed, TVX_HIDING_COST_CELLS, -1, &summary);
          fewest += summary.n_follow / (double) n;
        }
      if (row->n_axes > 0)
        least += find_least (row, seed) / (double) n;
      n_measured++;
    }
  if (n_measured < n)
    {
      g_printerr ("%s: of %d tables only %u have about %.0f small counts\n", row->name, MAX_MADE, n_measured, row->reference_small);
      exit (1);
    }
  for (guint i = 0; has_gauss && i < n; i++)
    beside[i] = (follow[i] - gauss[i] * mean_follow / mean_gauss) / mean_gauss;

  g_print ("%-15s %-6s %6.0f | %7.1f %7.1f | %7.1f %7.1f", row->name, row->zeros == TVX_ZEROS_SHOWN ? "shown" : "maybe",
           cells, small, row->reference_small, follow_once, mean_follow);
  print_if (n > 1, 1, n > 1 ? get_chance (follow, n, row->n_references) : 0);
  print_if (n > 1, 1, fewest);
  print_if (row->n_axes > 0, 1, least);
  g_print (" %7.1f |", row->reference_follow);
  print_if (has_gauss, 1, mean_gauss);
  print_if (has_gauss, 1, row->reference_gauss);
  g_print (" |");
  print_if (has_gauss, 2, mean_follow / mean_gauss);
  print_if (has_gauss, 2, has_gauss ? get_chance (beside, n, row->n_references) : 0);
  print_if (has_gauss, 2, row->reference_follow / row->reference_gauss);
  g_print (" | %7.0f | %8.4f %8.4f | %8.3f %8.3f | %5.0f%%\n", sum, once, row->reference_once, seconds, row->reference_seconds,
           100 * (small + mean_follow) / cells);
  fflush (stdout);
}

int
main (int    argc,
      char **argv)
{
  g_print ("%-15s %-6s %6s | %7s %7s | %7s %7s %7s %7s %7s %7s | %7s %7s | %7s %7s %7s | %7s | %8s %8s | %8s %8s | %6s\n",
           "table (people)", "zeros", "cells", "small", "then", "once", "hidden", "chance", "fewest", "least", "then",
           "gauss", "then", "ratio", "chance", "then", "sum", "once s", "then s", "all s", "then s", "share");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (argc <= 1 || strstr (rows[i].name, argv[1]) != NULL)
      measure (&rows[i]);
  return 0;
}
