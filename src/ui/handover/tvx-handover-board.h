/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TVX_TYPE_HANDOVER_BOARD (tvx_handover_board_get_type ())
G_DECLARE_FINAL_TYPE (TvxHandoverBoard, tvx_handover_board, TVX, HANDOVER_BOARD, AdwBin)

void tvx_handover_board_set_summaries (TvxHandoverBoard *self,
                                       GListModel       *summaries);

G_END_DECLS
