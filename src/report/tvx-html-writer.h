/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "report/tvx-report.h"

G_BEGIN_DECLS

gboolean tvx_html_write (TvxReport      *report,
                         GOutputStream  *stream,
                         GCancellable   *cancellable,
                         GError        **error);

G_END_DECLS
