/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/tvx-report-format.h"
#include "report/tvx-report-kind.h"

G_BEGIN_DECLS

/**
 * TvxReportChoices:
 * @kind: the kind of report
 * @audience: who it is for
 * @language: its language, `sv` or `en`
 * @without: the names of the parts that are left out
 * @rounded: whether statistics are rounded instead of hidden
 *
 * What a person chose about a report.
 */
typedef struct
{
  TvxReportKind  kind;
  TvxAudience    audience;
  char          *language;
  GStrv          without;
  gboolean       rounded;
} TvxReportChoices;

GSettings        *tvx_report_choices_dup_settings (TvxRegister *reg);
TvxReportChoices *tvx_report_choices_new          (GSettings *settings,
                                                   gboolean   rounded);
void              tvx_report_choices_free         (TvxReportChoices *self);
TvxReportFormat   tvx_report_choices_get_format   (GSettings *settings);

void              tvx_report_choices_bind         (AdwComboRow *row,
                                                   GSettings   *settings,
                                                   const char  *key);
void              tvx_report_choices_bind_parts   (AdwExpanderRow *row,
                                                   GSettings      *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxReportChoices, tvx_report_choices_free)

G_END_DECLS
