/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/export/tvx-report-job.h"

G_BEGIN_DECLS

#define TVX_TYPE_REPORT_PREVIEW (tvx_report_preview_get_type ())
G_DECLARE_FINAL_TYPE (TvxReportPreview, tvx_report_preview, TVX, REPORT_PREVIEW, AdwBin)

void                tvx_report_preview_show        (TvxReportPreview *self,
                                                    TvxStore         *store,
                                                    GPtrArray        *ids,
                                                    TvxReportChoices *choices);
GListModel         *tvx_report_preview_get_pages   (TvxReportPreview *self);

TvxProtectedTables *tvx_report_preview_get_tables  (TvxReportPreview *self);
gboolean            tvx_report_preview_get_refused (TvxReportPreview *self);
void                tvx_report_preview_go_to       (TvxReportPreview *self,
                                                    guint             page);

G_END_DECLS
