/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/tvx-cli-error.h"

G_DEFINE_QUARK (tvx-cli-error-quark, tvx_cli_error)
