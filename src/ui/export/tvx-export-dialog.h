/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_EXPORT_DIALOG (tvx_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvxExportDialog, tvx_export_dialog, TVX, EXPORT_DIALOG, AdwDialog)

TvxExportDialog *tvx_export_dialog_new   (TvxWorkspace *workspace,
                                          TvxProject   *project,
                                          GListModel   *listed);

void             tvx_export_dialog_print (TvxExportDialog *self);
void             tvx_export_dialog_round (TvxExportDialog *self);

G_END_DECLS
