/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-report-matter.h"

G_BEGIN_DECLS

void tvx_report_cover_add_facts  (TvxReport       *report,
                                  TvxReportMatter *matter);
void tvx_report_cover_set_status (TvxReport       *report,
                                  TvxReportMatter *matter,
                                  TvxAudience      audience);

G_END_DECLS
