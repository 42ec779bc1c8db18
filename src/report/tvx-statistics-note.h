/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-catalog.h"
#include "report/tvx-protected-tables.h"

G_BEGIN_DECLS

char *tvx_statistics_note_dup (const TvxCatalog   *catalog,
                               TvxProtectedTables *tables,
                               guint               table);

G_END_DECLS
