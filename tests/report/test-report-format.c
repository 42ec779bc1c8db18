/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "report-fixture.h"
#include "report/tvx-report-format.h"

static void
test_names (void)
{
  g_autofree char *names = tvx_report_format_dup_names ();
  g_auto (GStrv) parts = g_strsplit (names, "|", -1);
  TvxReportFormat format;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_assert_true (tvx_report_format_find (parts[i], &format));
      g_assert_cmpint (format, ==, i);
      g_assert_true (g_str_has_prefix (tvx_report_format_get_suffix (format), "."));
      g_assert_nonnull (strchr (tvx_report_format_get_media_type (format), '/'));
    }
  g_assert_false (tvx_report_format_find ("docx", &format));

  g_assert_true (tvx_report_format_find_by_file ("Rapport.PDF", &format));
  g_assert_cmpint (format, ==, TVX_REPORT_FORMAT_PDF);
  g_assert_false (tvx_report_format_find_by_file ("pdf", &format));
}

static void
test_file (void)
{
  g_autoptr (TvxReport) report = report_fixture_new_sample ();
  g_autofree char *folder = g_dir_make_tmp ("tvx-report-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *names = tvx_report_format_dup_names ();
  g_auto (GStrv) parts = g_strsplit (names, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GCancellable) stopped = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      g_cancellable_cancel (stopped);
      g_assert_false (tvx_report_write_file (report, i, file, stopped, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "old");
      g_clear_pointer (&contents, g_free);

      g_assert_true (tvx_report_write_file (report, i, file, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      g_assert_cmpuint (length, >, 500);
    }
  g_remove (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-format/names", test_names);
  g_test_add_func ("/report-format/file", test_file);
  return g_test_run ();
}
