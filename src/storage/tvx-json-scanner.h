/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tvx_json_scan     (GBytes      *bytes,
                            const char  *name,
                            guint        max_depth,
                            GError     **error);
char    *tvx_json_dup_nfc  (const char  *text);

G_END_DECLS
