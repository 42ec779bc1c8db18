/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-publication-private.h"

G_BEGIN_DECLS

void tvx_relations_build        (TvxPublication *publication);
void tvx_relations_spread_known (TvxPublication *publication,
                                 gboolean       *known);
void tvx_relations_raise_floors (TvxPublication *publication,
                                 const gboolean *known,
                                 gint64         *floors);

G_END_DECLS
