/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tvx_text_clean       (const char *text);
char *tvx_text_clean_lines (const char *text);

G_END_DECLS
