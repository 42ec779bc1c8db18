/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GVariant *tvx_json_schema_for (GType type);

G_END_DECLS
