/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-error.h"
#include "cli/tvx-cli-outcome.h"
#include "cli/tvx-cli-register.h"
#include "storage/tvx-handover-receive.h"

static const GOptionEntry options[] = {
  { "reference", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Your registration number for the handover; must be given"), N_("NUMBER") },
  { "responsible", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Who answers for the projects from now on; must be given"), N_("NAME") },
  { "remarks", 0, 0, G_OPTION_ARG_STRING, NULL, N_("What there is to say about the package; without it, all is well"), N_("TEXT") },
  { "person", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Who receives, without this the user"), N_("NAME") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, NULL, N_("The receipt to write, for the sender; must be given"), N_("FILE") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Only show what would become of each project"), NULL },
  TVX_CLI_LIST_FORMAT_OPTION,
  G_OPTION_ENTRY_NULL,
};

/* In the order of TvxReceiveOutcome. */
static const TvxCliOutcome outcomes[] = {
  { "new", N_("New") },
  { "changed", N_("Changed") },
  { "same", N_("Already there") },
  { "conflict", N_("In conflict") },
};

static void
print_projects (TvxCliCall         *call,
                TvxHandoverReceive *package,
                TvxCliFormat        format)
{
  GPtrArray *projects = tvx_handover_receive_get_projects (package);
  g_autoptr (TvxCliTable) table = tvx_cli_outcome_table_new ();

  if (tvx_handover_receive_get_warning (package) != NULL)
    tvx_cli_call_add_advice (call, tvx_handover_receive_get_warning (package));
  tvx_cli_table_add_column (table, "documents", _("Documents"));
  for (guint i = 0; i < projects->len; i++)
    {
      const TvxReceived *project = projects->pdata[i];
      g_autofree char *n_documents = tvx_field_format_number (project->n_documents);

      tvx_cli_outcome_table_add (table, &outcomes[project->outcome], project->id, project->title);
      tvx_cli_table_add_cell (table, g_variant_new_int64 (project->n_documents), n_documents);
      if (project->message != NULL)
        {
          g_autofree char *message = g_strdup_printf ("%s: %s", project->title, project->message);

          if (project->outcome == TVX_RECEIVE_CONFLICT)
            tvx_cli_call_add_problem (call, message);
          else
            tvx_cli_call_add_advice (call, message);
        }
    }
  tvx_cli_table_print (table, format);
}

static gboolean
read_answer (TvxCliCall        *call,
             TvxReceiveAnswer  *answer,
             GError           **error)
{
  static const char *const needed[] = { "reference", "responsible", "output" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (tvx_cli_call_get_option (call, needed[i]) == NULL || *tvx_cli_call_get_option (call, needed[i]) == '\0')
      {
        g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("To receive, --%s is needed; --dry-run only shows what would happen."),
                     needed[i]);
        return FALSE;
      }
  answer->reference = tvx_cli_call_get_option (call, "reference");
  answer->responsible = tvx_cli_call_get_option (call, "responsible");
  answer->remarks = tvx_cli_call_get_option (call, "remarks");
  if (answer->remarks != NULL && *answer->remarks == '\0')
    answer->remarks = NULL;
  return TRUE;
}

static gboolean
write_receipt (TvxHandoverReceive  *package,
               const char          *output,
               GError             **error)
{
  g_autoptr (TvxReceipt) receipt = tvx_handover_receive_make_receipt (package, NULL, error);
  g_autoptr (GFile) target = g_file_new_for_path (output);

  return receipt != NULL && (receipt->lines->len == 0 || tvx_receipt_save (receipt, target, NULL, error));
}

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  const char *person = tvx_cli_call_get_option (call, "person");
  gboolean is_dry_run = tvx_cli_call_get_flag (call, "dry-run");
  g_autoptr (GFile) source = tvx_cli_call_dup_file (call, 1);
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxHandoverReceive) package = NULL;
  TvxReceiveAnswer answer = { 0 };
  TvxCliFormat format;

  if (!tvx_cli_call_get_choice (call, "format", TVX_CLI_LIST_FORMATS, &format, error) ||
      (!is_dry_run && !read_answer (call, &answer, error)))
    return FALSE;
  workspace = tvx_cli_open (call, error);
  if (workspace == NULL)
    return FALSE;
  answer.person = person != NULL ? person : tvx_workspace_get_author (workspace);
  package = tvx_handover_receive_open (tvx_workspace_get_store (workspace), source, NULL, NULL, NULL, error);
  if (package == NULL)
    return FALSE;
  if (!is_dry_run && (!tvx_handover_receive_take_over (package, &answer, NULL, NULL, NULL, error) ||
                      !write_receipt (package, tvx_cli_call_get_option (call, "output"), error)))
    return FALSE;
  print_projects (call, package, format);
  return TRUE;
}

const TvxCliCommand tvx_cli_handover_receive = {
  .name = "handover receive",
  .arguments = N_("DIR FILE"),
  .summary = N_("Take over the projects of a package, and write the receipt for the sender"),
  .details = N_("FILE is a package that “handover package” made. All of it is checked before anything is taken over. A\n"
                 "project that the register has, and that was changed here or did not come from a package, is left as it\n"
                 "is. Receiving again changes nothing and writes the receipt anew."),
  .options = options,
  .run = run,
};
