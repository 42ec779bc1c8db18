/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tvx_normalize (const char     *text,
                     GNormalizeMode  mode);

G_END_DECLS
