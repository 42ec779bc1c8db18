/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"
#include "model/tvx-table-axis.h"

G_BEGIN_DECLS

#define TVX_TYPE_SUBREGION (tvx_subregion_get_type ())
G_DECLARE_FINAL_TYPE (TvxSubregion, tvx_subregion, TVX, SUBREGION, TvxRecord)

void tvx_subregion_add_to (TvxSubregion *self,
                           TvxTableAxis *axis);

G_END_DECLS
