/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"

G_BEGIN_DECLS

#define TVX_TYPE_FOUR_R (tvx_four_r_get_type ())
G_DECLARE_FINAL_TYPE (TvxFourR, tvx_four_r, TVX, FOUR_R, TvxRecord)

TvxRecord *tvx_four_r_create_goal (TvxFourR   *self,
                                   TvxEditor  *editor,
                                   GError    **error);

G_END_DECLS
