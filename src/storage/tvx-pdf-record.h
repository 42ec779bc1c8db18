/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean  tvx_pdf_record_is_pdf  (GBytes *bytes);
GBytes   *tvx_pdf_record_extract (GBytes      *bytes,
                                  const char  *name,
                                  gsize        max_size,
                                  GError     **error);

G_END_DECLS
