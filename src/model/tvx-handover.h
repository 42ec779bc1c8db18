/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_HANDOVER (tvx_handover_get_type ())
G_DECLARE_FINAL_TYPE (TvxHandover, tvx_handover, TVX, HANDOVER, TvxRecord)

const char *tvx_handover_get_state    (TvxHandover *self);
gboolean    tvx_handover_is_effective (TvxHandover *self,
                                       const char  *today);

G_END_DECLS
