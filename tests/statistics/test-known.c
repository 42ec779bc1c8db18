/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables whose answer is known: from the tests and handbooks of other programs, or by reasoning. */

#include "attacker.h"
#include "instances.h"
#include "statistics/tvx-protect.h"
#include "statistics/tvx-statistics-error.h"

static TvxProtection *
hide_small (TvxPublication *publication)
{
  TvxProtection *naive;
  gint64 low, high;

  g_assert_true (tvx_publication_prepare (publication, NULL));
  naive = tvx_protection_new (publication);
  for (guint i = 0; i < tvx_publication_get_n_counts (publication); i++)
    tvx_protection_set_hidden (naive, i, tvx_publication_get_range (publication, i, &low, &high));
  return naive;
}

static void
get_range (TvxProtection     *protection,
           const char *const *at,
           double            *lowest,
           double            *highest)
{
  TvxCountTable *table = tvx_publication_get_table (tvx_protection_get_publication (protection), 0);
  g_autoptr (Attacker) attacker = attacker_new (protection);
  guint cell;

  g_assert_true (tvx_count_table_find_cell (table, at, &cell, NULL));
  attacker_get_range (attacker, 0, cell, lowest, highest);
}

/* Regions in counties and, across them, in size groups; both groupings are safe alone. Together, the regions of small size
 * less county 1 are K and N, which are 10, and N is 7. Hiding one more number is enough. */
static void
test_region_and_size (void)
{
  static const char *const regions[] = { "A", "B", "I", "J", "K", "L", "M", "N", NULL };
  static const gint64 counts[] = { 2, 2, 8, 8, 3, 3, 3, 7 };
  g_autoptr (TvxAxis) region = tvx_axis_new ("region", regions, NULL);
  g_autoptr (TvxCountTable) table = NULL;
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (TvxProtection) naive = NULL, protection = NULL;
  g_autoptr (Attacker) attacker = NULL;
  TvxProtectionSummary summary;
  double lowest, highest;

  g_assert_true (tvx_axis_add_group (region, "county 1", (const char *[]) { "A", "B", "I", "J", NULL }, NULL));
  g_assert_true (tvx_axis_add_group (region, "county 2", (const char *[]) { "K", "L", "M", "N", NULL }, NULL));
  g_assert_true (tvx_axis_add_group (region, "big", (const char *[]) { "L", "M", NULL }, NULL));
  g_assert_true (tvx_axis_add_group (region, "small", (const char *[]) { "A", "B", "I", "J", "K", "N", NULL }, NULL));
  table = tvx_count_table_new ("regions", &region, 1, NULL);
  g_assert_true (tvx_count_table_set_threshold (table, 4, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_true (tvx_count_table_set_count (table, i, counts[i], NULL));
  tvx_publication_add_table (publication, table);

  naive = hide_small (publication);
  get_range (naive, (const char *[]) { "K", NULL }, &lowest, &highest);
  g_assert_cmpfloat (lowest, ==, 3);
  g_assert_cmpfloat (highest, ==, 3);

  protection = tvx_protect (publication, NULL, NULL, NULL);
  attacker = attacker_new (protection);
  g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
  tvx_protection_get_summary (protection, &summary);
  g_assert_cmpuint (summary.n_small, ==, 5);
  g_assert_cmpuint (summary.n_follow, ==, 1);
}

static TvxCountTable *
make_table (guint         n_rows,
            guint         n_columns,
            const gint64 *counts,
            TvxZeros      zeros)
{
  TvxCountTable *table = instance_plain ((guint[]) { n_rows, n_columns }, 2, 0, 0);

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    if (tvx_count_table_is_inner (table, cell))
      g_assert_true (tvx_count_table_set_count (table, cell, *counts++, NULL));
  tvx_count_table_set_zeros (table, zeros);
  return table;
}

/* Two hidden cells of a row, three people in all. Whoever may think of zeros knows little; whoever knows that zeros are
 * shown knows that they are 1 and 2. */
static void
test_ones_and_zeros (void)
{
  static const gint64 counts[] = { 1, 2, 30, 0, 2, 1, 40, 9, 10, 20, 50, 0 };
  double lowest, highest;

  for (TvxZeros zeros = TVX_ZEROS_MAYBE; zeros <= TVX_ZEROS_SHOWN; zeros++)
    {
      g_autoptr (TvxCountTable) table = make_table (3, 4, counts, zeros);
      g_autoptr (TvxPublication) publication = tvx_publication_new ();
      g_autoptr (TvxProtection) naive = NULL, protection = NULL;
      g_autoptr (Attacker) attacker = NULL;

      tvx_publication_add_table (publication, table);
      naive = hide_small (publication);
      get_range (naive, (const char *[]) { "d0-0", "d1-0", NULL }, &lowest, &highest);
      g_assert_cmpfloat (lowest, ==, zeros == TVX_ZEROS_SHOWN ? 1 : 0);
      g_assert_cmpfloat (highest, ==, zeros == TVX_ZEROS_SHOWN ? 2 : 3);

      protection = tvx_protect (publication, NULL, NULL, NULL);
      attacker = attacker_new (protection);
      g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
      get_range (protection, (const char *[]) { "d0-0", "d1-0", NULL }, &lowest, &highest);
      g_assert_cmpfloat (lowest, <=, 1);
      g_assert_cmpfloat (highest, >=, 5);
    }
}

/* One hidden in a row and column that hide nothing else is exactly what is left; a second in each, and it is open. */
static void
test_corners (void)
{
  static const gint64 counts[] = { 12, 3, 40, 50, 60, 9, 8, 70, 30 };
  g_autoptr (TvxCountTable) table = make_table (3, 3, counts, TVX_ZEROS_MAYBE);
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (TvxProtection) naive = NULL;
  double lowest, highest;

  tvx_publication_add_table (publication, table);
  naive = hide_small (publication);
  get_range (naive, (const char *[]) { "d0-0", "d1-1", NULL }, &lowest, &highest);
  g_assert_cmpfloat (lowest, ==, 3);
  g_assert_cmpfloat (highest, ==, 3);

  /* As 3 rises, 12 beside it and 70 below it fall, and 8 rises: up to 3 + 12. As it falls, 8 falls too: down to 0. */
  for (guint corner = 0; corner < 3; corner++)
    {
      guint cell;

      g_assert_true (tvx_count_table_find_cell (table, ((const char *[][3]) { { "d0-0", "d1-0", NULL }, { "d0-2", "d1-0", NULL }, { "d0-2", "d1-1", NULL } })[corner], &cell, NULL));
      tvx_protection_set_hidden (naive, tvx_publication_get_count_at (publication, 0, cell), TRUE);
    }
  get_range (naive, (const char *[]) { "d0-0", "d1-1", NULL }, &lowest, &highest);
  g_assert_cmpfloat (lowest, ==, 0);
  g_assert_cmpfloat (highest, ==, 15);
}

static TvxPublication *
publish_two (TvxCountTable *table,
             TvxCountTable *linked,
             TvxLedger     *ledger)
{
  TvxPublication *publication = tvx_publication_new ();

  tvx_publication_add_table (publication, table);
  if (linked != NULL)
    tvx_publication_add_table (publication, linked);
  tvx_publication_add_insider (publication, "d0-");
  tvx_publication_set_ledger (publication, ledger);
  return publication;
}

static TvxCountTable *
make_linked (TvxCountTable *table)
{
  static const gint64 counts[] = { 0, 0, 1, 16 };
  g_autoptr (TvxAxis) other = instance_axis ("other", 2);
  TvxCountTable *linked = tvx_count_table_new ("linked", (TvxAxis *[]) { tvx_count_table_get_axis (table, 0), other }, 2, NULL);

  for (guint i = 0; i < 4; i++)
    g_assert_true (tvx_count_table_set_count (linked, i / 2 * 3 + i % 2, counts[i], NULL));
  return linked;
}

static const gint64 in_one_place[] = { 0, 0, 8, 9 };

/* A municipality where a table shows that there is nobody has nobody in another table either, although that table need not
 * show zeros. So the other municipality knows that the sums of both are its own numbers, and there is nothing to protect. */
static void
test_nobody_there (void)
{
  g_autoptr (TvxCountTable) table = make_table (2, 2, in_one_place, TVX_ZEROS_SHOWN), linked = make_linked (table);
  g_autoptr (TvxPublication) publication = publish_two (table, linked, NULL);
  g_autoptr (TvxProtection) protection = NULL;
  g_autoptr (Attacker) attacker = NULL;
  g_autoptr (GError) error = NULL;

  protection = tvx_protect (publication, NULL, NULL, &error);
  g_assert_no_error (error);
  attacker = attacker_new (protection);
  g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      attacker_know (attacker, "d0-", tvx_axis_get_node_id (tvx_count_table_get_axis (table, 0), i));
      g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
      attacker_forget (attacker);
    }
}

/* Where it was an earlier report that happened to show that there is nobody, to tell more now tells too much. */
static void
test_nobody_there_earlier (void)
{
  g_autoptr (TvxCountTable) table = make_table (2, 2, in_one_place, TVX_ZEROS_MAYBE), linked = make_linked (table);
  g_autoptr (TvxPublication) first = publish_two (table, NULL, NULL), later = NULL;
  g_autoptr (TvxProtection) protection = tvx_protect (first, NULL, NULL, NULL);
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();
  g_autoptr (GError) error = NULL;

  tvx_protection_record (protection, 1, ledger, "2017-06-30", "2017");
  later = publish_two (table, linked, ledger);
  g_assert_null (tvx_protect (later, NULL, NULL, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
}

/* Young people in one municipality may be 1 to 5, since the older ones in the other, who are 3, may be 1 to 5, too. When it
 * is told later that these are of both kinds, they are at least 2, and so, by the sums that were shown, are the young ones. By
 * the rule about zeros alone they could be 1, so that must not be told. */
static void
test_sums_shown_earlier (void)
{
  static const gint64 counts[] = { 3, 29, 0, 3 }, kinds[] = { 16, 16, 1, 2 };
  static const gboolean hidden[] = { TRUE, TRUE, FALSE, FALSE, TRUE, TRUE, TRUE, FALSE, TRUE };
  g_autoptr (TvxCountTable) table = make_table (2, 2, counts, TVX_ZEROS_SHOWN);
  g_autoptr (TvxAxis) other = instance_axis ("other", 2);
  g_autoptr (TvxCountTable) linked = tvx_count_table_new ("linked", (TvxAxis *[]) { tvx_count_table_get_axis (table, 0), other }, 2, NULL);
  g_autoptr (TvxPublication) first = tvx_publication_new (), later = tvx_publication_new ();
  g_autoptr (TvxProtection) earlier = NULL;
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();
  g_autoptr (Attacker) attacker = NULL;
  g_autoptr (GError) error = NULL;

  tvx_publication_add_table (first, table);
  g_assert_true (tvx_publication_prepare (first, NULL));
  earlier = tvx_protection_new (first);
  for (guint cell = 0; cell < G_N_ELEMENTS (hidden); cell++)
    tvx_protection_set_hidden (earlier, tvx_publication_get_count_at (first, 0, cell), hidden[cell]);
  attacker = attacker_new (earlier);
  g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
  tvx_protection_record (earlier, 1, ledger, "2017-06-30", "2017");

  for (guint i = 0; i < 4; i++)
    g_assert_true (tvx_count_table_set_count (linked, i / 2 * 3 + i % 2, kinds[i], NULL));
  tvx_count_table_set_zeros (linked, TVX_ZEROS_SHOWN);
  tvx_publication_add_table (later, table);
  tvx_publication_add_table (later, linked);
  tvx_publication_set_ledger (later, ledger);
  g_assert_null (tvx_protect (later, NULL, NULL, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/known/region-and-size", test_region_and_size);
  g_test_add_func ("/known/ones-and-zeros", test_ones_and_zeros);
  g_test_add_func ("/known/corners", test_corners);
  g_test_add_func ("/known/nobody-there", test_nobody_there);
  g_test_add_func ("/known/nobody-there/earlier", test_nobody_there_earlier);
  g_test_add_func ("/known/sums-shown-earlier", test_sums_shown_earlier);

  return g_test_run ();
}
