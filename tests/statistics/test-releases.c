/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Corrections of what earlier reports hide, and a fault planted in the check that refuses them: the linker calls the
 * functions here in place of it. */

#include "attacker.h"
#include "faults.h"
#include "instances.h"
#include "statistics/tvx-protect.h"
#include "statistics/tvx-publication-private.h"
#include "statistics/tvx-releases-private.h"
#include "statistics/tvx-statistics-error.h"

gboolean __real_tvx_releases_check_sums (TvxPublication  *self,
                                         GError         **error);
gboolean __wrap_tvx_releases_check_sums (TvxPublication  *self,
                                         GError         **error);

static gboolean planted;

gboolean
__wrap_tvx_releases_check_sums (TvxPublication  *self,
                                GError         **error)
{
  return planted || __real_tvx_releases_check_sums (self, error);
}

#define N_TABLES 40
#define N_PLANTED 24

typedef struct
{
  TvxCountTable *table, *corrected;
  TvxPublication *first;
  TvxProtection  *earlier;
  TvxLedger      *ledger;
} Correction;

static void
correction_clear (Correction *self)
{
  g_clear_pointer (&self->earlier, tvx_protection_unref);
  g_clear_pointer (&self->first, tvx_publication_unref);
  g_clear_pointer (&self->ledger, tvx_ledger_unref);
  g_clear_pointer (&self->table, tvx_count_table_unref);
  g_clear_pointer (&self->corrected, tvx_count_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Correction, correction_clear)

static TvxPublication *
publish (TvxCountTable *table,
         TvxLedger     *ledger)
{
  TvxPublication *publication = tvx_publication_new ();

  tvx_publication_add_table (publication, table);
  tvx_publication_set_ledger (publication, ledger);
  return publication;
}

/* A count of 1 that was hidden turns out to be 3, which is as small, and all sums change with it. */
static gboolean
correct (Correction *self,
         guint32     seed)
{
  self->table = instance_plain ((guint[]) { 3, 5 }, 2, 160, seed);
  self->corrected = instance_plain ((guint[]) { 3, 5 }, 2, 160, seed);
  self->first = publish (self->table, NULL);
  self->earlier = tvx_protect (self->first, NULL, NULL, NULL);
  g_assert_nonnull (self->earlier);
  self->ledger = tvx_ledger_new ();
  tvx_protection_record (self->earlier, 1, self->ledger, "2017-06-30", "2017");
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (self->table); cell++)
    if (tvx_count_table_is_inner (self->table, cell) && tvx_count_table_get_count (self->table, cell) == 1)
      return tvx_count_table_set_count (self->corrected, cell, 3, NULL);
  return FALSE;
}

/* What a protector makes of the corrected table that takes the numbers of the earlier report to have been those of now. */
static TvxProtection *
protect_forgetful (Correction *self)
{
  g_autoptr (TvxPublication) publication = publish (self->corrected, NULL);
  g_autoptr (TvxPublication) later = NULL;
  g_autoptr (TvxProtection) same = NULL;
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();

  g_assert_true (tvx_publication_prepare (publication, NULL));
  same = tvx_protection_new (publication);
  for (guint i = 0; i < tvx_publication_get_n_counts (publication); i++)
    tvx_protection_set_hidden (same, i, tvx_protection_get_state (self->earlier, i) != TVX_CELL_SHOWN);
  tvx_protection_record (same, 1, ledger, "2017-06-30", "2017");
  later = publish (self->corrected, ledger);
  return tvx_protect (later, NULL, NULL, NULL);
}

static void
test_refused (void)
{
  guint n_refused = 0;

  planted = FALSE;
  for (guint32 seed = 1; seed <= N_TABLES; seed++)
    {
      g_auto (Correction) correction = { 0 };
      g_autoptr (TvxPublication) publication = NULL;
      g_autoptr (GError) error = NULL;

      if (!correct (&correction, seed))
        continue;
      publication = publish (correction.corrected, correction.ledger);
      g_assert_false (tvx_publication_prepare (publication, &error));
      g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
      n_refused++;
    }
  g_assert_cmpuint (n_refused, >, N_TABLES / 4);
}

/* Whether the faulty protector has an answer at all: what was hidden then need not suffice for what the number is now. */
static gboolean
plant (Correction      *self,
       TvxPublication  *publication,
       TvxProtection  **weak,
       GError         **error)
{
  *weak = protect_forgetful (self);
  g_assert_null (tvx_protect (publication, NULL, NULL, error));
  return *weak != NULL && !g_error_matches (*error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
}

/* Without the check, the protector would publish what a reader of both reports sees through; the certificate stops it.
 * Tables that have no answer are passed over, and others are taken instead. */
static void
test_forgets_sums (void)
{
  guint n_planted = 0, n_passed_over = 0;

  planted = TRUE;
  for (guint32 seed = 1; n_planted < N_PLANTED; seed++)
    {
      g_auto (Correction) correction = { 0 };
      g_autoptr (TvxPublication) publication = NULL;
      g_autoptr (TvxProtection) weak = NULL, protection = NULL;
      g_autoptr (Attacker) attacker = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (n_passed_over, <, N_PLANTED / 4);
      if (!correct (&correction, seed))
        continue;
      publication = publish (correction.corrected, correction.ledger);
      if (!plant (&correction, publication, &weak, &error))
        {
          n_passed_over++;
          continue;
        }
      g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_NOT_CERTIFIED);
      g_assert_nonnull (strstr (error->message, "do not explain what an earlier report shows"));
      g_clear_error (&error);

      protection = fault_copy (weak, publication, FAULT_KEEP_ALL);
      g_assert_true (tvx_protection_certify (weak, NULL));
      g_assert_false (tvx_protection_certify (protection, &error));
      g_assert_nonnull (strstr (error->message, "do not explain what an earlier report shows"));
      attacker = attacker_new (protection);
      attacker_remember (attacker, correction.earlier);
      g_assert_cmpuint (attacker_count_narrow (attacker), >, 0);
      n_planted++;
    }
  planted = FALSE;
  g_test_message ("%u planted, %u passed over", n_planted, n_passed_over);
}

/* Groups that the earlier report did not have stand between its sums and what it hides. */
static void
test_new_groups (void)
{
  guint n_refused = 0;

  for (guint32 seed = 1; seed <= N_TABLES; seed++)
    {
      g_auto (Correction) correction = { 0 };
      g_autoptr (TvxAxis) first = instance_axis ("d0-", 3), second = instance_axis ("d1-", 5);
      g_autoptr (TvxCountTable) grouped = NULL;
      g_autoptr (TvxPublication) publication = NULL;
      g_autoptr (GError) error = NULL;

      if (!correct (&correction, seed))
        continue;
      g_assert_true (tvx_axis_add_group (second, "young", (const char *[]) { "d1-0", "d1-1", NULL }, NULL));
      g_assert_true (tvx_axis_add_group (second, "old", (const char *[]) { "d1-2", "d1-3", "d1-4", NULL }, NULL));
      grouped = tvx_count_table_new_like (correction.corrected, (TvxAxis *[]) { first, second }, 2, NULL);
      for (guint cell = 0; cell < tvx_count_table_get_n_cells (grouped); cell++)
        if (tvx_count_table_is_inner (grouped, cell))
          {
            guint at = tvx_count_table_get_node (grouped, cell, 0) * 6 + tvx_count_table_get_node (grouped, cell, 1);

            g_assert_true (tvx_count_table_set_count (grouped, cell, tvx_count_table_get_count (correction.corrected, at), NULL));
          }
      publication = publish (grouped, correction.ledger);
      g_assert_false (tvx_publication_prepare (publication, &error));
      g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED);
      n_refused++;
    }
  g_assert_cmpuint (n_refused, >, N_TABLES / 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/releases/refused", test_refused);
  g_test_add_func ("/releases/forgets-sums", test_forgets_sums);
  g_test_add_func ("/releases/new-groups", test_new_groups);

  return g_test_run ();
}
