/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/tvx-protected-tables.h"

G_BEGIN_DECLS

#define TVX_TYPE_ROUNDING_GROUP (tvx_rounding_group_get_type ())
G_DECLARE_FINAL_TYPE (TvxRoundingGroup, tvx_rounding_group, TVX, ROUNDING_GROUP, AdwPreferencesGroup)

void     tvx_rounding_group_update      (TvxRoundingGroup   *self,
                                         TvxProtectedTables *tables,
                                         gboolean            refused);
gboolean tvx_rounding_group_get_rounded (TvxRoundingGroup *self);
void     tvx_rounding_group_round       (TvxRoundingGroup *self);

G_END_DECLS
