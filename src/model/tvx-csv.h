/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tvx_csv_append_text  (GString    *csv,
                           const char *text);
void tvx_csv_append_value (GString  *csv,
                           GVariant *value);

G_END_DECLS
