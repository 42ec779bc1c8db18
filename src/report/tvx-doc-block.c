/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-doc-node.h"

#include "report/tvx-doc-node-private.h"
#include "report/tvx-text.h"

/* The deepest heading that HTML and PDF have. */
#define MAX_LEVEL 6

static guint
get_depth (TvxDocNode *node)
{
  guint depth = 0;

  for (; node != NULL; node = node->parent)
    depth += node->kind == TVX_DOC_SECTION;
  return depth;
}

/**
 * tvx_doc_add_section:
 * @parent: the root of a document, or a section
 * @heading: (nullable): text of the heading; more can be added to the section's first child
 *
 * Appends a section with its heading.
 *
 * The level of the heading follows from how deep the section lies, so no level can be left out.  Sections may lie
 * five deep, and only sections may follow a section within its parent.
 *
 * Returns: (transfer none): the section
 */
TvxDocNode *
tvx_doc_add_section (TvxDocNode *parent,
                     const char *heading)
{
  TvxDocNode *section;

  g_return_val_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_SECTION), NULL);
  g_return_val_if_fail (get_depth (parent) + 2 <= MAX_LEVEL, NULL);

  section = tvx_doc_node_append_target (parent, TVX_DOC_SECTION);
  tvx_doc_node_append_with_text (section, TVX_DOC_HEADING, heading)->level = get_depth (section) + 1;
  return section;
}

/**
 * tvx_doc_section_start_page:
 * @section: a section
 *
 * Begins a new page with the section, where there are pages.
 */
void
tvx_doc_section_start_page (TvxDocNode *section)
{
  g_return_if_fail (section != NULL && section->kind == TVX_DOC_SECTION);

  section->starts_page = TRUE;
}

/**
 * tvx_doc_join_next:
 * @block: a block of a section
 *
 * Keeps a block on one page with the one that comes after it, where there are pages and both fit on one.
 */
void
tvx_doc_join_next (TvxDocNode *block)
{
  g_return_if_fail (block != NULL);

  block->joined = TRUE;
}

/**
 * tvx_doc_draw_to_next:
 * @block: a block of a section
 *
 * Keeps a block on one page with the one that comes after it, unless much of a page would be left empty for that.
 */
void
tvx_doc_draw_to_next (TvxDocNode *block)
{
  g_return_if_fail (block != NULL);

  block->drawn_to_next = TRUE;
}

/**
 * tvx_doc_add_paragraph:
 * @parent: the root, a section or a notice
 * @text: (nullable): its first text
 *
 * Appends a paragraph.
 *
 * Returns: (transfer none): the paragraph, for more inline nodes
 */
TvxDocNode *
tvx_doc_add_paragraph (TvxDocNode *parent,
                       const char *text)
{
  g_return_val_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_PARAGRAPH), NULL);

  return tvx_doc_node_append_with_text (parent, TVX_DOC_PARAGRAPH, text);
}

/**
 * tvx_doc_add_paragraphs:
 * @parent: the root, a section or a notice
 * @text: (nullable): text of several lines
 *
 * Appends a long text: an empty line begins a new paragraph, any other line end is kept as a line break.
 */
void
tvx_doc_add_paragraphs (TvxDocNode *parent,
                        const char *text)
{
  g_autofree char *clean = tvx_text_clean_lines (text);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);
  TvxDocNode *paragraph = NULL;

  g_return_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_PARAGRAPH));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0')
        {
          paragraph = NULL;
          continue;
        }
      if (paragraph != NULL)
        tvx_doc_add_break (paragraph);
      else
        paragraph = tvx_doc_add_paragraph (parent, NULL);
      tvx_doc_add_text (paragraph, line);
    }
}

/**
 * tvx_doc_add_list:
 * @parent: the root, a section, a notice or an item
 * @kind: how items are marked
 *
 * Appends a list.
 *
 * Returns: (transfer none): the list, for items
 */
TvxDocNode *
tvx_doc_add_list (TvxDocNode     *parent,
                  TvxDocListKind  kind)
{
  TvxDocNode *list;

  g_return_val_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_LIST), NULL);

  list = tvx_doc_node_append (parent, TVX_DOC_LIST);
  list->list = kind;
  return list;
}

/**
 * tvx_doc_add_item:
 * @list: a list
 * @text: (nullable): its first text
 *
 * Appends an item to a list.
 *
 * Returns: (transfer none): the item, for more inline nodes and then perhaps a list
 */
TvxDocNode *
tvx_doc_add_item (TvxDocNode *list,
                  const char *text)
{
  g_return_val_if_fail (list != NULL && tvx_doc_node_can_append (list, TVX_DOC_ITEM), NULL);

  return tvx_doc_node_append_with_text (list, TVX_DOC_ITEM, text);
}

/**
 * tvx_doc_add_notice:
 * @parent: the root or a section
 * @kind: how much it asks
 * @title: what stands first in it, in bold: a notice must be known by a word, not by its colour alone
 *
 * Appends a notice.
 *
 * Returns: (transfer none): the notice, for paragraphs and lists
 */
TvxDocNode *
tvx_doc_add_notice (TvxDocNode       *parent,
                    TvxDocNoticeKind  kind,
                    const char       *title)
{
  TvxDocNode *notice;

  g_return_val_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_NOTICE), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  notice = tvx_doc_node_append (parent, TVX_DOC_NOTICE);
  notice->notice = kind;
  notice->text = tvx_text_clean (title);
  return notice;
}

/**
 * tvx_doc_add_figure:
 * @parent: the root or a section
 * @caption: its title
 * @alternative: what it shows, in words, for who does not see it
 * @drawing: (transfer full): the picture
 *
 * Appends a figure.
 *
 * Returns: (transfer none): the figure, for paragraphs that stand between its title and the picture
 */
TvxDocNode *
tvx_doc_add_figure (TvxDocNode *parent,
                    const char *caption,
                    const char *alternative,
                    TvxDrawing *drawing)
{
  TvxDocNode *figure;

  g_return_val_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_FIGURE), NULL);
  g_return_val_if_fail (caption != NULL && alternative != NULL && drawing != NULL, NULL);

  figure = tvx_doc_node_append_target (parent, TVX_DOC_FIGURE);
  figure->text = tvx_text_clean (caption);
  figure->figure.alternative = tvx_text_clean (alternative);
  figure->figure.drawing = drawing;
  return figure;
}

/**
 * tvx_doc_add_contents:
 * @parent: the root or a section
 * @levels: how many levels of sections it lists
 *
 * Appends a table of contents: the writers list the sections of the document there.
 *
 * Returns: (transfer none): the contents
 */
TvxDocNode *
tvx_doc_add_contents (TvxDocNode *parent,
                      guint       levels)
{
  TvxDocNode *contents;

  g_return_val_if_fail (parent != NULL && tvx_doc_node_can_append (parent, TVX_DOC_CONTENTS), NULL);
  g_return_val_if_fail (levels > 0, NULL);

  contents = tvx_doc_node_append (parent, TVX_DOC_CONTENTS);
  contents->levels = levels;
  return contents;
}
