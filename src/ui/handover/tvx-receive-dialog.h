/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_RECEIVE_DIALOG (tvx_receive_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvxReceiveDialog, tvx_receive_dialog, TVX, RECEIVE_DIALOG, AdwDialog)

AdwDialog *tvx_receive_dialog_new (TvxWorkspace *workspace,
                                   GFile        *file);

G_END_DECLS
