/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-pages.h"
#include "report/tvx-pdf-font.h"

G_BEGIN_DECLS

void tvx_pdf_text_append (GString       *out,
                          TvxPdfFont    *font,
                          const TvxItem *item,
                          double         page_height);

G_END_DECLS
