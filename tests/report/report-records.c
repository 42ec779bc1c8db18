/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports of records that stand in the test, and what they look like as text. */

#include "report-records.h"

#include "report/tvx-dump-writer.h"

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

/* Stands in for the storage, which the layer does not know. */
GBytes *
report_records_write (TvxRegister *reg,
                      GPtrArray   *projects)
{
  GString *text = g_string_new (reg != NULL ? "register\n" : "project\n");

  for (guint i = 0; i < projects->len; i++)
    {
      g_autoptr (GVariant) variant = tvx_record_to_variant (projects->pdata[i]);
      g_autofree char *line = g_variant_print (variant, FALSE);

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free_to_bytes (text);
}

static TvxReport *
build (TvxReportKind      kind,
       const char *const *projects,
       TvxReportOptions  *options,
       int                year,
       gboolean           is_protected)
{
  g_autoptr (TvxRecord) reg = parse (TVX_TYPE_REGISTER, "{'title': <'Tillväxtprojekt'>, 'authority': <'Länsstyrelsen Stockholm'>, "
                                                        "'county': <'01'>, 'description': <'Om registret.'>}");
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, 6, 1, 0, 0, 0);
  g_autoptr (TvxProtectedTables) tables = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; projects[i] != NULL; i++)
    g_ptr_array_add (records, parse (TVX_TYPE_PROJECT, projects[i]));
  if (is_protected)
    {
      tables = tvx_protected_tables_new_for_report (TVX_REGISTER (reg), records, NULL, NULL, options->without, FALSE, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  options->date = date;
  options->tables = tables;
  options->write_records = report_records_write;
  return tvx_report_build (kind, TVX_REGISTER (reg), records, options);
}

TvxReport *
report_records_build (TvxReportKind      kind,
                      const char *const *projects,
                      const char        *language,
                      int                year,
                      TvxAudience        audience)
{
  return report_records_build_without (kind, projects, language, year, audience, NULL);
}

TvxReport *
report_records_build_without (TvxReportKind      kind,
                              const char *const *projects,
                              const char        *language,
                              int                year,
                              TvxAudience        audience,
                              const char *const *without)
{
  TvxReportOptions options = { .language = language, .audience = audience, .without = without };

  return build (kind, projects, &options, year, FALSE);
}

TvxReport *
report_records_build_protected (TvxReportKind      kind,
                                const char *const *projects,
                                const char        *language,
                                int                year)
{
  TvxReportOptions options = { .language = language, .audience = TVX_AUDIENCE_PUBLIC };

  return build (kind, projects, &options, year, TRUE);
}

char *
report_records_dump (TvxReport *report)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tvx_dump_write (report, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

void
report_records_golden (TvxReport  *report,
                       const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "report", "golden", name, NULL);
  g_autofree char *actual = report_records_dump (report);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("TVX_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, actual, -1, NULL);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (actual, ==, expected);
}
