/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"

G_BEGIN_DECLS

gboolean  tvx_breakdown_follow_axis   (TvxRecord  *table,
                                       TvxRecord  *axis,
                                       guint       from,
                                       guint       to,
                                       TvxEditor  *editor,
                                       char      **news,
                                       GError    **error);
gboolean  tvx_breakdown_follow_kind   (TvxRecord  *axis,
                                       GVariant   *value,
                                       TvxEditor  *editor,
                                       GError    **error);
char     *tvx_breakdown_translate_key (TvxRecord  *from,
                                       const char *key,
                                       TvxRecord  *to);

G_END_DECLS
