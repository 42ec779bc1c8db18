/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"

G_BEGIN_DECLS

#define TVX_TYPE_CHECKLIST_ITEM (tvx_checklist_item_get_type ())
G_DECLARE_FINAL_TYPE (TvxChecklistItem, tvx_checklist_item, TVX, CHECKLIST_ITEM, TvxRecord)

gboolean tvx_checklist_item_is_answered (TvxChecklistItem *self);
gboolean tvx_checklist_item_answer      (TvxChecklistItem  *self,
                                         TvxEditor         *editor,
                                         const char        *state,
                                         const char        *on,
                                         const char        *person,
                                         const char        *reason,
                                         GError           **error);

G_END_DECLS
