/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attacker.h"
#include "instances.h"
#include "statistics/tvx-protect.h"
#include "statistics/tvx-statistics-error.h"

static TvxCountTable *
make_table (const guint  *sizes,
            guint         n_axes,
            const gint64 *counts)
{
  TvxCountTable *table = instance_plain (sizes, n_axes, 0, 0);

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    if (tvx_count_table_is_inner (table, cell))
      g_assert_true (tvx_count_table_set_count (table, cell, *counts++, NULL));
  return table;
}

static TvxPublication *
publish (TvxCountTable *table)
{
  TvxPublication *publication = tvx_publication_new ();

  tvx_publication_add_table (publication, table);
  return publication;
}

static TvxCellState
state_at (TvxProtection     *protection,
          guint              table,
          const char *const *at)
{
  TvxPublication *publication = tvx_protection_get_publication (protection);
  guint cell;

  g_assert_true (tvx_count_table_find_cell (tvx_publication_get_table (publication, table), at, &cell, NULL));
  return tvx_protection_get_state_at (protection, table, cell);
}

static TvxProtection *
protect (TvxPublication *publication)
{
  g_autoptr (GError) error = NULL;
  TvxProtection *protection = tvx_protect (publication, NULL, NULL, &error);

  g_assert_no_error (error);
  return protection;
}

/* One small count in the middle: the smallest other three corners that carry it are known. */
static void
test_one_small (void)
{
  static const gint64 counts[] = { 20, 50, 30, 40, 3, 60, 70, 6, 80 };
  g_autoptr (TvxCountTable) table = make_table ((guint[]) { 3, 3 }, 2, counts);
  g_autoptr (TvxPublication) publication = publish (table);
  g_autoptr (TvxProtection) protection = protect (publication);
  TvxProtectionSummary summary;

  tvx_protection_get_summary (protection, &summary);
  g_assert_cmpuint (summary.n_cells, ==, 16);
  g_assert_cmpuint (summary.n_small, ==, 1);
  g_assert_cmpuint (summary.n_follow, ==, 3);
  g_assert_cmpint (state_at (protection, 0, (const char *[]) { "d0-1", "d1-1", NULL }), ==, TVX_CELL_SMALL);
  g_assert_cmpint (state_at (protection, 0, (const char *[]) { "d0-2", "d1-1", NULL }), ==, TVX_CELL_FOLLOW);
  g_assert_cmpint (state_at (protection, 0, (const char *[]) { "*", "*", NULL }), ==, TVX_CELL_SHOWN);
}

static void
test_nothing_small (void)
{
  static const gint64 counts[] = { 20, 0, 30, 40 };
  g_autoptr (TvxCountTable) table = make_table ((guint[]) { 2, 2 }, 2, counts);
  g_autoptr (TvxPublication) publication = publish (table);
  g_autoptr (TvxProtection) protection = protect (publication);
  TvxProtectionSummary summary;

  tvx_protection_get_summary (protection, &summary);
  g_assert_cmpuint (summary.n_small + summary.n_follow, ==, 0);
  g_assert_cmpuint (tvx_protection_get_n_witnesses (protection), ==, 0);
}

/* A handful of people altogether: the totals have to go too. */
static void
test_small_total (void)
{
  static const gint64 counts[] = { 2, 0, 0, 1 };

  for (TvxZeros zeros = TVX_ZEROS_MAYBE; zeros <= TVX_ZEROS_PROTECTED; zeros++)
    {
      g_autoptr (TvxCountTable) table = make_table ((guint[]) { 2, 2 }, 2, counts);
      g_autoptr (TvxPublication) publication = publish (table);
      g_autoptr (TvxProtection) protection = NULL;
      g_autoptr (Attacker) attacker = NULL;

      tvx_count_table_set_zeros (table, zeros);
      protection = protect (publication);
      attacker = attacker_new (protection);
      g_assert_cmpint (state_at (protection, 0, (const char *[]) { "*", "*", NULL }), ==, TVX_CELL_SMALL);
      g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
    }
}

/* Where everyone in a row is in one cell, that cell tells of all of them. */
static void
test_everyone_in_one_cell (void)
{
  static const gint64 counts[] = { 12, 0, 9, 30 };
  g_autoptr (TvxCountTable) table = make_table ((guint[]) { 2, 2 }, 2, counts);
  g_autoptr (TvxPublication) publication = publish (table);
  g_autoptr (TvxProtection) protection = NULL;
  g_autoptr (Attacker) attacker = NULL;
  double lowest, highest;

  tvx_count_table_set_zeros (table, TVX_ZEROS_PROTECTED);
  protection = protect (publication);
  attacker = attacker_new (protection);
  g_assert_cmpint (state_at (protection, 0, (const char *[]) { "d0-0", "d1-1", NULL }), ==, TVX_CELL_SMALL);
  attacker_get_range (attacker, 0, 1, &lowest, &highest);
  g_assert_cmpfloat (lowest, ==, 0);
  g_assert_cmpfloat (highest, >=, 5);
}

static void
test_impossible (void)
{
  static const gint64 counts[] = { 12, 0, 9, 30 };
  g_autoptr (TvxCountTable) table = make_table ((guint[]) { 2, 2 }, 2, counts);
  g_autoptr (TvxPublication) publication = publish (table);
  g_autoptr (TvxProtection) protection = NULL;
  TvxProtectionSummary summary;

  tvx_count_table_set_zeros (table, TVX_ZEROS_PROTECTED);
  g_assert_true (tvx_count_table_set_impossible (table, 1, NULL));
  protection = protect (publication);
  tvx_protection_get_summary (protection, &summary);
  g_assert_cmpuint (summary.n_small + summary.n_follow, ==, 0);
}

static void
test_same_twice (void)
{
  static const gint64 counts[] = { 11, 2, 3, 24, 35, 16, 9, 8, 7 };
  g_autofree TvxCellState *first = NULL;

  for (guint run = 0; run < 2; run++)
    {
      g_autoptr (TvxCountTable) table = make_table ((guint[]) { 3, 3 }, 2, counts);
      g_autoptr (TvxPublication) publication = publish (table);
      g_autoptr (TvxProtection) protection = protect (publication);
      g_autofree TvxCellState *states = g_new0 (TvxCellState, 16);

      for (guint cell = 0; cell < 16; cell++)
        states[cell] = tvx_protection_get_state_at (protection, 0, cell);
      if (run == 1)
        g_assert_cmpmem (first, 16 * sizeof *first, states, 16 * sizeof *states);
      g_free (first);
      first = g_steal_pointer (&states);
    }
}

/* The two tables of a region and of a size class each look safe and share the row of region 0. */
static void
test_linked_disagree (void)
{
  g_autoptr (TvxAxis) place = instance_axis ("kommun", 2);
  g_autoptr (TvxAxis) age = instance_axis ("alder", 2);
  g_autoptr (TvxAxis) gender = instance_axis ("kon", 2);
  g_autoptr (TvxCountTable) by_age = tvx_count_table_new ("by age", (TvxAxis *[]) { place, age }, 2, NULL);
  g_autoptr (TvxCountTable) by_gender = tvx_count_table_new ("by gender", (TvxAxis *[]) { place, gender }, 2, NULL);
  g_autoptr (TvxPublication) publication = publish (by_age);
  g_autoptr (GError) error = NULL;

  g_assert_true (tvx_count_table_set_count (by_age, 0, 7, NULL));
  g_assert_true (tvx_count_table_set_count (by_gender, 0, 8, NULL));
  tvx_publication_add_table (publication, by_gender);
  g_assert_null (tvx_protect (publication, NULL, NULL, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_DISAGREE);
  g_assert_cmpstr (error->message, ==,
                   "The tables “by age” and “by gender” count the same people and disagree: 7 and 8 at kommun0 × *");
}

/* Separately protected, the project and the portfolio would give each other away. */
static void
test_portfolio (void)
{
  g_autoptr (TvxAxis) project = instance_axis ("project", 3);
  g_autoptr (TvxAxis) age = instance_axis ("alder", 4);
  g_autoptr (TvxAxis) gender = instance_axis ("kon", 2);
  g_autoptr (TvxCountTable) portfolio = tvx_count_table_new ("portfolio", (TvxAxis *[]) { project, age }, 2, NULL);
  g_autoptr (TvxCountTable) one = tvx_count_table_new ("one", (TvxAxis *[]) { age, gender }, 2, NULL);
  static const gint64 counts[3][4] = { { 2, 9, 14, 7 }, { 8, 3, 21, 11 }, { 6, 19, 4, 30 } };
  g_autoptr (TvxPublication) publication = publish (portfolio);
  g_autoptr (TvxProtection) protection = NULL;
  g_autoptr (Attacker) attacker = NULL;

  for (guint p = 0; p < 3; p++)
    for (guint a = 0; a < 4; a++)
      g_assert_true (tvx_count_table_set_count (portfolio, p * 5 + a, counts[p][a], NULL));
  tvx_count_table_fix (one, "project", "project0");
  for (guint a = 0; a < 4; a++)
    {
      g_assert_true (tvx_count_table_set_count (one, a * 3, counts[0][a] / 2, NULL));
      g_assert_true (tvx_count_table_set_count (one, a * 3 + 1, counts[0][a] - counts[0][a] / 2, NULL));
    }
  tvx_publication_add_table (publication, one);
  tvx_publication_add_insider (publication, "project");
  protection = protect (publication);
  attacker = attacker_new (protection);
  g_assert_cmpuint (tvx_publication_get_count_at (publication, 0, 0), ==, tvx_publication_get_count_at (publication, 1, 2));
  g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
  for (guint p = 0; p < 3; p++)
    {
      attacker_know (attacker, "project", tvx_axis_get_node_id (project, p));
      g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
      attacker_forget (attacker);
    }
}

/* Two margins of one three-way table, which is itself not published. */
static void
test_unpublished_joint (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (TvxAxis) place = instance_axis ("kommun", 3);
      g_autoptr (TvxAxis) age = instance_axis ("alder", 4), unseen_age = instance_axis ("alder", 4);
      g_autoptr (TvxAxis) gender = instance_axis ("kon", 2), unseen_gender = instance_axis ("kon", 2);
      g_autoptr (TvxCountTable) by_age = NULL, by_gender = NULL;
      g_autoptr (TvxPublication) publication = NULL;
      g_autoptr (TvxProtection) protection = NULL;
      g_autoptr (Attacker) attacker = NULL;
      g_autoptr (GRand) first = g_rand_new_with_seed (seed), second = g_rand_new_with_seed (seed);
      guint n_unpublished = 0;

      tvx_axis_set_internal (unseen_age, TRUE);
      tvx_axis_set_internal (unseen_gender, TRUE);
      by_age = tvx_count_table_new ("by age", (TvxAxis *[]) { place, age, unseen_gender }, 3, NULL);
      by_gender = tvx_count_table_new ("by gender", (TvxAxis *[]) { place, unseen_age, gender }, 3, NULL);
      instance_fill (by_age, 60, first);
      instance_fill (by_gender, 60, second);
      publication = publish (by_age);
      tvx_publication_add_table (publication, by_gender);
      protection = protect (publication);
      attacker = attacker_new (protection);
      g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
      for (guint i = 0; i < tvx_publication_get_n_counts (publication); i++)
        n_unpublished += tvx_protection_get_state (protection, i) == TVX_CELL_UNPUBLISHED;
      /* The inner cells, those of age and gender over all places; all others are in one of the tables. */
      g_assert_cmpuint (n_unpublished, ==, 3 * 4 * 2 + 4 * 2);
    }
}

static void
publish_after (TvxPublication *publication,
               TvxProtection  *earlier)
{
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();

  tvx_protection_record (earlier, 1, ledger, "2017-06-30", "2017");
  tvx_publication_set_ledger (publication, ledger);
}

/* What was shown stays shown, and what was hidden stays hidden, also when it is published anew in a larger report. */
static void
test_ledger (void)
{
  static const gint64 counts[] = { 20, 50, 30, 40, 3, 60, 70, 6, 80 };
  g_autoptr (TvxCountTable) table = make_table ((guint[]) { 3, 3 }, 2, counts);
  g_autoptr (TvxPublication) first = publish (table);
  g_autoptr (TvxProtection) earlier = protect (first);
  g_autoptr (TvxPublication) second = publish (table);
  g_autoptr (TvxProtection) later = NULL;

  publish_after (second, earlier);
  later = protect (second);
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    g_assert_cmpint (tvx_protection_get_state_at (later, 0, cell), ==, tvx_protection_get_state_at (earlier, 0, cell));
}

/* What readers know already cannot be kept from them: 22 people, of whom 20 are women. */
static void
test_ledger_refuses_known (void)
{
  static const gint64 counts[] = { 20, 2 };
  g_autoptr (TvxCountTable) table = make_table ((guint[]) { 2 }, 1, counts);
  g_autoptr (TvxPublication) publication = publish (table);
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();
  g_autoptr (GError) error = NULL;

  tvx_ledger_add (ledger, "", TVX_RELEASE_SHOWN, 22, "2017-06-30", "2017");
  tvx_ledger_add (ledger, "|d0-=d0-0", TVX_RELEASE_SHOWN, 20, "2017-06-30", "2017");
  tvx_publication_set_ledger (publication, ledger);
  g_assert_null (tvx_protect (publication, NULL, NULL, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
  g_assert_nonnull (strstr (error->message, "d0-1"));
  g_assert_nonnull (strstr (error->message, "“2017”"));
}

/* A correction that would open an old hidden count is refused: what was a small count would be shown as a zero. */
static void
test_ledger_refuses_to_open (void)
{
  static const gint64 before[] = { 20, 50, 30, 3 }, after[] = { 17, 53, 33, 0 }, visible[] = { 20, 50, 30, 0 };
  g_autoptr (TvxCountTable) table = make_table ((guint[]) { 2, 2 }, 2, before);
  g_autoptr (TvxCountTable) corrected = make_table ((guint[]) { 2, 2 }, 2, after);
  g_autoptr (TvxCountTable) other = make_table ((guint[]) { 2, 2 }, 2, visible);
  g_autoptr (TvxPublication) first = publish (table);
  g_autoptr (TvxProtection) earlier = protect (first);
  g_autoptr (TvxPublication) second = publish (corrected);
  g_autoptr (TvxPublication) third = publish (corrected);
  g_autoptr (TvxPublication) fourth = publish (other);
  g_autoptr (TvxProtection) later = NULL;
  g_autoptr (GError) error = NULL;
  TvxReason reason;

  tvx_count_table_set_zeros (corrected, TVX_ZEROS_SHOWN);
  publish_after (second, earlier);
  g_assert_null (tvx_protect (second, NULL, NULL, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
  g_assert_nonnull (strstr (error->message, "d0-1 × d1-1"));
  g_assert_nonnull (strstr (error->message, "“2017”"));
  g_clear_error (&error);

  tvx_count_table_set_zeros (corrected, TVX_ZEROS_MAYBE);
  publish_after (third, earlier);
  later = protect (third);
  g_assert_cmpint (state_at (later, 0, (const char *[]) { "d0-1", "d1-1", NULL }), ==, TVX_CELL_SMALL);
  tvx_protection_get_reason (later, 0, 4, &reason);
  g_assert_cmpint (reason.number, ==, 0);
  g_assert_cmpint (reason.kind, ==, TVX_REASON_EARLIER);
  g_assert_cmpstr (reason.report, ==, "2017");

  /* The total would be 3 lower than it was, which is what was hidden. */
  publish_after (fourth, earlier);
  g_assert_null (tvx_protect (fourth, NULL, NULL, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
}

/* Finds an inner cell that an earlier report shows or hides. */
static gboolean
find_inner (TvxProtection *earlier,
            TvxCellState   state,
            guint         *cell)
{
  TvxCountTable *table = tvx_publication_get_table (tvx_protection_get_publication (earlier), 0);

  for (*cell = 0; *cell < tvx_count_table_get_n_cells (table); ++*cell)
    if (tvx_count_table_is_inner (table, *cell) && tvx_protection_get_state_at (earlier, 0, *cell) == state &&
        (state != TVX_CELL_SHOWN || tvx_count_table_get_count (table, *cell) >= 5))
      return TRUE;
  return FALSE;
}

/* Readers compare a report with the one before the correction. Either the correction is refused, or they learn nothing of
 * what either of them hides. */
static void
correct (TvxCellState  of,
         gint64        by,
         guint        *n_corrected,
         guint        *n_refused)
{
  *n_corrected = *n_refused = 0;
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (TvxCountTable) table = instance_plain ((guint[]) { 3, 5 }, 2, 160, seed);
      g_autoptr (TvxCountTable) corrected = instance_plain ((guint[]) { 3, 5 }, 2, 160, seed);
      g_autoptr (TvxPublication) first = publish (table), second = publish (corrected);
      g_autoptr (TvxProtection) earlier = protect (first);
      g_autoptr (TvxProtection) later = NULL;
      g_autoptr (Attacker) attacker = NULL;
      g_autoptr (GError) error = NULL;
      guint cell;

      if (!find_inner (earlier, of, &cell))
        continue;
      ++*n_corrected;
      g_assert_true (tvx_count_table_set_count (corrected, cell, MAX (1, tvx_count_table_get_count (table, cell) + by), NULL));
      publish_after (second, earlier);
      later = tvx_protect (second, NULL, NULL, &error);
      if (later == NULL)
        {
          g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
          g_assert_nonnull (strstr (error->message, "“2017”"));
          ++*n_refused;
          continue;
        }
      for (guint i = 0; i < tvx_count_table_get_n_cells (table); i++)
        g_assert_true ((tvx_protection_get_state_at (later, 0, i) == TVX_CELL_SHOWN) ==
                       (tvx_protection_get_state_at (earlier, 0, i) == TVX_CELL_SHOWN));
      attacker = attacker_new (later);
      attacker_remember (attacker, earlier);
      g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
    }
}

static void
test_ledger_corrected (void)
{
  guint n_corrected, n_refused;

  /* A number that was shown gets larger, and may be shown. */
  correct (TVX_CELL_SHOWN, 7, &n_corrected, &n_refused);
  g_assert_cmpuint (n_corrected, >, 20);
  g_assert_cmpuint (n_refused, ==, 0);

  /* It has become small: it may neither be shown nor be hidden from those who know it. */
  correct (TVX_CELL_SHOWN, -1000, &n_corrected, &n_refused);
  g_assert_cmpuint (n_corrected, >, 20);
  g_assert_cmpuint (n_refused, ==, n_corrected);

  /* Hidden numbers have changed, and sums that are shown tell by how much. */
  correct (TVX_CELL_SMALL, 1, &n_corrected, &n_refused);
  g_assert_cmpuint (n_corrected, >, 20);
  g_assert_cmpuint (n_refused, ==, n_corrected);
}

/* Without a look at the ledger, comparing reports does tell. */
static void
test_ledger_needed (void)
{
  guint n_narrow = 0;

  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (TvxCountTable) table = instance_plain ((guint[]) { 3, 5 }, 2, 160, seed);
      g_autoptr (TvxCountTable) corrected = instance_plain ((guint[]) { 3, 5 }, 2, 160, seed);
      g_autoptr (TvxPublication) first = publish (table), alone = publish (corrected);
      g_autoptr (TvxProtection) earlier = protect (first);
      g_autoptr (TvxProtection) later = NULL;
      g_autoptr (Attacker) attacker = NULL;
      guint cell;

      if (!find_inner (earlier, TVX_CELL_SHOWN, &cell))
        continue;
      g_assert_true (tvx_count_table_set_count (corrected, cell, 2, NULL));
      later = protect (alone);
      attacker = attacker_new (later);
      attacker_remember (attacker, earlier);
      n_narrow += attacker_count_narrow (attacker) > 0;
    }
  g_assert_cmpuint (n_narrow, >, 5);
}

/* What is published now may be about people whom an earlier report counts in other ways. */
static void
test_ledger_whole (void)
{
  static const gint64 counts[] = { 20, 50, 30, 40 };
  g_autoptr (TvxCountTable) table = make_table ((guint[]) { 2, 2 }, 2, counts);
  g_autoptr (TvxAxis) other_axis = instance_axis ("other", 2);
  g_autoptr (TvxCountTable) other = tvx_count_table_new ("other", (TvxAxis *[]) { other_axis }, 1, NULL);
  g_autoptr (TvxPublication) first = publish (table);
  g_autoptr (TvxProtection) earlier = protect (first);
  g_autoptr (TvxPublication) second = publish (other);
  g_autoptr (TvxPublication) third = publish (other);
  g_autoptr (GError) error = NULL;

  publish_after (second, earlier);
  g_assert_false (tvx_publication_prepare (second, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
  g_assert_nonnull (strstr (error->message, "“2017”"));
  g_clear_error (&error);
  g_assert_false (tvx_publication_prepare (second, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);

  tvx_count_table_set_population (other, "other people");
  publish_after (third, earlier);
  g_assert_true (tvx_publication_prepare (third, NULL));
}

static TvxCountTable *
make_portfolio (guint    n_projects,
                gboolean with_earlier)
{
  static const gint64 counts[4][3] = { { 20, 9, 14 }, { 8, 31, 21 }, { 16, 19, 40 }, { 2, 30, 12 } };
  g_autoptr (TvxAxis) project = instance_axis ("project", n_projects);
  g_autoptr (TvxAxis) age = instance_axis ("alder", 3);
  TvxCountTable *table;

  tvx_axis_set_internal (project, TRUE);
  tvx_axis_set_partial (project, TRUE);
  if (with_earlier)
    g_assert_true (tvx_axis_add_group (project, "earlier", (const char *[]) { "project2", "project1", "project0", NULL }, NULL));
  table = tvx_count_table_new ("portfolio", (TvxAxis *[]) { project, age }, 2, NULL);
  for (guint p = 0; p < n_projects; p++)
    for (guint a = 0; a < 3; a++)
      g_assert_true (tvx_count_table_set_count (table, tvx_count_table_move (table, a, 0, p), counts[p][a], NULL));
  return table;
}

/* A sum that hides more than the table of a project does leaves that table to its own rule. */
static void
test_milder_rule (void)
{
  static const gint64 counts[] = { 20, 9, 14 };
  g_autoptr (TvxCountTable) sum = make_portfolio (3, FALSE);
  g_autoptr (TvxAxis) age = instance_axis ("alder", 3);
  g_autoptr (TvxCountTable) table = tvx_count_table_new ("project", (TvxAxis *[]) { age }, 1, NULL);
  g_autoptr (TvxPublication) publication = publish (sum);
  g_autoptr (TvxProtection) protection = NULL;
  TvxProtectionSummary summary;

  g_assert_true (tvx_count_table_set_threshold (sum, 10, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_true (tvx_count_table_set_count (table, i, counts[i], NULL));
  tvx_count_table_fix (table, "project", "project0");
  tvx_publication_add_table (publication, table);
  protection = protect (publication);
  tvx_protection_get_summary_of (protection, 1, &summary);
  g_assert_cmpuint (summary.n_small + summary.n_follow, ==, 0);
}

/* A portfolio with one project more than before: the difference of the sums would be the new project, of which nothing
 * may be told. The earlier sum cannot be left out. */
static void
test_ledger_portfolio (void)
{
  g_autoptr (TvxCountTable) before = make_portfolio (3, FALSE), after = make_portfolio (4, FALSE), both = make_portfolio (4, TRUE);
  g_autoptr (TvxCountTable) newest = instance_plain ((guint[]) { 1 }, 1, 0, 0);
  g_autoptr (TvxPublication) first = publish (before), second = publish (after), third = publish (both), fourth = publish (newest);
  g_autoptr (TvxProtection) earlier = protect (first);
  g_autoptr (GError) error = NULL;
  guint all = tvx_count_table_get_n_cells (both) - 4;

  publish_after (second, earlier);
  g_assert_false (tvx_publication_prepare (second, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
  g_clear_error (&error);

  publish_after (third, earlier);
  g_assert_true (tvx_publication_prepare (third, &error));
  g_assert_cmpint (tvx_count_table_get_count (both, all), ==, 46);

  /* Nor can it when a table is published of one project that may be in it. */
  tvx_count_table_fix (newest, "project", "project3");
  publish_after (fourth, earlier);
  g_assert_false (tvx_publication_prepare (fourth, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
}

/* A project's report has hidden a small count; a sum over projects that shows nothing of the project must keep it. */
static void
test_ledger_internal (void)
{
  static const gint64 counts[] = { 2, 9, 14 };
  g_autoptr (TvxAxis) age = instance_axis ("alder", 3);
  g_autoptr (TvxCountTable) one = tvx_count_table_new ("one", &age, 1, NULL), sum = make_portfolio (4, FALSE);
  g_autoptr (TvxPublication) first = publish (one), second = publish (sum);
  g_autoptr (TvxProtection) earlier = NULL, later = NULL;
  gboolean proved[2] = { FALSE, FALSE };
  guint count;

  tvx_count_table_fix (one, "project", "project3");
  for (guint i = 0; i < 3; i++)
    g_assert_true (tvx_count_table_set_count (one, i, counts[i], NULL));
  g_assert_true (tvx_count_table_set_count (sum, tvx_count_table_move (sum, 1, 0, 3), 9, NULL));
  g_assert_true (tvx_count_table_set_count (sum, tvx_count_table_move (sum, 2, 0, 3), 14, NULL));
  earlier = protect (first);
  publish_after (second, earlier);
  later = protect (second);
  count = tvx_publication_get_count_at (second, 0, tvx_count_table_move (sum, 0, 0, 3));
  g_assert_cmpint (tvx_protection_get_state (later, count), ==, TVX_CELL_SMALL);
  for (guint i = 0; i < tvx_protection_get_n_witnesses (later); i++)
    if (tvx_protection_get_witness (later, i)->count == count)
      proved[tvx_protection_get_witness (later, i)->end] = TRUE;
  g_assert_true (proved[TVX_RANGE_LOW] && proved[TVX_RANGE_HIGH]);
}

static void
test_reasons (void)
{
  static const gint64 counts[] = { 20, 50, 30, 40, 3, 60, 70, 6, 80 };
  g_autoptr (TvxCountTable) table = make_table ((guint[]) { 3, 3 }, 2, counts);
  g_autoptr (TvxPublication) publication = publish (table);
  g_autoptr (TvxProtection) protection = protect (publication);
  guint small, follow, shown;
  TvxReason reason;
  gint64 number;
  double share;

  g_assert_true (tvx_count_table_find_cell (table, (const char *[]) { "d0-1", "d1-1", NULL }, &small, NULL));
  g_assert_true (tvx_count_table_find_cell (table, (const char *[]) { "d0-2", "d1-1", NULL }, &follow, NULL));
  g_assert_true (tvx_count_table_find_cell (table, (const char *[]) { "*", "d1-1", NULL }, &shown, NULL));

  tvx_protection_get_reason (protection, 0, small, &reason);
  g_assert_cmpint (reason.kind, ==, TVX_REASON_SMALL);
  g_assert_cmpint (reason.number, ==, 3);
  tvx_protection_get_reason (protection, 0, follow, &reason);
  g_assert_cmpint (reason.kind, ==, TVX_REASON_FOLLOW);
  g_assert_cmpint (reason.number, ==, 6);
  g_assert_cmpuint (reason.cell, ==, small);
  g_assert_cmpint (reason.small, ==, 3);
  tvx_protection_get_reason (protection, 0, shown, &reason);
  g_assert_cmpint (reason.kind, ==, TVX_REASON_NONE);

  g_assert_true (tvx_protection_get_shown (protection, 0, shown, &number));
  g_assert_cmpint (number, ==, 59);
  g_assert_false (tvx_protection_get_shown (protection, 0, small, &number));
  g_assert_true (tvx_protection_get_share (protection, 0, shown, shown, &share));
  g_assert_cmpfloat (share, ==, 1);
  g_assert_false (tvx_protection_get_share (protection, 0, follow, shown, &share));
  g_assert_false (tvx_protection_get_share (protection, 0, shown, follow, &share));
  g_assert_false (tvx_protection_hides_much (protection));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/protect/one-small", test_one_small);
  g_test_add_func ("/protect/nothing-small", test_nothing_small);
  g_test_add_func ("/protect/small-total", test_small_total);
  g_test_add_func ("/protect/everyone-in-one-cell", test_everyone_in_one_cell);
  g_test_add_func ("/protect/impossible", test_impossible);
  g_test_add_func ("/protect/same-twice", test_same_twice);
  g_test_add_func ("/protect/linked/disagree", test_linked_disagree);
  g_test_add_func ("/protect/portfolio", test_portfolio);
  g_test_add_func ("/protect/unpublished-joint", test_unpublished_joint);
  g_test_add_func ("/protect/ledger", test_ledger);
  g_test_add_func ("/protect/ledger/refuses-known", test_ledger_refuses_known);
  g_test_add_func ("/protect/ledger/refuses-to-open", test_ledger_refuses_to_open);
  g_test_add_func ("/protect/ledger/corrected", test_ledger_corrected);
  g_test_add_func ("/protect/ledger/needed", test_ledger_needed);
  g_test_add_func ("/protect/ledger/whole", test_ledger_whole);
  g_test_add_func ("/protect/milder-rule", test_milder_rule);
  g_test_add_func ("/protect/ledger/portfolio", test_ledger_portfolio);
  g_test_add_func ("/protect/ledger/internal", test_ledger_internal);
  g_test_add_func ("/protect/reasons", test_reasons);

  return g_test_run ();
}
