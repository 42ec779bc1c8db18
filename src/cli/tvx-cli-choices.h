/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/tvx-cli-call.h"

G_BEGIN_DECLS

gboolean   tvx_cli_read_language (TvxCliCall  *call,
                                  const char **language,
                                  GError     **error);
GDateTime *tvx_cli_read_date     (TvxCliCall  *call,
                                  GError     **error);

G_END_DECLS
