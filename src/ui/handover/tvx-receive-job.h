/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-handover-receive.h"

G_BEGIN_DECLS

void                tvx_receive_job_open_async       (TvxStore            *store,
                                                      GFile               *file,
                                                      TvxProgressFunc      progress,
                                                      gpointer             progress_data,
                                                      GDestroyNotify       progress_destroy,
                                                      GCancellable        *cancellable,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
TvxHandoverReceive *tvx_receive_job_open_finish      (GAsyncResult  *result,
                                                      GError       **error);
void                tvx_receive_job_take_over_async  (TvxHandoverReceive  *package,
                                                      const char          *person,
                                                      TvxRecord           *handover,
                                                      TvxProgressFunc      progress,
                                                      gpointer             progress_data,
                                                      GDestroyNotify       progress_destroy,
                                                      GCancellable        *cancellable,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
gboolean            tvx_receive_job_take_over_finish (GAsyncResult  *result,
                                                      GError       **error);
void                tvx_receive_job_confirm_async    (TvxHandoverReceive  *package,
                                                      GFile               *file,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
gboolean            tvx_receive_job_confirm_finish   (GAsyncResult  *result,
                                                      GError       **error);
void                tvx_receive_job_close            (TvxHandoverReceive *package);

G_END_DECLS
