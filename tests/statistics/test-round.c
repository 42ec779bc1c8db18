/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers that are rounded so that their sums hold. */

#include "attacker.h"
#include "instances.h"
#include "statistics/tvx-protect.h"
#include "statistics/tvx-round.h"
#include "statistics/tvx-statistics-error.h"

#define N_SEEDS 15

static void
assert_additive (TvxProtection *protection,
                 guint          t)
{
  TvxCountTable *table = tvx_publication_get_table (tvx_protection_get_publication (protection), t);
  g_autofree gint64 *sums = g_new0 (gint64, tvx_count_table_get_n_cells (table));
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 number;

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    {
      if (!tvx_count_table_is_inner (table, cell))
        continue;
      g_assert_true (tvx_protection_get_shown (protection, t, cell, &number));
      tvx_count_table_get_above (table, cell, above);
      for (guint i = 0; i < above->len; i++)
        sums[g_array_index (above, guint, i)] += number;
    }
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    {
      gint64 count = tvx_count_table_get_count (table, cell);

      g_assert_true (tvx_protection_get_shown (protection, t, cell, &number));
      g_assert_cmpint (number, ==, sums[cell]);
      g_assert_cmpint (number % TVX_ROUND_BASE, ==, 0);
      g_assert_cmpint (ABS (number - count), <, TVX_ROUND_BASE);
      if (count == 0)
        g_assert_cmpint (number, ==, 0);
    }
}

static void
test_random (gconstpointer data)
{
  guint n_axes = GPOINTER_TO_UINT (data);

  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (TvxCountTable) table = instance_plain ((guint[]) { 2, 7, 3, 2 }, n_axes, 150 + 20 * seed, seed);
      g_autoptr (TvxPublication) publication = tvx_publication_new ();
      g_autoptr (TvxProtection) rounded = NULL;
      g_autoptr (Attacker) attacker = NULL;
      g_autoptr (GError) error = NULL;
      TvxRoundSummary summary;

      tvx_publication_add_table (publication, table);
      rounded = tvx_round (publication, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (tvx_protection_get_rounding (rounded), ==, TVX_ROUND_BASE);
      assert_additive (rounded, 0);
      attacker = attacker_new (rounded);
      g_assert_cmpuint (attacker_count_exact (attacker), ==, 0);
      tvx_round_get_summary (rounded, &summary);
      g_assert_cmpuint (summary.n_cells, ==, tvx_count_table_get_n_cells (table));
      g_assert_cmpint (summary.greatest, <, TVX_ROUND_BASE);
      /* What the summary counts as open is open. */
      g_assert_cmpuint (summary.n_narrow, >=, attacker_count_narrow (attacker));
    }
}

static TvxCountTable *
make_column (const gint64 *counts,
             guint         n)
{
  TvxCountTable *table = instance_plain (&n, 1, 0, 0);

  for (guint i = 0; i < n; i++)
    g_assert_true (tvx_count_table_set_count (table, i, counts[i], NULL));
  return table;
}

/* A portfolio whose sum is rounded with the tables of its projects. */
static void
test_linked (void)
{
  g_autoptr (TvxCountTable) portfolio = instance_projects (6, 2, 3);
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (TvxProtection) rounded = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxCountTable) one = tvx_count_table_new ("one", (TvxAxis *[]) { tvx_count_table_get_axis (portfolio, 2) }, 1, NULL);

  tvx_count_table_fix (one, "project", "project3");
  for (guint age = 0; age < 7; age++)
    {
      guint cell;

      g_assert_true (tvx_count_table_find_cell (portfolio, (const char *[]) { "project3", "*", tvx_axis_get_node_id (tvx_count_table_get_axis (portfolio, 2), age), NULL }, &cell, NULL));
      g_assert_true (tvx_count_table_set_count (one, age, tvx_count_table_get_count (portfolio, cell), NULL));
    }
  tvx_publication_add_table (publication, portfolio);
  tvx_publication_add_table (publication, one);
  rounded = tvx_round (publication, NULL, &error);
  g_assert_no_error (error);
  assert_additive (rounded, 0);
  assert_additive (rounded, 1);
}

/* Every number that is rounded otherwise is noticed. */
static void
test_certificate (void)
{
  static const gint64 counts[] = { 3, 12, 0, 6 };
  g_autoptr (TvxCountTable) table = make_column (counts, 4);
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (TvxProtection) rounded = NULL;

  tvx_publication_add_table (publication, table);
  rounded = tvx_round (publication, NULL, NULL);
  g_assert_nonnull (rounded);
  for (guint i = 0; i < 5; i++)
    {
      gint64 number = tvx_protection_get_rounded (rounded, i);
      g_autoptr (GError) error = NULL;

      tvx_protection_set_rounded (rounded, i, number + TVX_ROUND_BASE);
      g_assert_false (tvx_protection_certify (rounded, &error));
      g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_NOT_CERTIFIED);
      tvx_protection_set_rounded (rounded, i, number);
    }
  g_assert_true (tvx_protection_certify (rounded, NULL));
}

/* Without the proof that a small count may be another one, nothing is certified. */
static void
test_without_proof (void)
{
  static const gint64 counts[] = { 3, 12, 0, 6 };
  g_autoptr (TvxCountTable) table = make_column (counts, 4);
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (TvxProtection) rounded = NULL;
  g_autoptr (TvxProtection) bare = NULL;
  g_autoptr (GError) error = NULL;

  tvx_publication_add_table (publication, table);
  rounded = tvx_round (publication, NULL, NULL);
  bare = tvx_protection_new (publication);
  for (guint i = 0; i < tvx_publication_get_n_counts (publication); i++)
    tvx_protection_set_rounded (bare, i, tvx_protection_get_rounded (rounded, i));
  g_assert_false (tvx_protection_certify (bare, &error));
  g_assert_nonnull (strstr (error->message, "another value"));
}

/* The truth beside a number near it would tell more than either. */
static void
test_ledger (void)
{
  static const gint64 counts[] = { 3, 12, 0, 6 }, corrected[] = { 3, 13, 0, 6 };
  g_autoptr (TvxCountTable) table = make_column (counts, 4), later_table = make_column (corrected, 4);
  g_autoptr (TvxLedger) exact = tvx_ledger_new (), near = tvx_ledger_new ();
  g_autoptr (TvxPublication) first = tvx_publication_new (), second = tvx_publication_new ();
  g_autoptr (TvxPublication) third = tvx_publication_new (), fourth = tvx_publication_new ();
  g_autoptr (TvxProtection) protection = NULL, rounded = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  tvx_publication_add_table (first, table);
  protection = tvx_protect (first, NULL, NULL, NULL);
  rounded = tvx_round (first, NULL, NULL);
  tvx_protection_record (protection, 1, exact, "2017-06-30", "exact");
  tvx_protection_record (rounded, 1, near, "2017-06-30", "near");

  tvx_publication_add_table (second, table);
  tvx_publication_set_ledger (second, exact);
  g_assert_null (tvx_round (second, NULL, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
  g_clear_error (&error);

  tvx_publication_add_table (third, table);
  tvx_publication_set_ledger (third, near);
  g_assert_null (tvx_protect (third, NULL, NULL, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
  g_clear_error (&error);

  /* What is still near stays as it was. */
  tvx_publication_add_table (fourth, later_table);
  tvx_publication_set_ledger (fourth, near);
  again = tvx_round (fourth, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < tvx_publication_get_n_counts (fourth); i++)
    g_assert_cmpint (tvx_protection_get_rounded (again, i), ==, tvx_protection_get_rounded (rounded, i));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/round/1", GUINT_TO_POINTER (1), test_random);
  g_test_add_data_func ("/round/2", GUINT_TO_POINTER (2), test_random);
  g_test_add_data_func ("/round/3", GUINT_TO_POINTER (3), test_random);
  g_test_add_data_func ("/round/4", GUINT_TO_POINTER (4), test_random);
  g_test_add_func ("/round/linked", test_linked);
  g_test_add_func ("/round/certificate", test_certificate);
  g_test_add_func ("/round/without-proof", test_without_proof);
  g_test_add_func ("/round/ledger", test_ledger);

  return g_test_run ();
}
