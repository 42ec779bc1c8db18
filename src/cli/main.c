/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-error.h"
#include "cli/tvx-cli-help.h"
#include "cli/tvx-cli-output.h"
#include "storage/tvx-storage-error.h"

#define PROGRAM "tillvaxt-cli"

/* The exit status, as help tells it. */
typedef enum
{
  STATUS_GOOD,
  STATUS_FINDINGS,
  STATUS_USAGE,
  STATUS_FILE_TROUBLE,
} Status;

static void
print_problem (const char *message)
{
  g_autofree char *clean = tvx_cli_clean (message);

  fprintf (stderr, PROGRAM ": %s\n", clean);
}

/* A file that can be read but says something wrong is refused data; one that cannot is file trouble. */
static Status
get_storage_status (TvxStorageError code)
{
  switch (code)
    {
    case TVX_STORAGE_ERROR_NOT_FOUND:
    case TVX_STORAGE_ERROR_UNREACHABLE:
    case TVX_STORAGE_ERROR_EXISTS:
    case TVX_STORAGE_ERROR_ACCESS:
    case TVX_STORAGE_ERROR_FILE_TYPE:
    case TVX_STORAGE_ERROR_CHANGED:
    case TVX_STORAGE_ERROR_FULL:
    case TVX_STORAGE_ERROR_FAILED:
      return STATUS_FILE_TROUBLE;
    case TVX_STORAGE_ERROR_SYNTAX:
    case TVX_STORAGE_ERROR_TOO_LARGE:
    case TVX_STORAGE_ERROR_FORMAT:
    case TVX_STORAGE_ERROR_ID:
    default:
      return STATUS_FINDINGS;
    }
}

static Status
get_status (const GError *error)
{
  if (error->domain == G_OPTION_ERROR || g_error_matches (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE))
    return STATUS_USAGE;
  if (error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR)
    return STATUS_FILE_TROUBLE;
  return error->domain == TVX_STORAGE_ERROR ? get_storage_status (error->code) : STATUS_FINDINGS;
}

static gboolean
run_command (const TvxCliCommand  *command,
             const char *const    *argv,
             gboolean             *found,
             GError              **error)
{
  g_autoptr (TvxCliCall) call = tvx_cli_call_new (command, argv, error);
  GPtrArray *problems, *advice;
  gboolean good;

  if (call == NULL)
    return FALSE;
  if (tvx_cli_call_wants_help (call))
    {
      tvx_cli_print_help (command);
      return TRUE;
    }
  good = command->run (call, error);

  problems = tvx_cli_call_get_problems (call);
  for (guint i = 0; i < problems->len; i++)
    print_problem (problems->pdata[i]);
  advice = tvx_cli_call_get_advice (call);
  for (guint i = 0; i < advice->len; i++)
    print_problem (advice->pdata[i]);
  *found = problems->len > 0 || tvx_cli_call_get_found (call);
  return good;
}

static gboolean
run (const char *const  *argv,
     gboolean           *found,
     GError            **error)
{
  const char *name = argv[0];
  const TvxCliCommand *command;

  if (name == NULL)
    {
      g_set_error_literal (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("Which command?"));
      return FALSE;
    }
  if (g_str_equal (name, "--version"))
    {
      tvx_cli_print (PROGRAM " %s\n", TVX_VERSION);
      return TRUE;
    }
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h"))
    {
      tvx_cli_print_overview ();
      return TRUE;
    }
  command = tvx_cli_command_find (&argv, error);
  return command != NULL && run_command (command, argv, found, error);
}

int
main (int   argc,
      char *argv[])
{
  const char *localedir = g_getenv ("TVX_LOCALEDIR");
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;
  Status status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : TVX_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_set_prgname (PROGRAM);

  if (run ((const char *const *) &argv[argc > 0 ? 1 : 0], &found, &error))
    {
      status = found ? STATUS_FINDINGS : STATUS_GOOD;
    }
  else
    {
      print_problem (error->message);
      status = get_status (error);
    }
  if (status == STATUS_USAGE)
    fprintf (stderr, "%s\n", _("“tillvaxt-cli help” lists the commands, “tillvaxt-cli help COMMAND” tells how one is used."));
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      g_autofree char *message = g_strdup_printf (_("Standard output could not be written: %s."), g_strerror (errno));

      print_problem (message);
      status = STATUS_FILE_TROUBLE;
    }
  return (int) status;
}
