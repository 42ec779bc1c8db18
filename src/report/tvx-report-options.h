/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "report/tvx-protected-tables.h"

G_BEGIN_DECLS

/**
 * TvxAudience:
 * @TVX_AUDIENCE_PUBLIC: everybody: only what [method@Tvx.Record.new_public] leaves
 * @TVX_AUDIENCE_INTERNAL: the authority itself, and who takes a project over: everything
 *
 * Who a report is for.
 */
typedef enum
{
  TVX_AUDIENCE_PUBLIC,
  TVX_AUDIENCE_INTERNAL,
} TvxAudience;

/**
 * TvxRecordsWriter:
 * @reg: (nullable): a register, %NULL where only a project is to be written
 * @projects: (element-type TvxProject): its projects, or the one project
 *
 * Writes records as a file that this program can read again.
 *
 * Returns: (transfer full): the file, as JSON
 */
typedef GBytes *(*TvxRecordsWriter) (TvxRegister *reg,
                                     GPtrArray *projects);

/**
 * TvxReportOptions:
 * @language: the language of the report: `sv` or `en`
 * @date: the date of the report
 * @audience: who it is for
 * @draft: whether it is a draft even if the records lack nothing
 * @without: (nullable) (array zero-terminated=1): the names of the parts that are left out, see [struct@Tvx.ReportPart]
 * @tables: (nullable): the statistics tables of the projects, protected; without them the report tells none of their numbers
 * @write_records: (nullable): writes the records that the report tells of, which then travel inside it
 *
 * What somebody chooses about a report.
 */
typedef struct
{
  const char         *language;
  GDateTime          *date;
  TvxAudience         audience;
  gboolean            draft;
  const char *const  *without;
  TvxProtectedTables *tables;
  TvxRecordsWriter    write_records;
} TvxReportOptions;

G_END_DECLS
