/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-pdf-file.h"
#include "report/tvx-report.h"

G_BEGIN_DECLS

guint tvx_pdf_metadata_write_info          (TvxReport  *report,
                                            TvxPdfFile *file);
guint tvx_pdf_metadata_write_xmp           (TvxReport  *report,
                                            TvxPdfFile *file);
guint tvx_pdf_metadata_write_output_intent (TvxPdfFile *file);
void  tvx_pdf_metadata_write_attachments   (TvxReport  *report,
                                            TvxPdfFile *file,
                                            GString    *catalog);

G_END_DECLS
