/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/tvx-cli-choices.h"
#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-error.h"
#include "cli/tvx-cli-register.h"
#include "model/tvx-summary.h"
#include "report/tvx-report-format.h"
#include "report/tvx-report-kind.h"
#include "report/tvx-report-part.h"
#include "storage/tvx-exchange.h"

static const GOptionEntry options[] = {
  { "project", 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, N_("Only this project; may be given several times"), N_("PROJECT") },
  { "kind", 0, 0, G_OPTION_ARG_STRING, NULL, N_("What kind of report: project, the default, portfolio, final, handover or jplus"),
    N_("KIND") },
  { "audience", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Who it is for: public, the default, or internal, with all that is recorded"),
    N_("AUDIENCE") },
  { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, N_("A part to leave out; may be given several times"), N_("PART") },
  { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, N_("A part to keep, without the others; may be given several times"), N_("PART") },
  { "format", 0, 0, G_OPTION_ARG_STRING, NULL, N_("How to write it: html, pdf or dump; by default as the name of FILE ends, or html"), N_("FORMAT") },
  { "language", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The language of the report: sv, the default, or en"), N_("CODE") },
  { "date", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The date of the report, which otherwise is today"), N_("DATE") },
  { "round", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Round statistics to multiples of five instead of hiding numbers"), NULL },
  { "publish", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_("Have later reports keep to the statistics of this one, which must be final"), NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, NULL, N_("The file to write, - for standard output; must be given"),
    N_("FILE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
read_format (TvxCliCall       *call,
             const char       *output,
             TvxReportFormat  *format,
             GError          **error)
{
  const char *name = tvx_cli_call_get_option (call, "format");
  g_autofree char *names = tvx_report_format_dup_names ();

  if (name == NULL)
    {
      if (!tvx_report_format_find_by_file (output, format))
        *format = TVX_REPORT_FORMAT_HTML;
      return TRUE;
    }
  if (tvx_report_format_find (name, format))
    return TRUE;
  g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("--%s: “%s” is none of %s."), "format", name, names);
  return FALSE;
}

static gboolean
read_kind (TvxCliCall     *call,
           TvxReportKind  *kind,
           GError        **error)
{
  const char *name = tvx_cli_call_get_option (call, "kind");
  g_autofree char *names = tvx_report_kind_dup_names ();

  *kind = TVX_REPORT_KIND_PROJECT;
  if (name == NULL || tvx_report_kind_find (name, kind))
    return TRUE;
  g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("--%s: “%s” is none of %s."), "kind", name, names);
  return FALSE;
}

static gboolean
check_parts (const char         *option,
             const char *const  *parts,
             GError            **error)
{
  g_autofree char *names = tvx_report_part_dup_names ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (tvx_report_part_find (parts[i]) == NULL)
      {
        g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("--%s: “%s” is none of %s."), option, parts[i], names);
        return FALSE;
      }
  return TRUE;
}

/* The names of the parts that are left out. */
static gboolean
read_parts (TvxCliCall  *call,
            GStrv       *left_out,
            GError     **error)
{
  const char *const *without = tvx_cli_call_get_options (call, "without");
  const char *const *only = tvx_cli_call_get_options (call, "only");
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  gsize n_parts;
  const TvxReportPart *parts = tvx_report_parts_get (&n_parts);

  if (!check_parts ("without", without, error) || !check_parts ("only", only, error))
    return FALSE;
  for (gsize i = 0; i < n_parts; i++)
    if (g_strv_contains (without, parts[i].name) || (only[0] != NULL && !g_strv_contains (only, parts[i].name)))
      g_strv_builder_add (names, parts[i].name);
  *left_out = g_strv_builder_end (names);
  return TRUE;
}

static gboolean
add_all_projects (GPtrArray     *projects,
                  TvxCliCall    *call,
                  TvxWorkspace  *workspace,
                  GError       **error)
{
  g_autoptr (GPtrArray) summaries = tvx_cli_dup_projects (workspace);

  tvx_cli_tell_problems (call, workspace);
  for (guint i = 0; i < summaries->len; i++)
    if (!tvx_cli_add_project (projects, workspace, tvx_summary_get_id (summaries->pdata[i]), error))
      return FALSE;
  if (projects->len > 0)
    return TRUE;
  g_set_error_literal (error, TVX_CLI_ERROR, TVX_CLI_ERROR_REFUSED,
                       _("The register has no projects that could be reported."));
  return FALSE;
}

static GPtrArray *
load_projects (TvxCliCall    *call,
               TvxWorkspace  *workspace,
               GError       **error)
{
  const char *const *names = tvx_cli_call_get_options (call, "project");
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);

  if (names[0] == NULL && !add_all_projects (projects, call, workspace, error))
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = tvx_cli_find_project (call, workspace, names[i], error);

      if (id == NULL || !tvx_cli_add_project (projects, workspace, id, error))
        return NULL;
    }
  return g_steal_pointer (&projects);
}

static gboolean
write_report (TvxReport        *report,
              TvxReportFormat   format,
              const char       *output,
              GError          **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GOutputStream) stream = NULL;

  if (g_str_equal (output, "-"))
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return tvx_report_write (report, format, stream, NULL, error);
    }
  file = g_file_new_for_path (output);
  return tvx_report_write_file (report, format, file, NULL, error);
}

static TvxProject *
load_related (const char  *id,
              gpointer     workspace,
              GError     **error)
{
  return tvx_workspace_load_project (workspace, id, NULL, error);
}

static gboolean
enter_published (TvxWorkspace        *workspace,
                 TvxProtectedTables  *tables,
                 TvxReport           *report,
                 GError             **error)
{
  g_autofree char *date = g_date_time_format (tvx_report_get_date (report), "%Y-%m-%d");
  g_autofree char *name = g_strdup_printf ("%s: %s", tvx_report_get_title (report), tvx_report_get_subtitle (report));

  return tvx_protected_tables_record (tables, tvx_workspace_get_editor (workspace), date, name, error) &&
         tvx_workspace_save (workspace, error);
}

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  const char *output = tvx_cli_call_get_option (call, "output");
  const char *const audiences[] = { [TVX_AUDIENCE_PUBLIC] = "public", [TVX_AUDIENCE_INTERNAL] = "internal", NULL };
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) projects = NULL;
  g_auto (GStrv) left_out = NULL;
  g_autoptr (TvxProtectedTables) tables = NULL;
  g_autoptr (TvxReport) report = NULL;
  TvxReportOptions choices = { .write_records = tvx_exchange_write_records };
  TvxReportFormat format;
  TvxReportKind kind;
  gboolean publish;
  guint audience;

  if (output == NULL)
    {
      g_set_error_literal (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("Say where to: -o FILE."));
      return FALSE;
    }
  publish = tvx_cli_call_get_flag (call, "publish");
  if (!read_kind (call, &kind, error) || !read_format (call, output, &format, error) ||
      !tvx_cli_call_get_choice (call, "audience", audiences, &audience, error) ||
      !tvx_cli_read_language (call, &choices.language, error) || !read_parts (call, &left_out, error) ||
      (date = tvx_cli_read_date (call, error)) == NULL)
    return FALSE;
  if (publish && audience != TVX_AUDIENCE_PUBLIC)
    {
      g_set_error_literal (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("--publish: only a report for the public is published."));
      return FALSE;
    }
  workspace = tvx_cli_open (call, error);
  if (workspace == NULL)
    return FALSE;
  projects = load_projects (call, workspace, error);
  if (projects == NULL)
    return FALSE;

  choices.date = date;
  choices.without = (const char *const *) left_out;
  choices.audience = audience;
  tables = tvx_protected_tables_new_for_report (tvx_workspace_get_register (workspace), projects, load_related, workspace,
                                                choices.without, tvx_cli_call_get_flag (call, "round"), NULL, NULL, error);
  if (tables == NULL)
    return FALSE;
  choices.tables = tables;
  report = tvx_report_build (kind, tvx_workspace_get_register (workspace), projects, &choices);
  /* The report has all it needs of them, and its pages can have their memory. */
  g_clear_pointer (&projects, g_ptr_array_unref);
  if (publish && !tvx_report_is_final (report))
    {
      g_set_error_literal (error, TVX_CLI_ERROR, TVX_CLI_ERROR_REFUSED,
                           _("The report is a draft, and so cannot be published; “check --publish” lists what is missing. "
                              "Without --publish the draft is written."));
      return FALSE;
    }
  if (!write_report (report, format, output, error))
    return FALSE;
  return !publish || enter_published (workspace, tables, report, error);
}

const TvxCliCommand tvx_cli_report = {
  .name = "report",
  .arguments = N_("DIR"),
  .summary = N_("Write a report that can be published"),
  .details = N_("Without --project the report is of all projects of the register. PART is one of background, description,\n"
                 "classification, goals, indicators, activities, dimensions, statistics, partners, money, decisions,\n"
                 "outcome, handover, documents, links, contacts and notes. What is left out is not in the data inside the report\n"
                 "either."),
  .options = options,
  .run = run,
};
