/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tvx-indicator.h"

G_BEGIN_DECLS

#define TVX_TYPE_INDICATOR_VIEW (tvx_indicator_view_get_type ())
G_DECLARE_FINAL_TYPE (TvxIndicatorView, tvx_indicator_view, TVX, INDICATOR_VIEW, AdwBin)

GtkWidget *tvx_indicator_view_new           (void);
void       tvx_indicator_view_set_indicator (TvxIndicatorView *self,
                                             TvxIndicator     *indicator);

G_END_DECLS
