/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "report/tvx-pages.h"

G_BEGIN_DECLS

void  tvx_pages_paint    (TvxPages *self,
                          guint     page,
                          cairo_t  *cr);
char *tvx_pages_dup_text (TvxPages *self,
                          guint     page);

G_END_DECLS
