/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_GOAL (tvx_goal_get_type ())
G_DECLARE_FINAL_TYPE (TvxGoal, tvx_goal, TVX, GOAL, TvxRecord)

G_END_DECLS
