/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TVX_TYPE_PREFERENCES_DIALOG (tvx_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvxPreferencesDialog, tvx_preferences_dialog, TVX, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *tvx_preferences_dialog_new (GSettings *settings);

G_END_DECLS
