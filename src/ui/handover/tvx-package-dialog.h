/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_PACKAGE_DIALOG (tvx_package_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvxPackageDialog, tvx_package_dialog, TVX, PACKAGE_DIALOG, AdwDialog)

AdwDialog *tvx_package_dialog_new (TvxWorkspace *workspace,
                                   GStrv         ids);

G_END_DECLS
