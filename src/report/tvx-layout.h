/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "report/tvx-pages.h"
#include "report/tvx-report.h"

G_BEGIN_DECLS

/**
 * TvxReportProgress:
 * @fraction: how much is done, from 0 to 1
 * @user_data: user data
 *
 * Is called now and then while a report is laid out and written, in the thread that does it.
 */
typedef void (*TvxReportProgress) (double fraction,
                                   gpointer user_data);

TvxPages *tvx_layout_report (TvxReport     *report,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
