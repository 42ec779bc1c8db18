/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-text-flow.h"

G_BEGIN_DECLS

/* How a text looks: sizes in points. */
typedef struct
{
  double   size;
  double   leading; /* from one base line to the next */
  guint32  color;
  gboolean is_bold;
} TvxTextStyle;

/* Glyphs of one face, next to each other. */
typedef struct
{
  PangoGlyphItem *glyphs;
  char           *text; /* the characters that they show */
  double          x;   /* from the start of the line, in points */
  double          width;
  gboolean        is_colored; /* else it has the colour of the style */
  guint32         color;
} TvxRun;

/* A line of a text, its runs in the order in which they are read. */
typedef struct
{
  GArray   *runs; /* TvxRun */
  double    width;
  gboolean  is_rtl;
} TvxSetLine;

typedef struct _TvxTypesetter TvxTypesetter;

TvxTypesetter *tvx_typesetter_new     (PangoContext *context);
void           tvx_typesetter_free    (TvxTypesetter *self);
GArray        *tvx_typesetter_break   (TvxTypesetter      *self,
                                       const TvxTextFlow  *flow,
                                       const TvxTextStyle *style,
                                       double              width);
GArray        *tvx_typesetter_cut     (TvxTypesetter      *self,
                                       const TvxTextFlow  *flow,
                                       const TvxTextStyle *style,
                                       double              width);
void           tvx_typesetter_measure (TvxTypesetter      *self,
                                       const TvxTextFlow  *flow,
                                       const TvxTextStyle *style,
                                       double             *least,
                                       double             *natural);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxTypesetter, tvx_typesetter_free)

G_END_DECLS
