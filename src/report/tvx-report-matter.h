/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-record-blocks.h"
#include "report/tvx-report-options.h"
#include "report/tvx-report.h"

G_BEGIN_DECLS

/**
 * TvxReportMatter:
 * @blocks: how blocks are made
 * @reg: the register, as the audience may see it
 * @projects: (element-type TvxProject): the projects, as the audience may see them
 * @titles: (element-type utf8 utf8): the titles of the projects by their id
 * @tables: (nullable): the statistics tables of the projects, as they may be published
 * @left_out: (array zero-terminated=1): the fields of projects that are left out of the report
 * @audience: who the report is for
 * @today: the date of the report, in ISO 8601
 * @is_draft: whether the report is a draft; a builder sets it where something is still to be written
 *
 * What a report is about.
 */
typedef struct
{
  TvxRecordBlocks     blocks;
  TvxRecord          *reg;
  GPtrArray          *projects;
  GHashTable         *titles;
  TvxProtectedTables *tables;
  GStrv               left_out;
  TvxAudience         audience;
  char               *today;
  gboolean            is_draft;
} TvxReportMatter;

TvxReportMatter *tvx_report_matter_new              (TvxRegister            *reg,
                                                     GPtrArray              *projects,
                                                     const TvxReportOptions *options);
void             tvx_report_matter_free             (TvxReportMatter *self);
void             tvx_report_matter_add_introduction (TvxReportMatter *self,
                                                     TvxDocNode      *root);
void             tvx_report_matter_add_front        (TvxReportMatter *self,
                                                     TvxDocNode      *root);
TvxDocNode      *tvx_report_matter_add_chapter      (TvxReportMatter *self,
                                                     TvxDocNode      *root,
                                                     TvxRecord       *project);
void             tvx_report_matter_add_chapters     (TvxReportMatter *self,
                                                     TvxDocNode      *root,
                                                     void (*add_parts) (TvxReportMatter *self, TvxDocNode *parent, TvxProject *project));

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxReportMatter, tvx_report_matter_free)

G_END_DECLS
