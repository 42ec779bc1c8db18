/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tvx_dialog_focus_release_on_close (AdwDialog *dialog);
void tvx_dialog_focus_begin_at         (AdwDialog *dialog,
                                        GtkWidget *widget);

G_END_DECLS
