/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tvx-summary.h"

G_BEGIN_DECLS

#define TVX_TYPE_HANDOVER_CARD (tvx_handover_card_get_type ())
G_DECLARE_FINAL_TYPE (TvxHandoverCard, tvx_handover_card, TVX, HANDOVER_CARD, AdwBin)

GtkWidget  *tvx_handover_card_new         (GtkListItem *item);

TvxSummary *tvx_handover_card_get_summary (TvxHandoverCard *self);

G_END_DECLS
