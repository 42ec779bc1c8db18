/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *tvx_tsv_parse       (const char *text);
void       tvx_tsv_append_cell (GString    *line,
                                const char *text,
                                gboolean    first);

G_END_DECLS
