/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tvx-editor.h"
#include "report/tvx-protected-tables.h"

G_BEGIN_DECLS

#define TVX_TYPE_REPORT_SAVED (tvx_report_saved_get_type ())
G_DECLARE_FINAL_TYPE (TvxReportSaved, tvx_report_saved, TVX, REPORT_SAVED, AdwBin)

void tvx_report_saved_show (TvxReportSaved     *self,
                            GFile              *file,
                            TvxProtectedTables *tables,
                            gboolean            may_be_published,
                            TvxEditor          *editor);

G_END_DECLS
