/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-pdf-writer.h"

#include <string.h>

#include "report/tvx-pdf-content.h"
#include "report/tvx-pdf-file.h"
#include "report/tvx-pdf-metadata.h"
#include "report/tvx-pdf-structure.h"

/* How much of the time layout takes. */
#define LAYOUT_SHARE 0.6

typedef struct
{
  TvxPages        *pages;
  TvxPdfFile      *file;
  TvxPdfStructure *structure;
  TvxPdfContent   *content;
  guint           *page_ids;
  guint            tree;      /* of the pages */
  guint            resources; /* that all pages share */
} Writer;

/* Where a link or a bookmark leads: a little above the place, so that it is not cut. */
static void
append_destination (Writer  *self,
                    GString *out,
                    guint    target)
{
  TvxPlace *place = g_hash_table_lookup (self->pages->places, GUINT_TO_POINTER (target));

  g_string_append_printf (out, "/Dest[%u 0 R/XYZ null ", self->page_ids[place->page]);
  tvx_pdf_append_number (out, self->pages->height - place->y + 6);
  g_string_append (out, " null]");
}

static guint
write_link (Writer        *self,
            const TvxItem *item,
            guint          page)
{
  guint id = tvx_pdf_file_allocate (self->file);
  guint key = tvx_pdf_structure_add_annotation (self->structure, item->tag, page, id);
  const double corners[] = {
    item->x, self->pages->height - item->y - item->height, item->x + item->width, self->pages->height - item->y,
  };
  g_autoptr (GString) out = g_string_new ("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      tvx_pdf_append_number (out, corners[i]);
      g_string_append_c (out, i + 1 < G_N_ELEMENTS (corners) ? ' ' : ']');
    }
  g_string_append_printf (out, "/StructParent %u/Contents", key);
  tvx_pdf_append_text (out, item->tag->text);

  if (item->tag->uri != NULL)
    {
      g_autofree char *uri = g_uri_escape_string (item->tag->uri, "%:/?#[]@!$&'()*+,;=", FALSE);

      g_string_append (out, "/A<</S/URI/URI");
      tvx_pdf_append_ascii (out, uri);
      g_string_append (out, ">>");
    }
  else
    {
      append_destination (self, out, item->tag->target);
    }
  g_string_append (out, ">>");
  tvx_pdf_file_write_object (self->file, id, out->str);
  return id;
}

static void
write_page (Writer *self,
            guint   page)
{
  GArray *items = ((TvxPage *) g_ptr_array_index (self->pages->pages, page))->items;
  g_autofree char *content = tvx_pdf_content_make (self->content, page);
  guint content_id = tvx_pdf_file_allocate (self->file);
  g_autoptr (GString) links = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const TvxItem *item = &g_array_index (items, TvxItem, i);

      if (item->kind == TVX_ITEM_LINK)
        g_string_append_printf (links, "%u 0 R ", write_link (self, item, page));
    }

  tvx_pdf_file_write_stream (self->file, content_id, "", content, strlen (content), TRUE);
  g_string_printf (out, "<</Type/Page/Parent %u 0 R/Resources %u 0 R/Contents %u 0 R/StructParents %u/Tabs/S/MediaBox[0 0 ",
                   self->tree, self->resources, content_id, page);
  tvx_pdf_append_number (out, self->pages->width);
  g_string_append_c (out, ' ');
  tvx_pdf_append_number (out, self->pages->height);
  g_string_append_c (out, ']');
  if (links->len > 0)
    g_string_append_printf (out, "/Annots[%s]", links->str);
  g_string_append (out, ">>");
  tvx_pdf_file_write_object (self->file, self->page_ids[page], out->str);
}

static void
write_page_tree (Writer *self)
{
  g_autoptr (GString) out = g_string_new ("<</Type/Pages/Kids[");

  for (guint i = 0; i < self->pages->pages->len; i++)
    g_string_append_printf (out, "%u 0 R ", self->page_ids[i]);
  g_string_append_printf (out, "]/Count %u>>", self->pages->pages->len);
  tvx_pdf_file_write_object (self->file, self->tree, out->str);
}

/* Writes the bookmarks of one level from a position on; deeper ones are within them.  Returns the position after. */
static guint
write_bookmarks (Writer *self,
                 guint   start,
                 guint   parent,
                 guint  *first,
                 guint  *last,
                 guint  *count)
{
  GArray *bookmarks = self->pages->bookmarks;
  guint level = g_array_index (bookmarks, TvxBookmark, start).level;
  guint next_id = tvx_pdf_file_allocate (self->file);
  guint previous = 0;
  guint next = start;

  *first = next_id;
  *count = 0;
  for (guint i = start; i < bookmarks->len && g_array_index (bookmarks, TvxBookmark, i).level >= level; i = next)
    {
      const TvxBookmark *bookmark = &g_array_index (bookmarks, TvxBookmark, i);
      guint id = next_id;
      guint inner_first;
      guint inner_last;
      guint inner_count = 0;
      g_autoptr (GString) out = g_string_new ("<</Title");

      next = i + 1;
      if (next < bookmarks->len && g_array_index (bookmarks, TvxBookmark, next).level > level)
        next = write_bookmarks (self, next, id, &inner_first, &inner_last, &inner_count);
      next_id = 0;
      if (next < bookmarks->len && g_array_index (bookmarks, TvxBookmark, next).level == level)
        next_id = tvx_pdf_file_allocate (self->file);

      tvx_pdf_append_text (out, bookmark->title);
      g_string_append_printf (out, "/Parent %u 0 R", parent);
      if (previous != 0)
        g_string_append_printf (out, "/Prev %u 0 R", previous);
      if (next_id != 0)
        g_string_append_printf (out, "/Next %u 0 R", next_id);
      /* A negative count: what is within is folded at first. */
      if (inner_count > 0)
        g_string_append_printf (out, "/First %u 0 R/Last %u 0 R/Count -%u", inner_first, inner_last, inner_count);
      append_destination (self, out, bookmark->target);
      g_string_append (out, ">>");
      tvx_pdf_file_write_object (self->file, id, out->str);

      previous = id;
      (*count)++;
    }
  *last = previous;
  return next;
}

static guint
write_outline (Writer *self)
{
  guint id;
  guint first;
  guint last;
  guint count;
  g_autofree char *out = NULL;

  if (self->pages->bookmarks->len == 0)
    return 0;

  id = tvx_pdf_file_allocate (self->file);
  write_bookmarks (self, 0, id, &first, &last, &count);
  out = g_strdup_printf ("<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %u>>", first, last, count);
  tvx_pdf_file_write_object (self->file, id, out);
  return id;
}

static void
write_resources (Writer *self)
{
  g_autoptr (GString) out = g_string_new ("<</Font<<");

  tvx_pdf_content_write_fonts (self->content, self->file, out);
  g_string_append (out, ">>>>");
  tvx_pdf_file_write_object (self->file, self->resources, out->str);
}

static guint
write_catalog (Writer    *self,
               TvxReport *report)
{
  guint id = tvx_pdf_file_allocate (self->file);
  guint outline = write_outline (self);
  g_autoptr (GString) out = g_string_new ("<</Type/Catalog/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>");

  g_string_append (out, "/Lang");
  tvx_pdf_append_ascii (out, tvx_report_get_language (report));
  g_string_append_printf (out, "/Pages %u 0 R", self->tree);
  if (outline != 0)
    g_string_append_printf (out, "/PageMode/UseOutlines/Outlines %u 0 R", outline);
  g_string_append_printf (out, "/StructTreeRoot %u 0 R", tvx_pdf_structure_write (self->structure, self->file));
  g_string_append_printf (out, "/Metadata %u 0 R", tvx_pdf_metadata_write_xmp (report, self->file));
  g_string_append_printf (out, "/OutputIntents[%u 0 R]", tvx_pdf_metadata_write_output_intent (self->file));
  tvx_pdf_metadata_write_attachments (report, self->file, out);
  g_string_append (out, ">>");
  tvx_pdf_file_write_object (self->file, id, out->str);
  return id;
}

/**
 * tvx_pdf_write:
 * @report: a report
 * @stream: where to
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Writes a report as one file that is both PDF/UA-1 (accessible) and PDF/A-3a (archival), with the report's attachments
 * in it.
 *
 * The same report with the same date gives the same bytes, as long as the faces of the program have all its letters.
 *
 * Returns: `TRUE`, or `FALSE` with a `TVX_REPORT_ERROR` or a `G_IO_ERROR`
 */
gboolean
tvx_pdf_write (TvxReport      *report,
               GOutputStream  *stream,
               GCancellable   *cancellable,
               GError        **error)
{
  return tvx_pdf_write_with_progress (report, stream, NULL, NULL, cancellable, error);
}

/**
 * tvx_pdf_write_with_progress:
 * @report: a report
 * @stream: where to
 * @progress: (nullable) (scope call): is told how far it has come
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Does what [func@pdf_write] does and tells how far it has come.
 *
 * Returns: `TRUE`, or `FALSE` with a `TVX_REPORT_ERROR` or a `G_IO_ERROR`
 */
gboolean
tvx_pdf_write_with_progress (TvxReport          *report,
                             GOutputStream      *stream,
                             TvxReportProgress   progress,
                             gpointer            user_data,
                             GCancellable       *cancellable,
                             GError            **error)
{
  g_autoptr (TvxPages) pages = NULL;
  g_autoptr (TvxPdfFile) file = NULL;
  g_autoptr (TvxPdfStructure) structure = NULL;
  g_autoptr (TvxPdfContent) content = NULL;
  g_autofree guint *page_ids = NULL;
  Writer self;
  guint catalog;
  guint info;

  g_return_val_if_fail (report != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  pages = tvx_layout_report (report, cancellable, error);
  if (pages == NULL)
    return FALSE;

  page_ids = g_new (guint, pages->pages->len);
  file = tvx_pdf_file_new (stream, cancellable);
  structure = tvx_pdf_structure_new (pages, page_ids);
  content = tvx_pdf_content_new (pages, structure);
  self = (Writer) { .pages = pages, .file = file, .structure = structure, .content = content, .page_ids = page_ids };
  self.tree = tvx_pdf_file_allocate (file);
  self.resources = tvx_pdf_file_allocate (file);
  for (guint i = 0; i < pages->pages->len; i++)
    page_ids[i] = tvx_pdf_file_allocate (file);

  for (guint i = 0; i < pages->pages->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (LAYOUT_SHARE + (1 - LAYOUT_SHARE) * i / pages->pages->len, user_data);
      write_page (&self, i);
      tvx_pages_clear_page (pages, i);
    }
  write_page_tree (&self);
  write_resources (&self);
  catalog = write_catalog (&self, report);
  info = tvx_pdf_metadata_write_info (report, file);
  if (!tvx_pdf_file_finish (file, catalog, info, error))
    return FALSE;

  if (progress != NULL)
    progress (1, user_data);
  return TRUE;
}
