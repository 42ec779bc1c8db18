/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-doc-node.h"
#include "report/tvx-pages.h"

G_BEGIN_DECLS

/* One line of a text: what to paint, from its upper left corner. */
typedef struct
{
  double  width; /* of the ink and spaces, without the empty rest */
  double  height;
  GArray *items; /* TvxItem */
} TvxLine;

typedef enum
{
  TVX_SIDE_START,
  TVX_SIDE_MIDDLE,
  TVX_SIDE_END,
} TvxSide;

void       tvx_line_free                 (TvxLine *self);
GPtrArray *tvx_layout_text_break         (TvxPages           *pages,
                                          TvxDocNode         *node,
                                          const TvxTextStyle *style,
                                          double              width,
                                          TvxSide             side,
                                          TvxTag             *tag);
TvxLine   *tvx_layout_text_line          (TvxPages           *pages,
                                          const char         *text,
                                          const TvxTextStyle *style,
                                          double              width,
                                          TvxSide             side,
                                          TvxTag             *tag,
                                          TvxArtifact         artifact);
GPtrArray *tvx_layout_text_break_text    (TvxPages           *pages,
                                          const char         *text,
                                          const TvxTextStyle *style,
                                          double              width,
                                          TvxTag             *tag);
GPtrArray *tvx_layout_text_break_caption (TvxPages           *pages,
                                          TvxDocNode         *node,
                                          const TvxTextStyle *style,
                                          double              width,
                                          TvxTag             *tag);
void       tvx_layout_text_measure       (TvxPages           *pages,
                                          TvxDocNode         *node,
                                          const TvxTextStyle *style,
                                          double             *least,
                                          double             *natural);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxLine, tvx_line_free)

G_END_DECLS
