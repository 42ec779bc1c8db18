/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tvx_announce (GtkWidget  *widget,
                   const char *text);

G_END_DECLS
