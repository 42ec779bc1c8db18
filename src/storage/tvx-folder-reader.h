/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"
#include "storage/tvx-progress.h"

G_BEGIN_DECLS

TvxRecord *tvx_folder_read_record       (const char  *root,
                                         GType        type,
                                         const char  *name,
                                         char       **revision,
                                         GError     **error);
TvxRecord *tvx_folder_read_project      (const char  *root,
                                         const char  *name,
                                         char       **revision,
                                         GError     **error);
GPtrArray *tvx_folder_list_projects     (const char  *root,
                                         GPtrArray   *problems,
                                         GError     **error);
void       tvx_folder_add_newer_problem (GPtrArray  *problems,
                                         const char *name);
GPtrArray *tvx_folder_read_summaries    (const char       *root,
                                         GPtrArray        *problems,
                                         TvxProgressFunc   progress,
                                         gpointer          progress_data,
                                         GCancellable     *cancellable,
                                         GError          **error);

G_END_DECLS
