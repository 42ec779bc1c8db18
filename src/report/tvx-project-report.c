/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-project-report.h"

#include "report/tvx-project-section.h"

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
