/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_HANDOVER_STEP (tvx_handover_step_get_type ())
G_DECLARE_FINAL_TYPE (TvxHandoverStep, tvx_handover_step, TVX, HANDOVER_STEP, TvxRecord)

G_END_DECLS
