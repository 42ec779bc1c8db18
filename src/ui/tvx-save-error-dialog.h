/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

AdwAlertDialog *tvx_save_error_dialog_new (TvxWorkspace *workspace,
                                           const char   *reason,
                                           gboolean      closing);

G_END_DECLS
