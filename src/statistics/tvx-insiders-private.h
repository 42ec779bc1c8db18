/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-publication-private.h"

G_BEGIN_DECLS

void tvx_insiders_find        (TvxPublication *publication);
void tvx_insiders_find_floors (TvxPublication *publication,
                               guint           insider,
                               gint64         *floors);

G_END_DECLS
