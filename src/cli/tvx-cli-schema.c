/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-error.h"
#include "cli/tvx-cli-output.h"
#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "storage/tvx-json-schema.h"

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  const char *kind = tvx_cli_call_get_text (call, 0);
  GType types[] = { TVX_TYPE_PROJECT, TVX_TYPE_REGISTER };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (types[i]);

      if (!g_str_equal (((TvxRecordClass *) klass)->kind, kind))
        continue;
      tvx_cli_print_json (tvx_json_schema_for (types[i]));
      return TRUE;
    }
  g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE,
               _("There is no schema “%s”; there are project and register."), kind);
  return FALSE;
}

const TvxCliCommand tvx_cli_schema = {
  .name = "schema",
  .arguments = N_("project|register"),
  .summary = N_("Print the JSON Schema of a kind of file"),
  .run = run,
};
