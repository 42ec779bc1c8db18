/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protectors that do not know all that readers know. What they come to is certified by what they know; it must be refused
 * by what readers know, and an attacker must make use of it. */

#include "attacker.h"
#include "faults.h"
#include "instances.h"
#include "statistics/tvx-protect.h"

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
      g_autoptr (TvxProtection) protection = fault_copy (weak, publication, FAULT_KEEP_ALL);
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
      g_autoptr (TvxProtection) protection = fault_copy (weak, publication, FAULT_KEEP_ALL);
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
  g_assert_false (tvx_protection_certify (protection, NULL));
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
      protection = fault_copy (weak, publication, FAULT_KEEP_ALL);
      attacker = attacker_new (protection);
      attacker_remember (attacker, earlier);
      n_won += is_given_away (protection, attacker_count_narrow (attacker));
    }
  g_assert_cmpuint (n_won, >=, N_WON);
}

/* The same counts without the groups of the axes. */
static TvxCountTable *
drop_groups (TvxCountTable *table)
{
  g_autoptr (GPtrArray) axes = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_axis_unref);
  TvxCountTable *plain;

  for (guint d = 0; d < tvx_count_table_get_n_axes (table); d++)
    {
      TvxAxis *axis = tvx_count_table_get_axis (table, d);

      g_ptr_array_add (axes, instance_axis (tvx_axis_get_id (axis), tvx_axis_get_n_categories (axis)));
    }
  plain = tvx_count_table_new ("plain", (TvxAxis **) axes->pdata, axes->len, NULL);
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    {
      guint same = 0;

      if (!tvx_count_table_is_inner (table, cell))
        continue;
      for (guint d = 0; d < axes->len; d++)
        same = tvx_count_table_move (plain, same, d, tvx_count_table_get_node (table, cell, d));
      g_assert_true (tvx_count_table_set_count (plain, same, tvx_count_table_get_count (table, cell), NULL));
    }
  return plain;
}

static gboolean
forget_groups (TvxCountTable *table)
{
  g_autoptr (TvxCountTable) plain = drop_groups (table);
  g_autoptr (TvxPublication) forgetful = publish_one (plain, NULL, NULL), publication = publish_one (table, NULL, NULL);
  g_autoptr (TvxProtection) weak = tvx_protect (forgetful, NULL, NULL, NULL);
  g_autoptr (TvxProtection) protection = fault_copy (weak, publication, FAULT_KEEP_ALL);
  g_autoptr (Attacker) attacker = attacker_new (protection);

  return is_given_away (protection, attacker_count_narrow (attacker));
}

/* A protector that forgets that sums over groups are published, too. */
static void
test_forgets_groups (void)
{
  guint n_won = 0;

  for (guint32 seed = 1; seed <= N_TABLES; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (TvxAxis) place = instance_axis ("kommun", 3), age = instance_axis ("alder", 5);
      g_autoptr (TvxCountTable) table = NULL;

      g_assert_true (tvx_axis_add_group (age, "young", (const char *[]) { "alder0", "alder1", NULL }, NULL));
      g_assert_true (tvx_axis_add_group (age, "old", (const char *[]) { "alder3", "alder4", NULL }, NULL));
      table = tvx_count_table_new ("table", (TvxAxis *[]) { place, age }, 2, NULL);
      instance_fill (table, 90, random);
      n_won += forget_groups (table);
    }
  g_assert_cmpuint (n_won, >=, N_WON);
}

/* The same, where the groups are the programmes of many projects. */
static void
test_forgets_programmes (void)
{
  guint n_won = 0;

  for (guint32 seed = 1; seed <= N_TABLES / 3; seed++)
    {
      g_autoptr (TvxCountTable) table = instance_projects (9, 3, seed);

      n_won += forget_groups (table);
    }
  g_assert_cmpuint (n_won, >=, N_WON);
}

/* A protector that reckons with people where everyone knows that there can be none. */
static void
test_forgets_impossible (void)
{
  guint n_won = 0;

  for (guint32 seed = 1; seed <= 4 * N_TABLES; seed++)
    {
      g_autoptr (TvxCountTable) table = instance_plain ((guint[]) { 3, 4 }, 2, 30, seed);
      g_autoptr (TvxCountTable) stated = instance_plain ((guint[]) { 3, 4 }, 2, 30, seed);
      g_autoptr (TvxPublication) forgetful = publish_one (table, NULL, NULL), publication = NULL;
      g_autoptr (TvxProtection) weak = tvx_protect (forgetful, NULL, NULL, NULL), protection = NULL;
      g_autoptr (Attacker) attacker = NULL;

      for (guint cell = 0; cell < tvx_count_table_get_n_cells (stated); cell++)
        if (tvx_count_table_is_inner (stated, cell) && tvx_count_table_get_count (stated, cell) == 0)
          g_assert_true (tvx_count_table_set_impossible (stated, cell, NULL));
      publication = publish_one (stated, NULL, NULL);
      protection = fault_copy (weak, publication, FAULT_KEEP_ALL);
      attacker = attacker_new (protection);
      n_won += is_given_away (protection, attacker_count_narrow (attacker));
    }
  g_assert_cmpuint (n_won, >=, N_WON);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forgetful/insiders", test_forgets_insiders);
  g_test_add_func ("/forgetful/rule-about-zeros", test_forgets_rule_about_zeros);
  g_test_add_func ("/forgetful/zeros", test_forgets_zeros);
  g_test_add_func ("/forgetful/groups", test_forgets_groups);
  g_test_add_func ("/forgetful/programmes", test_forgets_programmes);
  g_test_add_func ("/forgetful/impossible", test_forgets_impossible);
  g_test_add_func ("/forgetful/links", test_forgets_links);
  g_test_add_func ("/forgetful/ledger", test_forgets_ledger);

  return g_test_run ();
}
