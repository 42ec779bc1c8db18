/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-drawing.h"

G_BEGIN_DECLS

void tvx_html_append_drawing (GString    *out,
                              TvxDrawing *drawing,
                              const char *alternative);

G_END_DECLS
