/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tvx_normalize            (const char     *text,
                                GNormalizeMode  mode);
char *tvx_normalize_nfc        (const char *text);
char *tvx_normalize_for_search (const char *text);

G_END_DECLS
