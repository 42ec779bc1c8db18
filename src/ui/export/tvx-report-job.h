/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-store.h"
#include "ui/export/tvx-report-choices.h"

G_BEGIN_DECLS

void                tvx_report_job_write_async          (TvxStore            *store,
                                                         GPtrArray           *ids,
                                                         TvxReportChoices    *choices,
                                                         TvxReportFormat      format,
                                                         GFile               *file,
                                                         TvxProgressFunc      progress,
                                                         gpointer             progress_data,
                                                         GDestroyNotify       progress_destroy,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
gboolean            tvx_report_job_write_finish         (GAsyncResult  *result,
                                                         GError       **error);

void                tvx_report_job_layout_async         (TvxStore            *store,
                                                         GPtrArray           *ids,
                                                         TvxReportChoices    *choices,
                                                         GCancellable        *cancellable,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
GListStore         *tvx_report_job_layout_finish        (GAsyncResult  *result,
                                                         GError       **error);

TvxProtectedTables *tvx_report_job_dup_tables           (GAsyncResult *result);
gboolean            tvx_report_job_get_may_be_published (GAsyncResult *result);

G_END_DECLS
