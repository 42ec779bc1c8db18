/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-project.h"
#include "report/tvx-record-blocks.h"

G_BEGIN_DECLS

void tvx_project_section_add_parts (const TvxRecordBlocks *blocks,
                                    TvxDocNode            *parent,
                                    TvxProject            *project,
                                    GHashTable            *titles,
                                    const char            *today);

G_END_DECLS
