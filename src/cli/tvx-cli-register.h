/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/tvx-cli-call.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

TvxWorkspace *tvx_cli_open          (TvxCliCall  *call,
                                     GError     **error);
void          tvx_cli_tell_problem  (TvxCliCall *call,
                                     TvxProblem *problem);
void          tvx_cli_tell_problems (TvxCliCall   *call,
                                     TvxWorkspace *workspace);
GPtrArray    *tvx_cli_dup_projects  (TvxWorkspace *workspace);
char         *tvx_cli_find_project  (TvxCliCall    *call,
                                     TvxWorkspace  *workspace,
                                     const char    *text,
                                     GError       **error);
TvxProject   *tvx_cli_load_project  (TvxCliCall    *call,
                                     TvxWorkspace  *workspace,
                                     const char    *text,
                                     GError       **error);
gboolean      tvx_cli_add_project   (GPtrArray     *projects,
                                     TvxWorkspace  *workspace,
                                     const char    *id,
                                     GError       **error);

G_END_DECLS
