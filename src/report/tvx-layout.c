/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-layout.h"

#include "report/tvx-doc-node-private.h"
#include "report/tvx-fonts.h"
#include "report/tvx-layout-private.h"

#define INDENT 17.0
/* An item of no more lines stays in one piece. */
#define MAX_WHOLE_LINES 8
/* An item of so many lines can stand alone on a page. */
#define MIN_LINES_ALONE 3
#define PANEL_PADDING 13.0
#define NUMBER_WIDTH 36.0

const TvxTextStyle tvx_style_body = { 10, 15, TVX_COLOR_INK, FALSE };
const TvxTextStyle tvx_style_strong = { 10, 15, TVX_COLOR_INK, TRUE };
const TvxTextStyle tvx_style_small = { 8.5, 12, TVX_COLOR_QUIET, FALSE };

static const TvxTextStyle authority_style = { 10.5, 16, TVX_COLOR_QUIET, TRUE };
static const TvxTextStyle status_style = { 10, 15, 0x9B2335, TRUE };
static const TvxTextStyle subtitle_style = { 13, 19, TVX_COLOR_QUIET, FALSE };
static const TvxTextStyle contents_style = { 13, 19, TVX_COLOR_ACCENT, TRUE };

static const struct
{
  TvxTextStyle style;
  double       above;
  double       below;
} headings[] = {
  { { 26, 32, TVX_COLOR_INK, TRUE }, 0, 4 },
  { { 17, 23, TVX_COLOR_ACCENT, TRUE }, 30, 7 },
  { { 13, 18, TVX_COLOR_INK, TRUE }, 21, 5 },
  { { 11, 16, TVX_COLOR_INK, TRUE }, 16, 3 },
  { { 10, 15, TVX_COLOR_INK, TRUE }, 13, 2 },
  { { 10, 15, TVX_COLOR_QUIET, TRUE }, 13, 2 },
};

static const TvxPanel panels[] = {
  [TVX_DOC_NOTICE_INFO] = { 0x1A4F73, 0xEEF4F8 },
  [TVX_DOC_NOTICE_WARNING] = { 0x8A5A00, 0xFDF5E3 },
  [TVX_DOC_NOTICE_IMPORTANT] = { 0x9B2335, 0xFCF0F1 },
};

static void add_blocks (TvxLayout  *self,
                        TvxDocNode *parent,
                        TvxTag     *tag);

static void
free_strip (gpointer data)
{
  TvxStrip *strip = data;

  g_array_unref (strip->items);
  g_free (strip);
}

/* Adds an element that takes the language of a node. */
TvxTag *
tvx_layout_add_tag (TvxLayout  *self,
                    TvxTag     *parent,
                    TvxTagKind  kind,
                    TvxDocNode *node)
{
  TvxTag *tag = tvx_pages_add_tag (self->pages, parent, kind);

  tag->columns = 1;
  tag->rows = 1;
  if (node != NULL)
    tag->language = g_strdup (node->language);
  return tag;
}

TvxStrip *
tvx_layout_add_strip (TvxLayout *self,
                      double     height)
{
  TvxStrip *strip = g_new0 (TvxStrip, 1);

  strip->space = self->space;
  strip->height = height;
  strip->panel = self->panel;
  strip->head = -1;
  strip->items = tvx_items_new ();
  self->space = 0;
  g_ptr_array_add (self->strips, strip);
  return strip;
}

void
tvx_layout_add_space (TvxLayout *self,
                      double     space)
{
  self->space = MAX (self->space, space);
}

/* Moves the items of a line into a strip. */
void
tvx_strip_take_line (TvxStrip *self,
                     TvxLine  *line,
                     double    x,
                     double    y)
{
  g_autofree TvxItem *items = NULL;
  gsize n_items;

  items = g_array_steal (line->items, &n_items);
  for (gsize i = 0; i < n_items; i++)
    tvx_item_move (&items[i], x, y);
  g_array_append_vals (self->items, items, n_items);
}

void
tvx_strip_add_rule (TvxStrip *self,
                    double    x,
                    double    y,
                    double    width,
                    double    thickness,
                    guint32   color)
{
  TvxItem rule = {
    .kind = TVX_ITEM_RECTANGLE, .color = color, .x = x, .y = y, .width = width, .height = thickness,
  };

  g_array_append_val (self->items, rule);
}

/* Adds a strip for each line, no line of them alone on a page. */
void
tvx_layout_add_lines (TvxLayout *self,
                      GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      TvxLine *line = g_ptr_array_index (lines, i);
      TvxStrip *strip = tvx_layout_add_strip (self, line->height);

      strip->keep = i + 1 < lines->len && (i == 0 || i + 2 == lines->len);
      tvx_strip_take_line (strip, line, self->left, 0);
    }
}

static void
keep_with_next (TvxLayout *self,
                guint      first)
{
  for (guint i = first; i < self->strips->len; i++)
    ((TvxStrip *) g_ptr_array_index (self->strips, i))->keep = TRUE;
}

static void
add_text (TvxLayout          *self,
          const char         *text,
          const TvxTextStyle *style,
          TvxTag             *tag)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (text == NULL)
    return;

  lines = tvx_layout_text_break_text (self->pages, text, style, self->width, tag);
  tvx_layout_add_lines (self, lines);
}

static void
add_target (TvxStrip *strip,
            guint     target,
            double    x)
{
  TvxItem item = { .kind = TVX_ITEM_TARGET, .x = x, .target = target };

  g_array_append_val (strip->items, item);
}

static void
add_heading (TvxLayout  *self,
             TvxDocNode *node,
             TvxTag     *parent)
{
  guint first = self->strips->len;
  TvxTag *tag = tvx_layout_add_tag (self, parent, TVX_TAG_HEADING, node);
  g_autoptr (GPtrArray) lines = NULL;
  TvxBookmark bookmark;

  tag->level = node->level;
  tag->text = tvx_doc_node_dup_plain (node);
  tvx_layout_add_space (self, headings[node->level - 1].above);
  lines = tvx_layout_text_break (self->pages, node, &headings[node->level - 1].style, self->width, TVX_SIDE_START, tag);
  tvx_layout_add_lines (self, lines);
  tvx_layout_add_space (self, headings[node->level - 1].below);
  keep_with_next (self, first);

  add_target (g_ptr_array_index (self->strips, first), node->parent->id, self->left);
  bookmark = (TvxBookmark) { g_strdup (tag->text), node->level - 1, node->parent->id };
  g_array_append_val (self->pages->bookmarks, bookmark);
}

void
tvx_layout_add_paragraph (TvxLayout  *self,
                          TvxDocNode *node,
                          TvxTag     *parent)
{
  TvxTag *tag = tvx_layout_add_tag (self, parent, TVX_TAG_PARAGRAPH, node);
  g_autoptr (GPtrArray) lines = tvx_layout_text_break (self->pages, node, &tvx_style_body, self->width, TVX_SIDE_START, tag);

  tvx_layout_add_lines (self, lines);
}

static char *
get_marker (TvxDocNode *list,
            guint       number,
            guint       depth)
{
  if (list->list == TVX_DOC_LIST_NUMBERS)
    return g_strdup_printf ("%u.", number);
  return g_strdup (depth == 0 ? "•" : "–");
}

static void
add_list (TvxLayout  *self,
          TvxDocNode *list,
          TvxTag     *parent,
          guint       depth)
{
  static const TvxTextStyle marker_style = { 10, 15, TVX_COLOR_ACCENT, TRUE };
  TvxTag *list_tag = tvx_layout_add_tag (self, parent, TVX_TAG_LIST, list);
  gboolean has_break = FALSE; /* whether the item above is one of several lines */
  guint n_lines_above = 0;
  guint number = 0;

  list_tag->is_numbered = list->list == TVX_DOC_LIST_NUMBERS;
  for (TvxDocNode *item = list->first; item != NULL; item = item->next)
    {
      g_autofree char *marker = get_marker (list, ++number, depth);
      TvxTag *tag = tvx_layout_add_tag (self, list_tag, TVX_TAG_ITEM, item);
      TvxTag *label = tvx_layout_add_tag (self, tag, TVX_TAG_LABEL, NULL);
      TvxTag *body = tvx_layout_add_tag (self, tag, TVX_TAG_BODY, NULL);
      g_autoptr (TvxLine) mark = tvx_layout_text_line (self->pages, marker, &marker_style, -1, TVX_SIDE_START, label,
                                                       TVX_ARTIFACT_LAYOUT);
      g_autoptr (GPtrArray) lines = NULL;
      guint first = self->strips->len;
      TvxStrip *strip;

      self->left += INDENT;
      self->width -= INDENT;
      tvx_layout_add_space (self, number == 1 && depth == 0 ? 0 : has_break ? 8
                                                                            : 3);
      has_break = FALSE;
      for (TvxDocNode *node = item->first; node != NULL; node = node->next)
        has_break |= node->kind == TVX_DOC_BREAK;
      /* An element that holds a list holds no text of its own beside it. */
      lines = tvx_layout_text_break (self->pages, item, &tvx_style_body, self->width, TVX_SIDE_START,
                                     item->last != NULL && item->last->kind == TVX_DOC_LIST
                                       ? tvx_layout_add_tag (self, body, TVX_TAG_PARAGRAPH, NULL)
                                       : body);
      tvx_layout_add_lines (self, lines);
      for (guint i = first; lines->len <= MAX_WHOLE_LINES && i + 1 < self->strips->len; i++)
        ((TvxStrip *) g_ptr_array_index (self->strips, i))->keep = TRUE;
      /* Neither the first nor the last item is alone on a page when it is short, as no line of a paragraph is. */
      if ((number == 2 && n_lines_above < MIN_LINES_ALONE) || (number > 1 && item->next == NULL && lines->len < MIN_LINES_ALONE))
        ((TvxStrip *) g_ptr_array_index (self->strips, first - 1))->keep = TRUE;
      n_lines_above = lines->len;

      strip = g_ptr_array_index (self->strips, first);
      tvx_strip_take_line (strip, mark, self->left - INDENT + 3, 0);
      /* The mark is read first. */
      for (guint i = strip->items->len - 1; i > 0; i--)
        {
          TvxItem last = g_array_index (strip->items, TvxItem, i);

          g_array_index (strip->items, TvxItem, i) = g_array_index (strip->items, TvxItem, i - 1);
          g_array_index (strip->items, TvxItem, i - 1) = last;
        }

      if (item->last != NULL && item->last->kind == TVX_DOC_LIST)
        {
          keep_with_next (self, self->strips->len - 1);
          add_list (self, item->last, body, depth + 1);
        }
      self->left -= INDENT;
      self->width += INDENT;
    }
}

static void
add_notice (TvxLayout  *self,
            TvxDocNode *node,
            TvxTag     *parent)
{
  TvxTag *tag = tvx_layout_add_tag (self, parent, TVX_TAG_NOTICE, node);
  TvxTextStyle style = tvx_style_strong;
  double left = self->left;
  double width = self->width;
  guint first = self->strips->len;

  self->panel = g_memdup2 (&panels[node->notice], sizeof (TvxPanel));
  g_ptr_array_add (self->panels, self->panel);
  tvx_layout_add_space (self, 12);
  tvx_layout_add_strip (self, PANEL_PADDING - 4);
  self->left += PANEL_PADDING + 4;
  self->width -= 2 * PANEL_PADDING + 4;

  style.color = self->panel->bar;
  add_text (self, node->text, &style, tvx_layout_add_tag (self, tag, TVX_TAG_PARAGRAPH, NULL));
  keep_with_next (self, first);
  tvx_layout_add_space (self, 1);
  add_blocks (self, node, tag);

  keep_with_next (self, self->strips->len - 1);
  self->space = 0;
  tvx_layout_add_strip (self, PANEL_PADDING - 4);
  self->left = left;
  self->width = width;
  self->panel = NULL;
  tvx_layout_add_space (self, 16);
}

static void
add_entries (TvxLayout  *self,
             TvxDocNode *parent,
             TvxTag     *contents,
             guint       level,
             guint       levels)
{
  for (TvxDocNode *node = parent->first; node != NULL; node = node->next)
    {
      g_autoptr (GPtrArray) lines = NULL;
      g_autofree char *title = NULL;
      TvxTextStyle style = tvx_style_body;
      TvxItem area = { .kind = TVX_ITEM_LINK };
      TvxTag *tag;
      TvxEntry entry;

      if (node->kind != TVX_DOC_SECTION)
        continue;

      title = tvx_doc_node_dup_plain (node->first);
      tag = tvx_layout_add_tag (self, contents, TVX_TAG_ENTRY, node);
      tag = tvx_layout_add_tag (self, tag, TVX_TAG_REFERENCE, NULL);
      tag = tvx_layout_add_tag (self, tag, TVX_TAG_LINK, NULL);
      tag->target = node->id;
      tag->text = g_strdup (title);

      style.is_bold = level < levels;
      tvx_layout_add_space (self, style.is_bold ? 6 : levels == 1 ? 4
                                                                  : 1);
      self->left += (level - 1) * INDENT;
      self->width -= (level - 1) * INDENT + NUMBER_WIDTH;
      lines = tvx_layout_text_break_text (self->pages, title, &style, self->width, tag);
      area.tag = tag;
      area.width = self->width + NUMBER_WIDTH;
      area.height = lines->len * style.leading;
      g_array_append_val (((TvxLine *) g_ptr_array_index (lines, 0))->items, area);
      tvx_layout_add_lines (self, lines);
      keep_with_next (self, self->strips->len - lines->len);
      ((TvxStrip *) g_ptr_array_index (self->strips, self->strips->len - 1))->keep = FALSE;
      self->left -= (level - 1) * INDENT;
      self->width += (level - 1) * INDENT + NUMBER_WIDTH;

      entry = (TvxEntry) { self->strips->len - 1, node->id, tag };
      g_array_append_val (self->entries, entry);
      if (level < levels)
        add_entries (self, node, contents, level + 1, levels);
    }
}

static void
add_contents (TvxLayout  *self,
              TvxDocNode *node,
              TvxTag     *parent)
{
  const char *title = tvx_catalog_translate (tvx_report_get_catalog (self->report), "Contents");
  TvxTag *tag = tvx_layout_add_tag (self, parent, TVX_TAG_CONTENTS, NULL);

  self->contents = self->strips->len;
  tvx_layout_add_space (self, 22);
  add_text (self, title, &contents_style, tvx_layout_add_tag (self, tag, TVX_TAG_CAPTION, NULL));
  keep_with_next (self, self->contents);
  add_entries (self, tvx_report_get_root (self->report), tag, 1, node->levels);
  self->contents_end = self->strips->len;
  tvx_layout_add_space (self, 16);
}

static void
add_block (TvxLayout  *self,
           TvxDocNode *node,
           TvxTag     *tag)
{
  guint first;

  switch (node->kind)
    {
    case TVX_DOC_SECTION:
      first = self->strips->len;
      add_blocks (self, node, tvx_layout_add_tag (self, tag, TVX_TAG_SECTION, node));
      if (node->starts_page && first < self->strips->len)
        ((TvxStrip *) g_ptr_array_index (self->strips, first))->starts_page = TRUE;
      break;
    case TVX_DOC_HEADING:
      add_heading (self, node, tag);
      break;
    case TVX_DOC_PARAGRAPH:
      first = self->strips->len;
      tvx_layout_add_paragraph (self, node, tag);
      /* What introduces a table or a list is read with it. */
      if (node->next != NULL && (node->next->kind == TVX_DOC_TABLE || node->next->kind == TVX_DOC_LIST ||
                                 node->next->kind == TVX_DOC_FACTS))
        keep_with_next (self, MAX (first + 2, self->strips->len) - 2);
      tvx_layout_add_space (self, 8);
      break;
    case TVX_DOC_LIST:
      add_list (self, node, tag, 0);
      tvx_layout_add_space (self, 8);
      break;
    case TVX_DOC_NOTICE:
      add_notice (self, node, tag);
      break;
    case TVX_DOC_FACTS:
      tvx_layout_add_facts (self, node, tag);
      break;
    case TVX_DOC_TABLE:
      tvx_layout_add_table (self, node, tag);
      break;
    case TVX_DOC_FIGURE:
      tvx_layout_add_figure (self, node, tag);
      break;
    case TVX_DOC_CONTENTS:
      add_contents (self, node, tag);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_blocks (TvxLayout  *self,
            TvxDocNode *parent,
            TvxTag     *tag)
{
  gboolean joined = FALSE, drawn = FALSE;
  guint chain = 0;

  for (TvxDocNode *node = parent->first; node != NULL && !g_cancellable_is_cancelled (self->cancellable); node = node->next)
    {
      guint first = self->strips->len;

      add_block (self, node, tag);
      chain = joined ? tvx_layout_keep_joined (self, chain, first) : first;
      if (drawn && first > 0)
        ((TvxStrip *) g_ptr_array_index (self->strips, first - 1))->draw = TRUE;
      joined = node->joined;
      drawn = node->drawn_to_next;
    }
}

static void
add_title (TvxLayout *self,
           TvxTag    *parent)
{
  TvxTag *tag;
  TvxStrip *strip;

  strip = tvx_layout_add_strip (self, 4);
  tvx_strip_add_rule (strip, 0, 0, 42, 4, TVX_COLOR_ACCENT);
  tvx_layout_add_space (self, 14);
  if (tvx_report_get_authority (self->report) != NULL)
    add_text (self, tvx_report_get_authority (self->report), &authority_style,
              tvx_layout_add_tag (self, parent, TVX_TAG_PARAGRAPH, NULL));

  tvx_layout_add_space (self, 40);
  self->title = self->strips->len;
  if (tvx_report_get_status (self->report) != NULL)
    add_text (self, tvx_report_get_status (self->report), &status_style,
              tvx_layout_add_tag (self, parent, TVX_TAG_PARAGRAPH, NULL));
  tvx_layout_add_space (self, 2);
  tag = tvx_layout_add_tag (self, parent, TVX_TAG_HEADING, NULL);
  tag->level = 1;
  tag->text = g_strdup (tvx_report_get_title (self->report));
  add_text (self, tag->text, &headings[0].style, tag);
  tvx_layout_add_space (self, headings[0].below);
  if (tvx_report_get_subtitle (self->report) != NULL)
    add_text (self, tvx_report_get_subtitle (self->report), &subtitle_style,
              tvx_layout_add_tag (self, parent, TVX_TAG_PARAGRAPH, NULL));

  tvx_layout_add_space (self, 18);
}

/**
 * tvx_layout_report:
 * @report: a report
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Lays a report out on pages.
 *
 * Returns: (transfer full): the pages, or `NULL` with a `TVX_REPORT_ERROR` or `G_IO_ERROR_CANCELLED`
 */
TvxPages *
tvx_layout_report (TvxReport     *report,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (TvxPages) pages = NULL;
  g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func (free_strip);
  g_autoptr (GPtrArray) kept_panels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (TvxEntry));
  TvxLayout self = { .report = report, .cancellable = cancellable, .strips = strips, .panels = kept_panels, .entries = entries };
  PangoContext *context;
  TvxTag *document;

  g_return_val_if_fail (report != NULL, NULL);

  context = tvx_fonts_new_context (report, error);
  if (context == NULL)
    return NULL;

  self.pages = pages = tvx_pages_new (tvx_typesetter_new (context), TVX_PAGE_WIDTH, TVX_PAGE_HEIGHT);
  self.width = TVX_BODY_WIDTH;
  document = tvx_layout_add_tag (&self, NULL, TVX_TAG_DOCUMENT, NULL);
  add_title (&self, document);
  add_blocks (&self, tvx_report_get_root (report), document);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  tvx_layout_paginate (&self);

  return g_steal_pointer (&pages);
}
