/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tvx_pdf_append_integer   (GString *out,
                               guint64  number);
void tvx_pdf_append_number    (GString *out,
                               double   number);
void tvx_pdf_append_reference (GString *out,
                               guint    id);
void tvx_pdf_append_hex       (GString *out,
                               guint16  number);
void tvx_pdf_append_text      (GString    *out,
                               const char *text);
void tvx_pdf_append_name      (GString    *out,
                               const char *name);
void tvx_pdf_append_ascii     (GString    *out,
                               const char *text);

G_END_DECLS
