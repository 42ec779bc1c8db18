/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"
#include "model/tvx-project.h"

G_BEGIN_DECLS

gboolean tvx_category_merge       (TvxProject  *project,
                                   TvxEditor   *editor,
                                   const char  *axis,
                                   const char  *first,
                                   const char  *second,
                                   GError     **error);

gboolean tvx_category_follow_code (TvxRecord  *category,
                                   GVariant   *value,
                                   TvxEditor  *editor,
                                   GError    **error);

G_END_DECLS
