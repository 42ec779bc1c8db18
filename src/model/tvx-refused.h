/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"
#include "model/tvx-statistics-table.h"
#include "model/tvx-table-axis.h"

G_BEGIN_DECLS

void        tvx_refused_keep         (TvxEditor      *editor,
                                      TvxRecord      *record,
                                      const TvxField *field,
                                      const char     *text);
void        tvx_refused_keep_part    (TvxEditor      *editor,
                                      TvxRecord      *record,
                                      const TvxField *field,
                                      const char     *part,
                                      const char     *text);
const char *tvx_refused_get_part     (TvxEditor      *editor,
                                      TvxRecord      *record,
                                      const TvxField *field,
                                      const char     *part);
const char *tvx_refused_get          (TvxEditor      *editor,
                                      TvxRecord      *record,
                                      const TvxField *field);
void        tvx_refused_add_findings (TvxEditor *editor,
                                      TvxRecord *root,
                                      GPtrArray *findings);
gboolean    tvx_refused_has_any      (TvxEditor  *editor,
                                      const char *root_id);
guint       tvx_refused_count_cells  (TvxEditor          *editor,
                                      TvxStatisticsTable *table,
                                      TvxTableAxis       *axis);

G_END_DECLS
