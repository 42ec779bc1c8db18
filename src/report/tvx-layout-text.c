/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-layout-text.h"

#include <string.h>

#include "report/tvx-doc-node-private.h"

#define FAMILIES "Lato, DejaVu Sans"
#define LINK_COLOR 0x1A4F73
#define LINE_SEPARATOR "\342\200\250"

/* Breaking a text takes time that grows with the square of a word's length: Pango shapes the rest of it anew for each
 * line.  No word that people read is this long. */
#define MAX_WORD 120

/* So many characters are more than a line of a page holds. */
#define MAX_LINE 500

static const guint32 tone_colors[] = {
  [TVX_DOC_TONE_GOOD] = 0x1E6B3A,
  [TVX_DOC_TONE_FAIR] = 0x8A5A00,
  [TVX_DOC_TONE_POOR] = 0x9B2335,
};

/* A part of a text that is an element of its own. */
typedef struct
{
  guint       start;
  guint       end;
  TvxDocNode *node;
  TvxTag     *tag; /* a span keeps one over all its lines; a link has one a line */
} Range;

/* A text on its way from nodes to a layout. */
typedef struct
{
  GString       *text;
  PangoAttrList *attributes;
  GArray        *ranges; /* Range, inner ones before the outer */
  guint          word;     /* characters since the last place to break */
  guint32        color;
} Flow;

static void
flow_init (Flow               *flow,
           const TvxTextStyle *style)
{
  flow->text = g_string_new (NULL);
  flow->attributes = pango_attr_list_new ();
  flow->ranges = g_array_new (FALSE, TRUE, sizeof (Range));
  flow->word = 0;
  flow->color = style->color;
}

static void
flow_clear (Flow *flow)
{
  g_string_free (flow->text, TRUE);
  pango_attr_list_unref (flow->attributes);
  g_array_unref (flow->ranges);
}

static void
flow_add_attribute (Flow           *flow,
                    PangoAttribute *attribute,
                    guint           start)
{
  attribute->start_index = start;
  attribute->end_index = flow->text->len;
  pango_attr_list_insert (flow->attributes, attribute);
}

static void
flow_add_text (Flow       *flow,
               const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      flow->word = g_unichar_isspace (c) ? 0 : flow->word + 1;
      if (flow->word > MAX_WORD && !g_unichar_ismark (c))
        {
          g_string_append (flow->text, LINE_SEPARATOR);
          flow->word = 1;
        }
      g_string_append_unichar (flow->text, c);
    }
}

static void
flow_add_color (Flow    *flow,
                guint32  color,
                guint    start)
{
  flow_add_attribute (flow,
                      pango_attr_foreground_new ((color >> 16 & 0xFF) * 0x101, (color >> 8 & 0xFF) * 0x101,
                                                 (color & 0xFF) * 0x101),
                      start);
}

static void
flow_add_nodes (Flow       *flow,
                TvxDocNode *parent)
{
  for (TvxDocNode *node = parent->first; node != NULL; node = node->next)
    {
      guint start = flow->text->len;

      if (node->kind == TVX_DOC_TEXT)
        flow_add_text (flow, node->text);
      else if (node->kind == TVX_DOC_BREAK)
        /* The space is for who hears the text or copies it: it keeps the words apart. */
        g_string_append (flow->text, " " LINE_SEPARATOR);
      else if (tvx_doc_node_is_inline (node))
        flow_add_nodes (flow, node);

      switch (node->kind)
        {
        case TVX_DOC_EMPHASIS:
          flow_add_attribute (flow, pango_attr_style_new (PANGO_STYLE_ITALIC), start);
          break;
        case TVX_DOC_STRONG:
          flow_add_attribute (flow, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start);
          if (node->tone != TVX_DOC_TONE_PLAIN)
            flow_add_color (flow, tone_colors[node->tone], start);
          break;
        case TVX_DOC_LINK:
          flow_add_color (flow, LINK_COLOR, start);
          g_array_append_val (flow->ranges, ((Range) { start, flow->text->len, node, NULL }));
          break;
        case TVX_DOC_SPAN:
          flow_add_attribute (flow, pango_attr_language_new (pango_language_from_string (node->language)), start);
          /* Its own colour even where it looks the same: that ends the run. */
          flow_add_color (flow, flow->color, start);
          g_array_append_val (flow->ranges, ((Range) { start, flow->text->len, node, NULL }));
          break;
        default:
          break;
        }
    }
}

static PangoLayout *
flow_lay_out (Flow               *flow,
              TvxPages           *pages,
              const TvxTextStyle *style,
              double              width)
{
  PangoLayout *layout = pango_layout_new (pages->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FAMILIES);
  pango_font_description_set_size (font, pango_units_from_double (style->size));
  pango_font_description_set_weight (font, style->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  /* Joined letters are an ornament, and every one of them is a letter less to find. */
  flow_add_attribute (flow, pango_attr_font_features_new ("liga 0, clig 0"), 0);

  pango_layout_set_text (layout, flow->text->str, flow->text->len);
  pango_layout_set_attributes (layout, flow->attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : pango_units_from_double (width));
  return layout;
}

static guint32
get_run_color (const PangoGlyphItem *run,
               guint32               color)
{
  for (GSList *l = run->item->analysis.extra_attrs; l != NULL; l = l->next)
    {
      PangoAttrColor *attribute = pango_attribute_as_color (l->data);

      if (attribute != NULL && attribute->attr.klass->type == PANGO_ATTR_FOREGROUND)
        color = (attribute->color.red >> 8) << 16 | (attribute->color.green >> 8) << 8 | attribute->color.blue >> 8;
    }
  return color;
}

static Range *
find_range (Flow  *flow,
            guint  offset)
{
  for (guint i = 0; i < flow->ranges->len; i++)
    {
      Range *range = &g_array_index (flow->ranges, Range, i);

      if (offset >= range->start && offset < range->end)
        return range;
    }
  return NULL;
}

static TvxTag *
add_inline_tag (TvxPages   *pages,
                TvxTag     *parent,
                TvxDocNode *node)
{
  gboolean is_link = node->kind == TVX_DOC_LINK;
  TvxTag *tag = tvx_pages_add_tag (pages, parent, is_link ? TVX_TAG_LINK : TVX_TAG_SPAN);

  tag->is_inline = TRUE;
  tag->language = g_strdup (node->language);
  if (is_link)
    {
      tag->uri = g_strdup (node->link.uri);
      tag->target = node->link.target != NULL ? node->link.target->id : 0;
      tag->text = g_strdup (node->first->text);
    }
  return tag;
}

static int
compare_offsets (gconstpointer a,
                 gconstpointer b)
{
  const TvxItem *first = a;
  const TvxItem *second = b;

  return first->glyphs->item->offset - second->glyphs->item->offset;
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
    .kind = TVX_ITEM_RECTANGLE, .color = LINK_COLOR, .x = x, .y = baseline + 1.4, .width = width, .height = 0.5,
  };
  TvxItem area = { .kind = TVX_ITEM_LINK, .tag = tag, .x = x, .y = 0, .width = width, .height = height };

  g_array_append_val (items, rule);
  g_array_append_val (items, area);
}

/* Gives the runs of a line their tags, and each link of it its area. */
static void
tag_line (TvxPages *pages,
          Flow     *flow,
          TvxLine  *line,
          TvxTag   *tag,
          double    baseline)
{
  guint n_runs = line->items->len;
  Range *current = NULL;
  TvxTag *current_tag = NULL;
  double left = 0;
  double right = 0;

  for (guint i = 0; i <= n_runs; i++)
    {
      TvxItem *item = i < n_runs ? &g_array_index (line->items, TvxItem, i) : NULL;
      Range *range = item != NULL ? find_range (flow, item->glyphs->item->offset) : NULL;

      if (range != current)
        {
          if (current != NULL && current->node->kind == TVX_DOC_LINK)
            add_link_area (line->items, current_tag, left, right - left, baseline, line->height);
          current = range;
          left = G_MAXDOUBLE;
          right = -G_MAXDOUBLE;
          if (range != NULL && (range->tag == NULL || range->node->kind == TVX_DOC_LINK))
            range->tag = add_inline_tag (pages, tag, range->node);
          current_tag = range != NULL ? range->tag : NULL;
        }
      if (i == n_runs)
        break;

      /* Appending may have moved the items. */
      item = &g_array_index (line->items, TvxItem, i);
      if (current_tag != NULL)
        item->tag = current_tag;
      left = MIN (left, item->x);
      right = MAX (right, item->x + item->width);
    }
}

static TvxLine *
make_line (TvxPages           *pages,
           Flow               *flow,
           PangoLayoutLine    *layout_line,
           const TvxTextStyle *style,
           double              width,
           TvxSide             side,
           TvxTag             *tag,
           TvxArtifact         artifact)
{
  TvxLine *line = g_new0 (TvxLine, 1);
  PangoRectangle logical;
  gboolean is_rtl = pango_layout_line_get_resolved_direction (layout_line) == PANGO_DIRECTION_RTL;
  double baseline;
  double x = 0;

  line->items = tvx_items_new ();
  line->height = style->leading;
  pango_layout_line_get_extents (layout_line, NULL, &logical);
  line->width = pango_units_to_double (logical.width);
  /* The face's own line would sit in the middle of ours. */
  baseline = style->leading / 2 + style->size * 0.36;

  if (side == TVX_SIDE_MIDDLE)
    x = (width - line->width) / 2;
  else if (width > 0 && (side == TVX_SIDE_END || is_rtl))
    x = width - line->width;

  for (GSList *l = layout_line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      TvxItem item = { .kind = TVX_ITEM_TEXT, .tag = tag, .artifact = artifact, .x = x, .y = baseline };

      item.width = pango_units_to_double (pango_glyph_string_get_width (run->glyphs));
      item.color = get_run_color (run, style->color);
      item.glyphs = pango_glyph_item_copy (run);
      item.text = g_strndup (flow->text->str + run->item->offset, run->item->length);
      x += item.width;
      g_array_append_val (line->items, item);
    }
  /* They come from left to right; structure wants them as they are read. */
  g_array_sort (line->items, compare_offsets);
  if (tag != NULL)
    tag_line (pages, flow, line, tag, baseline);

  return line;
}

static GPtrArray *
break_flow (Flow               *flow,
            TvxPages           *pages,
            const TvxTextStyle *style,
            double              width,
            TvxSide             side,
            TvxTag             *tag)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_line_free);
  g_autoptr (PangoLayout) layout = flow_lay_out (flow, pages, style, width);

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    g_ptr_array_add (lines, make_line (pages, flow, l->data, style, width, side, tag, TVX_ARTIFACT_LAYOUT));
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
  GPtrArray *lines;
  Flow flow;

  flow_init (&flow, style);
  flow_add_nodes (&flow, node);
  lines = break_flow (&flow, pages, style, width, side, tag);
  flow_clear (&flow);
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
  GPtrArray *lines;
  Flow flow;

  flow_init (&flow, style);
  flow_add_text (&flow, text);
  lines = break_flow (&flow, pages, style, width, TVX_SIDE_START, tag);
  flow_clear (&flow);
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
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *start = width >= 0 ? g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_LINE)) : NULL;
  TvxLine *line;
  Flow flow;

  flow_init (&flow, style);
  flow_add_text (&flow, start != NULL ? start : text);
  layout = flow_lay_out (&flow, pages, style, width);
  if (width >= 0)
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  line = make_line (pages, &flow, pango_layout_get_line_readonly (layout, 0), style, width, side, tag, artifact);
  flow_clear (&flow);
  return line;
}

static int
get_x (PangoLayout *layout,
       int          index)
{
  int line;
  int x;

  pango_layout_index_to_line_x (layout, index, FALSE, &line, &x);
  return x;
}

/* The longest stretch between two places where a line may end. Letting Pango break the text at each of them gives the same,
 * but shapes the rest of the text anew for each line. */
static double
measure_longest_word (PangoLayout *layout)
{
  int n_attributes;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  const char *text = pango_layout_get_text (layout);
  const char *start = text;
  const char *end = text;
  const char *p = text;
  int longest = 0;

  for (int i = 0; i < n_attributes; i++)
    {
      if (attributes[i].is_line_break || attributes[i].is_mandatory_break || i + 1 == n_attributes)
        {
          if (end > start)
            longest = MAX (longest, ABS (get_x (layout, end - text) - get_x (layout, start - text)));
          start = end = p;
        }
      if (*p == '\0')
        break;
      p = g_utf8_next_char (p);
      if (!attributes[i].is_white)
        end = p;
    }
  return pango_units_to_double (longest);
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
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;
  Flow flow;

  flow_init (&flow, style);
  flow_add_nodes (&flow, node);
  layout = flow_lay_out (&flow, pages, style, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  *natural = pango_units_to_double (logical.width);
  *least = measure_longest_word (layout);
  flow_clear (&flow);
}
