/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-pdf-content.h"

#include "report/tvx-pdf-text.h"

struct _TvxPdfContent
{
  TvxPages        *pages;
  TvxPdfStructure *structure;
  GHashTable      *fonts;     /* hb_face_t to TvxPdfFont */
  GPtrArray       *font_order; /* TvxPdfFont */
};

/* What is being written of a page. */
typedef struct
{
  TvxPdfContent *content;
  guint          page;
  GString       *out;
  gboolean       is_open; /* marked content, for a tag or an artifact */
  TvxTag        *tag;
  TvxArtifact    artifact;
  guint32        fill;
  guint32        stroke;
} Painter;

/**
 * tvx_pdf_content_new:
 * @pages: pages
 * @structure: where the pieces of content are noted
 *
 * Begins to write pages; both arguments must outlive it.
 *
 * Returns: (transfer full): a maker of content streams
 */
TvxPdfContent *
tvx_pdf_content_new (TvxPages        *pages,
                     TvxPdfStructure *structure)
{
  TvxPdfContent *self = g_new0 (TvxPdfContent, 1);

  self->pages = pages;
  self->structure = structure;
  self->fonts = g_hash_table_new (NULL, NULL);
  self->font_order = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_pdf_font_free);
  return self;
}

/**
 * tvx_pdf_content_free:
 * @self: (transfer full): a maker of content streams
 *
 * Frees it and its fonts.
 */
void
tvx_pdf_content_free (TvxPdfContent *self)
{
  g_hash_table_unref (self->fonts);
  g_ptr_array_unref (self->font_order);
  g_free (self);
}

/* Fonts are numbered by first use, in the order of the pages: the same report gives the same numbers. */
static TvxPdfFont *
get_font (TvxPdfContent *self,
          PangoFont     *pango_font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (pango_font));
  TvxPdfFont *font = g_hash_table_lookup (self->fonts, face);

  if (font == NULL)
    {
      font = tvx_pdf_font_new (face, self->font_order->len);
      g_hash_table_insert (self->fonts, face, font);
      g_ptr_array_add (self->font_order, font);
    }
  return font;
}

static void
append_color (GString    *out,
              guint32     color,
              const char *operator)
{
  tvx_pdf_append_number (out, (color >> 16 & 0xFF) / 255.0);
  g_string_append_c (out, ' ');
  tvx_pdf_append_number (out, (color >> 8 & 0xFF) / 255.0);
  g_string_append_c (out, ' ');
  tvx_pdf_append_number (out, (color & 0xFF) / 255.0);
  g_string_append_c (out, ' ');
  g_string_append (out, operator);
  g_string_append_c (out, '\n');
}

static void
append_numbers (GString      *out,
                const double *numbers,
                guint         n_numbers)
{
  for (guint i = 0; i < n_numbers; i++)
    {
      tvx_pdf_append_number (out, numbers[i]);
      g_string_append_c (out, ' ');
    }
}

static void
close_mark (Painter *painter)
{
  if (painter->is_open)
    g_string_append (painter->out, "EMC\n");
  painter->is_open = FALSE;
}

/* Everything that is painted belongs to an element or is an artifact, and says so. */
static void
open_mark (Painter       *painter,
           const TvxItem *item)
{
  static const char *const artifacts[] = {
    [TVX_ARTIFACT_LAYOUT] = "/Type/Layout",
    [TVX_ARTIFACT_PAGINATION] = "/Type/Pagination",
    [TVX_ARTIFACT_HEADER] = "/Type/Pagination/Subtype/Header/Attached[/Top]",
    [TVX_ARTIFACT_FOOTER] = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]",
  };
  char buffer[3];

  if (painter->is_open && painter->tag == item->tag && (item->tag != NULL || painter->artifact == item->artifact))
    return;

  close_mark (painter);
  painter->is_open = TRUE;
  painter->tag = item->tag;
  painter->artifact = item->artifact;
  if (item->tag == NULL)
    g_string_append_printf (painter->out, "/Artifact<<%s>>BDC\n", artifacts[item->artifact]);
  else
    g_string_append_printf (painter->out, "/%s<</MCID %u>>BDC\n", tvx_pdf_structure_get_role (item->tag, buffer),
                            tvx_pdf_structure_add_content (painter->content->structure, item->tag, painter->page));
}

static void
set_fill (Painter *painter,
          guint32  color)
{
  if (painter->fill == color)
    return;
  painter->fill = color;
  append_color (painter->out, color, "rg");
}

static void
paint_item (Painter       *painter,
            const TvxItem *item)
{
  double height = painter->content->pages->height;
  GString *out = painter->out;

  if (item->kind == TVX_ITEM_LINK || item->kind == TVX_ITEM_TARGET)
    return;

  open_mark (painter, item);
  switch (item->kind)
    {
    case TVX_ITEM_TEXT:
      set_fill (painter, item->color);
      tvx_pdf_text_append (out, get_font (painter->content, item->run->glyphs->item->analysis.font), item, height);
      break;
    case TVX_ITEM_RECTANGLE:
      set_fill (painter, item->color);
      append_numbers (out, (const double[]) { item->x, height - item->y - item->height, item->width, item->height }, 4);
      g_string_append (out, "re f\n");
      break;
    case TVX_ITEM_LINE:
      if (painter->stroke != item->color)
        append_color (out, item->color, "RG");
      painter->stroke = item->color;
      append_numbers (out, &item->width, 1);
      g_string_append (out, "w ");
      append_numbers (out, (const double[]) { item->points[0].x, height - item->points[0].y }, 2);
      g_string_append (out, "m ");
      append_numbers (out, (const double[]) { item->points[1].x, height - item->points[1].y }, 2);
      g_string_append (out, "l S\n");
      break;
    case TVX_ITEM_POLYGON:
      set_fill (painter, item->color);
      for (gsize i = 0; i < item->n_points; i++)
        {
          append_numbers (out, (const double[]) { item->points[i].x, height - item->points[i].y }, 2);
          g_string_append (out, i == 0 ? "m " : "l ");
        }
      g_string_append (out, "h f\n");
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tvx_pdf_content_make:
 * @self: a maker of content streams
 * @page: a page; pages come in their order
 *
 * Writes what a page paints.
 *
 * Returns: (transfer full): the content stream
 */
char *
tvx_pdf_content_make (TvxPdfContent *self,
                      guint          page)
{
  /* Black is what a page begins with. */
  Painter painter = { .content = self, .page = page, .out = g_string_new (NULL) };
  GArray *items = ((TvxPage *) g_ptr_array_index (self->pages->pages, page))->items;

  for (guint i = 0; i < items->len; i++)
    paint_item (&painter, &g_array_index (items, TvxItem, i));
  close_mark (&painter);
  return g_string_free_and_steal (painter.out);
}

/**
 * tvx_pdf_content_write_fonts:
 * @self: a maker of content streams that has made them all
 * @file: where to
 * @resources: PDF; gets the entries of the font resources
 *
 * Writes the fonts that the pages use.
 */
void
tvx_pdf_content_write_fonts (TvxPdfContent *self,
                             TvxPdfFile    *file,
                             GString       *resources)
{
  for (guint i = 0; i < self->font_order->len; i++)
    {
      TvxPdfFont *font = g_ptr_array_index (self->font_order, i);

      if (tvx_pdf_font_can_embed (font))
        g_string_append_printf (resources, "/%s %u 0 R", tvx_pdf_font_get_name (font), tvx_pdf_font_write (font, file));
    }
}
