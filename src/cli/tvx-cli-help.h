/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/tvx-cli-command.h"

G_BEGIN_DECLS

void tvx_cli_print_overview (void);
void tvx_cli_print_help     (const TvxCliCommand *command);

G_END_DECLS
