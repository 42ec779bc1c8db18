/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

GPtrArray *tvx_project_finder_find (TvxWorkspace *workspace,
                                    const char   *text);

G_END_DECLS
