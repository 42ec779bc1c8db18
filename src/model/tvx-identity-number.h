/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  tvx_check_organisation_number     (const char  *text,
                                             GError     **error);
char     *tvx_normalize_organisation_number (const char *text);
char     *tvx_find_personal_number          (const char *text);

G_END_DECLS
