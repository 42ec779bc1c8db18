/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-doc-node.h"

#include "report/tvx-doc-node-private.h"
#include "report/tvx-text.h"

/* A report is opened in a browser: only addresses that a browser fetches or hands to mail and telephone are links. */
static gboolean
is_safe_uri (const char *uri)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);

  return parsed != NULL && g_strv_contains ((const char *const[]) { "https", "http", "mailto", "tel", NULL },
                                            g_uri_get_scheme (parsed));
}

/**
 * tvx_doc_add_text:
 * @parent: a node that holds inline nodes
 * @text: (nullable): the text; line ends in it become spaces
 *
 * Appends text.
 */
void
tvx_doc_add_text (TvxDocNode *parent,
                  const char *text)
{
  g_return_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_TEXT));

  if (text != NULL && *text != '\0')
    tvx_doc_node_append (parent, TVX_DOC_TEXT)->text = tvx_text_clean (text);
}

/**
 * tvx_doc_add_emphasis:
 * @parent: a node that holds inline nodes
 * @text: (nullable): its first text
 *
 * Appends emphasised text.
 *
 * Returns: (transfer none): the node, for more inline nodes
 */
TvxDocNode *
tvx_doc_add_emphasis (TvxDocNode *parent,
                      const char *text)
{
  g_return_val_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_EMPHASIS), NULL);

  return tvx_doc_node_append_with_text (parent, TVX_DOC_EMPHASIS, text);
}

/**
 * tvx_doc_add_strong:
 * @parent: a node that holds inline nodes
 * @text: (nullable): its first text
 *
 * Appends strongly emphasised text.
 *
 * Returns: (transfer none): the node, for more inline nodes
 */
TvxDocNode *
tvx_doc_add_strong (TvxDocNode *parent,
                    const char *text)
{
  g_return_val_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_STRONG), NULL);

  return tvx_doc_node_append_with_text (parent, TVX_DOC_STRONG, text);
}

/**
 * tvx_doc_strong_set_tone:
 * @strong: strongly emphasised text
 * @tone: what its colour says
 *
 * Gives a text a colour. What the colour says, the words must say as well.
 */
void
tvx_doc_strong_set_tone (TvxDocNode *strong,
                         TvxDocTone  tone)
{
  g_return_if_fail (strong != NULL && strong->kind == TVX_DOC_STRONG);

  strong->tone = tone;
}

/**
 * tvx_doc_add_span:
 * @parent: a node that holds inline nodes
 * @language: BCP 47 tag
 * @text: (nullable): its first text
 *
 * Appends text in a language of its own.
 *
 * Returns: (transfer none): the node, for more inline nodes
 */
TvxDocNode *
tvx_doc_add_span (TvxDocNode *parent,
                  const char *language,
                  const char *text)
{
  TvxDocNode *span;

  g_return_val_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_SPAN), NULL);

  span = tvx_doc_node_append_with_text (parent, TVX_DOC_SPAN, text);
  tvx_doc_node_set_language (span, language);
  return span;
}

/**
 * tvx_doc_add_link:
 * @parent: a node that holds inline nodes
 * @uri: an address from anywhere
 * @text: (nullable): what the reader sees, `NULL` for the address itself
 *
 * Appends a link to a web page, a mail address or a telephone number.
 *
 * An address of another kind, or what is no address at all, is no link: then only the text is appended.
 */
void
tvx_doc_add_link (TvxDocNode *parent,
                  const char *uri,
                  const char *text)
{
  TvxDocNode *link;

  g_return_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_LINK));
  g_return_if_fail (uri != NULL);

  if (text == NULL || *text == '\0')
    text = uri;
  if (!is_safe_uri (uri))
    {
      tvx_doc_add_text (parent, text);
      return;
    }
  link = tvx_doc_node_append (parent, TVX_DOC_LINK);
  tvx_doc_add_text (link, text);
  link->link.uri = g_strdup (uri);
}

/**
 * tvx_doc_add_reference:
 * @parent: a node that holds inline nodes
 * @target: a section, table or figure of the same document
 * @text: what the reader sees
 *
 * Appends a link to another place in the document.
 */
void
tvx_doc_add_reference (TvxDocNode *parent,
                       TvxDocNode *target,
                       const char *text)
{
  TvxDocNode *link;

  g_return_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_LINK));
  g_return_if_fail (target != NULL && target->id != 0);
  g_return_if_fail (tvx_doc_node_find_root (parent) == tvx_doc_node_find_root (target));
  g_return_if_fail (text != NULL);

  link = tvx_doc_node_append_with_text (parent, TVX_DOC_LINK, text);
  link->link.target = target;
}

/**
 * tvx_doc_add_break:
 * @parent: a node that holds inline nodes
 *
 * Appends a line break.
 */
void
tvx_doc_add_break (TvxDocNode *parent)
{
  g_return_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_BREAK));

  tvx_doc_node_append (parent, TVX_DOC_BREAK);
}
