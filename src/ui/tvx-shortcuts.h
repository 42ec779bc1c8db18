/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       tvx_shortcuts_set_accels (GtkApplication *application);
void       tvx_shortcuts_add_local  (GtkWidget *widget);
AdwDialog *tvx_shortcuts_dialog_new (void);

G_END_DECLS
