/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>

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
  /* With two arguments it writes a file, for pdf_check.py, pdf-tools.py and people. */
  if (argc == 3)
    {
      g_autoptr (TvxReport) report = g_str_equal (argv[1], "hostile")  ? report_fixture_new_hostile ()
                                     : g_str_equal (argv[1], "charts") ? report_fixture_new_charts ()
                                                                       : report_fixture_new_sample ();
      g_autoptr (GBytes) pdf = write_pdf (report);

      return g_file_set_contents (argv[2], g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL) ? 0 : 1;
    }

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/report/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/report/pdf/threads", test_threads);
  g_test_add_func ("/report/pdf/progress", test_progress);
  g_test_add_func ("/report/pdf/cancel", test_cancel);
  g_test_add_func ("/report/pdf/output-error", test_output_error);

  return g_test_run ();
}
