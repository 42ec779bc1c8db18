/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-layout-private.h"

/* Deals strips to pages, and then adds what depends on their number. */

/* A report of no more pages is a leaflet: it needs no table of contents, and no cover. */
#define LEAFLET_PAGES 2

/* A page that ends early, so that what is drawn to each other is together, is filled to this share. */
#define FILLED_SHARE 0.75

/* The left end of a header or footer may be longer than the right one. */
#define LEFT_SHARE 0.72
#define HEADER_Y 36

/* The title of a cover moves this share of what is left free down the page, and no more points than that. */
#define COVER_SHARE 0.35
#define COVER_MOST 150.0

static TvxStrip *
get_strip (TvxLayout *self,
           guint      index)
{
  return g_ptr_array_index (self->strips, index);
}

/* Whether a page that begins with this strip begins within a table, under whose head it belongs. */
static gboolean
needs_head (TvxLayout *self,
            guint      start)
{
  TvxStrip *strip = get_strip (self, start);

  return strip->head >= 0 && start >= (guint) strip->head + strip->n_head;
}

static double
get_head_height (TvxLayout *self,
                 guint      start)
{
  TvxStrip *strip = get_strip (self, start);
  double height = 0;

  if (needs_head (self, start))
    for (guint i = 0; i < strip->n_head; i++)
      height += get_strip (self, strip->head + i)->height;
  return height;
}

static gboolean
is_left_out (TvxLayout *self,
             guint      index)
{
  return self->is_leaflet && index >= self->contents && index < self->contents_end;
}

/* Finds where the page that begins with a strip must end. */
static guint
find_end (TvxLayout *self,
          guint      start)
{
  double used = get_head_height (self, start);
  guint allowed = start;
  guint preferred = start;
  double used_by_preferred = 0;
  guint end;

  for (end = start; end < self->strips->len; end++)
    {
      TvxStrip *strip = get_strip (self, end);
      double need = is_left_out (self, end) ? 0 : (end > start ? strip->space : 0) + strip->height;

      if (end > start && strip->starts_page)
        return end;
      if (used + need > TVX_BODY_HEIGHT && end > start)
        return used_by_preferred >= TVX_BODY_HEIGHT * FILLED_SHARE ? preferred : allowed > start ? allowed
                                                                                                 : end;
      used += need;
      if (strip->keep)
        continue;
      allowed = end + 1;
      if (strip->draw)
        continue;
      preferred = end + 1;
      used_by_preferred = used;
    }
  return end;
}

static void
add_rectangle (TvxPage *page,
               double   x,
               double   y,
               double   width,
               double   height,
               guint32  color)
{
  TvxItem item = {
    .kind = TVX_ITEM_RECTANGLE, .color = color, .x = x, .y = y, .width = width, .height = height,
  };

  g_array_append_val (page->items, item);
}

/* Paints the backgrounds of the notices, each from its first to its last strip on this page. */
static void
add_panels (TvxLayout *self,
            TvxPage   *page,
            guint      start,
            guint      end)
{
  guint last;

  for (guint first = start; first < end; first = last + 1)
    {
      const TvxPanel *panel = get_strip (self, first)->panel;
      double top = get_strip (self, first)->y;
      double height;

      last = first;
      if (panel == NULL)
        continue;
      while (last + 1 < end && get_strip (self, last + 1)->panel == panel)
        last++;
      height = get_strip (self, last)->y + get_strip (self, last)->height - top;
      add_rectangle (page, TVX_MARGIN_SIDE, top, TVX_BODY_WIDTH, height, panel->tint);
      add_rectangle (page, TVX_MARGIN_SIDE, top, 3.5, height, panel->bar);
    }
}

/* Paints the head of a table again. */
static void
repeat_head (TvxLayout *self,
             TvxPage   *page,
             guint      start)
{
  TvxStrip *strip = get_strip (self, start);
  double y = TVX_MARGIN_TOP;

  if (!needs_head (self, start))
    return;

  for (guint i = 0; i < strip->n_head; i++)
    {
      TvxStrip *head = get_strip (self, strip->head + i);
      TvxPage *owner = g_ptr_array_index (self->pages->pages, head->page);

      for (guint j = 0; j < head->n_moved; j++)
        {
          const TvxItem *item = &g_array_index (owner->items, TvxItem, head->first_moved + j);
          TvxItem copy;

          if (item->kind == TVX_ITEM_TARGET || item->kind == TVX_ITEM_LINK)
            continue;
          copy = tvx_item_copy_moved (item, 0, y - head->y);
          copy.tag = NULL;
          copy.artifact = TVX_ARTIFACT_PAGINATION;
          g_array_append_val (page->items, copy);
        }
      y += head->height;
    }
}

static void
place_item (TvxLayout *self,
            TvxItem   *item,
            guint      page)
{
  TvxPlace *place;

  if (item->kind != TVX_ITEM_TARGET)
    return;

  place = g_new (TvxPlace, 1);
  *place = (TvxPlace) { page, item->y };
  g_hash_table_replace (self->pages->places, GUINT_TO_POINTER (item->target), place);
  if (item->tag != NULL)
    {
      item->tag->page = page;
      item->tag->x = item->x;
      item->tag->y = item->y;
      item->tag->width = item->width;
      item->tag->height = item->height;
    }
}

static void
compose (TvxLayout *self,
         guint      start,
         guint      end)
{
  guint number = self->pages->pages->len;
  TvxPage *page = tvx_pages_add_page (self->pages);
  double y = TVX_MARGIN_TOP + get_head_height (self, start);

  for (guint i = start; i < end; i++)
    {
      TvxStrip *strip = get_strip (self, i);

      if (is_left_out (self, i))
        continue;
      y += i > start ? strip->space : 0;
      strip->page = number;
      strip->y = y;
      y += strip->height;
    }

  add_panels (self, page, start, end);
  repeat_head (self, page, start);
  for (guint i = start; i < end; i++)
    {
      TvxStrip *strip = get_strip (self, i);
      g_autofree TvxItem *items = NULL;
      gsize n_items;

      if (is_left_out (self, i))
        continue;
      items = g_array_steal (strip->items, &n_items);
      for (gsize j = 0; j < n_items; j++)
        {
          tvx_item_move (&items[j], TVX_MARGIN_SIDE, strip->y);
          place_item (self, &items[j], number);
        }
      strip->first_moved = page->items->len;
      strip->n_moved = n_items;
      g_array_append_vals (page->items, items, n_items);
    }
}

static void
add_line (TvxPage *page,
          TvxLine *line,
          double   x,
          double   y,
          guint    index)
{
  g_autofree TvxItem *items = NULL;
  gsize n_items;

  items = g_array_steal (line->items, &n_items);
  for (gsize i = 0; i < n_items; i++)
    tvx_item_move (&items[i], x, y);
  g_array_insert_vals (page->items, index, items, n_items);
}

/* Fills the page numbers into the table of contents, the last first, since each moves the items after it. */
static void
number_entries (TvxLayout *self)
{
  for (guint i = self->entries->len; i-- > 0;)
    {
      TvxEntry *entry = &g_array_index (self->entries, TvxEntry, i);
      TvxStrip *strip = get_strip (self, entry->strip);
      TvxPage *page = g_ptr_array_index (self->pages->pages, strip->page);
      TvxPlace *place = g_hash_table_lookup (self->pages->places, GUINT_TO_POINTER (entry->target));
      g_autofree char *number = g_strdup_printf ("%u", place->page + 1);
      g_autoptr (TvxLine) line = tvx_layout_text_line (self->pages, number, &tvx_style_body, TVX_BODY_WIDTH, TVX_SIDE_END,
                                                       entry->tag, TVX_ARTIFACT_LAYOUT);

      add_line (page, line, TVX_MARGIN_SIDE, strip->y, strip->first_moved + strip->n_moved);
    }
}

/* What is written on the left of every header or footer may be long, and is set once. */
static TvxLine *
set_left (TvxLayout   *self,
          const char  *text,
          TvxArtifact  artifact)
{
  return tvx_layout_text_line (self->pages, text != NULL ? text : "", &tvx_style_small, TVX_BODY_WIDTH * LEFT_SHARE, TVX_SIDE_START,
                               NULL, artifact);
}

static TvxLine *
set_right (TvxLayout   *self,
           const char  *text,
           TvxArtifact  artifact)
{
  return tvx_layout_text_line (self->pages, text != NULL ? text : "", &tvx_style_small, TVX_BODY_WIDTH * (1 - LEFT_SHARE),
                               TVX_SIDE_END, NULL, artifact);
}

static void
copy_line (TvxPage *page,
           TvxLine *line,
           double   x,
           double   y)
{
  for (guint i = 0; i < line->items->len; i++)
    {
      const TvxItem copy = tvx_item_copy_moved (&g_array_index (line->items, TvxItem, i), x, y);

      g_array_append_val (page->items, copy);
    }
}

static void
add_header_and_footer (TvxLayout *self)
{
  const TvxCatalog *catalog = tvx_report_get_catalog (self->report);
  guint n_pages = self->pages->pages->len;
  double y = TVX_PAGE_HEIGHT - TVX_MARGIN_BOTTOM + 30;
  double right = TVX_MARGIN_SIDE + TVX_BODY_WIDTH * LEFT_SHARE;
  g_autoptr (TvxLine) authority = set_left (self, tvx_report_get_authority (self->report), TVX_ARTIFACT_HEADER);
  g_autoptr (TvxLine) status = set_right (self, tvx_report_get_status (self->report), TVX_ARTIFACT_HEADER);
  g_autoptr (TvxLine) title = set_left (self, tvx_report_get_title (self->report), TVX_ARTIFACT_FOOTER);

  for (guint i = 0; i < n_pages; i++)
    {
      TvxPage *page = g_ptr_array_index (self->pages->pages, i);
      /* Translators: at the foot of a page: its number, and how many pages there are. */
      g_autofree char *text = g_strdup_printf (tvx_catalog_translate (catalog, "Page %u of %u"), i + 1, n_pages);
      g_autoptr (TvxLine) number = set_right (self, text, TVX_ARTIFACT_FOOTER);

      if (i > 0)
        {
          copy_line (page, authority, TVX_MARGIN_SIDE, HEADER_Y);
          copy_line (page, status, right, HEADER_Y);
        }
      add_rectangle (page, TVX_MARGIN_SIDE, y - 6, TVX_BODY_WIDTH, 0.5, TVX_COLOR_LINE);
      copy_line (page, title, TVX_MARGIN_SIDE, y);
      add_line (page, number, right, y, page->items->len);
    }
}

static guint
count_pages (TvxLayout *self)
{
  guint n = 0;

  for (guint start = 0; start < self->strips->len; start = find_end (self, start))
    n++;
  return n;
}

/* Gives a report of some length a cover of its own: what stands before the contents, a little down the page. */
static void
make_cover (TvxLayout *self)
{
  double height = 0;

  get_strip (self, self->contents)->starts_page = TRUE;
  for (guint i = 0; i < self->contents; i++)
    height += get_strip (self, i)->space + get_strip (self, i)->height;
  get_strip (self, self->title)->space += MAX (MIN ((TVX_BODY_HEIGHT - height) * COVER_SHARE, COVER_MOST), 0);
}

/* Whether what stands from this strip on, with the heading above it, is no longer than a page. */
static gboolean
fits_on_page (TvxLayout *self,
              guint      first)
{
  double height = 0;

  while (first > 0 && get_strip (self, first - 1)->keep)
    first--;
  for (guint i = first; i < self->strips->len; i++)
    {
      const TvxStrip *strip = get_strip (self, i);

      height += (i > first ? strip->space : 0) + strip->height;
    }
  return height <= TVX_BODY_HEIGHT;
}

/* Keeps a block that begins with @first on a page with those that it is joined to, of which the earliest begins with @chain.
 * Returns where what the next one is joined to begins. */
guint
tvx_layout_keep_joined (TvxLayout *self,
                        guint      chain,
                        guint      first)
{
  if (!fits_on_page (self, chain))
    return first;
  for (guint i = chain; i + 1 < self->strips->len; i++)
    get_strip (self, i)->keep = TRUE;
  return chain;
}

void
tvx_layout_paginate (TvxLayout *self)
{
  guint end;

  self->is_leaflet = TRUE;
  self->is_leaflet = count_pages (self) <= LEAFLET_PAGES;
  if (!self->is_leaflet && self->contents_end > 0)
    make_cover (self);

  for (guint start = 0; start < self->strips->len; start = end)
    {
      end = find_end (self, start);
      compose (self, start, end);
    }
  if (!self->is_leaflet)
    number_entries (self);
  add_header_and_footer (self);
}
