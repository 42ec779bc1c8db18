/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Faults planted in a protection, which the certificate must refuse and an attacker make use of. */

#include "attacker.h"
#include "instances.h"
#include "statistics/tvx-protect.h"
#include "statistics/tvx-statistics-error.h"

typedef struct
{
  TvxPublication *publication;
  TvxProtection  *protection;
} Fixture;

static TvxPublication *
publish (guint threshold)
{
  g_autoptr (TvxCountTable) table = instance_plain ((guint[]) { 2, 7, 3 }, 3, 200, 7);
  TvxPublication *publication = tvx_publication_new ();

  g_assert_true (tvx_count_table_set_threshold (table, threshold, NULL));
  tvx_publication_add_table (publication, table);
  g_assert_true (tvx_publication_prepare (publication, NULL));
  return publication;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->publication = publish (5);
  fixture->protection = tvx_protect (fixture->publication, NULL, NULL, NULL);
  g_assert_nonnull (fixture->protection);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tvx_protection_unref (fixture->protection);
  tvx_publication_unref (fixture->publication);
}

/* Copies a protection for other or the same tables, with one witness left out. */
static TvxProtection *
copy (TvxProtection  *original,
      TvxPublication *publication,
      guint           without)
{
  TvxProtection *protection = tvx_protection_new (publication);

  for (guint i = 0; i < tvx_publication_get_n_counts (publication); i++)
    tvx_protection_set_hidden (protection, i, tvx_protection_get_state (original, i) != TVX_CELL_SHOWN);
  for (guint i = 0; i < tvx_protection_get_n_witnesses (original); i++)
    {
      const TvxWitness *witness = tvx_protection_get_witness (original, i);

      if (i != without)
        tvx_protection_add_witness (protection, tvx_witness_new (witness->count, witness->end, witness->shifts, witness->n_shifts));
    }
  return protection;
}

static void
assert_refused (TvxProtection *protection,
                const char    *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tvx_protection_certify (protection, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_NOT_CERTIFIED);
  g_assert_nonnull (strstr (error->message, reason));
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TvxProtection) protection = copy (fixture->protection, fixture->publication, G_MAXUINT);
  g_autoptr (Attacker) attacker = attacker_new (protection);

  g_assert_true (tvx_protection_certify (protection, NULL));
  g_assert_cmpuint (attacker_count_narrow (attacker), ==, 0);
}

/* Nothing is hidden that need not be: without any one of the hidden cells the proof breaks, and mostly the attack works. */
static void
test_one_shown (Fixture       *fixture,
                gconstpointer  data)
{
  guint n_shown = 0, n_won = 0;

  for (guint i = 0; i < tvx_publication_get_n_counts (fixture->publication); i++)
    {
      g_autoptr (Attacker) attacker = NULL;
      TvxCellState state = tvx_protection_get_state (fixture->protection, i);

      if (state != TVX_CELL_FOLLOW)
        continue;
      tvx_protection_set_hidden (fixture->protection, i, FALSE);
      assert_refused (fixture->protection, "contradicts a published number");
      attacker = attacker_new (fixture->protection);
      n_shown++;
      n_won += attacker_count_narrow (attacker) > 0;
      tvx_protection_set_hidden (fixture->protection, i, TRUE);
    }
  g_test_message ("%u of %u attacks won", n_won, n_shown);
  g_assert_cmpuint (n_shown, >, 10);
  g_assert_cmpuint (n_won * 10, >=, n_shown * 9);
}

/* Only what is small itself is hidden, as by a protector that does not know that sums tell. */
static void
test_no_secondaries (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TvxProtection) naive = tvx_protection_new (fixture->publication);
  g_autoptr (Attacker) attacker = NULL;

  for (guint i = 0; i < tvx_publication_get_n_counts (fixture->publication); i++)
    tvx_protection_set_hidden (naive, i, tvx_protection_get_state (fixture->protection, i) == TVX_CELL_SMALL);
  assert_refused (naive, "not proved");
  attacker = attacker_new (naive);
  g_assert_cmpuint (attacker_count_narrow (attacker), >, 5);
}

static void
test_missing_witness (Fixture       *fixture,
                      gconstpointer  data)
{
  for (guint i = 0; i < tvx_protection_get_n_witnesses (fixture->protection); i++)
    {
      g_autoptr (TvxProtection) protection = copy (fixture->protection, fixture->publication, i);

      assert_refused (protection, "not proved");
    }
}

/* Every single number of every witness matters. */
static void
test_bent_witness (Fixture       *fixture,
                   gconstpointer  data)
{
  for (guint i = 0; i < tvx_protection_get_n_witnesses (fixture->protection); i++)
    {
      const TvxWitness *witness = tvx_protection_get_witness (fixture->protection, i);

      for (guint k = 0; k < witness->n_shifts; k++)
        {
          g_autoptr (TvxProtection) protection = copy (fixture->protection, fixture->publication, i);
          TvxWitness *bent = tvx_witness_new (witness->count, witness->end, witness->shifts, witness->n_shifts);

          bent->shifts[k].by += 1;
          tvx_protection_add_witness (protection, bent);
          assert_refused (protection, "sums");
        }
    }
}

static void
test_negative_witness (Fixture       *fixture,
                       gconstpointer  data)
{
  const TvxWitness *witness = tvx_protection_get_witness (fixture->protection, 0);
  g_autoptr (TvxProtection) protection = copy (fixture->protection, fixture->publication, 0);
  TvxWitness *far = tvx_witness_new (witness->count, witness->end, witness->shifts, witness->n_shifts);

  for (guint i = 0; i < far->n_shifts; i++)
    far->shifts[i].by *= 1000;
  tvx_protection_add_witness (protection, far);
  assert_refused (protection, "impossible");
}

/* A protector that stops short of the threshold. */
static void
test_weak_threshold (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TvxPublication) weak_publication = publish (3);
  g_autoptr (TvxProtection) weak = tvx_protect (weak_publication, NULL, NULL, NULL);
  g_autoptr (TvxProtection) protection = copy (weak, fixture->publication, G_MAXUINT);
  g_autoptr (Attacker) attacker = attacker_new (protection);

  assert_refused (protection, "must be hidden and is shown");
  g_assert_cmpuint (attacker_count_narrow (attacker), >, 0);
}

/* A fault does not show in every table, so each is planted in many. */
#define N_TABLES 12
#define N_WON 3

static TvxCountTable *
make_table (TvxZeros zeros,
            guint32  seed)
{
  TvxCountTable *table = instance_plain ((guint[]) { 3, 5 }, 2, 90, seed);

  tvx_count_table_set_zeros (table, zeros);
  return table;
}

/* Whatever an attacker can make use of is refused. */
static gboolean
is_given_away (TvxProtection *protection,
               guint          n_narrow)
{
  gboolean certified = tvx_protection_certify (protection, NULL);

  g_assert_false (certified && n_narrow > 0);
  return n_narrow > 0;
}

static TvxPublication *
publish_one (TvxCountTable *table,
             const char    *insider,
             TvxLedger     *ledger)
{
  TvxPublication *publication = tvx_publication_new ();

  tvx_publication_add_table (publication, table);
  if (insider != NULL)
    tvx_publication_add_insider (publication, insider);
  tvx_publication_set_ledger (publication, ledger);
  g_assert_true (tvx_publication_prepare (publication, NULL));
  return publication;
}

/* A protector that forgets that project owners know their own counts. */
static void
test_forgets_insiders (void)
{
  guint n_won = 0;

  for (guint32 seed = 1; seed <= N_TABLES; seed++)
    {
      g_autoptr (TvxCountTable) table = make_table (TVX_ZEROS_MAYBE, seed);
      g_autoptr (TvxPublication) forgetful = publish_one (table, NULL, NULL), publication = publish_one (table, "d0-", NULL);
      g_autoptr (TvxProtection) weak = tvx_protect (forgetful, NULL, NULL, NULL);
      g_autoptr (TvxProtection) protection = copy (weak, publication, G_MAXUINT);
      g_autoptr (Attacker) attacker = attacker_new (protection);
      guint n_narrow = 0;

      for (guint i = 0; i < 3; i++)
        {
          attacker_know (attacker, "d0-", tvx_axis_get_node_id (tvx_count_table_get_axis (table, 0), i));
          n_narrow += attacker_count_narrow (attacker);
          attacker_forget (attacker);
        }
      n_won += is_given_away (protection, n_narrow);
    }
  g_assert_cmpuint (n_won, >=, N_WON);
}

/* A protector that reckons with hidden zeros where readers are told that all zeros are shown. */
static void
test_forgets_rule_about_zeros (void)
{
  guint n_won = 0;

  for (guint32 seed = 1; seed <= N_TABLES; seed++)
    {
      g_autoptr (TvxCountTable) table = make_table (TVX_ZEROS_MAYBE, seed), stated = make_table (TVX_ZEROS_SHOWN, seed);
      g_autoptr (TvxPublication) forgetful = publish_one (table, NULL, NULL), publication = publish_one (stated, NULL, NULL);
      g_autoptr (TvxProtection) weak = tvx_protect (forgetful, NULL, NULL, NULL);
      g_autoptr (TvxProtection) protection = copy (weak, publication, G_MAXUINT);
      g_autoptr (Attacker) attacker = attacker_new (protection);

      n_won += is_given_away (protection, attacker_count_narrow (attacker));
    }
  g_assert_cmpuint (n_won, >=, N_WON);
}

/* A protector that shows zeros where they are to be protected. */
static void
test_forgets_zeros (void)
{
  static const gint64 counts[] = { 12, 0, 9, 30 };
  g_autoptr (TvxCountTable) table = instance_plain ((guint[]) { 2, 2 }, 2, 0, 0);
  g_autoptr (TvxPublication) publication = NULL;
  g_autoptr (TvxProtection) protection = NULL;
  g_autoptr (Attacker) attacker = NULL;

  for (guint i = 0; i < 4; i++)
    g_assert_true (tvx_count_table_set_count (table, i / 2 * 3 + i % 2, counts[i], NULL));
  tvx_count_table_set_zeros (table, TVX_ZEROS_PROTECTED);
  publication = publish_one (table, NULL, NULL);
  protection = tvx_protection_new (publication);
  attacker = attacker_new (protection);
  assert_refused (protection, "must be hidden and is shown");
  g_assert_cmpuint (attacker_count_narrow (attacker), ==, 1);
}

/* Protects each of two tables by itself; what one of them shows is shown. */
static TvxProtection *
protect_each (TvxPublication *joint)
{
  TvxProtection *protection = tvx_protection_new (joint);

  for (guint i = 0; i < tvx_publication_get_n_counts (joint); i++)
    tvx_protection_set_hidden (protection, i, TRUE);
  for (guint t = 0; t < 2; t++)
    {
      TvxCountTable *table = tvx_publication_get_table (joint, t);
      g_autoptr (TvxPublication) single = publish_one (table, NULL, NULL);
      g_autoptr (TvxProtection) alone = tvx_protect (single, NULL, NULL, NULL);

      for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
        if (tvx_protection_get_state_at (alone, 0, cell) == TVX_CELL_SHOWN)
          tvx_protection_set_hidden (protection, tvx_publication_get_count_at (joint, t, cell), FALSE);
    }
  return protection;
}

/* A protector that looks at each table by itself. */
static void
test_forgets_links (void)
{
  guint n_won = 0;

  for (guint32 seed = 1; seed <= N_TABLES; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (TvxAxis) place = instance_axis ("kommun", 3), age = instance_axis ("alder", 3), gender = instance_axis ("kon", 2);
      g_autoptr (TvxCountTable) by_age = tvx_count_table_new ("by age", (TvxAxis *[]) { place, age }, 2, NULL);
      g_autoptr (TvxCountTable) by_gender = tvx_count_table_new ("by gender", (TvxAxis *[]) { place, gender }, 2, NULL);
      g_autoptr (TvxPublication) joint = tvx_publication_new ();
      g_autoptr (TvxProtection) protection = NULL;
      g_autoptr (Attacker) attacker = NULL;

      instance_fill (by_age, 40, random);
      for (guint p = 0; p < 3; p++)
        {
          gint64 all = tvx_count_table_get_count (by_age, p * 4 + 3);
          gint64 women = g_rand_int_range (random, 0, all + 1);

          g_assert_true (tvx_count_table_set_count (by_gender, p * 3, women, NULL));
          g_assert_true (tvx_count_table_set_count (by_gender, p * 3 + 1, all - women, NULL));
        }
      tvx_publication_add_table (joint, by_age);
      tvx_publication_add_table (joint, by_gender);
      g_assert_true (tvx_publication_prepare (joint, NULL));
      protection = protect_each (joint);
      attacker = attacker_new (protection);
      n_won += is_given_away (protection, attacker_count_narrow (attacker));
    }
  g_assert_cmpuint (n_won, >=, N_WON);
}

/* A protector that forgets what was published, and hides other numbers of the same table than before. */
static void
test_forgets_ledger (void)
{
  guint n_won = 0;

  for (guint32 seed = 1; seed <= N_TABLES; seed++)
    {
      g_autoptr (TvxCountTable) table = make_table (TVX_ZEROS_MAYBE, seed);
      g_autoptr (TvxPublication) first = publish_one (table, NULL, NULL), publication = NULL;
      g_autoptr (TvxProtection) earlier = tvx_protect (first, NULL, NULL, NULL), weak = NULL, protection = NULL;
      g_autoptr (TvxLedger) ledger = tvx_ledger_new ();
      g_autoptr (Attacker) attacker = NULL;
      TvxProtectOptions options = TVX_PROTECT_OPTIONS_INIT;

      options.cost = TVX_HIDING_COST_PEOPLE;
      options.n_rounds = 0;
      tvx_protection_record (earlier, 1, ledger, "2017-06-30", "2017");
      weak = tvx_protect (first, &options, NULL, NULL);
      publication = publish_one (table, NULL, ledger);
      protection = copy (weak, publication, G_MAXUINT);
      attacker = attacker_new (protection);
      attacker_remember (attacker, earlier);
      n_won += is_given_away (protection, attacker_count_narrow (attacker));
    }
  g_assert_cmpuint (n_won, >=, N_WON);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/certify/whole", Fixture, NULL, set_up, test_whole, tear_down);
  g_test_add ("/certify/one-shown", Fixture, NULL, set_up, test_one_shown, tear_down);
  g_test_add ("/certify/no-secondaries", Fixture, NULL, set_up, test_no_secondaries, tear_down);
  g_test_add ("/certify/missing-witness", Fixture, NULL, set_up, test_missing_witness, tear_down);
  g_test_add ("/certify/bent-witness", Fixture, NULL, set_up, test_bent_witness, tear_down);
  g_test_add ("/certify/negative-witness", Fixture, NULL, set_up, test_negative_witness, tear_down);
  g_test_add_func ("/certify/forgets-insiders", test_forgets_insiders);
  g_test_add_func ("/certify/forgets-rule-about-zeros", test_forgets_rule_about_zeros);
  g_test_add_func ("/certify/forgets-zeros", test_forgets_zeros);
  g_test_add_func ("/certify/forgets-links", test_forgets_links);
  g_test_add_func ("/certify/forgets-ledger", test_forgets_ledger);
  g_test_add ("/certify/weak-threshold", Fixture, NULL, set_up, test_weak_threshold, tear_down);

  return g_test_run ();
}
