/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "report/tvx-drawing.h"

G_BEGIN_DECLS

/**
 * TvxDocKind:
 *
 * What a node of the document tree is.  A section holds one heading, blocks and, after them, sections; a table
 * holds rows of cells, head rows first; facts hold fact after fact.  Headings, paragraphs, items, facts and cells
 * hold inline nodes: text, emphasis, strong, link, span and break; an item may end with a list of its own.
 */
typedef enum
{
  TVX_DOC_DOCUMENT,
  TVX_DOC_SECTION,
  TVX_DOC_HEADING,
  TVX_DOC_PARAGRAPH,
  TVX_DOC_LIST,
  TVX_DOC_ITEM,
  TVX_DOC_NOTICE,
  TVX_DOC_FACTS,
  TVX_DOC_FACT,
  TVX_DOC_TABLE,
  TVX_DOC_ROW,
  TVX_DOC_CELL,
  TVX_DOC_FIGURE,
  TVX_DOC_CONTENTS,
  TVX_DOC_TEXT,
  TVX_DOC_EMPHASIS,
  TVX_DOC_STRONG,
  TVX_DOC_LINK,
  TVX_DOC_SPAN,
  TVX_DOC_BREAK,
} TvxDocKind;

/**
 * TvxDocListKind:
 * @TVX_DOC_LIST_BULLETS: the order means nothing
 * @TVX_DOC_LIST_NUMBERS: the order means something
 *
 * How the items of a list are marked.
 */
typedef enum
{
  TVX_DOC_LIST_BULLETS,
  TVX_DOC_LIST_NUMBERS,
} TvxDocListKind;

/**
 * TvxDocNoticeKind:
 * @TVX_DOC_NOTICE_INFO: good to know
 * @TVX_DOC_NOTICE_WARNING: something may go wrong or is missing
 * @TVX_DOC_NOTICE_IMPORTANT: the reader must know this first
 *
 * How much a notice asks of the reader.
 */
typedef enum
{
  TVX_DOC_NOTICE_INFO,
  TVX_DOC_NOTICE_WARNING,
  TVX_DOC_NOTICE_IMPORTANT,
} TvxDocNoticeKind;

/**
 * TvxDocTone:
 * @TVX_DOC_TONE_PLAIN: nothing but what its words say
 * @TVX_DOC_TONE_GOOD: what is good
 * @TVX_DOC_TONE_FAIR: what is neither
 * @TVX_DOC_TONE_POOR: what is not good
 *
 * What the colour of a text says beside its words.
 */
typedef enum
{
  TVX_DOC_TONE_PLAIN,
  TVX_DOC_TONE_GOOD,
  TVX_DOC_TONE_FAIR,
  TVX_DOC_TONE_POOR,
} TvxDocTone;

/**
 * TvxDocAlign:
 * @TVX_DOC_ALIGN_TEXT: at the start of the line
 * @TVX_DOC_ALIGN_NUMBER: at the end, so that figures stand under each other
 *
 * How the cells of a column are set.
 */
typedef enum
{
  TVX_DOC_ALIGN_TEXT,
  TVX_DOC_ALIGN_NUMBER,
} TvxDocAlign;

/**
 * TvxDocNode:
 *
 * A node of a document tree.  The document owns its nodes; a node that a function returns is borrowed and lives
 * as long as the document.  All text is cleaned (see [func@text_clean]) where it enters the tree.
 */
typedef struct _TvxDocNode TvxDocNode;

TvxDocNode *tvx_doc_add_section               (TvxDocNode *parent,
                                               const char *heading);
void        tvx_doc_section_start_page        (TvxDocNode *section);
void        tvx_doc_join_next                 (TvxDocNode *block);
void        tvx_doc_draw_to_next              (TvxDocNode *block);
TvxDocNode *tvx_doc_add_paragraph             (TvxDocNode *parent,
                                               const char *text);
void        tvx_doc_add_paragraphs            (TvxDocNode *parent,
                                               const char *text);
TvxDocNode *tvx_doc_add_list                  (TvxDocNode     *parent,
                                               TvxDocListKind  kind);
TvxDocNode *tvx_doc_add_item                  (TvxDocNode *list,
                                               const char *text);
TvxDocNode *tvx_doc_add_notice                (TvxDocNode       *parent,
                                               TvxDocNoticeKind  kind,
                                               const char       *title);
TvxDocNode *tvx_doc_add_facts                 (TvxDocNode *parent);
TvxDocNode *tvx_doc_add_fact                  (TvxDocNode *facts,
                                               const char *label,
                                               const char *value);
TvxDocNode *tvx_doc_add_table                 (TvxDocNode *parent,
                                               const char *caption);
TvxDocNode *tvx_doc_table_add_column          (TvxDocNode  *table,
                                               const char  *heading,
                                               TvxDocAlign  align);
TvxDocNode *tvx_doc_table_add_head_row        (TvxDocNode *table);
TvxDocNode *tvx_doc_table_add_row             (TvxDocNode *table);
TvxDocNode *tvx_doc_row_add_cell              (TvxDocNode *row,
                                               const char *text);
TvxDocNode *tvx_doc_row_add_head              (TvxDocNode *row,
                                               const char *text);
void        tvx_doc_cell_set_span             (TvxDocNode *cell,
                                               guint       columns,
                                               guint       rows);
TvxDocNode *tvx_doc_add_figure                (TvxDocNode *parent,
                                               const char *caption,
                                               const char *alternative,
                                               TvxDrawing *drawing);
TvxDocNode *tvx_doc_add_contents              (TvxDocNode *parent,
                                               guint       levels);

void        tvx_doc_add_text                  (TvxDocNode *parent,
                                               const char *text);
TvxDocNode *tvx_doc_add_emphasis              (TvxDocNode *parent,
                                               const char *text);
TvxDocNode *tvx_doc_add_strong                (TvxDocNode *parent,
                                               const char *text);
void        tvx_doc_strong_set_tone           (TvxDocNode *strong,
                                               TvxDocTone  tone);
TvxDocNode *tvx_doc_add_span                  (TvxDocNode *parent,
                                               const char *language,
                                               const char *text);
void        tvx_doc_add_link                  (TvxDocNode *parent,
                                               const char *uri,
                                               const char *text);
void        tvx_doc_add_reference             (TvxDocNode *parent,
                                               TvxDocNode *target,
                                               const char *text);
void        tvx_doc_add_break                 (TvxDocNode *parent);

void        tvx_doc_node_set_language         (TvxDocNode *self,
                                               const char *language);
void        tvx_doc_node_set_caption_language (TvxDocNode *self,
                                               const char *language,
                                               const char *name);
TvxDocKind  tvx_doc_node_get_kind             (TvxDocNode *self);
TvxDocNode *tvx_doc_node_get_parent           (TvxDocNode *self);
TvxDocNode *tvx_doc_node_get_first            (TvxDocNode *self);
TvxDocNode *tvx_doc_node_get_next             (TvxDocNode *self);

G_END_DECLS
