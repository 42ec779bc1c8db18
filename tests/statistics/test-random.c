/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random publications of all kinds: each is protected, certified, and attacked. */

#include "attacker.h"
#include "instances.h"
#include "statistics/tvx-protect.h"
#include "statistics/tvx-statistics-error.h"

/* How many publications of each kind; TVX_TEST_RUNS in the environment makes it more or fewer. */
#ifdef __SANITIZE_ADDRESS__
#define N_RUNS 50
#else
#define N_RUNS 400
#endif

static guint
get_n_runs (void)
{
  const char *runs = g_getenv ("TVX_TEST_RUNS");
  guint64 n = N_RUNS;

  if (runs != NULL)
    g_assert_true (g_ascii_string_to_unsigned (runs, 10, 1, G_MAXUINT, &n, NULL));
  return n;
}

static void
add_random_groups (TvxAxis *axis,
                   GRand   *random)
{
  guint n = tvx_axis_get_n_categories (axis);
  guint n_groups = n > 2 ? g_rand_int_range (random, 0, 3) : 0;

  for (guint i = 0; i < n_groups; i++)
    {
      guint first = g_rand_int_range (random, 0, n - 1), end = g_rand_int_range (random, first + 1, n) + 1;
      g_autofree char *id = g_strdup_printf ("group%u", i);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) of = NULL;

      for (guint k = first; k < end; k++)
        g_strv_builder_add (builder, tvx_axis_get_node_id (axis, k));
      of = g_strv_builder_end (builder);
      g_assert_true (tvx_axis_add_group (axis, id, (const char *const *) of, NULL));
    }
}

static GPtrArray *
random_axes (GRand *random)
{
  static const char *const ids[] = { "kommun", "alder", "kon", "utbildning" };
  static const int most[] = { 0, 0, 6, 4, 3 };
  guint n_axes = g_rand_int_range (random, 2, 5);
  GPtrArray *axes = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_axis_unref);

  for (guint i = 0; i < n_axes; i++)
    {
      TvxAxis *axis = instance_axis (ids[i], g_rand_int_range (random, 2, most[n_axes]));

      add_random_groups (axis, random);
      g_ptr_array_add (axes, axis);
    }
  return axes;
}

static void
set_random_rules (TvxCountTable *table,
                  GRand         *random)
{
  g_assert_true (tvx_count_table_set_threshold (table, g_rand_boolean (random) ? 5 : g_rand_int_range (random, 3, 11), NULL));
}

/* A second table of the same people, with one axis of the first left out and another one instead. */
static TvxCountTable *
make_linked (TvxCountTable *table,
             GPtrArray     *axes,
             GRand         *random)
{
  guint n_axes = axes->len;
  g_autoptr (TvxAxis) other = instance_axis ("bakgrund", g_rand_int_range (random, 2, 4));
  g_autoptr (GPtrArray) linked_axes = g_ptr_array_new ();
  TvxCountTable *linked;

  for (guint i = 0; i + 1 < n_axes; i++)
    g_ptr_array_add (linked_axes, g_ptr_array_index (axes, i));
  g_ptr_array_add (linked_axes, other);
  linked = tvx_count_table_new ("linked", (TvxAxis **) linked_axes->pdata, linked_axes->len, NULL);

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (linked); cell++)
    {
      guint shared = tvx_count_table_get_n_cells (table) - 1;
      guint category = tvx_count_table_get_node (linked, cell, n_axes - 1);
      gint64 left;

      if (!tvx_count_table_is_inner (linked, cell) || category > 0)
        continue;
      for (guint d = 0; d + 1 < n_axes; d++)
        shared = tvx_count_table_move (table, shared, d, tvx_count_table_get_node (linked, cell, d));
      left = tvx_count_table_get_count (table, shared);
      for (guint k = 0; k < tvx_axis_get_n_categories (other); k++)
        {
          gint64 count = k + 1 == tvx_axis_get_n_categories (other) ? left : g_rand_int_range (random, 0, left + 1);

          g_assert_true (tvx_count_table_set_count (linked, tvx_count_table_move (linked, cell, n_axes - 1, k), count, NULL));
          left -= count;
        }
    }
  return linked;
}

static void
attack (TvxProtection *protection,
        const char    *insider)
{
  TvxPublication *publication = tvx_protection_get_publication (protection);
  g_autoptr (Attacker) attacker = attacker_new (protection);
  TvxAxis *axis = tvx_count_table_get_axis (tvx_publication_get_table (publication, 0), 0);

  g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
  for (guint i = 0; insider != NULL && i < tvx_axis_get_n_categories (axis); i++)
    {
      attacker_know (attacker, insider, tvx_axis_get_node_id (axis, i));
      g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
      attacker_forget (attacker);
    }
}

static void
protect_random (guint32  seed,
                TvxZeros zeros,
                gboolean link,
                gboolean insiders,
                gboolean improve)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) axes = random_axes (random);
  g_autoptr (TvxCountTable) table = tvx_count_table_new ("random", (TvxAxis **) axes->pdata, axes->len, NULL);
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  g_autoptr (TvxProtection) protection = NULL;
  g_autoptr (GError) error = NULL;
  TvxProtectOptions options = TVX_PROTECT_OPTIONS_INIT;

  g_test_message ("seed %u, zeros %d, linked %d, insiders %d", seed, zeros, link, insiders);
  instance_fill (table, g_rand_int_range (random, 3, 400), random);
  set_random_rules (table, random);
  tvx_count_table_set_zeros (table, zeros);
  tvx_publication_add_table (publication, table);
  if (link)
    {
      g_autoptr (TvxCountTable) linked = make_linked (table, axes, random);

      set_random_rules (linked, random);
      tvx_count_table_set_zeros (linked, zeros);
      tvx_publication_add_table (publication, linked);
    }
  if (insiders)
    tvx_publication_add_insider (publication, "kommun");

  options.n_rounds = improve ? 1 : 0;
  protection = tvx_protect (publication, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tvx_protection_certify (protection, &error));
  attack (protection, insiders ? "kommun" : NULL);
}

/* A larger report after an earlier one, of whose numbers one may have been corrected. What was shown is shown and what was
 * hidden is hidden, and who has both reports knows no more. Returns FALSE when that cannot be, and is refused. */
static gboolean
protect_later (guint32  seed,
               gboolean correct)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) axes = random_axes (random);
  g_autoptr (TvxCountTable) table = tvx_count_table_new ("random", (TvxAxis **) axes->pdata, axes->len, NULL);
  g_autoptr (TvxCountTable) corrected = tvx_count_table_new_like (table, (TvxAxis **) axes->pdata, axes->len, NULL);
  g_autoptr (TvxCountTable) linked = NULL;
  g_autoptr (TvxPublication) first = tvx_publication_new (), second = tvx_publication_new ();
  g_autoptr (TvxProtection) earlier = NULL, later = NULL;
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();
  g_autoptr (Attacker) attacker = NULL;
  g_autoptr (GError) error = NULL;
  TvxProtectOptions options = TVX_PROTECT_OPTIONS_INIT;

  g_test_message ("seed %u, later report, corrected %d", seed, correct);
  options.n_rounds = 0;
  instance_fill (table, g_rand_int_range (random, 20, 400), random);
  tvx_publication_add_table (first, table);
  earlier = tvx_protect (first, &options, NULL, &error);
  g_assert_no_error (error);
  tvx_protection_record (earlier, 1, ledger, "2017-06-30", "2017");

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    if (tvx_count_table_is_inner (table, cell))
      {
        gint64 count = tvx_count_table_get_count (table, cell);

        if (correct && count > 0 && tvx_protection_get_state_at (earlier, 0, cell) == TVX_CELL_SHOWN)
          {
            count = g_rand_int_range (random, count / 2, 2 * count);
            correct = FALSE;
          }
        g_assert_true (tvx_count_table_set_count (corrected, cell, count, NULL));
      }
  linked = make_linked (corrected, axes, random);
  tvx_publication_add_table (second, corrected);
  tvx_publication_add_table (second, linked);
  tvx_publication_set_ledger (second, ledger);
  later = tvx_protect (second, &options, NULL, &error);
  if (later == NULL)
    {
      g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
      return FALSE;
    }

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    g_assert_true ((tvx_protection_get_state_at (later, 0, cell) == TVX_CELL_SHOWN) ==
                   (tvx_protection_get_state_at (earlier, 0, cell) == TVX_CELL_SHOWN));
  attacker = attacker_new (later);
  attacker_remember (attacker, earlier);
  g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
  return TRUE;
}

static void
test_later (gconstpointer data)
{
  guint n_refused = 0;

  for (guint i = 0; i < get_n_runs (); i++)
    n_refused += !protect_later (i, GPOINTER_TO_INT (data));
  g_test_message ("%u refused", n_refused);
  g_assert_cmpuint (n_refused * 3, <, MAX (get_n_runs (), 30));
}

static void
test_random (gconstpointer data)
{
  TvxZeros zeros = GPOINTER_TO_INT (data);

  for (guint i = 0; i < get_n_runs (); i++)
    protect_random (i, zeros, i % 3 == 1, i % 5 == 2, i % 4 == 0);
}

static void
test_projects (gconstpointer data)
{
  TvxZeros zeros = GPOINTER_TO_INT (data);

  for (guint seed = 1; seed <= MAX (1, get_n_runs () / 100); seed++)
    {
      g_autoptr (TvxCountTable) table = instance_projects (8, 2, seed);
      g_autoptr (TvxPublication) publication = tvx_publication_new ();
      g_autoptr (TvxProtection) protection = NULL;
      g_autoptr (GError) error = NULL;
      TvxProtectOptions options = TVX_PROTECT_OPTIONS_INIT;

      tvx_count_table_set_zeros (table, zeros);
      tvx_publication_add_table (publication, table);
      tvx_publication_add_insider (publication, "project");
      options.n_rounds = 0;
      protection = tvx_protect (publication, &options, NULL, &error);
      g_assert_no_error (error);
      attack (protection, "project");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/random/tables/zeros-maybe", GINT_TO_POINTER (TVX_ZEROS_MAYBE), test_random);
  g_test_add_data_func ("/random/tables/zeros-shown", GINT_TO_POINTER (TVX_ZEROS_SHOWN), test_random);
  g_test_add_data_func ("/random/tables/zeros-protected", GINT_TO_POINTER (TVX_ZEROS_PROTECTED), test_random);
  g_test_add_data_func ("/random/reports/later", GINT_TO_POINTER (FALSE), test_later);
  g_test_add_data_func ("/random/reports/corrected", GINT_TO_POINTER (TRUE), test_later);
  g_test_add_data_func ("/random/reports/projects-zeros-maybe", GINT_TO_POINTER (TVX_ZEROS_MAYBE), test_projects);
  g_test_add_data_func ("/random/reports/projects-zeros-shown", GINT_TO_POINTER (TVX_ZEROS_SHOWN), test_projects);

  return g_test_run ();
}
