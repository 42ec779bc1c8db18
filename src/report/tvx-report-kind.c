/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-report-kind.h"

#include <glib/gi18n-lib.h>

#include "report/tvx-final-report.h"
#include "report/tvx-handover-report.h"
#include "report/tvx-jplus-report.h"
#include "report/tvx-portfolio-report.h"
#include "report/tvx-project-report.h"
#include "report/tvx-report-cover.h"
#include "report/tvx-statistics-section.h"

static const struct
{
  const char *name;
  const char *label;
  gboolean    is_of_register; /* even when that has a single project */
  void      (*build) (TvxReportMatter *matter,
                      TvxDocNode      *root);
} kinds[TVX_N_REPORT_KINDS] = {
  [TVX_REPORT_KIND_PROJECT] = { "project", N_("Project report"), FALSE, tvx_project_report_build },
  [TVX_REPORT_KIND_PORTFOLIO] = { "portfolio", N_("Portfolio"), TRUE, tvx_portfolio_report_build },
  [TVX_REPORT_KIND_FINAL] = { "final", N_("Final report"), FALSE, tvx_final_report_build },
  [TVX_REPORT_KIND_HANDOVER] = { "handover", N_("Protocol of a handover"), FALSE, tvx_handover_report_build },
  [TVX_REPORT_KIND_JPLUS] = { "jplus", N_("J+ report"), FALSE, tvx_jplus_report_build },
};

/**
 * tvx_report_kind_find:
 * @name: the name of a kind, as `project`
 * @kind: (out): where to put the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
tvx_report_kind_find (const char    *name,
                      TvxReportKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!g_str_equal (kinds[i].name, name))
        continue;
      *kind = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * tvx_report_kind_dup_names:
 *
 * Returns: (transfer full): the names of all kinds, with `|` between them
 */
char *
tvx_report_kind_dup_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : "|", kinds[i].name);
  return g_string_free_and_steal (names);
}

/**
 * tvx_report_kind_get_name:
 * @kind: a kind
 *
 * Returns: (transfer none): its name, as `project`
 */
const char *
tvx_report_kind_get_name (TvxReportKind kind)
{
  return kinds[kind].name;
}

/**
 * tvx_report_kind_get_label:
 * @kind: a kind
 *
 * Returns: (transfer none): what it is called: a message to be translated
 */
const char *
tvx_report_kind_get_label (TvxReportKind kind)
{
  return kinds[kind].label;
}

static char *
dup_title (const TvxCatalog *catalog,
           TvxRecord        *record)
{
  const char *title = tvx_record_get_text (record, "title");

  return g_strdup (title != NULL ? title : tvx_catalog_translate (catalog, TVX_RECORD_GET_CLASS (record)->label));
}

/* The file that travels inside the report tells what the report tells, to programs. */
static void
attach_records (TvxReport        *report,
                TvxReportMatter  *matter,
                gboolean          is_of_register,
                TvxRecordsWriter  write_records)
{
  g_autoptr (GBytes) bytes = write_records (is_of_register ? TVX_REGISTER (matter->reg) : NULL, matter->projects);
  const char *description = is_of_register
                              ? tvx_catalog_translate (matter->blocks.catalog, "What the report tells, as data: the register")
                              : tvx_catalog_translate (matter->blocks.catalog, "What the report tells, as data: the project");

  tvx_report_add_attachment (report, is_of_register ? "register.json" : "project.json", "application/json", description,
                             bytes);
}

/* The numbers of the report, for programs. */
static void
attach_statistics (TvxReport       *report,
                   TvxReportMatter *matter)
{
  g_autoptr (GBytes) bytes = tvx_statistics_section_csv (matter);

  if (bytes != NULL)
    tvx_report_add_attachment (report, "statistics.csv", "text/csv",
                               tvx_catalog_translate (matter->blocks.catalog, "The statistics of the report, as a table"), bytes);
}

/**
 * tvx_report_build:
 * @kind: the kind of report
 * @reg: the register, which names the authority
 * @projects: (element-type TvxProject): the projects, at least one
 * @options: what was chosen
 *
 * Builds a report. If it is for the public, it tells nothing that
 * [method@Tvx.Record.new_public] withholds, in its text as in the file inside
 * it. Where a record lacks something that must be there before it is published,
 * the report is marked as a draft.
 *
 * Returns: (transfer full): the report
 */
TvxReport *
tvx_report_build (TvxReportKind           kind,
                  TvxRegister            *reg,
                  GPtrArray              *projects,
                  const TvxReportOptions *options)
{
  g_autoptr (TvxReportMatter) matter = NULL;
  g_autofree char *title = NULL;
  gboolean is_of_register;
  TvxReport *report;

  g_return_val_if_fail (TVX_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (projects->len > 0, NULL);
  g_return_val_if_fail (options != NULL && options->date != NULL, NULL);

  is_of_register = kinds[kind].is_of_register || projects->len > 1;
  matter = tvx_report_matter_new (reg, projects, options);
  title = dup_title (matter->blocks.catalog, is_of_register ? matter->reg : matter->projects->pdata[0]);
  report = tvx_report_new (options->language, title, options->date);
  tvx_report_set_authority (report, tvx_record_get_text (matter->reg, "authority"));
  tvx_report_set_subtitle (report, tvx_catalog_translate (matter->blocks.catalog, kinds[kind].label));

  tvx_report_cover_add_facts (report, matter);
  kinds[kind].build (matter, tvx_report_get_root (report));
  tvx_report_cover_set_status (report, matter, options->audience);
  attach_statistics (report, matter);
  if (options->write_records != NULL)
    attach_records (report, matter, is_of_register, options->write_records);
  return report;
}
