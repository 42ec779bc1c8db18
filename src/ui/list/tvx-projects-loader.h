/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

void       tvx_projects_load_async  (TvxWorkspace        *workspace,
                                     GListModel          *summaries,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
GPtrArray *tvx_projects_load_finish (GAsyncResult  *result,
                                     GError       **error);

G_END_DECLS
