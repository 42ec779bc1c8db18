/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-doc-node-private.h"
#include "report/tvx-layout-private.h"

/* A figure that is taller than this, in points, is made smaller, so that it fits on a page with its caption. */
#define MAX_HEIGHT (TVX_BODY_HEIGHT - 60)

static void
add_shape_text (TvxLayout      *self,
                TvxStrip       *strip,
                const TvxShape *shape,
                double          x,
                double          scale,
                TvxTag         *tag)
{
  static const double shares[] = { [TVX_ANCHOR_START] = 0, [TVX_ANCHOR_MIDDLE] = 0.5, [TVX_ANCHOR_END] = 1 };
  const TvxTextStyle style = { shape->size * scale, shape->size * scale, shape->color, shape->bold };
  g_autoptr (TvxLine) line = tvx_layout_text_line (self->pages, shape->text, &style, -1, TVX_SIDE_START, tag,
                                                   TVX_ARTIFACT_LAYOUT);

  for (guint i = 0; i < line->items->len; i++)
    g_array_index (line->items, TvxItem, i).y = 0;
  tvx_strip_take_line (strip, line, x + shape->points[0].x * scale - shares[shape->anchor] * line->width,
                       shape->points[0].y * scale);
}

static void
add_shape (TvxStrip       *strip,
           const TvxShape *shape,
           double          x,
           double          scale,
           TvxTag         *tag)
{
  TvxItem item = { .tag = tag, .color = shape->color };

  if (shape->kind == TVX_SHAPE_RECTANGLE)
    {
      const TvxPoint *points = shape->points;

      item.kind = TVX_ITEM_RECTANGLE;
      item.x = x + MIN (points[0].x, points[1].x) * scale;
      item.y = MIN (points[0].y, points[1].y) * scale;
      item.width = ABS (points[1].x - points[0].x) * scale;
      item.height = ABS (points[1].y - points[0].y) * scale;
    }
  else
    {
      item.kind = shape->kind == TVX_SHAPE_LINE ? TVX_ITEM_LINE : TVX_ITEM_POLYGON;
      item.width = shape->size * scale;
      item.n_points = shape->n_points;
      item.points = g_memdup2 (shape->points, shape->n_points * sizeof *shape->points);
      for (gsize i = 0; i < item.n_points; i++)
        {
          item.points[i].x = x + item.points[i].x * scale;
          item.points[i].y *= scale;
        }
    }
  g_array_append_val (strip->items, item);
}

void
tvx_layout_add_figure (TvxLayout  *self,
                       TvxDocNode *figure,
                       TvxTag     *parent)
{
  TvxDrawing *drawing = figure->figure.drawing;
  TvxTag *caption = tvx_layout_add_tag (self, parent, TVX_TAG_CAPTION, figure);
  TvxTag *tag = tvx_layout_add_tag (self, parent, TVX_TAG_FIGURE, figure);
  double scale = MIN (self->width / tvx_drawing_get_width (drawing), MAX_HEIGHT / tvx_drawing_get_height (drawing));
  g_autoptr (GPtrArray) lines = tvx_layout_text_break_caption (self->pages, figure, &tvx_style_strong, self->width, caption);
  TvxItem target = { .kind = TVX_ITEM_TARGET, .tag = tag, .x = self->left, .target = figure->id };
  guint first = self->strips->len;
  TvxStrip *strip;

  scale = MIN (scale, 1);
  tag->text = g_strdup (figure->figure.alternative);

  tvx_layout_add_space (self, 12);
  for (guint i = 0; i < lines->len; i++)
    {
      strip = tvx_layout_add_strip (self, tvx_style_strong.leading);
      tvx_strip_take_line (strip, g_ptr_array_index (lines, i), self->left, 0);
    }

  for (TvxDocNode *node = figure->first; node != NULL; node = node->next)
    tvx_layout_add_paragraph (self, node, parent);
  for (guint i = first; i < self->strips->len; i++)
    ((TvxStrip *) g_ptr_array_index (self->strips, i))->keep = TRUE;

  tvx_layout_add_space (self, 6);
  strip = tvx_layout_add_strip (self, tvx_drawing_get_height (drawing) * scale);
  target.width = tvx_drawing_get_width (drawing) * scale;
  target.height = strip->height;
  g_array_append_val (strip->items, target);
  for (guint i = 0; i < tvx_drawing_get_n_shapes (drawing); i++)
    {
      const TvxShape *shape = tvx_drawing_get_shape (drawing, i);

      if (shape->kind == TVX_SHAPE_TEXT)
        add_shape_text (self, strip, shape, self->left, scale, tag);
      else
        add_shape (strip, shape, self->left, scale, tag);
    }
  /* A table that belongs to it stands close below. */
  tvx_layout_add_space (self, figure->joined ? 4 : 14);
}
