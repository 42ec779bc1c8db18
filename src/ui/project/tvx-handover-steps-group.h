/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_HANDOVER_STEPS_GROUP (tvx_handover_steps_group_get_type ())
G_DECLARE_FINAL_TYPE (TvxHandoverStepsGroup, tvx_handover_steps_group, TVX, HANDOVER_STEPS_GROUP, AdwPreferencesGroup)

void tvx_handover_steps_group_show (TvxHandoverStepsGroup *self,
                                    TvxWorkspace          *workspace,
                                    TvxProject            *project);

G_END_DECLS
