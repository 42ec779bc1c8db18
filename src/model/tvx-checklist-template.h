/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"

G_BEGIN_DECLS

#define TVX_TYPE_CHECKLIST_TEMPLATE (tvx_checklist_template_get_type ())
G_DECLARE_FINAL_TYPE (TvxChecklistTemplate, tvx_checklist_template, TVX, CHECKLIST_TEMPLATE, TvxRecord)

gboolean tvx_checklist_template_add_standard (TvxEditor  *editor,
                                              TvxRecord  *reg,
                                              GError    **error);
gboolean tvx_checklist_template_is_standard  (const char *title);

G_END_DECLS
