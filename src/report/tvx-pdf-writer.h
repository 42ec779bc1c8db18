/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-layout.h"

G_BEGIN_DECLS

gboolean tvx_pdf_write               (TvxReport      *report,
                                      GOutputStream  *stream,
                                      GCancellable   *cancellable,
                                      GError        **error);
gboolean tvx_pdf_write_with_progress (TvxReport          *report,
                                      GOutputStream      *stream,
                                      TvxReportProgress   progress,
                                      gpointer            user_data,
                                      GCancellable       *cancellable,
                                      GError            **error);

G_END_DECLS
