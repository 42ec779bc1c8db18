/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TVX_TYPE_PROBLEMS_DIALOG (tvx_problems_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvxProblemsDialog, tvx_problems_dialog, TVX, PROBLEMS_DIALOG, AdwDialog)

AdwDialog *tvx_problems_dialog_new (GListModel *problems);

G_END_DECLS
