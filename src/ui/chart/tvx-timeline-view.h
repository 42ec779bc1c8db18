/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TVX_TYPE_TIMELINE_VIEW (tvx_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (TvxTimelineView, tvx_timeline_view, TVX, TIMELINE_VIEW, AdwBin)

GtkWidget *tvx_timeline_view_new          (void);
void       tvx_timeline_view_set_projects (TvxTimelineView *self,
                                           GPtrArray       *summaries);

G_END_DECLS
