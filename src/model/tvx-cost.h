/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_COST (tvx_cost_get_type ())
G_DECLARE_FINAL_TYPE (TvxCost, tvx_cost, TVX, COST, TvxRecord)

G_END_DECLS
