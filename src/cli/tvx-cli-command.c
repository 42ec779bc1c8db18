/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/tvx-cli-command.h"

#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-error.h"

/* In the order in which help lists them. */
const TvxCliCommand *const tvx_cli_commands[] = {
  &tvx_cli_init,
  &tvx_cli_sample,
  &tvx_cli_list,
  &tvx_cli_show,
  &tvx_cli_set,
  &tvx_cli_remove,
  &tvx_cli_attach,
  &tvx_cli_history,
  &tvx_cli_check,
  &tvx_cli_schema,
  &tvx_cli_export,
  &tvx_cli_import,
  &tvx_cli_report,
  &tvx_cli_table,
  &tvx_cli_help,
  NULL,
};

/**
 * tvx_cli_command_find:
 * @name: what was typed
 * @error: return location for a [error@Tvx.CliError]
 *
 * Returns: (nullable): the command of that name
 */
const TvxCliCommand *
tvx_cli_command_find (const char  *name,
                      GError     **error)
{
  for (guint i = 0; tvx_cli_commands[i] != NULL; i++)
    if (g_str_equal (tvx_cli_commands[i]->name, name))
      return tvx_cli_commands[i];
  g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("There is no command “%s”."), name);
  return NULL;
}
