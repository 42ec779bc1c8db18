/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TvxCliError:
 * @TVX_CLI_ERROR_USAGE: the command line is not one that can be run
 * @TVX_CLI_ERROR_REFUSED: the register has nothing, or more than one thing, that fits what was asked for
 *
 * What can be wrong with a command line.
 */
typedef enum
{
  TVX_CLI_ERROR_USAGE,
  TVX_CLI_ERROR_REFUSED,
} TvxCliError;

#define TVX_CLI_ERROR (tvx_cli_error_quark ())
GQuark tvx_cli_error_quark (void);

G_END_DECLS
