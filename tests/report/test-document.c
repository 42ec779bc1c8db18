/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <string.h>

#include "report-fixture.h"
#include "report/tvx-doc-iter.h"
#include "report/tvx-dump-writer.h"

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
test_golden (void)
{
  g_autoptr (TvxReport) report = report_fixture_new_sample ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "report", "golden", "sample.dump", NULL);
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
test_hostile (void)
{
  g_autoptr (TvxReport) report = report_fixture_new_hostile ();
  g_autofree char *text = dump (report);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_null (strstr (lines[i], "uri=\"javascript"));
}

static void
test_levels (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (0);
  g_autoptr (TvxReport) report = tvx_report_new ("en", "Levels", date);
  TvxDocNode *section = tvx_report_get_root (report);

  for (guint i = 0; i < 5; i++)
    section = tvx_doc_add_section (section, "Deeper");
  g_assert_nonnull (section);

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*MAX_LEVEL*");
  g_assert_null (tvx_doc_add_section (section, "Too deep"));
  g_test_assert_expected_messages ();
}

static void
test_order (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (0);
  g_autoptr (TvxReport) report = tvx_report_new ("en", "Order", date);
  TvxDocNode *root = tvx_report_get_root (report);
  TvxDocNode *table = tvx_doc_add_table (root, "Table");

  tvx_doc_table_add_column (table, "Column", TVX_DOC_ALIGN_TEXT);
  tvx_doc_table_add_row (table);
  tvx_doc_add_section (root, "Section");

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*can_append*");
  g_assert_null (tvx_doc_add_paragraph (root, "After a section"));
  g_test_assert_expected_messages ();

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_head*");
  g_assert_null (tvx_doc_table_add_head_row (table));
  g_test_assert_expected_messages ();

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*can_append*");
  g_assert_null (tvx_doc_add_paragraph (table, "In a table"));
  g_test_assert_expected_messages ();
}

static void
test_walk (void)
{
  g_autoptr (TvxReport) report = report_fixture_new_sample ();
  TvxDocIter iter;
  TvxDocNode *node;
  TvxDocEvent event;
  guint entered = 0;
  guint left = 0;

  tvx_doc_iter_init (&iter, tvx_report_get_root (report));
  while ((event = tvx_doc_iter_next (&iter, &node)) != TVX_DOC_EVENT_DONE)
    {
      g_assert_nonnull (node);
      if (event == TVX_DOC_EVENT_ENTER)
        entered++;
      else
        left++;
    }
  g_assert_null (node);
  g_assert_cmpuint (entered, ==, left);
  g_assert_cmpuint (entered, >, 100);
  g_assert_cmpint (tvx_doc_iter_next (&iter, &node), ==, TVX_DOC_EVENT_DONE);
}

static void
test_cancel (void)
{
  g_autoptr (TvxReport) report = report_fixture_new_sample ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tvx_dump_write (report, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/document/golden", test_golden);
  g_test_add_func ("/report/document/hostile", test_hostile);
  g_test_add_func ("/report/document/levels", test_levels);
  g_test_add_func ("/report/document/order", test_order);
  g_test_add_func ("/report/document/walk", test_walk);
  g_test_add_func ("/report/document/cancel", test_cancel);

  return g_test_run ();
}
