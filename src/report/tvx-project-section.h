/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-report-matter.h"

G_BEGIN_DECLS

extern const char *const tvx_partner_columns[];
extern const char *const tvx_document_columns[];

void tvx_project_section_add_facts      (const TvxRecordBlocks *blocks,
                                         TvxDocNode            *parent,
                                         TvxRecord             *project);
void tvx_project_section_add_list       (const TvxRecordBlocks *blocks,
                                         TvxDocNode            *parent,
                                         TvxRecord             *project,
                                         const char            *name,
                                         const char *const     *fields);
void tvx_project_section_add_money      (const TvxRecordBlocks *blocks,
                                         TvxDocNode            *parent,
                                         TvxRecord             *project);
void tvx_project_section_add_activities (const TvxRecordBlocks *blocks,
                                         TvxDocNode            *parent,
                                         TvxRecord             *project);
void tvx_project_section_add_handover   (const TvxRecordBlocks *blocks,
                                         TvxDocNode            *parent,
                                         TvxRecord             *handover);
void tvx_project_section_add_parts      (TvxReportMatter *matter,
                                         TvxDocNode      *parent,
                                         TvxProject      *project);

G_END_DECLS
