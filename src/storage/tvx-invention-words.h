/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GVariant   *tvx_words_get         (GVariant   *tree,
                                   const char *name);
GVariant   *tvx_words_get_item    (GVariant *list,
                                   gsize     position);
const char *tvx_words_get_text    (GVariant   *tree,
                                   const char *name);
const char *tvx_words_get_text_at (GVariant *list,
                                   gsize     position);
char       *tvx_words_put_place   (const char *text,
                                   const char *place);

G_END_DECLS
