/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-doc-node.h"

#include <string.h>

#include "report/tvx-doc-node-private.h"
#include "report/tvx-text.h"

#define KIND(name) (1u << TVX_DOC_##name)
#define INLINES (KIND (TEXT) | KIND (EMPHASIS) | KIND (STRONG) | KIND (LINK) | KIND (SPAN) | KIND (BREAK))
#define BLOCKS \
  (KIND (PARAGRAPH) | KIND (LIST) | KIND (NOTICE) | KIND (FACTS) | KIND (TABLE) | KIND (FIGURE) | KIND (CONTENTS))

/* What each kind of node may hold; a kind that is not named holds nothing. */
static const guint may_hold[] = {
  [TVX_DOC_DOCUMENT] = BLOCKS | KIND (SECTION),
  [TVX_DOC_SECTION] = BLOCKS | KIND (SECTION) | KIND (HEADING),
  [TVX_DOC_HEADING] = INLINES,
  [TVX_DOC_PARAGRAPH] = INLINES,
  [TVX_DOC_LIST] = KIND (ITEM),
  [TVX_DOC_ITEM] = INLINES | KIND (LIST),
  [TVX_DOC_FIGURE] = KIND (PARAGRAPH),
  [TVX_DOC_NOTICE] = KIND (PARAGRAPH) | KIND (LIST),
  [TVX_DOC_FACTS] = KIND (FACT),
  [TVX_DOC_FACT] = INLINES,
  [TVX_DOC_TABLE] = KIND (ROW),
  [TVX_DOC_ROW] = KIND (CELL),
  [TVX_DOC_CELL] = INLINES,
  [TVX_DOC_EMPHASIS] = INLINES,
  [TVX_DOC_STRONG] = INLINES,
  [TVX_DOC_LINK] = KIND (TEXT),
  [TVX_DOC_SPAN] = INLINES,
  [TVX_DOC_BREAK] = 0,
};

gboolean
tvx_doc_node_can_append (TvxDocNode *parent,
                         TvxDocKind  kind)
{
  if ((may_hold[parent->kind] & (1u << kind)) == 0)
    return FALSE;

  if (parent->last == NULL)
    return TRUE;

  /* What follows a subsection would be read as a part of it, and what follows the list of an item as a part of the list. */
  if (parent->last->kind == TVX_DOC_SECTION)
    return kind == TVX_DOC_SECTION;
  if (parent->kind == TVX_DOC_ITEM && parent->last->kind == TVX_DOC_LIST)
    return FALSE;

  return TRUE;
}

TvxDocNode *
tvx_doc_node_append (TvxDocNode *parent,
                     TvxDocKind  kind)
{
  TvxDocNode *node = g_new0 (TvxDocNode, 1);

  node->kind = kind;
  node->parent = parent;
  if (parent->last != NULL)
    parent->last->next = node;
  else
    parent->first = node;
  parent->last = node;

  return node;
}

TvxDocNode *
tvx_doc_node_append_target (TvxDocNode *parent,
                            TvxDocKind  kind)
{
  TvxDocNode *node = tvx_doc_node_append (parent, kind);

  node->id = ++tvx_doc_node_find_root (parent)->n_ids;
  return node;
}

/* Appends a node that holds inline nodes, with its first text. */
TvxDocNode *
tvx_doc_node_append_with_text (TvxDocNode *parent,
                               TvxDocKind  kind,
                               const char *text)
{
  TvxDocNode *node = tvx_doc_node_append (parent, kind);

  if (text != NULL)
    tvx_doc_add_text (node, text);
  return node;
}

TvxDocNode *
tvx_doc_node_new_root (void)
{
  return g_new0 (TvxDocNode, 1);
}

void
tvx_doc_node_free (TvxDocNode *self)
{
  TvxDocNode *next;

  for (TvxDocNode *child = self->first; child != NULL; child = next)
    {
      next = child->next;
      tvx_doc_node_free (child);
    }

  switch (self->kind)
    {
    case TVX_DOC_TABLE:
      g_array_unref (self->table.columns);
      g_array_unref (self->table.filled);
      break;
    case TVX_DOC_FIGURE:
      g_free (self->figure.alternative);
      tvx_drawing_free (self->figure.drawing);
      break;
    case TVX_DOC_LINK:
      g_free (self->link.uri);
      break;
    default:
      break;
    }
  g_free (self->text);
  g_free (self->language);
  g_free (self->caption_language);
  g_free (self);
}

gboolean
tvx_doc_node_is_inline (TvxDocNode *self)
{
  return ((1u << self->kind) & INLINES) != 0;
}

TvxDocNode *
tvx_doc_node_find_root (TvxDocNode *self)
{
  while (self->parent != NULL)
    self = self->parent;
  return self;
}

/**
 * tvx_doc_node_set_language:
 * @self: a node
 * @language: (nullable): BCP 47 tag
 *
 * Says that a node is in another language than what surrounds it.
 */
void
tvx_doc_node_set_language (TvxDocNode *self,
                           const char *language)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->language, language);
}

/* All text within a node, without its markup. */
char *
tvx_doc_node_dup_plain (TvxDocNode *self)
{
  GString *text = g_string_new (NULL);

  for (TvxDocNode *child = self->first; child != NULL; child = child->next)
    {
      g_autofree char *inner = child->kind == TVX_DOC_TEXT ? g_strdup (child->text) : tvx_doc_node_dup_plain (child);

      g_string_append (text, child->kind == TVX_DOC_BREAK ? " " : inner);
    }
  return g_string_free_and_steal (text);
}

/**
 * tvx_doc_node_set_caption_language:
 * @self: a table or figure
 * @language: (nullable): BCP 47 tag
 * @name: (nullable): the name that the caption begins with, %NULL for all of it
 *
 * Says that the caption, or a name at its start, is in another language than the rest.
 */
void
tvx_doc_node_set_caption_language (TvxDocNode *self,
                                   const char *language,
                                   const char *name)
{
  g_autofree char *clean = name != NULL ? tvx_text_clean (name) : NULL;

  g_return_if_fail (self != NULL && (self->kind == TVX_DOC_TABLE || self->kind == TVX_DOC_FIGURE));
  g_return_if_fail (clean == NULL || g_str_has_prefix (self->text, clean));

  g_set_str (&self->caption_language, language);
  self->caption_foreign = strlen (clean != NULL ? clean : self->text);
}

/**
 * tvx_doc_node_get_kind:
 * @self: a node
 *
 * Gets what a node is.
 *
 * Returns: the kind
 */
TvxDocKind
tvx_doc_node_get_kind (TvxDocNode *self)
{
  g_return_val_if_fail (self != NULL, TVX_DOC_DOCUMENT);

  return self->kind;
}

/**
 * tvx_doc_node_get_parent:
 * @self: a node
 *
 * Gets the node that holds a node.
 *
 * Returns: (transfer none) (nullable): the parent, `NULL` for the root
 */
TvxDocNode *
tvx_doc_node_get_parent (TvxDocNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->parent;
}

/**
 * tvx_doc_node_get_first:
 * @self: a node
 *
 * Gets the first node within a node.
 *
 * Returns: (transfer none) (nullable): the first child
 */
TvxDocNode *
tvx_doc_node_get_first (TvxDocNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->first;
}

/**
 * tvx_doc_node_get_next:
 * @self: a node
 *
 * Gets the node after a node within the same parent.
 *
 * Returns: (transfer none) (nullable): the next sibling
 */
TvxDocNode *
tvx_doc_node_get_next (TvxDocNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->next;
}
