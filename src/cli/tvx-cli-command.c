/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/tvx-cli-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  &tvx_cli_handover,
  &tvx_cli_table,
  &tvx_cli_help,
  NULL,
};

/**
 * tvx_cli_command_get_word:
 * @self: a command or action
 *
 * Returns: (transfer none): the last word of its name, which is its own
 */
const char *
tvx_cli_command_get_word (const TvxCliCommand *self)
{
  const char *space = strrchr (self->name, ' ');

  return space != NULL ? space + 1 : self->name;
}

static const TvxCliCommand *
find_in (const TvxCliCommand *const *commands,
         const char                 *word)
{
  for (guint i = 0; commands[i] != NULL; i++)
    if (g_str_equal (tvx_cli_command_get_word (commands[i]), word))
      return commands[i];
  return NULL;
}

/**
 * tvx_cli_command_find:
 * @words: what was typed, which begins with the name of a command; leads to the last word of the name afterwards
 * @error: return location for a [error@Tvx.CliError]
 *
 * Returns: (nullable): the command of that name, or the action of a command
 */
const TvxCliCommand *
tvx_cli_command_find (const char *const **words,
                      GError            **error)
{
  const TvxCliCommand *command = find_in (tvx_cli_commands, **words);
  const TvxCliCommand *action = NULL;
  const char *next = (*words)[1];

  if (command == NULL)
    {
      g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("There is no command “%s”."), **words);
      return NULL;
    }
  if (command->actions == NULL || next == NULL || *next == '-')
    return command;
  action = find_in (command->actions, next);
  if (action == NULL)
    g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("“%s” has no action “%s”."), command->name, next);
  else
    (*words)++;
  return action;
}
