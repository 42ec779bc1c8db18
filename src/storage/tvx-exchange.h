/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

gboolean   tvx_exchange_export        (TvxStore         *store,
                                       const char       *project_id,
                                       GFile            *target,
                                       GPtrArray        *problems,
                                       TvxProgressFunc   progress,
                                       gpointer          progress_data,
                                       GCancellable     *cancellable,
                                       GError          **error);
GBytes    *tvx_exchange_write_records (TvxRegister *reg,
                                       GPtrArray   *projects);
GPtrArray *tvx_exchange_load          (GFile         *source,
                                       gboolean      *is_report,
                                       GCancellable  *cancellable,
                                       GError       **error);

G_END_DECLS
