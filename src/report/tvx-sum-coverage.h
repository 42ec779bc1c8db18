/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-report-matter.h"

G_BEGIN_DECLS

gboolean tvx_sum_coverage_add       (TvxReportMatter *matter,
                                     TvxDocNode      *paragraph,
                                     guint            sum);
void     tvx_sum_coverage_add_names (TvxReportMatter *matter,
                                     TvxDocNode      *section,
                                     guint            sum);
gboolean tvx_sum_coverage_has_rest  (TvxReportMatter *matter);
void     tvx_sum_coverage_add_rest  (TvxReportMatter *matter,
                                     TvxDocNode      *section);

G_END_DECLS
