/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-project.h"
#include "report/tvx-report-matter.h"

G_BEGIN_DECLS

void tvx_project_section_add_parts (TvxReportMatter *matter,
                                    TvxDocNode      *parent,
                                    TvxProject      *project);

G_END_DECLS
