/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-layout-text.h"

#include "report/tvx-doc-node-private.h"

/* So many characters are more than a line of a page holds. */
#define MAX_LINE 500

/* A text that gets its tags line after line: a span keeps one over all its lines, a link has one a line. */
typedef struct
{
  TvxPages            *pages;
  TvxTextFlow         *flow;
  const TvxTextStyle  *style;
  TvxTag              *tag;   /* (nullable) */
  TvxTag             **tags; /* of each range, or %NULL */
} Setting;

static Setting
begin (TvxPages           *pages,
       const TvxTextStyle *style,
       TvxTag             *tag)
{
  return (Setting) { .pages = pages, .flow = tvx_text_flow_new (), .style = style, .tag = tag };
}

static void
end (Setting *setting)
{
  tvx_text_flow_free (setting->flow);
  g_free (setting->tags);
}

static int
find_range (Setting *setting,
            guint    offset)
{
  for (guint i = 0; i < setting->flow->ranges->len; i++)
    {
      const TvxTextRange *range = &g_array_index (setting->flow->ranges, TvxTextRange, i);

      if (offset >= range->start && offset < range->end)
        return i;
    }
  return -1;
}

static TvxTag *
add_inline_tag (Setting            *setting,
                const TvxTextRange *range)
{
  TvxDocNode *link = range->link;
  TvxTag *tag = tvx_pages_add_tag (setting->pages, setting->tag, link != NULL ? TVX_TAG_LINK : TVX_TAG_SPAN);

  tag->is_inline = TRUE;
  tag->language = g_strdup (range->language);
  if (link != NULL)
    {
      tag->uri = g_strdup (link->link.uri);
      tag->target = link->link.target != NULL ? link->link.target->id : 0;
      tag->text = g_strdup (link->first->text);
    }
  return tag;
}

/* Underlines a link and makes its area. */
static void
add_link_area (GArray *items,
               TvxTag *tag,
               double  x,
               double  width,
               double  baseline,
               double  height)
{
  TvxItem rule = {
    .kind = TVX_ITEM_RECTANGLE, .color = TVX_COLOR_LINK, .x = x, .y = baseline + 1.4, .width = width, .height = 0.5,
  };
  TvxItem area = { .kind = TVX_ITEM_LINK, .tag = tag, .x = x, .y = 0, .width = width, .height = height };

  g_array_append_val (items, rule);
  g_array_append_val (items, area);
}

/* Gives the runs of a line their tags, and each link of it its area. */
static void
tag_line (Setting *setting,
          TvxLine *line,
          double   baseline)
{
  guint n_runs = line->items->len;
  int current = -1;
  double left = 0;
  double right = 0;

  if (setting->tags == NULL)
    setting->tags = g_new0 (TvxTag *, setting->flow->ranges->len);
  for (guint i = 0; i <= n_runs; i++)
    {
      TvxItem *item = i < n_runs ? &g_array_index (line->items, TvxItem, i) : NULL;
      int range = item != NULL ? find_range (setting, item->run->glyphs->item->offset) : -1;

      if (range != current)
        {
          if (current >= 0 && setting->tags[current]->kind == TVX_TAG_LINK)
            add_link_area (line->items, setting->tags[current], left, right - left, baseline, line->height);
          current = range;
          left = G_MAXDOUBLE;
          right = -G_MAXDOUBLE;
          /* A link on two lines is one link with two areas. */
          if (range >= 0 && setting->tags[range] == NULL)
            setting->tags[range] = add_inline_tag (setting, &g_array_index (setting->flow->ranges, TvxTextRange, range));
        }
      if (i == n_runs)
        break;

      /* Appending may have moved the items. */
      item = &g_array_index (line->items, TvxItem, i);
      if (current >= 0)
        item->tag = setting->tags[current];
      left = MIN (left, item->x);
      right = MAX (right, item->x + item->width);
    }
}

static TvxLine *
make_line (Setting          *setting,
           const TvxSetLine *set,
           double            width,
           TvxSide           side,
           TvxArtifact       artifact)
{
  const TvxTextStyle *style = setting->style;
  TvxLine *line = g_new0 (TvxLine, 1);
  /* The face's own line would sit in the middle of ours. */
  double baseline = style->leading / 2 + style->size * 0.36;
  double left = 0;

  line->items = tvx_items_new ();
  line->height = style->leading;
  line->width = set->width;

  if (side == TVX_SIDE_MIDDLE)
    left = (width - line->width) / 2;
  else if (width > 0 && (side == TVX_SIDE_END || set->is_rtl))
    left = width - line->width;

  for (guint i = 0; i < set->runs->len; i++)
    {
      const TvxRun *run = &g_array_index (set->runs, TvxRun, i);
      const TvxItem item = {
        .kind = TVX_ITEM_TEXT,
        .tag = setting->tag,
        .artifact = artifact,
        .color = run->is_colored ? run->color : style->color,
        .x = left + run->x,
        .y = baseline,
        .width = run->width,
        .run = run,
      };

      g_array_append_val (line->items, item);
    }
  if (setting->flow->ranges->len > 0)
    tag_line (setting, line, baseline);
  return line;
}

static GPtrArray *
make_lines (Setting *setting,
            double   width,
            TvxSide  side)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_line_free);
  GArray *set = tvx_typesetter_break (setting->pages->typesetter, setting->flow, setting->style, width);

  for (guint i = 0; i < set->len; i++)
    g_ptr_array_add (lines, make_line (setting, &g_array_index (set, TvxSetLine, i), width, side, TVX_ARTIFACT_LAYOUT));
  return lines;
}

/**
 * tvx_line_free:
 * @self: (transfer full): a line
 *
 * Frees a line.
 */
void
tvx_line_free (TvxLine *self)
{
  g_array_unref (self->items);
  g_free (self);
}

/**
 * tvx_layout_text_break:
 * @pages: where the structure goes
 * @node: a node that holds inline nodes
 * @style: how it looks
 * @width: of the lines
 * @side: where the lines lie in that width
 * @tag: what the text belongs to
 *
 * Breaks the text of a node into lines.
 *
 * Returns: (transfer full) (element-type TvxLine): one line or more
 */
GPtrArray *
tvx_layout_text_break (TvxPages           *pages,
                       TvxDocNode         *node,
                       const TvxTextStyle *style,
                       double              width,
                       TvxSide             side,
                       TvxTag             *tag)
{
  Setting setting = begin (pages, style, tag);
  GPtrArray *lines;

  tvx_text_flow_add_nodes (setting.flow, node);
  lines = make_lines (&setting, width, side);
  end (&setting);
  return lines;
}

/**
 * tvx_layout_text_break_text:
 * @pages: where the structure goes
 * @text: a text
 * @style: how it looks
 * @width: of the lines
 * @tag: what the text belongs to
 *
 * Breaks a text into lines.
 *
 * Returns: (transfer full) (element-type TvxLine): one line or more
 */
GPtrArray *
tvx_layout_text_break_text (TvxPages           *pages,
                            const char         *text,
                            const TvxTextStyle *style,
                            double              width,
                            TvxTag             *tag)
{
  Setting setting = begin (pages, style, tag);
  GPtrArray *lines;

  tvx_text_flow_add_text (setting.flow, text);
  lines = make_lines (&setting, width, TVX_SIDE_START);
  end (&setting);
  return lines;
}

/**
 * tvx_layout_text_break_caption:
 * @pages: where the structure goes
 * @node: a table or figure
 * @style: how its caption looks
 * @width: of the lines
 * @tag: what the caption belongs to
 *
 * Breaks a caption into lines.
 *
 * Returns: (transfer full) (element-type TvxLine): one line or more
 */
GPtrArray *
tvx_layout_text_break_caption (TvxPages           *pages,
                               TvxDocNode         *node,
                               const TvxTextStyle *style,
                               double              width,
                               TvxTag             *tag)
{
  gsize n_foreign = node->caption_language != NULL ? node->caption_foreign : 0;
  g_autofree char *foreign = g_strndup (node->text, n_foreign);
  Setting setting = begin (pages, style, tag);
  GPtrArray *lines;

  if (n_foreign > 0)
    tvx_text_flow_add_passage (setting.flow, node->caption_language, foreign);
  tvx_text_flow_add_text (setting.flow, node->text + n_foreign);
  lines = make_lines (&setting, width, TVX_SIDE_START);
  end (&setting);
  return lines;
}

/**
 * tvx_layout_text_line:
 * @pages: where the structure goes
 * @text: a text
 * @style: how it looks
 * @width: what it may take; the rest of a longer text gives way to an ellipsis; negative for any
 * @side: where it lies in that width
 * @tag: (nullable): what it belongs to
 * @artifact: what it is, when it belongs to nothing
 *
 * Sets a text on one line.
 *
 * Returns: (transfer full): the line
 */
TvxLine *
tvx_layout_text_line (TvxPages           *pages,
                      const char         *text,
                      const TvxTextStyle *style,
                      double              width,
                      TvxSide             side,
                      TvxTag             *tag,
                      TvxArtifact         artifact)
{
  g_autofree char *start = width >= 0 ? g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_LINE)) : NULL;
  Setting setting = begin (pages, style, tag);
  GArray *set;
  TvxLine *line;

  tvx_text_flow_add_text (setting.flow, start != NULL ? start : text);
  set = width >= 0 ? tvx_typesetter_cut (pages->typesetter, setting.flow, style, width)
                   : tvx_typesetter_break (pages->typesetter, setting.flow, style, width);
  line = make_line (&setting, &g_array_index (set, TvxSetLine, 0), width, side, artifact);
  end (&setting);
  return line;
}

/**
 * tvx_layout_text_measure:
 * @pages: pages
 * @node: a node that holds inline nodes
 * @style: how it looks
 * @least: (out): the width of its longest word
 * @natural: (out): the width that it needs for no other breaks than its own
 *
 * Measures a text.
 */
void
tvx_layout_text_measure (TvxPages           *pages,
                         TvxDocNode         *node,
                         const TvxTextStyle *style,
                         double             *least,
                         double             *natural)
{
  g_autoptr (TvxTextFlow) flow = tvx_text_flow_new ();

  tvx_text_flow_add_nodes (flow, node);
  tvx_typesetter_measure (pages->typesetter, flow, style, least, natural);
}
