/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-pages.h"
#include "report/tvx-pdf-file.h"

G_BEGIN_DECLS

/* The structure tree of a PDF file: what each piece of the pages is. */
typedef struct _TvxPdfStructure TvxPdfStructure;

TvxPdfStructure *tvx_pdf_structure_new            (TvxPages    *pages,
                                                   const guint *page_ids);
void             tvx_pdf_structure_free           (TvxPdfStructure *self);
const char      *tvx_pdf_structure_get_role       (TvxTag *tag,
                                                   char    buffer[3]);
guint            tvx_pdf_structure_add_content    (TvxPdfStructure *self,
                                                   TvxTag          *tag,
                                                   guint            page);
guint            tvx_pdf_structure_add_annotation (TvxPdfStructure *self,
                                                   TvxTag          *tag,
                                                   guint            page,
                                                   guint            annotation);
guint            tvx_pdf_structure_write          (TvxPdfStructure *self,
                                                   TvxPdfFile      *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxPdfStructure, tvx_pdf_structure_free)

G_END_DECLS
