/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <string.h>

#include "report/tvx-dump-writer.h"
#include "report/tvx-project-report.h"

#define ARENA_ID "4c2f1a5a-58b0-489e-b83a-3226208d497d"
#define EQUAL_ID "95d3ca28-a419-4759-9a33-313b8489cc8e"

/* A project that has something in every part of a report, and something in every part that must not be published. */
#define ARENA \
  "{'id': <'" ARENA_ID "'>, 'title': <'Kompetensarena'>, 'summary': <'En mening.\\n\\nEn till.'>, " \
  "'description': <'Beskrivning'>, 'purpose': <'Syfte'>, 'vision': <'Vision'>, 'lifecycle': <'ongoing'>, " \
  "'planned_start': <'2018-03-01'>, 'planned_end': <'2020-09'>, 'county': <'01'>, " \
  "'municipalities': <['0180', '0184']>, 'areas': <['social']>, 'website': <'https://www.example.se/'>, " \
  "'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>, 'text': <'Fler platser'>, " \
  "'description': <'Minst tio.'>, 'assessment': <'partly_reachable'>, 'motive': <'Fem finns.'>, " \
  "'assessed_by': <'SECRET assessor'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b02'>, 'text': <'Bättre samverkan'>}>]>, " \
  "'dimensions': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b03'>, 'kind': <'gender'>, " \
  "'relevance': <'relevant'>, 'observation': <'Fler män.'>, 'responsible': <'SECRET responsible'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b04'>, 'kind': <'age'>, 'relevance': <'not_examined'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b05'>, 'kind': <'other'>, 'name': <'Språk'>, " \
  "'relevance': <'not_examined'>}>]>, " \
  "'partners': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b06'>, 'name': <'Stockholms stad'>, " \
  "'role': <'partner'>}>]>, " \
  "'funding': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b07'>, 'funder': <'Europeiska socialfonden'>, " \
  "'kind': <'eu'>, 'amount': <int64 1250000>}>]>, " \
  "'contacts': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b08'>, 'role': <'Projektledare'>, " \
  "'email': <'projekt@example.se'>, 'publish': <true>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b09'>, 'name': <'SECRET contact'>}>]>, " \
  "'links': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b10'>, 'title': <'Bloggen'>, " \
  "'url': <'https://blogg.example.se/'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b11'>, 'title': <'Nyhetsbrev'>}>]>, " \
  "'documents': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b12'>, 'title': <'Handlingsplan'>, " \
  "'kind': <'plan'>, 'date': <'2016'>}>]>, 'related': <['" EQUAL_ID "']>, " \
  "'handover': <{'state': <'received'>, 'from': <'Länsstyrelsen'>, 'to': <'Region Stockholm'>, " \
  "'effective_on': <'2019-01-01'>, 'url': <'https://www.region.example.se/'>, 'note': <'SECRET note'>}>, " \
  "'later': <'SECRET unknown'>}"

static TvxRecord *
parse (GType       type,
       const char *text)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (text));
  g_autoptr (GError) error = NULL;
  TvxRecord *record = tvx_record_new_from_variant (type, variant, &error);

  g_assert_no_error (error);
  return record;
}

static TvxReport *
build (const char *first,
       const char *second,
       const char *language,
       int         year)
{
  g_autoptr (TvxRecord) reg = parse (TVX_TYPE_REGISTER, "{'title': <'Tillväxtprojekt'>, 'authority': <'Länsstyrelsen Stockholm'>, "
                                                        "'county': <'01'>, 'description': <'Om registret.'>}");
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, 6, 1, 0, 0, 0);

  g_ptr_array_add (projects, parse (TVX_TYPE_PROJECT, first));
  if (second != NULL)
    g_ptr_array_add (projects, parse (TVX_TYPE_PROJECT, second));
  return tvx_project_report_new (TVX_REGISTER (reg), projects, language, date);
}

static char *
dump (TvxReport *report)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tvx_dump_write (report, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
assert_golden (TvxReport  *report,
               const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "report", "golden", name, NULL);
  g_autofree char *actual = dump (report);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("TVX_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, actual, -1, NULL);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (actual, ==, expected);
}

static void
test_one (gconstpointer language)
{
  g_autoptr (TvxReport) report = build (ARENA, NULL, language, 2019);
  g_autofree char *name = g_strdup_printf ("project.%s.dump", (const char *) language);

  assert_golden (report, name);
}

static void
test_several (gconstpointer language)
{
  g_autoptr (TvxReport) report = build (ARENA, "{'id': <'" EQUAL_ID "'>, 'title': <'Jämställd tillväxt'>}", language, 2019);
  g_autofree char *name = g_strdup_printf ("projects.%s.dump", (const char *) language);

  assert_golden (report, name);
}

/* The notice stands there from the day on which the handover takes effect, and not before. */
static void
test_notice_has_its_day (void)
{
  g_autoptr (TvxReport) before = build (ARENA, NULL, "en", 2018);
  g_autoptr (TvxReport) after = build (ARENA, NULL, "en", 2019);
  g_autofree char *before_text = dump (before);
  g_autofree char *after_text = dump (after);

  g_assert_null (strstr (before_text, "taken over responsibility"));
  g_assert_nonnull (strstr (after_text, "taken over responsibility"));
}

static void
test_nothing_private (void)
{
  g_autoptr (TvxReport) report = build (ARENA, NULL, "sv", 2019);
  g_autofree char *text = dump (report);

  g_assert_null (strstr (text, "SECRET"));
}

/* Nothing filled in is no reason to fail. */
static void
test_empty (void)
{
  g_autoptr (TvxReport) one = build ("@a{sv} {}", NULL, "sv", 2019);
  g_autoptr (TvxReport) two = build ("@a{sv} {}", "@a{sv} {}", "en", 2019);
  g_autofree char *text = dump (two);

  g_assert_nonnull (strstr (text, "Project"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/project-report/one/en", "en", test_one);
  g_test_add_data_func ("/project-report/several/en", "en", test_several);
  g_test_add_func ("/project-report/notice-has-its-day", test_notice_has_its_day);
  g_test_add_func ("/project-report/nothing-private", test_nothing_private);
  g_test_add_func ("/project-report/empty", test_empty);
  return g_test_run ();
}
