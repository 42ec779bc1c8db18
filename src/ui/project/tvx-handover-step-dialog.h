/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

void tvx_handover_step_dialog_present (TvxWorkspace *workspace,
                                       TvxProject   *project,
                                       const char   *state,
                                       GtkWidget    *parent);

G_END_DECLS
