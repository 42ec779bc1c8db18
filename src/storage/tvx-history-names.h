/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

GHashTable *tvx_history_names_new (TvxWorkspace *workspace,
                                   TvxProject   *project);

G_END_DECLS
