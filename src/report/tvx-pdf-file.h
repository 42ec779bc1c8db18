/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "report/tvx-pdf-syntax.h"

G_BEGIN_DECLS

/* Objects of a PDF file and where they lie in it.  An error of the output is kept until the file is finished. */
typedef struct _TvxPdfFile TvxPdfFile;

TvxPdfFile *tvx_pdf_file_new          (GOutputStream *stream,
                                       GCancellable  *cancellable);
void        tvx_pdf_file_free         (TvxPdfFile *self);
guint       tvx_pdf_file_allocate     (TvxPdfFile *self);
void        tvx_pdf_file_write_object (TvxPdfFile *self,
                                       guint       id,
                                       const char *object);
void        tvx_pdf_file_write_stream (TvxPdfFile *self,
                                       guint       id,
                                       const char *entries,
                                       const void *data,
                                       gsize       size,
                                       gboolean    compress);
gboolean    tvx_pdf_file_finish       (TvxPdfFile  *self,
                                       guint        catalog,
                                       guint        info,
                                       GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxPdfFile, tvx_pdf_file_free)

G_END_DECLS
