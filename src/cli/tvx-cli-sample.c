/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "storage/tvx-sample.h"

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  g_autoptr (GFile) folder = tvx_cli_call_dup_file (call, 0);

  return tvx_sample_write (folder, NULL, error);
}

const TvxCliCommand tvx_cli_sample = {
  .name = "sample",
  .arguments = N_("DIR"),
  .summary = N_("Make a register of three real projects, to try things with"),
  .run = run,
};
