/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "report/tvx-doc-node.h"

G_BEGIN_DECLS

#define TVX_COLOR_LINK 0x1A4F73

/* A mark that sets some of the characters apart.  Marks are compared as bytes: the struct has no gaps. */
typedef struct
{
  guint          start; /* in bytes */
  guint          end;
  guint          type; /* PangoAttrType: its style, weight, foreground, language or breaks */
  guint          color;
  PangoLanguage *language;
} TvxTextMark;

/* A part of a text that is an element of its own: a link, or a passage in another language. */
typedef struct
{
  guint       start; /* in bytes */
  guint       end;
  TvxDocNode *link;     /* (nullable) */
  const char *language; /* (nullable) */
} TvxTextRange;

/* A text on its way from nodes to lines. */
typedef struct
{
  GString *text;
  GArray  *marks;  /* TvxTextMark, in the order in which they count */
  GArray  *ranges; /* TvxTextRange, inner ones before the outer */
  guint    word;     /* characters since the last place to break */
} TvxTextFlow;

TvxTextFlow *tvx_text_flow_new         (void);
void         tvx_text_flow_free        (TvxTextFlow *self);
void         tvx_text_flow_add_text    (TvxTextFlow *self,
                                        const char  *text);
void         tvx_text_flow_add_passage (TvxTextFlow *self,
                                        const char  *language,
                                        const char  *text);
void         tvx_text_flow_add_nodes   (TvxTextFlow *self,
                                        TvxDocNode  *parent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxTextFlow, tvx_text_flow_free)

G_END_DECLS
