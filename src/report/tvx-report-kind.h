/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-report-options.h"
#include "report/tvx-report.h"

G_BEGIN_DECLS

/**
 * TvxReportKind:
 * @TVX_REPORT_KIND_PROJECT: all about one or several projects
 * @TVX_REPORT_KIND_PORTFOLIO: the register or a part of it in numbers, with a list
 * @TVX_REPORT_KIND_FINAL: the outline of a final report, filled from the record
 * @TVX_REPORT_KIND_HANDOVER: the protocol of a handover, with a form for the receipt
 * @TVX_REPORT_KIND_JPLUS: what the J+ perspective shows, with statistics
 *
 * What kinds of reports there are.
 */
typedef enum
{
  TVX_REPORT_KIND_PROJECT,
  TVX_REPORT_KIND_PORTFOLIO,
  TVX_REPORT_KIND_FINAL,
  TVX_REPORT_KIND_HANDOVER,
  TVX_REPORT_KIND_JPLUS,
} TvxReportKind;

#define TVX_N_REPORT_KINDS (TVX_REPORT_KIND_JPLUS + 1)

gboolean    tvx_report_kind_find      (const char    *name,
                                       TvxReportKind *kind);
char       *tvx_report_kind_dup_names (void);
const char *tvx_report_kind_get_name  (TvxReportKind kind);
const char *tvx_report_kind_get_label (TvxReportKind kind);

TvxReport  *tvx_report_build          (TvxReportKind           kind,
                                       TvxRegister            *reg,
                                       GPtrArray              *projects,
                                       const TvxReportOptions *options);

G_END_DECLS
