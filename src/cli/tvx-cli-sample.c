/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-error.h"
#include "storage/tvx-sample.h"

#define MAX_SIZE 100000

static const GOptionEntry options[] = {
  { "size", 0, 0, G_OPTION_ARG_STRING, NULL, N_("So many invented projects instead, for demonstrations and measuring"),
    N_("N") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  g_autoptr (GFile) folder = tvx_cli_call_dup_file (call, 0);
  const char *size = tvx_cli_call_get_option (call, "size");
  guint64 n_projects;

  if (size == NULL)
    return tvx_sample_write (folder, NULL, error);
  if (!g_ascii_string_to_unsigned (size, 10, 1, MAX_SIZE, &n_projects, NULL))
    {
      g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("--size takes a number from 1 to %d, not “%s”."), MAX_SIZE,
                   size);
      return FALSE;
    }
  return tvx_sample_write_invented (folder, (guint) n_projects, NULL, NULL, NULL, error);
}

const TvxCliCommand tvx_cli_sample = {
  .name = "sample",
  .arguments = N_("DIR"),
  .summary = N_("Make a register of three real projects, to try things with"),
  .options = options,
  .run = run,
};
