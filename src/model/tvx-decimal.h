/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A measured value is kept as decimal text, as "12.5", and reckoned with in millionths: no binary fraction ever stands
 * between what was typed and what is shown. */
#define TVX_DECIMAL_ONE G_GINT64_CONSTANT (1000000)
#define TVX_DECIMAL_MAX (G_GINT64_CONSTANT (999999999) * TVX_DECIMAL_ONE)

gboolean  tvx_decimal_parse   (const char *text,
                               gint64     *millionths);
gboolean  tvx_decimal_read    (const char *typed,
                               gint64     *millionths);
char     *tvx_decimal_to_text (gint64 millionths);

G_END_DECLS
