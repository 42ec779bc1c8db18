/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_SAVE_INDICATOR (tvx_save_indicator_get_type ())
G_DECLARE_FINAL_TYPE (TvxSaveIndicator, tvx_save_indicator, TVX, SAVE_INDICATOR, AdwBin)

void tvx_save_indicator_set_workspace (TvxSaveIndicator *self,
                                       TvxWorkspace     *workspace);

G_END_DECLS
