/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "instances.h"
#include "statistics/tvx-merge.h"
#include "statistics/tvx-statistics-error.h"

static TvxCountTable *
make_table (void)
{
  static const gint64 counts[2][4] = { { 2, 9, 14, 7 }, { 8, 3, 21, 11 } };
  g_autoptr (TvxAxis) gender = instance_axis ("kon", 2);
  g_autoptr (TvxAxis) age = instance_axis ("alder", 4);
  TvxCountTable *table;

  g_assert_true (tvx_axis_add_group (age, "young", (const char *[]) { "alder0", "alder1", NULL }, NULL));
  table = tvx_count_table_new ("t", (TvxAxis *[]) { gender, age }, 2, NULL);
  for (guint k = 0; k < 2; k++)
    for (guint a = 0; a < 4; a++)
      g_assert_true (tvx_count_table_set_count (table, k * 6 + a, counts[k][a], NULL));
  return table;
}

static void
test_propose (void)
{
  g_autoptr (TvxCountTable) table = make_table ();
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (GPtrArray) merges = NULL;
  g_autofree char *best = NULL;

  tvx_publication_add_table (publication, table);
  merges = tvx_merge_propose (publication, NULL, NULL, NULL);
  g_assert_nonnull (merges);

  /* Three neighbouring pairs of ages, no ages, and no gender. */
  g_assert_cmpuint (merges->len, ==, 5);
  for (guint i = 0; i < merges->len; i++)
    {
      const TvxMerge *merge = g_ptr_array_index (merges, i);

      g_assert_cmpuint (merge->n_lost, ==, 18 - merge->n_shown);
      if (i > 0)
        g_assert_cmpuint (merge->n_lost, >=, ((TvxMerge *) g_ptr_array_index (merges, i - 1))->n_lost);
    }
  best = tvx_merge_dup_text (g_ptr_array_index (merges, 0));
  g_assert_cmpstr (best, ==, "Merge “alder0” and “alder1” in “alder”: 12 numbers can be shown, 0 are hidden");
}

/* An axis that must stay is in every proposal as it is. */
static void
test_required (void)
{
  g_autoptr (TvxCountTable) table = make_table ();
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (GPtrArray) merges = NULL;

  tvx_axis_set_required (tvx_count_table_get_axis (table, 0), TRUE);
  tvx_publication_add_table (publication, table);
  merges = tvx_merge_propose (publication, NULL, NULL, NULL);
  g_assert_nonnull (merges);
  g_assert_cmpuint (merges->len, ==, 4);
  for (guint i = 0; i < merges->len; i++)
    g_assert_cmpstr (((TvxMerge *) merges->pdata[i])->axis, ==, "alder");
}

/* What an earlier report shows cannot be taken back by merging. */
static void
test_after_release (void)
{
  g_autoptr (TvxCountTable) table = make_table ();
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();
  g_autoptr (GPtrArray) merges = NULL;
  g_autoptr (GError) error = NULL;

  tvx_publication_add_table (publication, table);
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    {
      g_autofree char *key = tvx_count_table_dup_key (table, cell);

      if (tvx_count_table_get_count (table, cell) >= 5)
        tvx_ledger_add (ledger, key, TVX_RELEASE_SHOWN, tvx_count_table_get_count (table, cell), "2017-06-30", "2017");
    }
  tvx_publication_set_ledger (publication, ledger);
  g_assert_null (tvx_protect (publication, NULL, NULL, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
  merges = tvx_merge_propose (publication, NULL, NULL, NULL);
  g_assert_nonnull (merges);
  g_assert_cmpuint (merges->len, ==, 0);
}

static void
check_progress (double   fraction,
                gpointer data)
{
  double *latest = data;

  g_assert_cmpfloat (fraction, >=, *latest);
  g_assert_cmpfloat (fraction, <=, 1);
  *latest = fraction;
}

/* An axis that readers do not see links tables and is not for leaving out; and progress goes on from try to try. */
static void
test_internal (void)
{
  g_autoptr (TvxAxis) project = instance_axis ("project", 3), age = instance_axis ("alder", 4);
  g_autoptr (TvxCountTable) table = NULL;
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) merges = NULL;
  TvxProtectOptions options = TVX_PROTECT_OPTIONS_INIT;
  double latest = 0;

  tvx_axis_set_internal (project, TRUE);
  table = tvx_count_table_new ("sum", (TvxAxis *[]) { project, age }, 2, NULL);
  instance_fill (table, 15, random);
  tvx_publication_add_table (publication, table);
  options.progress = check_progress;
  options.progress_data = &latest;
  merges = tvx_merge_propose (publication, &options, NULL, NULL);
  g_assert_cmpuint (merges->len, >=, 1);
  for (guint i = 0; i < merges->len; i++)
    g_assert_cmpstr (((TvxMerge *) g_ptr_array_index (merges, i))->axis, ==, "alder");
  g_assert_cmpfloat (latest, >, 0.5);
}

static void
stop_at_once (double   fraction,
              gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  g_autoptr (TvxCountTable) table = make_table ();
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  TvxProtectOptions options = TVX_PROTECT_OPTIONS_INIT;

  options.progress = stop_at_once;
  options.progress_data = cancellable;
  tvx_publication_add_table (publication, table);
  g_assert_null (tvx_merge_propose (publication, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/propose", test_propose);
  g_test_add_func ("/merge/required", test_required);
  g_test_add_func ("/merge/after-release", test_after_release);
  g_test_add_func ("/merge/internal", test_internal);
  g_test_add_func ("/merge/cancel", test_cancel);

  return g_test_run ();
}
