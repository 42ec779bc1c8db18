/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/tvx-protected-tables.h"

G_BEGIN_DECLS

void tvx_table_proposals_present (GPtrArray          *merges,
                                  const GError       *error,
                                  TvxProtectedTables *tables,
                                  TvxStatisticsTable *table,
                                  GtkWidget          *parent);

G_END_DECLS
