/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Thousands of random publications of all kinds: each is protected, certified, and attacked. */

#include "attacker.h"
#include "instances.h"
#include "random-publication.h"
#include "statistics/tvx-audit.h"
#include "statistics/tvx-protect.h"
#include "statistics/tvx-statistics-error.h"

/* How many publications each test makes, of which TVX_TEST_TABLES in the environment makes as many as it says, and others
 * than usual where TVX_TEST_SEED is set. */
#ifdef __SANITIZE_ADDRESS__
#define PART 12
#else
#define PART 1
#endif
#define N_TABLES (372 / PART)
#define N_PORTFOLIOS (84 / PART)
#define N_REPORTS (480 / PART)

static guint64
get_number (const char *name,
            guint64     otherwise)
{
  const char *text = g_getenv (name);
  guint64 number = otherwise;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT32, &number, NULL))
    g_error ("%s: “%s” is not a number above 0", name, text);
  return number;
}

static guint
get_n_runs (guint otherwise)
{
  return get_number ("TVX_TEST_TABLES", otherwise);
}

static guint32
get_seed (void)
{
  return get_number ("TVX_TEST_SEED", 1);
}

/* The numbers by which a publication is made again are in the message before a failure. */
static GRand *
start (const char *what,
       guint32     seed,
       guint       run,
       TvxZeros    zeros)
{
  guint32 seeds[] = { seed, run, zeros };

  g_test_message ("%s: TVX_TEST_SEED=%u, publication %u, zeros %d", what, seed, run, zeros);
  return g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
}

/* Readers may have kept an earlier report. */
static void
attack (TvxProtection *protection,
        TvxProtection *earlier,
        const char    *insider,
        guint         *n_attacks)
{
  TvxPublication *publication = tvx_protection_get_publication (protection);
  g_autoptr (Attacker) attacker = attacker_new (protection);
  TvxAxis *axis = tvx_count_table_get_axis (tvx_publication_get_table (publication, 0), 0);

  if (earlier != NULL)
    attacker_remember (attacker, earlier);
  g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
  ++*n_attacks;
  for (guint i = 0; insider != NULL && i < tvx_axis_get_n_categories (axis); i++)
    {
      attacker_know (attacker, insider, tvx_axis_get_node_id (axis, i));
      g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
      attacker_forget (attacker);
      ++*n_attacks;
    }
}

/* What the program tells the officer that readers can work out is no less than what is promised. */
static void
audit (TvxProtection *protection)
{
  TvxPublication *publication = tvx_protection_get_publication (protection);
  guint n_counts = tvx_publication_get_n_counts (publication);
  g_autofree gint64 *shown = g_new (gint64, n_counts);
  g_autofree TvxRange *ranges = g_new (TvxRange, n_counts);

  for (guint i = 0; i < n_counts; i++)
    {
      guint table, cell;

      tvx_publication_get_place (publication, i, &table, &cell);
      if (!tvx_protection_get_shown (protection, table, cell, &shown[i]))
        shown[i] = TVX_AUDIT_HIDDEN;
    }
  g_assert_true (tvx_audit (publication, shown, ranges, NULL));
  for (guint i = 0; i < n_counts; i++)
    {
      gint64 low, high;

      if (!tvx_publication_get_range (publication, i, &low, &high))
        continue;
      g_assert_cmpint (ranges[i].lowest, <=, low);
      g_assert_cmpint (ranges[i].highest, >=, high);
    }
}

typedef struct
{
  RandomContents contents;
  guint          n_publications;
  guint          n_small;
  guint          n_follow;
  guint          n_attacks;
} Tally;

static void
protect_random (GRand             *random,
                const RandomShape *shape,
                gboolean           improve,
                gboolean           audited,
                Tally             *tally)
{
  g_autoptr (TvxPublication) publication = random_publication (random, shape, &tally->contents);
  const char *insider = shape->n_projects > 0 ? "project" : "kommun";
  g_autoptr (TvxProtection) protection = NULL;
  g_autoptr (GError) error = NULL;
  TvxProtectOptions options = TVX_PROTECT_OPTIONS_INIT;
  TvxProtectionSummary summary;

  if (shape->insiders)
    tvx_publication_add_insider (publication, insider);
  options.n_rounds = improve ? 1 : 0;
  protection = tvx_protect (publication, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tvx_protection_certify (protection, &error));
  attack (protection, NULL, shape->insiders ? insider : NULL, &tally->n_attacks);
  if (audited)
    audit (protection);
  tvx_protection_get_summary (protection, &summary);
  tally->n_publications++;
  tally->n_small += summary.n_small;
  tally->n_follow += summary.n_follow;
}

/* Whether they were many enough that each kind must have been among them. */
static gboolean
tell (const Tally *tally)
{
  g_test_message ("%u publications, %u tables, %u cells, %u groups, %u small, %u follow, %u with everyone in one cell, "
                  "%u impossible, %u attacks",
                  tally->n_publications, tally->contents.n_tables, tally->contents.n_cells, tally->contents.n_groups,
                  tally->n_small, tally->n_follow, tally->contents.n_alone, tally->contents.n_impossible, tally->n_attacks);
  return tally->n_publications >= 30;
}

static void
protect_tables (guint32   seed,
                guint     run,
                TvxZeros  zeros,
                Tally    *tally)
{
  const RandomShape shape = {
    .n_axes = 2 + run % 3,
    .zeros = zeros,
    .n_linked = run / 3 % 5 < 2 ? run / 3 % 5 + 1 : 0,
    .insiders = run % 5 == 2,
  };
  g_autoptr (GRand) random = start ("tables", seed, run, zeros);

  protect_random (random, &shape, run % 4 == 0, run % 10 == 3, tally);
}

static void
test_tables (gconstpointer data)
{
  Tally tally = { 0 };

  for (guint i = 0; i < get_n_runs (N_TABLES); i++)
    protect_tables (get_seed (), i, GPOINTER_TO_INT (data), &tally);
  if (!tell (&tally))
    return;
  g_assert_cmpuint (tally.n_follow, >, tally.n_publications);
  g_assert_cmpuint (tally.contents.n_groups, >, tally.n_publications / 2);
  g_assert_cmpuint (tally.contents.n_alone * 10, >, tally.n_publications);
}

/* Those that something was found by once. */
static void
test_found (void)
{
  Tally tally = { 0 };

  /* The audit took the solver, which had gone astray, for a contradiction. */
  protect_tables (2, 653, TVX_ZEROS_PROTECTED, &tally);
}

/* In half of them the project by project table is published, in the others a table of each project and their sums. */
static void
test_portfolios (gconstpointer data)
{
  Tally tally = { 0 };

  for (guint i = 0; i < get_n_runs (N_PORTFOLIOS); i++)
    {
      g_autoptr (GRand) random = start ("portfolios", get_seed (), i, GPOINTER_TO_INT (data));
      RandomShape shape = {
        .n_axes = i % 6 == 0 ? 3 : 2,
        .zeros = GPOINTER_TO_INT (data),
        .reports = i % 2,
        .n_linked = i % 8 == 2,
        .n_projects = g_rand_int_range (random, 3, i % 6 == 0 ? 9 : 17),
        .insiders = i % 3 != 1,
      };

      protect_random (random, &shape, FALSE, i % 12 == 5, &tally);
    }
  if (!tell (&tally))
    return;
  g_assert_cmpuint (tally.n_follow, >, tally.n_publications);
  g_assert_cmpuint (tally.n_attacks, >, 3 * tally.n_publications);
}

static void
copy_counts (TvxCountTable *from,
             TvxCountTable *to)
{
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (from); cell++)
    if (tvx_count_table_is_inner (from, cell))
      g_assert_true (tvx_count_table_set_count (to, cell, tvx_count_table_get_count (from, cell), NULL));
}

/* Changes one of the numbers that were shown; whether there was one. */
static gboolean
correct (TvxProtection *earlier,
         TvxCountTable *corrected,
         GRand         *random)
{
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (corrected); cell++)
    {
      gint64 count = tvx_count_table_get_count (corrected, cell);

      if (!tvx_count_table_is_inner (corrected, cell) || count == 0 ||
          tvx_protection_get_state_at (earlier, 0, cell) != TVX_CELL_SHOWN)
        continue;
      g_assert_true (tvx_count_table_set_count (corrected, cell, g_rand_int_range (random, count / 2, 2 * count), NULL));
      return TRUE;
    }
  return FALSE;
}

static TvxProtection *
publish (TvxCountTable  *table,
         TvxCountTable  *linked,
         const char     *insider,
         TvxLedger      *ledger,
         GError        **error)
{
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  TvxProtectOptions options = TVX_PROTECT_OPTIONS_INIT;

  tvx_publication_add_table (publication, table);
  if (linked != NULL)
    tvx_publication_add_table (publication, linked);
  if (insider != NULL)
    tvx_publication_add_insider (publication, insider);
  tvx_publication_set_ledger (publication, ledger);
  options.n_rounds = 0;
  return tvx_protect (publication, &options, NULL, error);
}

typedef enum
{
  LATER_LARGER,
  LATER_CORRECTED,
  LATER_BY_OTHER_RULES,
} Later;

/* A larger report after an earlier one, of whose numbers one may have been corrected, or whose rules may have been others.
 * What was shown is shown and what was hidden is hidden, and who has both reports knows no more than either promised.
 * Returns FALSE when that cannot be, and is refused. */
static gboolean
protect_later (GRand    *random,
               TvxZeros  zeros,
               Later     how,
               gboolean  insiders,
               Tally    *tally)
{
  RandomShape shape = { .n_axes = g_rand_int_range (random, 2, 5), .zeros = zeros, .n_linked = 1, .insiders = insiders };
  const char *insider = insiders ? "kommun" : NULL;
  const char *insider_later = insider;
  gint32 threshold = how == LATER_BY_OTHER_RULES ? g_rand_int_range (random, 3, 13) : 0;
  g_autoptr (GPtrArray) axes = random_axes (random, &shape, &tally->contents);
  g_autoptr (TvxCountTable) table = tvx_count_table_new ("random", (TvxAxis **) axes->pdata, axes->len, NULL);
  g_autoptr (TvxCountTable) corrected = NULL, linked = NULL;
  g_autoptr (TvxProtection) earlier = NULL, later = NULL;
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();
  g_autoptr (GError) error = NULL;
  TvxProtectionSummary summary;

  instance_fill (table, g_rand_int_range (random, 20, 400), random);
  tvx_count_table_set_zeros (table, zeros);
  if (how == LATER_BY_OTHER_RULES)
    tvx_count_table_set_threshold (table, threshold, NULL);
  earlier = publish (table, NULL, insider, NULL, &error);
  g_assert_no_error (error);
  tvx_protection_record (earlier, 1, ledger, "2017-06-30", "2017");

  corrected = tvx_count_table_new_like (table, (TvxAxis **) axes->pdata, axes->len, NULL);
  copy_counts (table, corrected);
  if (how == LATER_CORRECTED)
    correct (earlier, corrected, random);
  linked = random_linked (corrected, shape.n_axes - 1, "bakgrund", random);
  if (how == LATER_BY_OTHER_RULES)
    {
      insider_later = NULL;
      zeros = g_rand_int_range (random, TVX_ZEROS_MAYBE, TVX_ZEROS_PROTECTED + 1);
      tvx_count_table_set_zeros (corrected, zeros);
      /* By a stricter rule, what the earlier report shows could give too much away. */
      tvx_count_table_set_threshold (corrected, g_rand_int_range (random, 3, threshold + 1), NULL);
      tvx_count_table_set_threshold (linked, g_rand_int_range (random, 3, threshold + 1), NULL);
    }
  tvx_count_table_set_zeros (linked, zeros);
  tally->n_publications++;
  later = publish (corrected, linked, insider_later, ledger, &error);
  if (later == NULL)
    {
      g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
      return FALSE;
    }

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    g_assert_true ((tvx_protection_get_state_at (later, 0, cell) == TVX_CELL_SHOWN) ==
                   (tvx_protection_get_state_at (earlier, 0, cell) == TVX_CELL_SHOWN));
  /* A zero that was shown before zeros were protected is shown again, which only who has the old report expects. */
  if (how != LATER_BY_OTHER_RULES)
    attack (later, NULL, insider, &tally->n_attacks);
  /* Where the earlier report had nothing to protect from insiders, it promised them nothing. */
  tvx_protection_get_summary (earlier, &summary);
  attack (later, earlier, insider_later != NULL || summary.n_small > 0 ? insider : NULL, &tally->n_attacks);
  return TRUE;
}

static void
test_later (gconstpointer data)
{
  guint n_refused = 0, n_runs = get_n_runs (N_REPORTS);
  Tally tally = { 0 };

  for (guint i = 0; i < n_runs; i++)
    {
      TvxZeros zeros = i % 3;
      g_autoptr (GRand) random = start ("later reports", get_seed (), i, zeros);

      n_refused += !protect_later (random, zeros, GPOINTER_TO_INT (data), i % 4 == 1, &tally);
    }
  g_test_message ("%u publications, %u attacks, %u refused", tally.n_publications, tally.n_attacks, n_refused);
  g_assert_cmpuint (n_refused * 3, <, MAX (n_runs, 30));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/random/tables/zeros-maybe", GINT_TO_POINTER (TVX_ZEROS_MAYBE), test_tables);
  g_test_add_data_func ("/random/tables/zeros-shown", GINT_TO_POINTER (TVX_ZEROS_SHOWN), test_tables);
  g_test_add_data_func ("/random/tables/zeros-protected", GINT_TO_POINTER (TVX_ZEROS_PROTECTED), test_tables);
  g_test_add_func ("/random/tables/found", test_found);
  g_test_add_data_func ("/random/reports/later", GINT_TO_POINTER (LATER_LARGER), test_later);
  g_test_add_data_func ("/random/reports/corrected", GINT_TO_POINTER (LATER_CORRECTED), test_later);
  g_test_add_data_func ("/random/reports/other-rules", GINT_TO_POINTER (LATER_BY_OTHER_RULES), test_later);
  g_test_add_data_func ("/random/portfolios/zeros-maybe", GINT_TO_POINTER (TVX_ZEROS_MAYBE), test_portfolios);
  g_test_add_data_func ("/random/portfolios/zeros-shown", GINT_TO_POINTER (TVX_ZEROS_SHOWN), test_portfolios);
  g_test_add_data_func ("/random/portfolios/zeros-protected", GINT_TO_POINTER (TVX_ZEROS_PROTECTED), test_portfolios);

  return g_test_run ();
}
