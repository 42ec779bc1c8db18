/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A piece of a text that stays on one line, though there is a dash in it. */
typedef struct
{
  const char *start;
  const char *dash;
  const char *after; /* what comes after the dash */
  const char *end;
} TvxTextWhole;

char     *tvx_text_clean       (const char *text);
char     *tvx_text_clean_lines (const char *text);
gboolean  tvx_text_find_whole  (const char   *text,
                                TvxTextWhole *whole);

G_END_DECLS
