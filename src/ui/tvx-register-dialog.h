/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_REGISTER_DIALOG (tvx_register_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvxRegisterDialog, tvx_register_dialog, TVX, REGISTER_DIALOG, AdwPreferencesDialog)

AdwDialog *tvx_register_dialog_new (TvxWorkspace *workspace);

G_END_DECLS
