/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/tvx-cli-call.h"

#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-error.h"

/* Where GOption leaves the value of an option. */
typedef union
{
  gboolean   flag;
  char      *text;
  char     **texts;
} Value;

struct _TvxCliCall
{
  const TvxCliCommand  *command;
  char                **arguments;
  gboolean              help;
  guint                 n_options;
  Value                *values;
  GPtrArray            *problems;
  GPtrArray            *advice;
  gboolean              found;
};

static guint
count_options (const TvxCliCommand *command)
{
  guint n = 0;

  while (command->options != NULL && command->options[n].long_name != NULL)
    n++;
  return n;
}

static const Value *
find_value (TvxCliCall *self,
            const char *option)
{
  for (guint i = 0; i < self->n_options; i++)
    if (g_str_equal (self->command->options[i].long_name, option))
      return &self->values[i];
  g_error ("“%s” has no option “%s”", self->command->name, option);
}

static gboolean
check_text (const char  *name,
            const char  *text,
            GError     **error)
{
  g_autofree char *valid = NULL;

  if (g_utf8_validate (text, -1, NULL))
    return TRUE;
  valid = g_utf8_make_valid (text, -1);
  g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE,
               /* Translators: the name of an argument or option, and what was given for it. */
               _("%s: “%s” is not valid UTF-8."), name, valid);
  return FALSE;
}

static gboolean
check_options (TvxCliCall  *self,
               GError     **error)
{
  for (guint i = 0; i < self->n_options; i++)
    {
      const GOptionEntry *option = &self->command->options[i];
      const char *single[] = { self->values[i].text, NULL };
      const char *const *texts = NULL;

      if (option->arg == G_OPTION_ARG_STRING)
        texts = single;
      else if (option->arg == G_OPTION_ARG_STRING_ARRAY)
        texts = (const char *const *) self->values[i].texts;
      for (guint j = 0; texts != NULL && texts[j] != NULL; j++)
        if (!check_text (option->long_name, texts[j], error))
          return FALSE;
    }
  return TRUE;
}

/* Whether the arguments are as many as the command has words for, and texts where it wants texts. */
static gboolean
check_arguments (TvxCliCall  *self,
                 GError     **error)
{
  g_auto (GStrv) words = g_strsplit (self->command->arguments, " ", 0);
  g_auto (GStrv) shown = g_strsplit (_(self->command->arguments), " ", 0);
  guint n_given = self->arguments != NULL ? g_strv_length (self->arguments) : 0;
  guint n_words = *self->command->arguments != '\0' ? g_strv_length (words) : 0;

  g_assert (g_strv_length (words) == g_strv_length (shown));

  for (guint i = 0; i < n_words; i++)
    {
      if (i >= n_given && words[i][0] == '[')
        return TRUE;
      /* Any number of texts. */
      if (g_str_has_suffix (words[i], "…]"))
        {
          for (; i < n_given; i++)
            if (!check_text (shown[n_words - 1], self->arguments[i], error))
              return FALSE;
          return TRUE;
        }
      if (i >= n_given)
        {
          g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE,
                       /* Translators: the word for an argument, as DIR or PROJECT. */
                       _("The argument %s is missing."), shown[i]);
          return FALSE;
        }
      if (!g_str_equal (words[i], "DIR") && !g_str_equal (words[i], "FILE") &&
          !check_text (shown[i], self->arguments[i], error))
        return FALSE;
    }
  if (n_given > n_words)
    {
      g_autofree char *valid = g_utf8_make_valid (self->arguments[n_words], -1);

      g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("The argument “%s” is one too many."), valid);
      return FALSE;
    }
  return TRUE;
}

/**
 * tvx_cli_call_new:
 * @command: a command
 * @argv: what was typed, beginning with the name of the command
 * @error: return location for an error of the command line
 *
 * Reads the arguments and options of a command.
 *
 * Returns: (transfer full) (nullable): the call
 */
TvxCliCall *
tvx_cli_call_new (const TvxCliCommand  *command,
                  const char *const    *argv,
                  GError              **error)
{
  g_autoptr (TvxCliCall) self = g_new0 (TvxCliCall, 1);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree GOptionEntry *entries = NULL;
  g_auto (GStrv) copy = g_strdupv ((char **) argv);
  const GOptionEntry own[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &self->help, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  self->command = command;
  self->n_options = count_options (command);
  self->values = g_new0 (Value, self->n_options);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->advice = g_ptr_array_new_with_free_func (g_free);

  /* GOption would take text to be in the charset of the locale; ours is UTF-8 in any locale. */
  entries = g_new0 (GOptionEntry, self->n_options + 1);
  for (guint i = 0; i < self->n_options; i++)
    {
      entries[i] = command->options[i];
      entries[i].arg_data = &self->values[i];
      if (entries[i].arg == G_OPTION_ARG_STRING)
        entries[i].arg = G_OPTION_ARG_FILENAME;
      else if (entries[i].arg == G_OPTION_ARG_STRING_ARRAY)
        entries[i].arg = G_OPTION_ARG_FILENAME_ARRAY;
    }
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, own, NULL);
  /* Without options of its own, whatever follows the first argument is an argument: a value may be "-5". */
  g_option_context_set_strict_posix (context, self->n_options == 0);
  if (!g_option_context_parse_strv (context, &copy, error))
    return NULL;

  if (!self->help && (!check_options (self, error) || !check_arguments (self, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tvx_cli_call_free:
 * @self: a call
 *
 * Frees a call.
 */
void
tvx_cli_call_free (TvxCliCall *self)
{
  for (guint i = 0; i < self->n_options; i++)
    {
      if (self->command->options[i].arg == G_OPTION_ARG_STRING_ARRAY)
        g_strfreev (self->values[i].texts);
      else if (self->command->options[i].arg != G_OPTION_ARG_NONE)
        g_free (self->values[i].text);
    }
  g_free (self->values);
  g_strfreev (self->arguments);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->advice);
  g_free (self);
}

/**
 * tvx_cli_call_wants_help:
 * @self: a call
 *
 * Returns: whether `--help` was given; the arguments are then not to be relied on
 */
gboolean
tvx_cli_call_wants_help (TvxCliCall *self)
{
  return self->help;
}

/**
 * tvx_cli_call_get_text:
 * @self: a call
 * @position: which argument, counted from 0
 *
 * Returns: (nullable) (transfer none): the argument, in UTF-8; %NULL where it was left out
 */
const char *
tvx_cli_call_get_text (TvxCliCall *self,
                       guint       position)
{
  if (self->arguments == NULL || position >= g_strv_length (self->arguments))
    return NULL;
  return self->arguments[position];
}

/**
 * tvx_cli_call_dup_file:
 * @self: a call
 * @position: which argument, counted from 0: one that must be given
 *
 * Returns: (transfer full): the file or folder that the argument names
 */
GFile *
tvx_cli_call_dup_file (TvxCliCall *self,
                       guint       position)
{
  return g_file_new_for_path (tvx_cli_call_get_text (self, position));
}

/**
 * tvx_cli_call_get_flag:
 * @self: a call
 * @option: the long name of an option without a value
 *
 * Returns: whether it was given
 */
gboolean
tvx_cli_call_get_flag (TvxCliCall *self,
                       const char *option)
{
  return find_value (self, option)->flag;
}

/**
 * tvx_cli_call_get_option:
 * @self: a call
 * @option: the long name of an option with a value
 *
 * Returns: (nullable) (transfer none): the value, %NULL where it was not given
 */
const char *
tvx_cli_call_get_option (TvxCliCall *self,
                         const char *option)
{
  return find_value (self, option)->text;
}

/**
 * tvx_cli_call_get_options:
 * @self: a call
 * @option: the long name of an option that may be given several times
 *
 * Returns: (transfer none): the values, in the order in which they were given
 */
const char *const *
tvx_cli_call_get_options (TvxCliCall *self,
                          const char *option)
{
  static const char *const none[] = { NULL };
  char **texts = find_value (self, option)->texts;

  return texts != NULL ? (const char *const *) texts : none;
}

/**
 * tvx_cli_call_get_choice:
 * @self: a call
 * @option: the long name of an option with a value
 * @choices: the values that it may have, the first being the one that is meant where it was not given
 * @choice: (out): which of them it is
 * @error: return location for a [error@Tvx.CliError]
 *
 * Returns: whether it is one of them
 */
gboolean
tvx_cli_call_get_choice (TvxCliCall         *self,
                         const char         *option,
                         const char *const  *choices,
                         guint              *choice,
                         GError            **error)
{
  const char *value = tvx_cli_call_get_option (self, option);
  g_autofree char *all = NULL;

  *choice = 0;
  if (value == NULL)
    return TRUE;
  for (guint i = 0; choices[i] != NULL; i++)
    {
      if (g_str_equal (choices[i], value))
        {
          *choice = i;
          return TRUE;
        }
    }
  all = g_strjoinv (", ", (char **) choices);
  g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE,
               /* Translators: the name of an option, what was given for it, and what can be given. */
               _("--%s: “%s” is none of %s."), option, value, all);
  return FALSE;
}

/**
 * tvx_cli_call_add_problem:
 * @self: a call
 * @message: a sentence that names the file
 *
 * Notes something that did not stop the command, but that must be told and counts as a finding.
 */
void
tvx_cli_call_add_problem (TvxCliCall *self,
                          const char *message)
{
  g_ptr_array_add (self->problems, g_strdup (message));
}

/**
 * tvx_cli_call_add_advice:
 * @self: a call
 * @message: a sentence
 *
 * Notes what may help, where nothing is wrong.
 */
void
tvx_cli_call_add_advice (TvxCliCall *self,
                         const char *message)
{
  g_ptr_array_add (self->advice, g_strdup (message));
}

/**
 * tvx_cli_call_get_advice:
 * @self: a call
 *
 * Returns: (transfer none) (element-type utf8): what may help
 */
GPtrArray *
tvx_cli_call_get_advice (TvxCliCall *self)
{
  return self->advice;
}

/**
 * tvx_cli_call_get_problems:
 * @self: a call
 *
 * Returns: (transfer none) (element-type utf8): what was noted
 */
GPtrArray *
tvx_cli_call_get_problems (TvxCliCall *self)
{
  return self->problems;
}

/**
 * tvx_cli_call_set_found:
 * @self: a call
 *
 * Notes that the command looked for what is wrong, and found and printed something.
 */
void
tvx_cli_call_set_found (TvxCliCall *self)
{
  self->found = TRUE;
}

/**
 * tvx_cli_call_get_found:
 * @self: a call
 *
 * Returns: whether something was found
 */
gboolean
tvx_cli_call_get_found (TvxCliCall *self)
{
  return self->found;
}
