/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-doc-iter.h"

#include "report/tvx-doc-node-private.h"

/**
 * tvx_doc_iter_init:
 * @iter: (out caller-allocates): the walk
 * @root: where it begins and ends
 *
 * Begins a walk.
 */
void
tvx_doc_iter_init (TvxDocIter *iter,
                   TvxDocNode *root)
{
  g_return_if_fail (iter != NULL && root != NULL);

  *iter = (TvxDocIter) { .root = root };
}

/**
 * tvx_doc_iter_next:
 * @iter: the walk
 * @node: (out) (transfer none) (nullable): the node of the step
 *
 * Takes a step.
 *
 * Returns: what the step is
 */
TvxDocEvent
tvx_doc_iter_next (TvxDocIter  *iter,
                   TvxDocNode **node)
{
  g_return_val_if_fail (iter != NULL && node != NULL, TVX_DOC_EVENT_DONE);

  if (iter->node == NULL)
    {
      iter->node = iter->root;
      iter->event = TVX_DOC_EVENT_ENTER;
    }
  else if (iter->event == TVX_DOC_EVENT_ENTER)
    {
      if (iter->node->first != NULL)
        iter->node = iter->node->first;
      else
        iter->event = TVX_DOC_EVENT_EXIT;
    }
  else if (iter->node == iter->root)
    {
      iter->event = TVX_DOC_EVENT_DONE;
    }
  else if (iter->event == TVX_DOC_EVENT_EXIT && iter->node->next != NULL)
    {
      iter->node = iter->node->next;
      iter->event = TVX_DOC_EVENT_ENTER;
    }
  else if (iter->event == TVX_DOC_EVENT_EXIT)
    {
      iter->node = iter->node->parent;
    }

  *node = iter->event == TVX_DOC_EVENT_DONE ? NULL : iter->node;
  return iter->event;
}
