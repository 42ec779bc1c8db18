/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"
#include "model/tvx-statistics-table.h"

G_BEGIN_DECLS

GVariant *tvx_counts_text_read   (TvxStatisticsTable  *table,
                                  const char          *text,
                                  GError             **error);
gboolean  tvx_counts_text_import (TvxStatisticsTable  *table,
                                  TvxEditor           *editor,
                                  const char          *text,
                                  GError             **error);

G_END_DECLS
