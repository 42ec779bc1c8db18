/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"

G_BEGIN_DECLS

gboolean tvx_handover_has_item       (GListModel *checklist,
                                      const char *title);
gboolean tvx_handover_lacks_items    (TvxRecord *project,
                                      TvxRecord *reg);
gboolean tvx_handover_fill_checklist (TvxEditor  *editor,
                                      TvxRecord  *project,
                                      GError    **error);

G_END_DECLS
