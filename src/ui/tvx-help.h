/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tvx-window.h"

G_BEGIN_DECLS

void tvx_help_show           (TvxWindow *window);
void tvx_help_follow_dialogs (TvxWindow *window);

G_END_DECLS
