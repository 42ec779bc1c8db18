/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Faults planted in what the protector takes readers to know: the linker calls the functions here in place of those of the
 * publication. The certificate works out by itself what they know, so it must refuse what comes of that, and an attacker
 * make use of it. */

#include "attacker.h"
#include "instances.h"
#include "statistics/tvx-insiders-private.h"
#include "statistics/tvx-protect.h"
#include "statistics/tvx-statistics-error.h"

void     __real_tvx_insiders_find        (TvxPublication *self);
void     __wrap_tvx_insiders_find        (TvxPublication *self);
void     __real_tvx_insiders_find_floors (TvxPublication *self,
                                          guint           insider,
                                          gint64         *floors);
void     __wrap_tvx_insiders_find_floors (TvxPublication *self,
                                          guint           insider,
                                          gint64         *floors);
gboolean __real_tvx_protection_certify   (TvxProtection  *self,
                                          GError        **error);
gboolean __wrap_tvx_protection_certify   (TvxProtection  *self,
                                          GError        **error);

#define N_TABLES 20

typedef enum
{
  FAULT_NONE,
  FAULT_NARROW_RANGES,
  FAULT_FORGOTTEN_RULE,
  FAULT_FORGOTTEN_INSIDERS,
} Fault;

static Fault planted;

void
__wrap_tvx_insiders_find (TvxPublication *self)
{
  GPtrArray *axes = self->insider_axes;

  if (planted == FAULT_FORGOTTEN_INSIDERS)
    self->insider_axes = g_ptr_array_new ();
  __real_tvx_insiders_find (self);
  if (planted == FAULT_FORGOTTEN_INSIDERS)
    {
      g_ptr_array_unref (self->insider_axes);
      self->insider_axes = axes;
    }
}

void
__wrap_tvx_insiders_find_floors (TvxPublication *self,
                                 guint           insider,
                                 gint64         *floors)
{
  __real_tvx_insiders_find_floors (self, insider, floors);
  for (guint i = 0; i < self->n_counts; i++)
    if (planted == FAULT_NARROW_RANGES && self->counts[i].value > 2)
      floors[i] = MAX (floors[i], 2);
    else if (planted == FAULT_FORGOTTEN_RULE)
      floors[i] = 0;
}

/* A faulty protector would not be stopped by its own certificate either. */
gboolean
__wrap_tvx_protection_certify (TvxProtection  *self,
                               GError        **error)
{
  return planted != FAULT_NONE || __real_tvx_protection_certify (self, error);
}

static TvxProtection *
protect (guint32     seed,
         Fault       fault,
         TvxZeros    zeros,
         const char *insiders)
{
  g_autoptr (TvxCountTable) table = instance_plain ((guint[]) { 4, 5 }, 2, 120, seed);
  g_autoptr (TvxPublication) publication = tvx_publication_new ();
  TvxProtection *protection;

  tvx_count_table_set_zeros (table, zeros);
  tvx_publication_add_table (publication, table);
  if (insiders != NULL)
    tvx_publication_add_insider (publication, insiders);
  planted = fault;
  protection = tvx_protect (publication, NULL, NULL, NULL);
  planted = FAULT_NONE;
  g_assert_nonnull (protection);
  return protection;
}

static guint
attack (TvxProtection *protection,
        const char    *insiders)
{
  g_autoptr (Attacker) attacker = attacker_new (protection);
  TvxAxis *axis = tvx_count_table_get_axis (tvx_publication_get_table (tvx_protection_get_publication (protection), 0), 0);
  guint n_narrow = attacker_count_narrow (attacker);

  for (guint i = 0; insiders != NULL && i < tvx_axis_get_n_categories (axis); i++)
    {
      attacker_know (attacker, insiders, tvx_axis_get_node_id (axis, i));
      n_narrow += attacker_count_narrow (attacker);
      attacker_forget (attacker);
    }
  return n_narrow;
}

/* A fault does no harm in every table, but where it does the certificate must not pass. */
static void
check_fault (Fault       fault,
             TvxZeros    zeros,
             const char *insiders,
             const char *reason)
{
  guint n_refused = 0, n_won = 0;

  for (guint32 seed = 1; seed <= N_TABLES; seed++)
    {
      g_autoptr (TvxProtection) whole = protect (seed, FAULT_NONE, zeros, insiders);
      g_autoptr (TvxProtection) faulty = protect (seed, fault, zeros, insiders);
      g_autoptr (GError) error = NULL;
      gboolean certified = tvx_protection_certify (faulty, &error);

      g_assert_cmpuint (attack (whole, insiders), ==, 0);
      if (!certified)
        {
          g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_NOT_CERTIFIED);
          g_assert_nonnull (strstr (error->message, reason));
          n_refused++;
        }
      if (attack (faulty, insiders) > 0)
        {
          g_assert_false (certified);
          n_won++;
        }
    }
  g_test_message ("of %d tables %u refused, %u attacks won", N_TABLES, n_refused, n_won);
  g_assert_cmpuint (n_refused, >=, N_TABLES / 2);
  g_assert_cmpuint (n_won, >, 0);
}

static void
test_narrow_ranges (void)
{
  check_fault (FAULT_NARROW_RANGES, TVX_ZEROS_MAYBE, NULL, "lowest value");
}

static void
test_forgotten_rule (void)
{
  check_fault (FAULT_FORGOTTEN_RULE, TVX_ZEROS_SHOWN, NULL, "impossible");
}

static void
test_forgotten_insiders (void)
{
  check_fault (FAULT_FORGOTTEN_INSIDERS, TVX_ZEROS_MAYBE, "d0-", "own counts");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/readers/narrow-ranges", test_narrow_ranges);
  g_test_add_func ("/readers/forgotten-rule", test_forgotten_rule);
  g_test_add_func ("/readers/forgotten-insiders", test_forgotten_insiders);

  return g_test_run ();
}
