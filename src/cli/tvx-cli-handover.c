/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"

static const TvxCliCommand *const actions[] = {
  &tvx_cli_handover_status,
  &tvx_cli_handover_step,
  &tvx_cli_handover_check,
  &tvx_cli_handover_package,
  &tvx_cli_handover_receive,
  &tvx_cli_handover_receipt,
  NULL,
};

const TvxCliCommand tvx_cli_handover = {
  .name = "handover",
  .arguments = N_("ACTION"),
  .summary = N_("Hand over projects from one authority to the next"),
  .actions = actions,
};
