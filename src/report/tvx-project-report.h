/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-report-matter.h"

G_BEGIN_DECLS

void       tvx_project_report_build (TvxReportMatter *matter,
                                     TvxDocNode      *root);
TvxReport *tvx_project_report_new   (TvxRegister *reg,
                                     GPtrArray   *projects,
                                     const char  *language,
                                     GDateTime   *date);

G_END_DECLS
