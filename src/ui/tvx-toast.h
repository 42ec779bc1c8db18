/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *tvx_toast_new      (const char *title);
AdwToast *tvx_toast_new_undo (const char *title);

G_END_DECLS
