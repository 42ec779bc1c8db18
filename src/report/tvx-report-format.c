/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-report-format.h"

#include "report/tvx-dump-writer.h"
#include "report/tvx-html-writer.h"
#include "report/tvx-pdf-writer.h"

static const struct
{
  const char *name;
  const char *suffix;
  const char *media_type;
  gboolean  (*write) (TvxReport      *report,
                      GOutputStream  *stream,
                      GCancellable   *cancellable,
                      GError        **error);
} formats[] = {
  [TVX_REPORT_FORMAT_HTML] = { "html", ".html", "text/html", tvx_html_write },
  [TVX_REPORT_FORMAT_PDF] = { "pdf", ".pdf", "application/pdf", tvx_pdf_write },
  [TVX_REPORT_FORMAT_DUMP] = { "dump", ".txt", "text/plain", tvx_dump_write },
};

/**
 * tvx_report_format_find:
 * @name: the name of a format, as `html`
 * @format: (out): where to put the format
 *
 * Returns: whether there is such a format
 */
gboolean
tvx_report_format_find (const char      *name,
                        TvxReportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (!g_str_equal (formats[i].name, name))
        continue;
      *format = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * tvx_report_format_find_by_file:
 * @name: the name of a file
 * @format: (out): where to put the format
 *
 * Finds the format that a file of that name is in, by how the name ends.
 *
 * Returns: whether there is such a format
 */
gboolean
tvx_report_format_find_by_file (const char      *name,
                                TvxReportFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (!g_str_has_suffix (lower, formats[i].suffix))
        continue;
      *format = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * tvx_report_format_dup_names:
 *
 * Returns: (transfer full): the names of all formats, with `|` between them
 */
char *
tvx_report_format_dup_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : "|", formats[i].name);
  return g_string_free_and_steal (names);
}

/**
 * tvx_report_format_get_suffix:
 * @format: a format
 *
 * Returns: (transfer none): how the name of such a file ends, as `.html`
 */
const char *
tvx_report_format_get_suffix (TvxReportFormat format)
{
  return formats[format].suffix;
}

/**
 * tvx_report_format_get_media_type:
 * @format: a format
 *
 * Returns: (transfer none): the media type of such a file
 */
const char *
tvx_report_format_get_media_type (TvxReportFormat format)
{
  return formats[format].media_type;
}

/**
 * tvx_report_write:
 * @self: a report
 * @format: what to write it as
 * @stream: where to
 * @cancellable: (nullable): to stop
 * @error: return location for an error of @stream, or a [error@Tvx.ReportError]
 *
 * Writes a report. This takes its time: call it from a thread where a person waits.
 *
 * Returns: whether all of it was written
 */
gboolean
tvx_report_write (TvxReport        *self,
                  TvxReportFormat   format,
                  GOutputStream    *stream,
                  GCancellable     *cancellable,
                  GError          **error)
{
  return formats[format].write (self, stream, cancellable, error);
}

/**
 * tvx_report_write_bytes:
 * @self: a report
 * @format: what to write it as
 * @cancellable: (nullable): to stop
 * @error: return location for a [error@Tvx.ReportError]
 *
 * Writes a report that goes into something larger.
 *
 * Returns: (transfer full) (nullable): what it would be as a file
 */
GBytes *
tvx_report_write_bytes (TvxReport        *self,
                        TvxReportFormat   format,
                        GCancellable     *cancellable,
                        GError          **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!tvx_report_write (self, format, stream, cancellable, error) || !g_output_stream_close (stream, cancellable, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/**
 * tvx_report_write_file:
 * @self: a report
 * @format: what to write it as
 * @file: the file, which is replaced if it is there
 * @cancellable: (nullable): to stop
 * @error: return location for a `G_IO_ERROR` or a [error@Tvx.ReportError]
 *
 * Writes a report to a file. If that fails or is stopped, the file is as it was.
 *
 * Returns: whether all of it was written
 */
gboolean
tvx_report_write_file (TvxReport        *self,
                       TvxReportFormat   format,
                       GFile            *file,
                       GCancellable     *cancellable,
                       GError          **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) stopped = NULL;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (tvx_report_write (self, format, G_OUTPUT_STREAM (stream), cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  /* A stream that is closed after it was stopped puts nothing in the place of the old file. */
  stopped = g_cancellable_new ();
  g_cancellable_cancel (stopped);
  g_output_stream_close (G_OUTPUT_STREAM (stream), stopped, NULL);
  return FALSE;
}
