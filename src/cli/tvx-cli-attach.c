/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-register.h"

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  g_autoptr (GFile) source = tvx_cli_call_dup_file (call, 2);
  g_autofree char *basename = g_file_get_basename (source);
  g_autofree char *name = g_filename_display_name (basename);
  const char *title = tvx_cli_call_get_option (call, "title");
  g_autoptr (TvxWorkspace) workspace = tvx_cli_open (call, error);
  g_autoptr (TvxProject) project = NULL;
  g_autoptr (TvxDocumentFile) file = NULL;

  if (workspace == NULL)
    return FALSE;
  project = tvx_cli_load_project (call, workspace, tvx_cli_call_get_text (call, 1), error);
  if (project == NULL)
    return FALSE;
  file = tvx_store_add_document_file (tvx_workspace_get_store (workspace), tvx_record_get_id (TVX_RECORD (project)),
                                      source, NULL, error);
  return file != NULL &&
         tvx_document_file_add_document (file, tvx_workspace_get_editor (workspace), TVX_RECORD (project),
                                         title != NULL ? title : name, error) != NULL &&
         tvx_workspace_save (workspace, error);
}

static const GOptionEntry options[] = {
  { "title", 0, 0, G_OPTION_ARG_STRING, NULL, N_("What the document is called, without this the name of the file"),
    N_("TITLE") },
  G_OPTION_ENTRY_NULL,
};

const TvxCliCommand tvx_cli_attach = {
  .name = "attach",
  .arguments = N_("DIR PROJECT FILE"),
  .summary = N_("Copy a file into the register, as a document of a project"),
  .options = options,
  .run = run,
};
