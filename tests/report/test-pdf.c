/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "report-fixture.h"
#include "report/tvx-pdf-writer.h"

static GBytes *
write_pdf (TvxReport *report)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tvx_pdf_write (report, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
write_file (TvxReport *report)
{
  g_autoptr (GBytes) pdf = write_pdf (report);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofd int fd = g_file_open_tmp ("tvx-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

/* Runs a program, which must succeed, and returns what it prints. */
static char *
run (const char *const *argv)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s failed: %s", argv[0], output);
  return g_steal_pointer (&output);
}

static void
assert_holds (const char *text,
              const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("Not found: %s\nin: %s", part, text);
}

static void
check_file (TvxReport *report)
{
  g_autofree char *path = write_file (report);
  g_autofree char *syntax = run ((const char *const[]) { "qpdf", "--check", path, NULL });
  g_autofree char *info = run ((const char *const[]) { "pdfinfo", path, NULL });
  g_autofree char *fonts = run ((const char *const[]) { "pdffonts", path, NULL });
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);

  assert_holds (syntax, "No syntax or stream encoding errors found");
  g_assert_null (strstr (syntax, "WARNING"));
  assert_holds (info, "Tagged:          yes");
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      assert_holds (lines[i], "CID TrueType");
      assert_holds (lines[i], "yes yes yes");
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_tools (void)
{
  g_autoptr (TvxReport) sample = report_fixture_new_sample ();
  g_autoptr (TvxReport) hostile = report_fixture_new_hostile ();

  check_file (sample);
  check_file (hostile);
}

/* What a program that follows the structure reads, in its order and with its words whole. */
static void
test_text (void)
{
  static const char *const parts[] = {
    "Länsstyrelsen i Stockholms län",
    "Jämställd tillväxt Stockholm",
    "Observera att Region Stockholm har övertagit ansvaret för detta projekt den 1 januari 2019.",
    "Innehåll",
    "Målet med uppdraget är att kvinnor och män ska ha samma förutsättningar att nå inflytande i det regionala tillväxtarbetet",
    "Det finns fler skillnader än kön som påverkar. Vi kallar det för J+, på engelska gender equality plus.",
    "• Att systematiskt integrera",
    "1. om arbetsmarknaden,",
    "Period 2016–2018",
    "Projektledare stockholm@example.org",
    "Fler kvinnor får del av företagsstöd 412 388 Nås",
    "Women and men shall have the same opportunities.",
  };
  g_autoptr (TvxReport) report = report_fixture_new_sample ();
  g_autofree char *path = write_file (report);
  g_autofree char *text = run ((const char *const[]) { "pdftotext", "-raw", path, "-", NULL });
  g_autoptr (GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);
  g_autofree char *joined = g_regex_replace_literal (spaces, text, -1, 0, " ", 0, NULL);
  const char *place = joined;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *found = strstr (place, parts[i]);

      if (found == NULL)
        g_error ("Not found, or in the wrong order: %s\nin: %s", parts[i], place);
      place = found + 1;
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_same_bytes (void)
{
  g_autoptr (TvxReport) first = report_fixture_new_sample ();
  g_autoptr (TvxReport) second = report_fixture_new_sample ();
  g_autoptr (GBytes) first_pdf = write_pdf (first);
  g_autoptr (GBytes) second_pdf = write_pdf (second);

  g_assert_true (g_bytes_equal (first_pdf, second_pdf));
}

static gpointer
write_in_thread (gpointer data)
{
  g_autoptr (TvxReport) report = report_fixture_new_hostile ();

  return write_pdf (report);
}

static void
test_threads (void)
{
  GThread *threads[2];
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("pdf", write_in_thread, NULL);
  first = g_thread_join (threads[0]);
  second = g_thread_join (threads[1]);
  g_assert_true (g_bytes_equal (first, second));
}

static void
count_progress (double   fraction,
                gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
test_progress (void)
{
  g_autoptr (TvxReport) report = report_fixture_new_sample ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  double last = 0;

  g_assert_true (tvx_pdf_write_with_progress (report, stream, count_progress, &last, NULL, NULL));
  g_assert_cmpfloat (last, ==, 1);
}

static void
cancel_progress (double   fraction,
                 gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autoptr (TvxReport) report = report_fixture_new_sample ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (tvx_pdf_write_with_progress (report, stream, cancel_progress, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_false (tvx_pdf_write (report, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_output_error (void)
{
  g_autoptr (TvxReport) report = report_fixture_new_sample ();
  g_autofree char *small = g_malloc (1000);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (small, 1000, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tvx_pdf_write (report, stream, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int   argc,
      char *argv[])
{
  /* With two arguments it writes a file, for pdf-check.py and for people. */
  if (argc == 3)
    {
      g_autoptr (TvxReport) report = g_str_equal (argv[1], "hostile")  ? report_fixture_new_hostile ()
                                     : g_str_equal (argv[1], "charts") ? report_fixture_new_charts ()
                                                                       : report_fixture_new_sample ();
      g_autoptr (GBytes) pdf = write_pdf (report);

      return g_file_set_contents (argv[2], g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL) ? 0 : 1;
    }

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/report/pdf/tools", test_tools);
  g_test_add_func ("/report/pdf/text", test_text);
  g_test_add_func ("/report/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/report/pdf/threads", test_threads);
  g_test_add_func ("/report/pdf/progress", test_progress);
  g_test_add_func ("/report/pdf/cancel", test_cancel);
  g_test_add_func ("/report/pdf/output-error", test_output_error);

  return g_test_run ();
}
