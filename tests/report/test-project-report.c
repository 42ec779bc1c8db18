/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "report-records.h"

static TvxReport *
build (const char *first,
       const char *second,
       const char *language,
       int         year)
{
  const char *const projects[] = { first, second, NULL };

  return report_records_build (TVX_REPORT_KIND_PROJECT, projects, language, year, TVX_AUDIENCE_PUBLIC);
}

static void
test_one (gconstpointer language)
{
  g_autoptr (TvxReport) report = build (ARENA, NULL, language, 2019);
  g_autofree char *name = g_strdup_printf ("project.%s.dump", (const char *) language);

  report_records_golden (report, name);
}

static void
test_several (gconstpointer language)
{
  g_autoptr (TvxReport) report = build (ARENA, EQUAL, language, 2019);
  g_autofree char *name = g_strdup_printf ("projects.%s.dump", (const char *) language);

  report_records_golden (report, name);
}

/* The notice stands there from the day on which the handover takes effect, and not before. */
static void
test_notice_has_its_day (void)
{
  g_autoptr (TvxReport) before = build (ARENA, NULL, "en", 2018);
  g_autoptr (TvxReport) after = build (ARENA, NULL, "en", 2019);
  g_autofree char *before_text = report_records_dump (before);
  g_autofree char *after_text = report_records_dump (after);

  g_assert_null (strstr (before_text, "taken over responsibility"));
  g_assert_nonnull (strstr (after_text, "taken over responsibility"));
}

static char *
get_attached (TvxReport *report)
{
  const TvxAttachment *attachment = tvx_report_get_attachment (report, 0);

  return g_strndup (g_bytes_get_data (attachment->bytes, NULL), g_bytes_get_size (attachment->bytes));
}

/* The file inside a report tells no more than the report does. */
static void
test_nothing_private (void)
{
  g_autoptr (TvxReport) one = build (ARENA, NULL, "sv", 2019);
  g_autoptr (TvxReport) several = build (ARENA, EQUAL, "sv", 2019);
  g_autofree char *text = report_records_dump (one);
  g_autofree char *project = get_attached (one);
  g_autofree char *reg = get_attached (several);

  g_assert_null (strstr (text, "SECRET"));
  g_assert_true (g_str_has_prefix (project, "project\n"));
  g_assert_nonnull (strstr (project, ARENA_ID));
  g_assert_null (strstr (project, "SECRET"));
  g_assert_true (g_str_has_prefix (reg, "register\n"));
  g_assert_null (strstr (reg, "SECRET"));
}

static void
test_internal (void)
{
  static const char *const told[] = { "SECRET assessor", "SECRET responsible", "SECRET contact", "SECRET note", "SECRET reminder",
                                      "SECRET remark", NULL };
  const char *const projects[] = { ARENA, NULL };
  g_autoptr (TvxReport) report =
    report_records_build (TVX_REPORT_KIND_PROJECT, projects, "en", 2019, TVX_AUDIENCE_INTERNAL);
  g_autofree char *text = report_records_dump (report);
  g_autofree char *attached = get_attached (report);

  for (guint i = 0; told[i] != NULL; i++)
    {
      g_assert_nonnull (strstr (text, told[i]));
      g_assert_nonnull (strstr (attached, told[i]));
    }
  g_assert_nonnull (strstr (attached, "SECRET unknown"));
  g_assert_cmpstr (tvx_report_get_status (report), ==, "Internal");
  g_assert_nonnull (strstr (tvx_report_get_subject (report), "Internal"));
}

/* What lacks something is a draft, and says so. */
static void
test_draft (void)
{
  g_autoptr (TvxReport) whole = build (ARENA, NULL, "sv", 2019);
  g_autoptr (TvxReport) lacking = build (ARENA, EQUAL, "sv", 2019);

  g_assert_null (tvx_report_get_status (whole));
  g_assert_cmpstr (tvx_report_get_status (lacking), ==, "Utkast");
}

/* What is left out is told neither to people nor, in the file inside, to programs. */
static void
test_without (void)
{
  static const char *const without[] = { "money", "contacts", "indicators", "outcome", NULL };
  static const char *const gone[] = { "socialfonden", "projekt@example.se", "Deltagare", "Avvikelse", NULL };
  const char *const projects[] = { ARENA, NULL };

  for (int audience = TVX_AUDIENCE_PUBLIC; audience <= TVX_AUDIENCE_INTERNAL; audience++)
    {
      g_autoptr (TvxReport) report = report_records_build_without (TVX_REPORT_KIND_FINAL, projects, "sv", 2019, audience, without);
      g_autofree char *text = report_records_dump (report);
      g_autofree char *attached = get_attached (report);

      for (guint i = 0; gone[i] != NULL; i++)
        {
          g_assert_null (strstr (text, gone[i]));
          g_assert_null (strstr (attached, gone[i]));
        }
      g_assert_nonnull (strstr (text, "Fler platser"));
      g_assert_null (strstr (text, "Avvikelser"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/project-report/one/en", "en", test_one);
  g_test_add_data_func ("/project-report/one/sv", "sv", test_one);
  g_test_add_data_func ("/project-report/several/en", "en", test_several);
  g_test_add_data_func ("/project-report/several/sv", "sv", test_several);
  g_test_add_func ("/project-report/notice-has-its-day", test_notice_has_its_day);
  g_test_add_func ("/project-report/nothing-private", test_nothing_private);
  g_test_add_func ("/project-report/internal", test_internal);
  g_test_add_func ("/project-report/draft", test_draft);
  g_test_add_func ("/project-report/without", test_without);
  return g_test_run ();
}
