/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "report-records.h"

/* What a register has of everything: a second project whose money, times and goals are other ones. */
#define PLATFORM \
  "{'id': <'db7a9bbb-2f1a-4fef-ac85-11574a7c2e62'>, 'title': <'Innovationskraft'>, 'lifecycle': <'completed'>, " \
  "'actual_start': <'2015'>, 'actual_end': <'2018-06-30'>, 'areas': <['rural', 'social']>, " \
  "'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b21'>, 'text': <'Attraktiv region'>, " \
  "'assessment': <'reachable'>, 'motive': <'Snart klart.'>, 'assessed_on': <'2018-11'>}>]>, " \
  "'funding': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b22'>, 'funder': <'Europeiska socialfonden'>, " \
  "'kind': <'eu'>, 'amount': <int64 750000>, 'reference': <'2015/00394'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b23'>, 'funder': <'Tillväxtverket'>, 'kind': <'state_1_1'>, " \
  "'amount': <int64 2000000>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b24'>, 'funder': <'En kommun'>}>]>}"

/* A project with a table in which some are so few that they must be hidden, and others with them. */
#define COUNTED \
  "{'id': <'db7a9bbb-2f1a-4fef-ac85-11574a7c2e63'>, 'title': <'Fler i arbete'>, 'statistics': <[<{" \
  "'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b31'>, 'title': <'Deltagare efter ålder'>, 'population': <'Deltagare'>, " \
  "'from': <'2018-01'>, 'until': <'2018-12'>, 'source': <'Närvarolistor'>, 'axes': <[<{" \
  "'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b32'>, 'kind': <'age'>, 'categories': <[" \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b33'>, 'code': <'0-17'>, 'name': <'Under 18'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b34'>, 'code': <'18-29'>, 'name': <'18–29'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b36'>, 'code': <'30-54'>, 'name': <'30–54'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b35'>, 'code': <'55+'>, 'name': <'55 och äldre'>}>]>}>]>, " \
  "'counts': <{'women|0-17': <int64 2>, 'women|18-29': <int64 61>, 'women|30-54': <int64 52>, 'women|55+': <int64 48>, " \
  "'men|0-17': <int64 33>, 'men|18-29': <int64 27>, 'men|30-54': <int64 44>, 'men|55+': <int64 19>}>}>]>}"

static void
check_golden (TvxReportKind  kind,
              const char    *language)
{
  const char *const one[] = { ARENA, NULL };
  const char *const several[] = { ARENA, EQUAL, PLATFORM, NULL };
  g_autoptr (TvxReport) report = report_records_build (kind, kind == TVX_REPORT_KIND_PORTFOLIO ? several : one, language, 2019,
                                                       TVX_AUDIENCE_PUBLIC);
  g_autofree char *name = g_strdup_printf ("%s.%s.dump", tvx_report_kind_get_name (kind), language);

  report_records_golden (report, name);
}

static void
test_english (gconstpointer kind)
{
  check_golden (GPOINTER_TO_UINT (kind), "en");
}

static void
test_swedish (gconstpointer kind)
{
  check_golden (GPOINTER_TO_UINT (kind), "sv");
}

static char *
dup_replaced (const char *text,
              const char *what,
              const char *with)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (with, parts);
}

/* Some numbers of the table are hidden, in the table, in its chart and in the data. */
static void
test_statistics (gconstpointer language)
{
  const char *const projects[] = { COUNTED, NULL };
  g_autoptr (TvxReport) report = report_records_build_protected (TVX_REPORT_KIND_JPLUS, projects, language, 2019);
  g_autofree char *name = g_strdup_printf ("statistics.%s.dump", (const char *) language);
  GBytes *attached = tvx_report_get_attachment (report, 0)->bytes;

  report_records_golden (report, name);
  g_assert_null (g_strstr_len (g_bytes_get_data (attached, NULL), g_bytes_get_size (attached), "counts"));
}

/* Where what is shown is the same, so is all of the report: no picture, alternative text or data tells hidden numbers apart. */
static void
test_hidden_numbers (void)
{
  const char *const projects[] = { COUNTED, NULL };
  g_autofree char *other = dup_replaced (COUNTED, "'women|0-17': <int64 2>, 'women|18-29': <int64 61>, 'women|30-54': <int64 52>, 'women|55+': <int64 48>, ",
                                         "'women|0-17': <int64 3>, 'women|18-29': <int64 61>, 'women|30-54': <int64 52>, 'women|55+': <int64 47>, ");
  g_autofree char *others = dup_replaced (other, "'men|0-17': <int64 33>, 'men|18-29': <int64 27>, 'men|30-54': <int64 44>, 'men|55+': <int64 19>",
                                          "'men|0-17': <int64 32>, 'men|18-29': <int64 27>, 'men|30-54': <int64 44>, 'men|55+': <int64 20>");
  const char *const other_projects[] = { others, NULL };
  g_autoptr (TvxReport) report = report_records_build_protected (TVX_REPORT_KIND_JPLUS, projects, "en", 2019);
  g_autoptr (TvxReport) other_report = report_records_build_protected (TVX_REPORT_KIND_JPLUS, other_projects, "en", 2019);
  g_autofree char *text = report_records_dump (report);
  g_autofree char *other_text = report_records_dump (other_report);

  g_assert_nonnull (strstr (text, "\"..\""));
  g_assert_cmpstr (text, ==, other_text);
}

/* Whatever the kind is, the public gets what is for the public. */
static void
test_nothing_private (gconstpointer kind)
{
  const char *const projects[] = { ARENA, PLATFORM, NULL };
  g_autoptr (TvxReport) report =
    report_records_build (GPOINTER_TO_UINT (kind), projects, "sv", 2019, TVX_AUDIENCE_PUBLIC);
  g_autofree char *text = report_records_dump (report);
  GBytes *attached = tvx_report_get_attachment (report, 0)->bytes;

  g_assert_null (strstr (text, "SECRET"));
  g_assert_null (g_strstr_len (g_bytes_get_data (attached, NULL), g_bytes_get_size (attached), "SECRET"));
}

/* A wrong file cannot make a sum that is less than its parts. */
static void
test_huge_amounts (void)
{
  static const char huge[] = "{'title': <'Project'>, 'funding': <[<{'funder': <'A'>, 'kind': <'eu'>, "
                             "'amount': <int64 9223372036854775807>}>, <{'funder': <'A'>, 'amount': <int64 1>}>, "
                             "<{'funder': <'B'>, 'amount': <int64 -9223372036854775808>}>]>}";
  const char *const projects[] = { huge, huge, NULL };
  g_autoptr (TvxReport) report =
    report_records_build (TVX_REPORT_KIND_PORTFOLIO, projects, "en", 2019, TVX_AUDIENCE_PUBLIC);
  g_autofree char *text = report_records_dump (report);

  g_assert_nonnull (strstr (text, "SEK\302\2409\302\240223\302\240372\302\240036\302\240854\302\240775\302\240807"));
}

/* Nothing filled in is no reason to fail. */
static void
test_empty (gconstpointer kind)
{
  const char *const projects[] = { "@a{sv} {}", "@a{sv} {}", NULL };

  for (guint n = 1; n <= 2; n++)
    {
      g_autoptr (TvxReport) report =
        report_records_build (GPOINTER_TO_UINT (kind), projects + 2 - n, "en", 2019, TVX_AUDIENCE_PUBLIC);
      g_autofree char *text = report_records_dump (report);

      g_assert_nonnull (strstr (text, "Project"));
      g_assert_cmpstr (tvx_report_get_status (report), ==, "Draft");
    }
}

static void
test_names (void)
{
  g_autofree char *names = tvx_report_kind_dup_names ();
  TvxReportKind kind = TVX_REPORT_KIND_PROJECT;

  g_assert_cmpstr (names, ==, "project|portfolio|final|handover|jplus");
  for (guint i = 0; i < TVX_N_REPORT_KINDS; i++)
    {
      g_assert_true (tvx_report_kind_find (tvx_report_kind_get_name (i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (tvx_report_kind_find ("", &kind));
  g_assert_false (tvx_report_kind_find ("Project", &kind));
}

static void
add_test (const char *name,
          guint       kind,
          void (*test) (gconstpointer kind))
{
  g_autofree char *path = g_strdup_printf ("/report-kind/%s/%s", name, tvx_report_kind_get_name (kind));

  g_test_add_data_func (path, GUINT_TO_POINTER (kind), test);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-kind/names", test_names);
  g_test_add_data_func ("/report-kind/golden/en/statistics", "en", test_statistics);
  g_test_add_data_func ("/report-kind/golden/sv/statistics", "sv", test_statistics);
  g_test_add_func ("/report-kind/hidden-numbers", test_hidden_numbers);
  g_test_add_func ("/report-kind/huge-amounts", test_huge_amounts);
  for (guint i = 0; i < TVX_N_REPORT_KINDS; i++)
    {
      if (i != TVX_REPORT_KIND_PROJECT) /* which has a test of its own */
        {
          add_test ("golden/en", i, test_english);
          add_test ("golden/sv", i, test_swedish);
        }
      add_test ("nothing-private", i, test_nothing_private);
      add_test ("empty", i, test_empty);
    }
  return g_test_run ();
}
