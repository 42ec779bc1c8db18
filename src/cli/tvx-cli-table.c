/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"

static const TvxCliCommand *const actions[] = {
  &tvx_cli_table_protect,
  &tvx_cli_table_certify,
  &tvx_cli_table_audit,
  NULL,
};

const TvxCliCommand tvx_cli_table = {
  .name = "table",
  .arguments = N_("ACTION"),
  .summary = N_("Protect small numbers in tables, and check that they are"),
  .actions = actions,
};
