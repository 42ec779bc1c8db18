/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tvx_dialog_focus_release_on_close (AdwDialog *dialog);

G_END_DECLS
