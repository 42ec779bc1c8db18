/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_DECISION (tvx_decision_get_type ())
G_DECLARE_FINAL_TYPE (TvxDecision, tvx_decision, TVX, DECISION, TvxRecord)

G_END_DECLS
