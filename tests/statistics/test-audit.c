/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "attacker.h"
#include "instances.h"
#include "statistics/tvx-audit.h"
#include "statistics/tvx-protect.h"
#include "statistics/tvx-statistics-error.h"

static gint64 *
read_shown (TvxProtection *protection)
{
  TvxPublication *publication = tvx_protection_get_publication (protection);
  gint64 *shown = g_new (gint64, tvx_publication_get_n_counts (publication));

  for (guint i = 0; i < tvx_publication_get_n_counts (publication); i++)
    {
      guint table, cell;

      tvx_publication_get_place (publication, i, &table, &cell);
      shown[i] = tvx_protection_get_state (protection, i) == TVX_CELL_SHOWN
                   ? tvx_count_table_get_count (tvx_publication_get_table (publication, table), cell)
                   : TVX_AUDIT_HIDDEN;
    }
  return shown;
}

/* Two programs that share nothing but the table come to the same ranges. */
static void
test_like_attacker (gconstpointer data)
{
  g_autoptr (TvxCountTable) table = instance_plain ((guint[]) { 2, 7, 3 }, 3, 200, 3);
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (TvxProtection) protection = NULL;
  g_autoptr (Attacker) attacker = NULL;
  g_autofree gint64 *shown = NULL;
  g_autofree TvxRange *ranges = NULL;

  tvx_count_table_set_zeros (table, GPOINTER_TO_INT (data));
  tvx_publication_add_table (publication, table);
  protection = tvx_protect (publication, NULL, NULL, NULL);
  attacker = attacker_new (protection);
  shown = read_shown (protection);
  ranges = g_new (TvxRange, tvx_publication_get_n_counts (publication));
  g_assert_true (tvx_audit (publication, shown, ranges, NULL));

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    {
      const TvxRange *range = &ranges[tvx_publication_get_count_at (publication, 0, cell)];
      double lowest, highest;

      attacker_get_range (attacker, 0, cell, &lowest, &highest);
      g_assert_cmpfloat_with_epsilon (range->lowest, lowest, 0.51);
      if (isinf (highest))
        g_assert_cmpint (range->highest, ==, G_MAXINT64);
      else
        g_assert_cmpfloat_with_epsilon (range->highest, highest, 0.51);
    }
}

/* A single hidden number in a row is what the others leave; with a second row and column it is open. */
static void
test_exact (void)
{
  static const gint64 counts[] = { 20, 50, 10, 8, 19, 22, 17, 32, 12 };
  g_autoptr (TvxCountTable) table = instance_plain ((guint[]) { 3, 3 }, 2, 0, 0);
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (TvxProtection) protection = NULL;
  g_autofree gint64 *shown = NULL;
  TvxRange ranges[16];

  for (guint i = 0; i < 9; i++)
    g_assert_true (tvx_count_table_set_count (table, i / 3 * 4 + i % 3, counts[i], NULL));
  tvx_publication_add_table (publication, table);
  g_assert_true (tvx_publication_prepare (publication, NULL));
  protection = tvx_protection_new (publication);

  tvx_protection_set_hidden (protection, 5, TRUE);
  shown = read_shown (protection);
  g_assert_true (tvx_audit (publication, shown, ranges, NULL));
  g_assert_cmpint (ranges[5].lowest, ==, 19);
  g_assert_cmpint (ranges[5].highest, ==, 19);

  shown[4] = shown[8] = shown[9] = TVX_AUDIT_HIDDEN;
  g_assert_true (tvx_audit (publication, shown, ranges, NULL));
  g_assert_cmpint (ranges[5].lowest, ==, 2);
  g_assert_cmpint (ranges[5].highest, ==, 27);
}

static void
test_contradiction (gconstpointer data)
{
  gboolean hide = GPOINTER_TO_INT (data);
  g_autoptr (TvxCountTable) table = instance_plain ((guint[]) { 2, 2 }, 2, 40, 1);
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (TvxProtection) protection = NULL;
  g_autofree gint64 *shown = NULL;
  g_autoptr (GError) error = NULL;
  TvxRange ranges[9];

  tvx_publication_add_table (publication, table);
  g_assert_true (tvx_publication_prepare (publication, NULL));
  protection = tvx_protection_new (publication);
  shown = read_shown (protection);
  shown[2] = 1000;
  if (hide)
    shown[0] = shown[1] = TVX_AUDIT_HIDDEN;
  g_assert_false (tvx_audit (publication, shown, ranges, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_DISAGREE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/audit/like-attacker/zeros-maybe", GINT_TO_POINTER (TVX_ZEROS_MAYBE), test_like_attacker);
  g_test_add_data_func ("/audit/like-attacker/zeros-shown", GINT_TO_POINTER (TVX_ZEROS_SHOWN), test_like_attacker);
  g_test_add_func ("/audit/exact", test_exact);
  g_test_add_data_func ("/audit/contradiction/shown", GINT_TO_POINTER (FALSE), test_contradiction);
  g_test_add_data_func ("/audit/contradiction/hidden", GINT_TO_POINTER (TRUE), test_contradiction);

  return g_test_run ();
}
