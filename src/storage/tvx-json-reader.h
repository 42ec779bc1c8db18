/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GVariant *tvx_json_read (GBytes      *bytes,
                         const char  *name,
                         guint        max_depth,
                         GError     **error);

G_END_DECLS
