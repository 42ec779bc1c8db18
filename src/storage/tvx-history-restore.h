/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"
#include "storage/tvx-history-entry.h"

G_BEGIN_DECLS

gboolean tvx_history_restore_can (TvxHistoryEntry *entry,
                                  TvxRecord       *root,
                                  gboolean         earlier);
gboolean tvx_history_restore     (TvxHistoryEntry  *entry,
                                  TvxEditor        *editor,
                                  TvxRecord        *root,
                                  gboolean          earlier,
                                  GError          **error);

G_END_DECLS
