/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-report-format.h"
#include "storage/tvx-store.h"

G_BEGIN_DECLS

void     tvx_report_export_async  (TvxStore            *store,
                                   GPtrArray           *ids,
                                   const char          *language,
                                   TvxReportFormat      format,
                                   GFile               *file,
                                   TvxProgressFunc      progress,
                                   gpointer             progress_data,
                                   GDestroyNotify       progress_destroy,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
gboolean tvx_report_export_finish (GAsyncResult  *result,
                                   GError       **error);

G_END_DECLS
