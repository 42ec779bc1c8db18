/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-report-matter.h"

G_BEGIN_DECLS

void tvx_jplus_report_build  (TvxReportMatter *matter,
                              TvxDocNode      *root);
void tvx_jplus_add_worksheet (const TvxRecordBlocks *blocks,
                              TvxDocNode            *parent,
                              TvxRecord             *project);

G_END_DECLS
