/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-pdf-file.h"

#include <string.h>
#include <zlib.h>

/* ISO 32000-1, 7.5: a file is a header, objects, and a table that says where each of them begins.  Objects that are no
 * streams travel in compressed streams of this many. */
#define OBJECTS_PER_STREAM 200

typedef struct
{
  gboolean is_packed;
  guint64  offset; /* in the file, or the id of the stream that it is packed into */
  guint    index;    /* within that stream */
} Place;

struct _TvxPdfFile
{
  GOutputStream *stream;
  GCancellable  *cancellable;
  GError        *error;
  GChecksum     *checksum;
  guint64        offset;
  GArray        *places;  /* Place, by id */
  guint          packed_id; /* stream that objects are being packed into, or 0 */
  guint          n_packed;
  GString       *packed_index;
  GString       *packed;
};

static void
write_bytes (TvxPdfFile *self,
             const void *data,
             gsize       size)
{
  if (self->error != NULL)
    return;

  g_checksum_update (self->checksum, data, size);
  self->offset += size;
  g_output_stream_write_all (self->stream, data, size, NULL, self->cancellable, &self->error);
}

static void
write_text (TvxPdfFile *self,
            const char *text)
{
  write_bytes (self, text, strlen (text));
}

static Place *
get_place (TvxPdfFile *self,
           guint       id)
{
  return &g_array_index (self->places, Place, id);
}

static void
flush_packed (TvxPdfFile *self)
{
  g_autofree char *entries = NULL;

  if (self->n_packed == 0)
    return;

  entries = g_strdup_printf ("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, self->n_packed, self->packed_index->len);
  g_string_append_len (self->packed_index, self->packed->str, self->packed->len);
  tvx_pdf_file_write_stream (self, self->packed_id, entries, self->packed_index->str, self->packed_index->len, TRUE);
  g_string_truncate (self->packed_index, 0);
  g_string_truncate (self->packed, 0);
  self->n_packed = 0;
}

/**
 * tvx_pdf_file_new:
 * @stream: where to
 * @cancellable: (nullable): stops it
 *
 * Begins a PDF 1.7 file.
 *
 * Returns: (transfer full): the file
 */
TvxPdfFile *
tvx_pdf_file_new (GOutputStream *stream,
                  GCancellable  *cancellable)
{
  TvxPdfFile *self = g_new0 (TvxPdfFile, 1);

  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  self->checksum = g_checksum_new (G_CHECKSUM_MD5);
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  self->packed_index = g_string_new (NULL);
  self->packed = g_string_new (NULL);
  tvx_pdf_file_allocate (self); /* number 0 is no object */

  /* The bytes after the first line tell programs that the file is no text. */
  write_text (self, "%PDF-1.7\n%\342\343\317\323\n");
  return self;
}

/**
 * tvx_pdf_file_free:
 * @self: (transfer full): a file
 *
 * Frees what is known of a file.
 */
void
tvx_pdf_file_free (TvxPdfFile *self)
{
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_checksum_free (self->checksum);
  g_array_unref (self->places);
  g_string_free (self->packed_index, TRUE);
  g_string_free (self->packed, TRUE);
  g_free (self);
}

/**
 * tvx_pdf_file_allocate:
 * @self: a file
 *
 * Takes the number of an object that will be written.
 *
 * Returns: the number
 */
guint
tvx_pdf_file_allocate (TvxPdfFile *self)
{
  g_array_set_size (self->places, self->places->len + 1);
  return self->places->len - 1;
}

/**
 * tvx_pdf_file_write_object:
 * @self: a file
 * @id: its number
 * @object: a dictionary or array as PDF writes it
 *
 * Writes an object that is no stream.
 */
void
tvx_pdf_file_write_object (TvxPdfFile *self,
                           guint       id,
                           const char *object)
{
  if (self->n_packed == 0)
    self->packed_id = tvx_pdf_file_allocate (self);

  *get_place (self, id) = (Place) { TRUE, self->packed_id, self->n_packed++ };
  tvx_pdf_append_integer (self->packed_index, id);
  g_string_append_c (self->packed_index, ' ');
  tvx_pdf_append_integer (self->packed_index, self->packed->len);
  g_string_append_c (self->packed_index, ' ');
  g_string_append (self->packed, object);
  g_string_append_c (self->packed, '\n');

  if (self->n_packed == OBJECTS_PER_STREAM)
    flush_packed (self);
}

/**
 * tvx_pdf_file_write_stream:
 * @self: a file
 * @id: its number
 * @entries: what its dictionary says besides length and filter
 * @data: (array length=size): its content
 * @size: bytes
 * @compress: whether it is deflated
 *
 * Writes a stream.
 */
void
tvx_pdf_file_write_stream (TvxPdfFile *self,
                           guint       id,
                           const char *entries,
                           const void *data,
                           gsize       size,
                           gboolean    compress)
{
  g_autofree Bytef *deflated = NULL;
  g_autofree char *head = NULL;

  if (compress)
    {
      uLongf bound = compressBound (size);
      int result;

      deflated = g_malloc (bound);
      result = compress2 (deflated, &bound, data, size, Z_DEFAULT_COMPRESSION);
      g_assert (result == Z_OK);
      data = deflated;
      size = bound;
    }

  *get_place (self, id) = (Place) { FALSE, self->offset, 0 };
  head = g_strdup_printf ("%u 0 obj\n<<%s%s/Length %" G_GSIZE_FORMAT ">>\nstream\n", id, entries,
                          compress ? "/Filter/FlateDecode" : "", size);
  write_text (self, head);
  write_bytes (self, data, size);
  write_text (self, "\nendstream\nendobj\n");
}

static void
append_field (GByteArray *out,
              guint64     value,
              guint       size)
{
  for (guint i = size; i-- > 0;)
    g_byte_array_append (out, (const guint8[]) { value >> (8 * i) & 0xFF }, 1);
}

/**
 * tvx_pdf_file_finish:
 * @self: a file
 * @catalog: number of the document's catalogue
 * @info: number of its information dictionary
 * @error: return location for an error
 *
 * Writes the table of objects, which ends the file.
 *
 * Returns: `TRUE`, or `FALSE` with the first error that the output gave
 */
gboolean
tvx_pdf_file_finish (TvxPdfFile  *self,
                     guint        catalog,
                     guint        info,
                     GError     **error)
{
  g_autoptr (GByteArray) table = g_byte_array_new ();
  g_autoptr (GChecksum) body = NULL;
  g_autofree char *entries = NULL;
  g_autofree char *end = NULL;
  guint64 start;
  guint id;

  flush_packed (self);
  body = g_checksum_copy (self->checksum);
  id = tvx_pdf_file_allocate (self);
  start = self->offset;
  *get_place (self, id) = (Place) { FALSE, start, 0 };

  append_field (table, 0, 1);
  append_field (table, 0, 5);
  append_field (table, 0xFFFF, 2);
  for (guint i = 1; i < self->places->len; i++)
    {
      append_field (table, get_place (self, i)->is_packed ? 2 : 1, 1);
      append_field (table, get_place (self, i)->offset, 5);
      append_field (table, get_place (self, i)->index, 2);
    }

  entries = g_strdup_printf ("/Type/XRef/Size %u/W[1 5 2]/Root %u 0 R/Info %u 0 R/ID[<%s><%s>]", self->places->len, catalog,
                             info, g_checksum_get_string (body), g_checksum_get_string (body));
  tvx_pdf_file_write_stream (self, id, entries, table->data, table->len, TRUE);
  end = g_strdup_printf ("startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", start);
  write_text (self, end);

  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else
    return TRUE;
  return FALSE;
}
