/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-doc-node.h"

G_BEGIN_DECLS

/* The writers of this layer read nodes directly; everyone else goes through the functions of tvx-doc-node.h. */
struct _TvxDocNode
{
  TvxDocKind  kind;
  TvxDocNode *parent;
  TvxDocNode *first;
  TvxDocNode *last;
  TvxDocNode *next;

  guint       id;               /* of a section, table or figure: unique in the document; else 0 */
  char       *text;             /* of a text; title of a notice; label of a fact; caption of a table or figure */
  char       *language;         /* (nullable): when it differs from what surrounds the node */
  char       *caption_language; /* (nullable): of a table or figure: the same of its caption alone */
  gsize       caption_foreign;  /* how many bytes of it, from its start, are in that language */
  gboolean    joined;        /* of a block: it is on one page with the next one, where both fit on one */
  gboolean    drawn_to_next; /* of a block: so it is, unless much of a page would be left empty for it */

  union
  {
    guint n_ids;             /* document: how many ids are taken */
    gboolean starts_page;    /* section */
    guint level;             /* heading: 2 to 6, the title of the document being 1 */
    guint levels;            /* contents: how many it lists */
    TvxDocListKind list;     /* list */
    TvxDocNoticeKind notice; /* notice */
    TvxDocTone tone;         /* strong */
    struct
    {
      GArray *columns; /* TvxDocAlign of each */
      GArray *filled;  /* guint: how many rows of each column have been filled */
      guint n_rows;
    } table;
    struct
    {
      gboolean is_head;
      guint index;
    } row;
    struct
    {
      gboolean is_head;
      guint column; /* the first that it covers */
      guint columns;
      guint rows;
    } cell;
    struct
    {
      char *alternative;
      TvxDrawing *drawing;
    } figure;
    struct
    {
      char *uri;          /* (nullable) */
      TvxDocNode *target; /* (nullable): one of the two is set */
    } link;
  };
};

TvxDocNode *tvx_doc_node_new_root         (void);
void        tvx_doc_node_free             (TvxDocNode *self);
gboolean    tvx_doc_node_is_inline        (TvxDocNode *self);
TvxDocNode *tvx_doc_node_find_root        (TvxDocNode *self);
char       *tvx_doc_node_dup_plain        (TvxDocNode *self);
gboolean    tvx_doc_table_is_named        (TvxDocNode *table);
gboolean    tvx_doc_node_can_append       (TvxDocNode *parent,
                                           TvxDocKind  kind);
TvxDocNode *tvx_doc_node_append           (TvxDocNode *parent,
                                           TvxDocKind  kind);
TvxDocNode *tvx_doc_node_append_target    (TvxDocNode *parent,
                                           TvxDocKind  kind);
TvxDocNode *tvx_doc_node_append_with_text (TvxDocNode *parent,
                                           TvxDocKind  kind,
                                           const char *text);

G_END_DECLS
