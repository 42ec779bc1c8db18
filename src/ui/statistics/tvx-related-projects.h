/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

void        tvx_related_projects_load_async  (TvxWorkspace        *workspace,
                                              TvxProject          *project,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
GPtrArray  *tvx_related_projects_load_finish (GAsyncResult  *result,
                                              GError       **error);
TvxProject *tvx_related_projects_find        (const char  *id,
                                              gpointer     projects,
                                              GError     **error);

G_END_DECLS
