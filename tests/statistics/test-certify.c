/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Faults planted in a protection, which the certificate must refuse and an attacker make use of. */

#include "attacker.h"
#include "faults.h"
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
  g_autoptr (TvxProtection) protection = fault_copy (fixture->protection, fixture->publication, FAULT_KEEP_ALL);
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
      g_autoptr (TvxProtection) protection = fault_copy (fixture->protection, fixture->publication, i);

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
          g_autoptr (TvxProtection) protection = fault_copy (fixture->protection, fixture->publication, i);
          TvxWitness *bent = tvx_witness_new (witness->count, witness->end, witness->shifts, witness->n_shifts);

          bent->shifts[k].by += 1;
          tvx_protection_add_witness (protection, bent);
          assert_refused (protection, "sums");
        }
    }
}

/* A witness that does without one of its cells, which is shown then. */
static void
test_shortened_witness (Fixture       *fixture,
                        gconstpointer  data)
{
  guint n_shortened = 0, n_won = 0;

  for (guint i = 0; i < tvx_protection_get_n_witnesses (fixture->protection); i++)
    {
      const TvxWitness *witness = tvx_protection_get_witness (fixture->protection, i);
      g_autoptr (TvxProtection) protection = NULL;
      g_autoptr (Attacker) attacker = NULL;
      TvxWitness *shorter;
      guint k = witness->n_shifts;

      while (k > 0 && tvx_protection_get_state (fixture->protection, witness->shifts[k - 1].count) != TVX_CELL_FOLLOW)
        k--;
      if (k == 0)
        continue;
      protection = fault_copy (fixture->protection, fixture->publication, i);
      shorter = tvx_witness_new (witness->count, witness->end, witness->shifts, witness->n_shifts);
      tvx_protection_set_hidden (protection, shorter->shifts[k - 1].count, FALSE);
      memmove (shorter->shifts + k - 1, shorter->shifts + k, (shorter->n_shifts - k) * sizeof (TvxShift));
      shorter->n_shifts--;
      tvx_protection_add_witness (protection, shorter);
      assert_refused (protection, "");
      attacker = attacker_new (protection);
      n_won += attacker_count_narrow (attacker) > 0;
      n_shortened++;
    }
  g_test_message ("%u of %u attacks won", n_won, n_shortened);
  g_assert_cmpuint (n_shortened, >, 10);
  g_assert_cmpuint (n_won * 10, >=, n_shortened * 9);
}

static void
test_negative_witness (Fixture       *fixture,
                       gconstpointer  data)
{
  const TvxWitness *witness = tvx_protection_get_witness (fixture->protection, 0);
  g_autoptr (TvxProtection) protection = fault_copy (fixture->protection, fixture->publication, 0);
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
  g_autoptr (TvxProtection) protection = fault_copy (weak, fixture->publication, FAULT_KEEP_ALL);
  g_autoptr (Attacker) attacker = attacker_new (protection);

  assert_refused (protection, "must be hidden and is shown");
  g_assert_cmpuint (attacker_count_narrow (attacker), >, 0);
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
  g_test_add ("/certify/shortened-witness", Fixture, NULL, set_up, test_shortened_witness, tear_down);
  g_test_add ("/certify/negative-witness", Fixture, NULL, set_up, test_negative_witness, tear_down);
  g_test_add ("/certify/weak-threshold", Fixture, NULL, set_up, test_weak_threshold, tear_down);

  return g_test_run ();
}
