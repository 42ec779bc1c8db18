/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "report/tvx-doc-node.h"
#include "report/tvx-layout-text.h"
#include "report/tvx-pages.h"
#include "report/tvx-report.h"

G_BEGIN_DECLS

#define TVX_COLOR_INK 0x1B2733
#define TVX_COLOR_QUIET 0x4D5B68
#define TVX_COLOR_ACCENT 0x1A4F73
#define TVX_COLOR_LINE 0xCBD3DA

/* A4, with the text 22 mm from the edges at the sides. */
#define TVX_PAGE_WIDTH 595.28
#define TVX_PAGE_HEIGHT 841.89
#define TVX_MARGIN_SIDE 68.0
#define TVX_MARGIN_TOP 74.0
#define TVX_MARGIN_BOTTOM 78.0
#define TVX_BODY_WIDTH (TVX_PAGE_WIDTH - 2 * TVX_MARGIN_SIDE)
#define TVX_BODY_HEIGHT (TVX_PAGE_HEIGHT - TVX_MARGIN_TOP - TVX_MARGIN_BOTTOM)

/* The background of a notice. */
typedef struct
{
  guint32 bar;
  guint32 tint;
} TvxPanel;

/* A band across the page that is never cut.  A report becomes strips first, then the strips are dealt to pages. */
typedef struct
{
  double          space; /* above it; none at the top of a page */
  double          height;
  gboolean        keep; /* the next strip is on the same page */
  gboolean        draw; /* so it is, unless much of a page would be left empty for it */
  gboolean        starts_page;
  const TvxPanel *panel; /* (nullable): shared by the strips of one notice */
  int             head;              /* the first strip of the table's head, which is painted again on a new page, or -1 */
  guint           n_head;
  GArray         *items; /* TvxItem, from the upper left corner of the strip */

  /* Where it went. */
  guint           page;
  double          y;
  guint           first_moved; /* its items among those of the page */
  guint           n_moved;
} TvxStrip;

/* A line of the table of contents that waits for its page number. */
typedef struct
{
  guint   strip;
  guint   target;
  TvxTag *tag;
} TvxEntry;

typedef struct
{
  TvxReport    *report;
  GCancellable *cancellable;
  TvxPages     *pages;
  GPtrArray    *strips; /* TvxStrip */
  GPtrArray    *panels; /* TvxPanel */
  GArray       *entries;   /* TvxEntry */
  guint         title;       /* the first strip after the name of the authority */
  guint         contents;    /* the first strip of the table of contents, and the one after it */
  guint         contents_end;
  gboolean      is_leaflet;
  double        left;     /* from the left edge of the body */
  double        width;    /* what is left of the body */
  double        space;    /* that the next strip gets above it */
  TvxPanel     *panel; /* (nullable) */
} TvxLayout;

extern const TvxTextStyle tvx_style_body;
extern const TvxTextStyle tvx_style_strong;
extern const TvxTextStyle tvx_style_small;

TvxTag   *tvx_layout_add_tag       (TvxLayout  *self,
                                    TvxTag     *parent,
                                    TvxTagKind  kind,
                                    TvxDocNode *node);
TvxStrip *tvx_layout_add_strip     (TvxLayout *self,
                                    double     height);
void      tvx_layout_add_space     (TvxLayout *self,
                                    double     space);
void      tvx_layout_add_paragraph (TvxLayout  *self,
                                    TvxDocNode *paragraph,
                                    TvxTag     *parent);
void      tvx_layout_add_lines     (TvxLayout *self,
                                    GPtrArray *lines);
void      tvx_layout_add_facts     (TvxLayout  *self,
                                    TvxDocNode *facts,
                                    TvxTag     *parent);
void      tvx_layout_add_table     (TvxLayout  *self,
                                    TvxDocNode *table,
                                    TvxTag     *parent);
void      tvx_layout_add_figure    (TvxLayout  *self,
                                    TvxDocNode *figure,
                                    TvxTag     *parent);
void      tvx_strip_take_line      (TvxStrip *self,
                                    TvxLine  *line,
                                    double    x,
                                    double    y);
void      tvx_strip_add_rule       (TvxStrip *self,
                                    double    x,
                                    double    y,
                                    double    width,
                                    double    thickness,
                                    guint32   color);
guint     tvx_layout_keep_joined   (TvxLayout *self,
                                    guint      chain,
                                    guint      first);
void      tvx_layout_paginate      (TvxLayout *self);

G_END_DECLS
