/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints pages on the screen and for a printer: the very pages that a PDF file has. */

#include "report/tvx-pages-painter.h"

#include <pango/pangocairo.h>

static void
set_color (cairo_t *cr,
           guint32  color)
{
  cairo_set_source_rgb (cr, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
}

static void
paint_item (cairo_t       *cr,
            const TvxItem *item)
{
  switch (item->kind)
    {
    case TVX_ITEM_TEXT:
      set_color (cr, item->color);
      cairo_move_to (cr, item->x, item->y);
      pango_cairo_show_glyph_string (cr, item->run->glyphs->item->analysis.font, item->run->glyphs->glyphs);
      break;
    case TVX_ITEM_RECTANGLE:
      set_color (cr, item->color);
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_fill (cr);
      break;
    case TVX_ITEM_LINE:
    case TVX_ITEM_POLYGON:
      set_color (cr, item->color);
      for (gsize i = 0; i < item->n_points; i++)
        cairo_line_to (cr, item->points[i].x, item->points[i].y);
      if (item->kind == TVX_ITEM_LINE)
        {
          cairo_set_line_width (cr, item->width);
          cairo_stroke (cr);
        }
      else
        {
          cairo_close_path (cr);
          cairo_fill (cr);
        }
      break;
    case TVX_ITEM_LINK:
    case TVX_ITEM_TARGET:
    default:
      break;
    }
}

/**
 * tvx_pages_paint: (skip)
 * @self: pages
 * @page: the number of one of them, from 0
 * @cr: where to paint it, a unit being a point (1/72 inch)
 *
 * Paints a page, without its paper.
 */
void
tvx_pages_paint (TvxPages *self,
                 guint     page,
                 cairo_t  *cr)
{
  GArray *items;

  g_return_if_fail (self != NULL && page < self->pages->len);

  items = ((TvxPage *) g_ptr_array_index (self->pages, page))->items;
  cairo_save (cr);
  for (guint i = 0; i < items->len; i++)
    paint_item (cr, &g_array_index (items, TvxItem, i));
  cairo_restore (cr);
}

/**
 * tvx_pages_dup_text: (skip)
 * @self: pages
 * @page: the number of one of them, from 0
 *
 * Returns: (transfer full): the text of a page in the order in which it is read, without what every page has
 */
char *
tvx_pages_dup_text (TvxPages *self,
                    guint     page)
{
  GArray *items;
  GString *text;
  const TvxTag *last = NULL;

  g_return_val_if_fail (self != NULL && page < self->pages->len, NULL);

  items = ((TvxPage *) g_ptr_array_index (self->pages, page))->items;
  text = g_string_new (NULL);
  for (guint i = 0; i < items->len; i++)
    {
      const TvxItem *item = &g_array_index (items, TvxItem, i);

      if (item->kind != TVX_ITEM_TEXT || item->tag == NULL)
        continue;
      if (last != NULL && last != item->tag && !item->tag->is_inline)
        g_string_append_c (text, '\n');
      g_string_append (text, item->run->text);
      last = item->tag;
    }
  return g_string_free_and_steal (text);
}
