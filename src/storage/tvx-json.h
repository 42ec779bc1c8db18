/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How deep objects and lists of a file may be nested. A GVariant holds 128 levels of its own, three for each of these. */
#define TVX_JSON_MAX_DEPTH 32

/* What wraps whole records, as a line of the history or an exchange file, is that much deeper. */
#define TVX_JSON_MAX_DEPTH_WRAPPED (TVX_JSON_MAX_DEPTH + 4)

GVariant *tvx_json_parse         (GBytes      *bytes,
                                  const char  *name,
                                  GError     **error);
GVariant *tvx_json_parse_wrapped (GBytes      *bytes,
                                  const char  *name,
                                  GError     **error);
char     *tvx_json_write         (GVariant *value);
char     *tvx_json_write_line    (GVariant *value);

G_END_DECLS
