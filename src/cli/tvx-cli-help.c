/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/tvx-cli-help.h"

#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-error.h"
#include "cli/tvx-cli-manual.h"
#include "cli/tvx-cli-output.h"

/* A list of terms, each with what it means in a column beside it. */
typedef struct
{
  char       *term;
  const char *meaning;
} Line;

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->term);
}

static GArray *
lines_new (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, line_clear);
  return lines;
}

static void
add_line (GArray     *lines,
          char       *term,
          const char *meaning)
{
  g_array_append_val (lines, ((Line) { term, meaning }));
}

static void
print_lines (GArray *lines)
{
  gsize width = 0;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, tvx_cli_get_width (g_array_index (lines, Line, i).term));
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      tvx_cli_print ("  %s%*s%s\n", line->term, (int) (width - tvx_cli_get_width (line->term) + 2), "", line->meaning);
    }
}

static char *
dup_option_term (const GOptionEntry *option)
{
  g_autofree char *name = option->short_name != '\0' ? g_strdup_printf ("-%c, --%s", option->short_name, option->long_name)
                                                     : g_strdup_printf ("--%s", option->long_name);

  if (option->arg == G_OPTION_ARG_NONE)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s %s", name, _(option->arg_description));
}

/**
 * tvx_cli_print_overview:
 *
 * Prints what the program is for and which commands it has.
 */
void
tvx_cli_print_overview (void)
{
  g_autoptr (GArray) commands = lines_new ();
  g_autoptr (GArray) options = lines_new ();

  tvx_cli_print ("%s\n\n%s\n\n%s\n", _("Usage: tillvaxt-cli COMMAND [ARGUMENT]…"),
                 _("Keeps a register of regional growth projects in a folder of JSON files."), _("Commands:"));
  for (guint i = 0; tvx_cli_commands[i] != NULL; i++)
    add_line (commands, g_strdup (tvx_cli_commands[i]->name), _(tvx_cli_commands[i]->summary));
  print_lines (commands);

  tvx_cli_print ("\n%s\n", _("Options:"));
  add_line (options, g_strdup ("-h, --help"), _("Show help, also after a command"));
  add_line (options, g_strdup ("--version"), _("Show the version"));
  print_lines (options);

  tvx_cli_print ("\n%s\n", _("Exit status: 0 good, 1 findings or refused data, 2 usage, 3 file trouble."));
}

/**
 * tvx_cli_print_help:
 * @command: a command
 *
 * Prints how a command is used.
 */
void
tvx_cli_print_help (const TvxCliCommand *command)
{
  g_autoptr (GArray) actions = lines_new ();
  g_autoptr (GArray) options = lines_new ();

  tvx_cli_print (_("Usage: tillvaxt-cli %s"), command->name);
  if (command->options != NULL)
    tvx_cli_print (" %s", _("[OPTION]…"));
  if (*command->arguments != '\0')
    tvx_cli_print (" %s", _(command->arguments));
  tvx_cli_print ("\n\n%s.\n", _(command->summary));
  if (command->details != NULL)
    tvx_cli_print ("\n%s\n", _(command->details));

  if (command->actions != NULL)
    tvx_cli_print ("\n%s\n", _("Actions:"));
  for (guint i = 0; command->actions != NULL && command->actions[i] != NULL; i++)
    add_line (actions, g_strdup (tvx_cli_command_get_word (command->actions[i])), _(command->actions[i]->summary));
  print_lines (actions);

  tvx_cli_print ("\n%s\n", _("Options:"));
  for (guint i = 0; command->options != NULL && command->options[i].long_name != NULL; i++)
    add_line (options, dup_option_term (&command->options[i]), _(command->options[i].description));
  add_line (options, g_strdup ("-h, --help"), _("Show this help"));
  print_lines (options);
}

static const GOptionEntry options[] = {
  { "manual", '\0', 0, G_OPTION_ARG_STRING, NULL, N_("Write the manual page in this language: en or sv"), N_("CODE") },
  { NULL },
};

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  static const char *const languages[] = { "en", "sv", NULL };
  const char *typed[] = { tvx_cli_call_get_text (call, 0), tvx_cli_call_get_text (call, 1), NULL };
  const char *const *words = typed;
  const TvxCliCommand *command;
  guint language;

  if (!tvx_cli_call_get_choice (call, "manual", languages, &language, error))
    return FALSE;
  if (tvx_cli_call_get_option (call, "manual") != NULL)
    {
      tvx_cli_print_manual (tvx_catalog_get (languages[language]));
      return TRUE;
    }
  if (typed[0] == NULL)
    {
      tvx_cli_print_overview ();
      return TRUE;
    }
  command = tvx_cli_command_find (&words, error);
  if (command == NULL)
    return FALSE;
  if (words[1] != NULL)
    {
      g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("“%s” has no action “%s”."), command->name, words[1]);
      return FALSE;
    }
  tvx_cli_print_help (command);
  return TRUE;
}

const TvxCliCommand tvx_cli_help = {
  .name = "help",
  .arguments = N_("[COMMAND] [ACTION]"),
  .summary = N_("Show the commands, or how one is used"),
  .options = options,
  .run = run,
};
