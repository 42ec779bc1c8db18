/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-doc-node.h"

G_BEGIN_DECLS

/**
 * TvxDocEvent:
 * @TVX_DOC_EVENT_DONE: the walk is over
 * @TVX_DOC_EVENT_ENTER: a node, before what it holds
 * @TVX_DOC_EVENT_EXIT: a node, after what it holds
 *
 * A step of a walk.
 */
typedef enum
{
  TVX_DOC_EVENT_DONE,
  TVX_DOC_EVENT_ENTER,
  TVX_DOC_EVENT_EXIT,
} TvxDocEvent;

/**
 * TvxDocIter:
 *
 * A walk through a node and all it holds: every node is entered and left, also one that holds nothing.  It lives
 * on the stack.
 */
typedef struct
{
  /*< private >*/
  TvxDocNode  *root;
  TvxDocNode  *node;
  TvxDocEvent  event;
} TvxDocIter;

void        tvx_doc_iter_init (TvxDocIter *iter,
                               TvxDocNode *root);
TvxDocEvent tvx_doc_iter_next (TvxDocIter  *iter,
                               TvxDocNode **node);

G_END_DECLS
