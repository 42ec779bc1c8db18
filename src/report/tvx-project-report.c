/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-project-report.h"

#include "report/tvx-project-section.h"
#include "report/tvx-report-kind.h"

/**
 * tvx_project_report_build:
 * @matter: what the report is about
 * @root: the root of the report
 *
 * Tells all about projects: of one, a report of its own; of several, a report
 * of the register with a chapter for each.
 */
void
tvx_project_report_build (TvxReportMatter *matter,
                          TvxDocNode      *root)
{
  tvx_report_matter_add_chapters (matter, root, tvx_project_section_add_parts);
}

/**
 * tvx_project_report_new:
 * @reg: the register, which names the authority
 * @projects: (element-type TvxProject): the projects, at least one
 * @language: the language of the report: `sv` or `en`
 * @date: the date of the report
 *
 * Builds the public report of projects, without a file in it.
 *
 * Returns: (transfer full): the report
 */
TvxReport *
tvx_project_report_new (TvxRegister *reg,
                        GPtrArray   *projects,
                        const char  *language,
                        GDateTime   *date)
{
  const TvxReportOptions options = { .language = language, .date = date };

  return tvx_report_build (TVX_REPORT_KIND_PROJECT, reg, projects, &options);
}
