/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-change.h"

G_BEGIN_DECLS

GPtrArray *tvx_history_file_load      (const char  *path,
                                       const char  *name,
                                       GType        type,
                                       GPtrArray   *problems,
                                       GError     **error);
GVariant  *tvx_history_file_load_last (const char *path);
GVariant  *tvx_history_file_make_line (TvxChange  *change,
                                       const char *time,
                                       const char *who);
gboolean   tvx_history_file_append    (const char  *path,
                                       const char  *name,
                                       GPtrArray   *lines,
                                       const char  *base,
                                       const char  *revision,
                                       GError     **error);

G_END_DECLS
