/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <hb.h>

#include "report/tvx-pdf-file.h"

G_BEGIN_DECLS

/* A face as a PDF file holds it: the glyphs that the report uses, and what characters they stand for. */
typedef struct _TvxPdfFont TvxPdfFont;

TvxPdfFont     *tvx_pdf_font_new         (hb_face_t *face,
                                          guint      number);
void            tvx_pdf_font_free        (TvxPdfFont *self);
const char     *tvx_pdf_font_get_name    (TvxPdfFont *self);
gboolean        tvx_pdf_font_can_embed   (TvxPdfFont *self);
gboolean        tvx_pdf_font_use_glyph   (TvxPdfFont     *self,
                                          hb_codepoint_t  glyph,
                                          const char     *text,
                                          gsize           length);
double          tvx_pdf_font_get_advance (TvxPdfFont     *self,
                                          hb_codepoint_t  glyph);
hb_codepoint_t  tvx_pdf_font_get_space   (TvxPdfFont *self);
void            tvx_pdf_font_append_path (TvxPdfFont     *self,
                                          GString        *out,
                                          hb_codepoint_t  glyph,
                                          double          x,
                                          double          y,
                                          double          size);
guint           tvx_pdf_font_write       (TvxPdfFont *self,
                                          TvxPdfFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxPdfFont, tvx_pdf_font_free)

G_END_DECLS
