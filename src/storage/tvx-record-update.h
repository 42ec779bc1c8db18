/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"

G_BEGIN_DECLS

gboolean tvx_record_update (TvxEditor  *editor,
                            TvxRecord  *record,
                            TvxRecord  *from,
                            GError    **error);

G_END_DECLS
