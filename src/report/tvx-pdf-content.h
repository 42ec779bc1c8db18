/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-pages.h"
#include "report/tvx-pdf-file.h"
#include "report/tvx-pdf-structure.h"

G_BEGIN_DECLS

/* Turns pages into the content streams of a PDF file and collects the fonts that they use. */
typedef struct _TvxPdfContent TvxPdfContent;

TvxPdfContent *tvx_pdf_content_new         (TvxPages        *pages,
                                            TvxPdfStructure *structure);
void           tvx_pdf_content_free        (TvxPdfContent *self);
char          *tvx_pdf_content_make        (TvxPdfContent *self,
                                            guint          page);
void           tvx_pdf_content_write_fonts (TvxPdfContent *self,
                                            TvxPdfFile    *file,
                                            GString       *resources);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxPdfContent, tvx_pdf_content_free)

G_END_DECLS
