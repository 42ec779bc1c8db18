/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-report-matter.h"

G_BEGIN_DECLS

void tvx_portfolio_report_build (TvxReportMatter *matter,
                                 TvxDocNode      *root);

G_END_DECLS
