/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-record-blocks.h"

G_BEGIN_DECLS

void tvx_project_dimensions_explain (const TvxRecordBlocks *blocks,
                                     TvxDocNode            *section);
void tvx_project_dimensions_add     (const TvxRecordBlocks *blocks,
                                     TvxDocNode            *parent,
                                     TvxRecord             *project);

G_END_DECLS
