/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-pages.h"

static void
free_tag (gpointer data)
{
  TvxTag *tag = data;

  g_free (tag->language);
  g_free (tag->text);
  g_free (tag->uri);
  g_free (tag);
}

static void
free_page (gpointer data)
{
  TvxPage *page = data;

  g_array_unref (page->items);
  g_free (page);
}

static void
clear_item (gpointer data)
{
  g_free (((TvxItem *) data)->points);
}

static void
clear_bookmark (gpointer data)
{
  TvxBookmark *bookmark = data;

  g_free (bookmark->title);
}

/**
 * tvx_pages_new:
 * @typesetter: (transfer full): what sets their text
 * @width: of a page, in points
 * @height: of a page, in points
 *
 * Begins a list of pages.
 *
 * Returns: (transfer full): no pages yet
 */
TvxPages *
tvx_pages_new (TvxTypesetter *typesetter,
               double         width,
               double         height)
{
  TvxPages *self = g_new0 (TvxPages, 1);

  self->width = width;
  self->height = height;
  self->typesetter = typesetter;
  self->pages = g_ptr_array_new_with_free_func (free_page);
  self->tags = g_ptr_array_new_with_free_func (free_tag);
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (TvxBookmark));
  g_array_set_clear_func (self->bookmarks, clear_bookmark);
  self->places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

/**
 * tvx_pages_free:
 * @self: (transfer full): pages
 *
 * Frees pages, their items and their tags.
 */
void
tvx_pages_free (TvxPages *self)
{
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->tags);
  g_array_unref (self->bookmarks);
  g_hash_table_unref (self->places);
  tvx_typesetter_free (self->typesetter);
  g_free (self);
}

/**
 * tvx_pages_add_tag:
 * @self: pages
 * @parent: (nullable): what holds it
 * @kind: what it is
 *
 * Adds an element to the structure.
 *
 * Returns: (transfer none): the element
 */
TvxTag *
tvx_pages_add_tag (TvxPages   *self,
                   TvxTag     *parent,
                   TvxTagKind  kind)
{
  TvxTag *tag = g_new0 (TvxTag, 1);

  tag->kind = kind;
  tag->parent = parent;
  tag->index = self->tags->len;
  g_ptr_array_add (self->tags, tag);
  return tag;
}

/**
 * tvx_pages_add_page:
 * @self: pages
 *
 * Adds an empty page.
 *
 * Returns: (transfer none): the page
 */
TvxPage *
tvx_pages_add_page (TvxPages *self)
{
  TvxPage *page = g_new0 (TvxPage, 1);

  page->items = tvx_items_new ();
  g_ptr_array_add (self->pages, page);
  return page;
}

/**
 * tvx_pages_clear_page:
 * @self: pages
 * @page: the number of one of them, from 0
 *
 * Frees what a page paints, when it is not needed any more.
 */
void
tvx_pages_clear_page (TvxPages *self,
                      guint     page)
{
  TvxPage *cleared = g_ptr_array_index (self->pages, page);

  g_array_unref (cleared->items);
  cleared->items = tvx_items_new ();
}

/**
 * tvx_items_new:
 *
 * Makes a list of things to paint.
 *
 * Returns: (transfer full) (element-type TvxItem): an empty list that frees its items
 */
GArray *
tvx_items_new (void)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (TvxItem));

  g_array_set_clear_func (items, clear_item);
  return items;
}

/**
 * tvx_item_move:
 * @item: a thing to paint
 * @x: points to the right
 * @y: points downwards
 *
 * Moves a thing.
 */
void
tvx_item_move (TvxItem *item,
               double   x,
               double   y)
{
  item->x += x;
  item->y += y;
  for (gsize i = 0; i < item->n_points; i++)
    {
      item->points[i].x += x;
      item->points[i].y += y;
    }
}

/**
 * tvx_item_copy_moved:
 * @item: a thing to paint
 * @x: points to the right
 * @y: points downwards
 *
 * Copies a thing to another place.
 *
 * Returns: (transfer full): the copy
 */
TvxItem
tvx_item_copy_moved (const TvxItem *item,
                     double         x,
                     double         y)
{
  TvxItem copy = *item;

  copy.points = g_memdup2 (item->points, item->n_points * sizeof *item->points);
  tvx_item_move (&copy, x, y);
  return copy;
}
