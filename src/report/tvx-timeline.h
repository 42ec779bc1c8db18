/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-catalog.h"
#include "report/tvx-doc-node.h"

G_BEGIN_DECLS

/**
 * TvxTimeline:
 *
 * A chart of when things begin and end.
 */
typedef struct _TvxTimeline TvxTimeline;

TvxTimeline *tvx_timeline_new       (const TvxCatalog *catalog,
                                     const char       *title,
                                     const char       *sentence,
                                     const char       *today);
void         tvx_timeline_free      (TvxTimeline *self);
gboolean     tvx_timeline_add       (TvxTimeline *self,
                                     const char  *label,
                                     const char  *from,
                                     const char  *to);
TvxDrawing  *tvx_timeline_draw_head (TvxTimeline *self,
                                     double       width);
TvxDrawing  *tvx_timeline_draw_row  (TvxTimeline *self,
                                     guint        row,
                                     double       width);
void         tvx_doc_add_timeline   (TvxDocNode  *parent,
                                     TvxTimeline *timeline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxTimeline, tvx_timeline_free)

G_END_DECLS
