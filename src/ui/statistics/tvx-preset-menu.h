/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-statistics-table.h"

G_BEGIN_DECLS

GMenuModel *tvx_preset_menu_new (const char         *action,
                                 TvxStatisticsTable *table);

G_END_DECLS
