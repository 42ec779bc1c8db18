/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report/tvx-report.h"

G_BEGIN_DECLS

/**
 * TvxReportFormat:
 * @TVX_REPORT_FORMAT_HTML: one accessible web page
 * @TVX_REPORT_FORMAT_PDF: an accessible and archival PDF file
 * @TVX_REPORT_FORMAT_DUMP: the tree as plain text, for who builds the program
 *
 * What a report can be written as.
 */
typedef enum
{
  TVX_REPORT_FORMAT_HTML,
  TVX_REPORT_FORMAT_PDF,
  TVX_REPORT_FORMAT_DUMP,
} TvxReportFormat;

gboolean    tvx_report_format_find           (const char      *name,
                                              TvxReportFormat *format);
gboolean    tvx_report_format_find_by_file   (const char      *name,
                                              TvxReportFormat *format);
char       *tvx_report_format_dup_names      (void);
const char *tvx_report_format_get_suffix     (TvxReportFormat format);
const char *tvx_report_format_get_media_type (TvxReportFormat format);

gboolean    tvx_report_write                 (TvxReport        *self,
                                              TvxReportFormat   format,
                                              GOutputStream    *stream,
                                              GCancellable     *cancellable,
                                              GError          **error);
GBytes     *tvx_report_write_bytes           (TvxReport        *self,
                                              TvxReportFormat   format,
                                              GCancellable     *cancellable,
                                              GError          **error);
gboolean    tvx_report_write_file            (TvxReport        *self,
                                              TvxReportFormat   format,
                                              GFile            *file,
                                              GCancellable     *cancellable,
                                              GError          **error);

G_END_DECLS
