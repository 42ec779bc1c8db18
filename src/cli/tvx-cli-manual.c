/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The manual page, in the macros that man(7) of groff describes. It is made when the program is built, from the same
 * table of commands as help, and in each language whatever that of the build is. */

#include "cli/tvx-cli-manual.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-output.h"

/* What stands at the left of a list, and what it means: a message to be translated. */
typedef struct
{
  const char *term;
  const char *meaning;
} Line;

static const Line statuses[] = {
  { "0", N_("All is good.") },
  { "1", N_("Something was found, as by check, or what was asked for was refused.") },
  { "2", N_("The command line was not understood.") },
  { "3", N_("A file could not be read or written.") },
};

static const Line examples[] = {
  { "tillvaxt-cli sample Sample", N_("Make a register to try things with:") },
  { "tillvaxt-cli list Sample --where lifecycle=completed --format csv", N_("List its completed projects, for a spreadsheet:") },
  { "tillvaxt-cli set Sample \"Kompetensarena Stockholm\" goals[0].assessment reachable",
    N_("Say that the first goal of a project can be reached:") },
  { "tillvaxt-cli check Sample --publish", N_("See what is missing before its projects can be published:") },
  { "tillvaxt-cli report Sample --format pdf --output Sample.pdf", N_("Write a report of all its projects:") },
};

/* Text as it is: hyphens and backslashes are themselves, and a line is not taken for a macro. */
static char *
escape (const char *text)
{
  g_autoptr (GString) escaped = g_string_new (text);

  g_string_replace (escaped, "\\", "\\e", 0);
  g_string_replace (escaped, "-", "\\-", 0);
  if (g_str_has_prefix (escaped->str, ".") || g_str_has_prefix (escaped->str, "'"))
    g_string_prepend (escaped, "\\&");
  return g_string_free_and_steal (g_steal_pointer (&escaped));
}

static void
print_line (const char *text)
{
  g_autofree char *escaped = escape (text);

  tvx_cli_print ("%s\n", escaped);
}

static void
print_heading (const TvxCatalog *catalog,
               const char       *title)
{
  g_autofree char *upper = g_utf8_strup (tvx_catalog_translate (catalog, title), -1);

  tvx_cli_print (".SH %s\n", upper);
}

static void
print_list (const TvxCatalog *catalog,
            const Line       *lines,
            gsize             n_lines)
{
  for (gsize i = 0; i < n_lines; i++)
    {
      tvx_cli_print (".TP\n");
      print_line (lines[i].term);
      print_line (tvx_catalog_translate (catalog, lines[i].meaning));
    }
}

/* The lines of a paragraph flow into each other; those that are indented stand as they are. */
static void
print_details (const char *details)
{
  g_auto (GStrv) lines = g_strsplit (details, "\n", -1);
  gboolean within = FALSE;

  tvx_cli_print (".PP\n");
  for (char **line = lines; *line != NULL; line++)
    {
      gboolean indented = **line == ' ';

      if (indented != within)
        tvx_cli_print (indented ? ".PP\n.nf\n" : ".fi\n.PP\n");
      within = indented;
      print_line (*line);
    }
  if (within)
    tvx_cli_print (".fi\n");
}

static void
print_option (const TvxCatalog *catalog,
              char              short_name,
              const char       *long_name,
              const char       *argument,
              const char       *description)
{
  g_autofree char *name = escape (long_name);

  tvx_cli_print (".TP\n");
  if (short_name != '\0')
    tvx_cli_print ("\\fB\\-%c\\fR, ", short_name);
  tvx_cli_print ("\\fB\\-\\-%s\\fR", name);
  if (argument != NULL)
    {
      g_autofree char *word = escape (tvx_catalog_translate (catalog, argument));

      tvx_cli_print (" \\fI%s\\fR", word);
    }
  tvx_cli_print ("\n");
  print_line (tvx_catalog_translate (catalog, description));
}

static void
print_command (const TvxCatalog    *catalog,
               const TvxCliCommand *command)
{
  g_autofree char *sentence = g_strconcat (tvx_catalog_translate (catalog, command->summary), ".", NULL);

  tvx_cli_print (".SS \"%s", command->name);
  if (command->options != NULL)
    tvx_cli_print (" %s", tvx_catalog_translate (catalog, N_("[OPTION]…")));
  if (*command->arguments != '\0')
    tvx_cli_print (" %s", tvx_catalog_translate (catalog, command->arguments));
  tvx_cli_print ("\"\n");
  print_line (sentence);
  if (command->details != NULL)
    print_details (tvx_catalog_translate (catalog, command->details));
  for (const GOptionEntry *option = command->options; option != NULL && option->long_name != NULL; option++)
    print_option (catalog, option->short_name, option->long_name,
                  option->arg != G_OPTION_ARG_NONE ? option->arg_description : NULL, option->description);
}

/**
 * tvx_cli_print_manual:
 * @catalog: the words of a language
 *
 * Prints the manual page.
 */
void
tvx_cli_print_manual (const TvxCatalog *catalog)
{
  /* No word is divided and no blanks are stretched: what is to be typed stands as it is typed. */
  tvx_cli_print (".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n"
                 ".nr HY 0\n.ds AD l\n.TH TILLVAXT\\-CLI 1 \"\" \"Tillväxt %s\" \"%s\"\n",
                 TVX_VERSION, tvx_catalog_translate (catalog, N_("Commands")));

  print_heading (catalog, N_("Name"));
  tvx_cli_print ("tillvaxt\\-cli \\- %s\n", tvx_catalog_translate (catalog, N_("keep a register of regional growth projects")));

  print_heading (catalog, N_("Synopsis"));
  tvx_cli_print ("\\fBtillvaxt\\-cli\\fR %s\n", tvx_catalog_translate (catalog, N_("COMMAND [ARGUMENT]…")));

  print_heading (catalog, N_("Description"));
  print_line (tvx_catalog_translate (catalog, N_("Keeps a register of regional growth projects in a folder of JSON files.")));
  print_line (tvx_catalog_translate (catalog, N_("The program tillvaxt shows and changes the same registers in windows.")));
  tvx_cli_print (".PP\n");
  print_line (tvx_catalog_translate (catalog, N_("DIR is the folder of a register. PROJECT is the id of a project, the start "
                                                  "of an id that no other project has, or an exact title.")));

  print_heading (catalog, N_("Commands"));
  for (guint i = 0; tvx_cli_commands[i] != NULL; i++)
    {
      const TvxCliCommand *const *actions = tvx_cli_commands[i]->actions;

      print_command (catalog, tvx_cli_commands[i]);
      for (guint j = 0; actions != NULL && actions[j] != NULL; j++)
        print_command (catalog, actions[j]);
    }

  print_heading (catalog, N_("Options"));
  print_option (catalog, 'h', "help", NULL, N_("Show help, also after a command"));
  print_option (catalog, '\0', "version", NULL, N_("Show the version"));

  print_heading (catalog, N_("Exit status"));
  print_list (catalog, statuses, G_N_ELEMENTS (statuses));

  print_heading (catalog, N_("Examples"));
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      tvx_cli_print (".PP\n");
      print_line (tvx_catalog_translate (catalog, examples[i].meaning));
      tvx_cli_print (".PP\n.RS\n.EX\n");
      print_line (examples[i].term);
      tvx_cli_print (".EE\n.RE\n");
    }
}
