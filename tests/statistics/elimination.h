/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-count-table.h"

gboolean *elimination_hide (TvxCountTable *table,
                            gboolean       ones);
