/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-drawing.h"
#include "report/tvx-typesetter.h"

G_BEGIN_DECLS

/* Pages as a list of things to paint and the structure they belong to.  The screen, a printer and a PDF file paint the
 * same pages; only the PDF writer asks for the structure.  All lengths are in points, from the upper left corner. */

typedef enum
{
  TVX_TAG_DOCUMENT,
  TVX_TAG_SECTION,
  TVX_TAG_HEADING,
  TVX_TAG_PARAGRAPH,
  TVX_TAG_NOTICE,
  TVX_TAG_LIST,
  TVX_TAG_ITEM,
  TVX_TAG_LABEL,
  TVX_TAG_BODY,
  TVX_TAG_TABLE,
  TVX_TAG_CAPTION,
  TVX_TAG_TABLE_HEAD,
  TVX_TAG_TABLE_BODY,
  TVX_TAG_ROW,
  TVX_TAG_HEAD_CELL,
  TVX_TAG_CELL,
  TVX_TAG_FIGURE,
  TVX_TAG_CONTENTS,
  TVX_TAG_ENTRY,
  TVX_TAG_REFERENCE,
  TVX_TAG_LINK,
  TVX_TAG_SPAN,
} TvxTagKind;

typedef enum
{
  TVX_ARTIFACT_LAYOUT,     /* rules and backgrounds */
  TVX_ARTIFACT_PAGINATION, /* the head of a table once more */
  TVX_ARTIFACT_HEADER,
  TVX_ARTIFACT_FOOTER,
} TvxArtifact;

typedef struct _TvxTag TvxTag;

struct _TvxTag
{
  TvxTagKind  kind;
  TvxTag     *parent;
  guint       index;          /* in order of creation; children come after their parent */
  guint       level;          /* heading */
  gboolean    is_inline;   /* follows its parent's text where it is painted, not where it was made */
  gboolean    is_numbered; /* list */
  gboolean    is_row_head; /* head cell */
  guint       columns;        /* cell, 1 or more */
  guint       rows;
  char       *language; /* (nullable) */
  char       *text;     /* alternative of a figure, title of a heading, what a table shows, or what a link says */
  char       *uri;      /* link, (nullable) */
  guint       target;   /* link within the document: id of its target, or 0 */
  guint       page;     /* figure: the page it stands on, and where */
  double      x;
  double      y;
  double      width;
  double      height;
};

typedef enum
{
  TVX_ITEM_TEXT,
  TVX_ITEM_RECTANGLE,
  TVX_ITEM_LINE,
  TVX_ITEM_POLYGON,
  TVX_ITEM_LINK,      /* paints nothing: the area that can be clicked */
  TVX_ITEM_TARGET,    /* paints nothing: where a link or a bookmark leads */
} TvxItemKind;

typedef struct
{
  TvxItemKind   kind;
  TvxTag       *tag;          /* (nullable): what it belongs to; `NULL` when it is an artifact */
  TvxArtifact   artifact; /* when there is no tag */
  guint32       color;
  double        x; /* text: the start of the base line */
  double        y;
  double        width; /* line: how thick it is */
  double        height;
  const TvxRun *run; /* text: what it shows; the typesetter of the pages has it */
  TvxPoint     *points;  /* line and polygon */
  gsize         n_points;
  guint         target; /* target: its id */
} TvxItem;

typedef struct
{
  GArray *items; /* TvxItem, in the order they are painted */
} TvxPage;

/* A target that has a place in the outline of the document. */
typedef struct
{
  char  *title;
  guint  level; /* 1 is the title of the document */
  guint  target;
} TvxBookmark;

/* Where a target lies. */
typedef struct
{
  guint  page;
  double y;
} TvxPlace;

typedef struct
{
  double         width;
  double         height;
  TvxTypesetter *typesetter;
  GPtrArray     *pages;   /* TvxPage */
  GPtrArray     *tags;    /* TvxTag, the document first */
  GArray        *bookmarks;  /* TvxBookmark */
  GHashTable    *places; /* id of a target to TvxPlace */
} TvxPages;

TvxPages *tvx_pages_new        (TvxTypesetter *typesetter,
                                double         width,
                                double         height);
void      tvx_pages_free       (TvxPages *self);
TvxTag   *tvx_pages_add_tag    (TvxPages   *self,
                                TvxTag     *parent,
                                TvxTagKind  kind);
TvxPage  *tvx_pages_add_page   (TvxPages *self);
void      tvx_pages_clear_page (TvxPages *self,
                                guint     page);
GArray   *tvx_items_new        (void);
TvxItem   tvx_item_copy_moved  (const TvxItem *item,
                                double         x,
                                double         y);
void      tvx_item_move        (TvxItem *item,
                                double   x,
                                double   y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxPages, tvx_pages_free)

G_END_DECLS
