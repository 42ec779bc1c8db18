/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/list/tvx-project-filter.h"

G_BEGIN_DECLS

void tvx_filter_chips_show (AdwWrapBox       *box,
                            TvxProjectFilter *filter,
                            GCallback         remove_cb,
                            gpointer          user_data);
void tvx_filter_chip_get   (GtkWidget   *chip,
                            const char **path,
                            const char **criterion);

G_END_DECLS
