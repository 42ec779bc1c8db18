/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_CONFLICTS_DIALOG (tvx_conflicts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvxConflictsDialog, tvx_conflicts_dialog, TVX, CONFLICTS_DIALOG, AdwDialog)

AdwDialog *tvx_conflicts_dialog_new (TvxWorkspace *workspace);

G_END_DECLS
