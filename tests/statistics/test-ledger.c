/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-count-table.h"
#include "statistics/tvx-ledger.h"

static void
test_latest (void)
{
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();
  const TvxLedgerEntry *entry;

  g_assert_null (tvx_ledger_lookup (ledger, "2017|kon=k"));
  tvx_ledger_add (ledger, "2017|kon=k", TVX_RELEASE_SHOWN, 12, "2017-06-30", "June");
  tvx_ledger_add (ledger, "2017|kon=m", TVX_RELEASE_SMALL, 3, "2017-06-30", "June");
  tvx_ledger_add (ledger, "2017|kon=k", TVX_RELEASE_SHOWN, 13, "2017-12-31", "December");
  tvx_ledger_add (ledger, "2017|kon=m", TVX_RELEASE_FOLLOW, 7, "2017-12-31", "December");

  g_assert_cmpuint (tvx_ledger_get_n_entries (ledger), ==, 2);
  entry = tvx_ledger_get_entry (ledger, 0);
  g_assert_true (entry == tvx_ledger_lookup (ledger, "2017|kon=k"));
  g_assert_cmpint (entry->number, ==, 13);
  g_assert_cmpstr (entry->date, ==, "2017-12-31");
  g_assert_cmpstr (entry->report, ==, "December");

  /* Once small, it stays that; and a hidden number is not kept. */
  entry = tvx_ledger_get_entry (ledger, 1);
  g_assert_cmpint (entry->release, ==, TVX_RELEASE_SMALL);
  g_assert_cmpint (entry->number, ==, 0);
}

/* The strictest of several rules stays, and what readers once know they know. */
static void
test_rules (void)
{
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();
  g_autoptr (TvxLedger) copy = NULL;
  const TvxLedgerEntry *entry;

  tvx_ledger_add (ledger, "2017|kon=m", TVX_RELEASE_SMALL, 3, "2017-06-30", "June");
  g_assert_cmpuint (tvx_ledger_lookup (ledger, "2017|kon=m")->threshold, ==, 0);
  tvx_ledger_add_rule (ledger, "2017|kon=m", 10, FALSE, (const char *const[]) { "kommun", NULL });
  tvx_ledger_add (ledger, "2017|kon=m", TVX_RELEASE_SMALL, 3, "2017-12-31", "December");
  tvx_ledger_add_rule (ledger, "2017|kon=m", 5, TRUE, (const char *const[]) { "project", "kommun", NULL });
  tvx_ledger_add_rule (ledger, "2017|kon=m", 7, FALSE, NULL);
  copy = tvx_ledger_copy (ledger);
  entry = tvx_ledger_lookup (copy, "2017|kon=m");
  g_assert_cmpuint (entry->threshold, ==, 10);
  g_assert_true (entry->never_zero);
  g_assert_true (g_strv_equal ((const char *const *) entry->insiders, (const char *const[]) { "kommun", "project", NULL }));
}

static void
test_copy (void)
{
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();
  g_autoptr (TvxLedger) copy = NULL;

  tvx_ledger_add (ledger, "2017|kon=k", TVX_RELEASE_SHOWN, 12, "2017-06-30", "June");
  copy = tvx_ledger_copy (ledger);
  tvx_ledger_add (ledger, "2017|kon=k", TVX_RELEASE_FOLLOW, 12, "2017-12-31", "December");
  g_assert_cmpint (tvx_ledger_lookup (copy, "2017|kon=k")->release, ==, TVX_RELEASE_SHOWN);
  g_assert_cmpstr (tvx_ledger_lookup (copy, "2017|kon=k")->report, ==, "June");
}

/* Which counts are of the people of a table, or of more people that they are part of. */
static void
test_about (void)
{
  g_autoptr (TvxAxis) gender = tvx_axis_new ("kon", (const char *[]) { "k", "m", NULL }, NULL);
  g_autoptr (TvxCountTable) table = tvx_count_table_new ("t", (TvxAxis *[]) { gender }, 1, NULL);

  tvx_count_table_set_population (table, "partici|pants=2017");
  tvx_count_table_fix (table, "project", "a|b");
  g_assert_true (tvx_count_table_is_about (table, "partici\\|pants\\=2017"));
  g_assert_true (tvx_count_table_is_about (table, "partici\\|pants\\=2017|kon=k"));
  g_assert_true (tvx_count_table_is_about (table, "partici\\|pants\\=2017|kon=k|project=a\\|b"));
  g_assert_false (tvx_count_table_is_about (table, "partici\\|pants\\=2017|kon=k|project=a"));
  g_assert_false (tvx_count_table_is_about (table, "partici\\|pants\\=2017|kon=k|project=a\\|b\\"));
  g_assert_false (tvx_count_table_is_about (table, "partici\\|pants"));
  g_assert_false (tvx_count_table_is_about (table, "partici\\|pants\\=20179"));
  g_assert_false (tvx_count_table_is_about (table, ""));
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    {
      g_autofree char *key = tvx_count_table_dup_key (table, cell);

      g_assert_true (tvx_count_table_is_about (table, key));
    }
}

/* A sum over some projects is of other people than another project has. */
static void
test_about_sums (void)
{
  g_autoptr (TvxAxis) projects = tvx_axis_new ("project", (const char *[]) { "a", "b", NULL }, NULL);
  g_autoptr (TvxCountTable) table = NULL;

  tvx_axis_set_partial (projects, TRUE);
  table = tvx_count_table_new ("t", &projects, 1, NULL);
  g_assert_true (tvx_count_table_is_about (table, "|kon=k"));
  g_assert_true (tvx_count_table_is_about (table, "|kon=k|project=b"));
  g_assert_true (tvx_count_table_is_about (table, "|kon=k|project=*0123"));
  g_assert_false (tvx_count_table_is_about (table, "|kon=k|project=c"));
}

static void
test_place (void)
{
  g_autofree char *place = tvx_count_key_dup_place ("a\\|kon=x|kon=k\\|\\=\\\\|project=*01", "kon");
  g_autofree char *sum = tvx_count_key_dup_place ("a|kon=k|project=*01", "project");

  g_assert_cmpstr (place, ==, "k|=\\");
  g_assert_cmpstr (sum, ==, "*01");
  g_assert_null (tvx_count_key_dup_place ("a|kon=k", "ko"));
  g_assert_null (tvx_count_key_dup_place ("kon=k", "kon"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ledger/latest", test_latest);
  g_test_add_func ("/ledger/rules", test_rules);
  g_test_add_func ("/ledger/copy", test_copy);
  g_test_add_func ("/ledger/about", test_about);
  g_test_add_func ("/ledger/about/sums", test_about_sums);
  g_test_add_func ("/ledger/place", test_place);

  return g_test_run ();
}
