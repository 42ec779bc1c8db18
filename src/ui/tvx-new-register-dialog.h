/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TVX_TYPE_NEW_REGISTER_DIALOG (tvx_new_register_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvxNewRegisterDialog, tvx_new_register_dialog, TVX, NEW_REGISTER_DIALOG, AdwDialog)

TvxNewRegisterDialog *tvx_new_register_dialog_new (void);

G_END_DECLS
