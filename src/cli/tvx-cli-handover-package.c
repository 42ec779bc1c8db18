/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-choices.h"
#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-error.h"
#include "cli/tvx-cli-register.h"
#include "model/tvx-summary.h"
#include "report/tvx-report-format.h"
#include "report/tvx-report-kind.h"
#include "storage/tvx-handover-package.h"

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, NULL, N_("The file to write; must be given"), N_("FILE") },
  { "language", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The language of the protocol: sv, the default, or en"), N_("CODE") },
  { "date", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The date of the package, which otherwise is today"), N_("DATE") },
  G_OPTION_ENTRY_NULL,
};

/* Those that were asked for, or all that are handed over and not yet received. */
static GPtrArray *
load_projects (TvxCliCall    *call,
               TvxWorkspace  *workspace,
               GError       **error)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) summaries = tvx_cli_dup_projects (workspace);

  for (guint i = 1; tvx_cli_call_get_text (call, i) != NULL; i++)
    {
      g_autofree char *id = tvx_cli_find_project (call, workspace, tvx_cli_call_get_text (call, i), error);

      if (id == NULL || !tvx_cli_add_project (projects, workspace, id, error))
        return NULL;
    }
  if (projects->len > 0)
    return g_steal_pointer (&projects);

  tvx_cli_tell_problems (call, workspace);
  for (guint i = 0; i < summaries->len; i++)
    {
      GVariant *state = tvx_summary_get_value (summaries->pdata[i], "handover.state");

      if (state != NULL && g_str_equal (g_variant_get_string (state, NULL), "handed_over") &&
          !tvx_cli_add_project (projects, workspace, tvx_summary_get_id (summaries->pdata[i]), error))
        return NULL;
    }
  return g_steal_pointer (&projects);
}

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  const char *output = tvx_cli_call_get_option (call, "output");
  TvxReportOptions choices = { .audience = TVX_AUDIENCE_INTERNAL };
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) projects = NULL;
  g_autoptr (TvxReport) protocol = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) html = NULL;
  g_autoptr (GFile) target = NULL;

  if (output == NULL)
    {
      g_set_error_literal (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("Say where to: -o FILE."));
      return FALSE;
    }
  if (!tvx_cli_read_language (call, &choices.language, error) || (date = tvx_cli_read_date (call, error)) == NULL)
    return FALSE;
  /* The protocol has the time zone in it, and is to be the same wherever it is made. */
  choices.date = day = g_date_time_new_utc (g_date_time_get_year (date), g_date_time_get_month (date),
                                            g_date_time_get_day_of_month (date), 0, 0, 0);
  workspace = tvx_cli_open (call, error);
  if (workspace == NULL)
    return FALSE;
  projects = load_projects (call, workspace, error);
  if (projects == NULL || !tvx_handover_package_check (projects, error))
    return FALSE;
  protocol = tvx_report_build (TVX_REPORT_KIND_HANDOVER, tvx_workspace_get_register (workspace), projects, &choices);
  pdf = tvx_report_write_bytes (protocol, TVX_REPORT_FORMAT_PDF, NULL, error);
  html = pdf != NULL ? tvx_report_write_bytes (protocol, TVX_REPORT_FORMAT_HTML, NULL, error) : NULL;
  target = g_file_new_for_path (output);
  return html != NULL && tvx_handover_package_write (tvx_workspace_get_store (workspace), projects, target, day, pdf, html, NULL,
                                                     NULL, NULL, error);
}

const TvxCliCommand tvx_cli_handover_package = {
  .name = "handover package",
  .arguments = N_("DIR [PROJECT…]"),
  .summary = N_("Pack projects that are handed over, for the receiver"),
  .details = N_("Without PROJECT, all projects whose status is “Handed over” are packed. The package is one ZIP file:\n"
                 "a BagIt bag with the projects, their history and documents, the protocol, the list of documents and a\n"
                 "form for the receipt. It is for the receiver only: the records in it are whole."),
  .options = options,
  .run = run,
};
