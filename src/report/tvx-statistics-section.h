/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-report-matter.h"

G_BEGIN_DECLS

void    tvx_statistics_section_add      (TvxReportMatter *matter,
                                         TvxDocNode      *parent,
                                         TvxRecord       *project);
void    tvx_statistics_section_add_sums (TvxReportMatter *matter,
                                         TvxDocNode      *parent);
GBytes *tvx_statistics_section_csv      (TvxReportMatter *matter);

G_END_DECLS
