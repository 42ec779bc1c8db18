/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The data that travel inside a report. A PDF file keeps an embedded file in a stream of its own (ISO 32000-1, 7.11.4),
 * which is found by what its dictionary says; nothing else of the file is looked at, and nothing in it is trusted: not its
 * lengths, nor what it unpacks to. */

#include "storage/tvx-pdf-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "storage/tvx-storage-error.h"

#define SIGNATURE "%PDF-"
#define TYPE "/EmbeddedFile"
#define MEDIA_TYPE "/application#2Fjson"
#define BLOCK (64 * 1024)

/* No dictionary of such a stream is longer, in bytes. */
#define MAX_DICTIONARY 4096

typedef struct
{
  const char *text;
  gsize       length;
} Piece;

static const char *
find (Piece       piece,
      const char *wanted)
{
  return piece.text != NULL ? memmem (piece.text, piece.length, wanted, strlen (wanted)) : NULL;
}

/* The dictionary that begins before @within, up to the data that follow it. */
static gboolean
find_dictionary (Piece       file,
                 const char *within,
                 Piece      *dictionary,
                 Piece      *data)
{
  const char *start = within;
  const char *end;

  while (start > file.text && within - start < MAX_DICTIONARY && !(start[0] == 'o' && strncmp (start, "obj", 3) == 0))
    start--;
  end = find ((Piece) { within, MIN (MAX_DICTIONARY, (gsize) (file.text + file.length - within)) }, "stream");
  if (end == NULL)
    return FALSE;
  *dictionary = (Piece) { start, (gsize) (end - start) };
  end += strlen ("stream");
  if (end < file.text + file.length && *end == '\r')
    end++;
  if (end < file.text + file.length && *end == '\n')
    end++;
  *data = (Piece) { end, (gsize) (file.text + file.length - end) };
  return TRUE;
}

static gboolean
fail (const char  *name,
      const char  *message,
      GError     **error)
{
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT, "%s: %s", name, message);
  return FALSE;
}

/* Unpacks until the packed data end, which they tell themselves, or there is more than there can be. */
static GBytes *
inflate_data (Piece        data,
              const char  *name,
              gsize        max_size,
              GError     **error)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);
  GConverterResult result;

  do
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (G_CONVERTER (zlib), data.text, data.length, block, BLOCK, G_CONVERTER_INPUT_AT_END,
                                    &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        {
          fail (name, _("the data inside this report are damaged"), error);
          return NULL;
        }
      g_byte_array_append (out, block, (guint) n_written);
      data = (Piece) { data.text + n_read, data.length - n_read };
      if (out->len > max_size)
        {
          g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_TOO_LARGE,
                       _("%s: the data inside this report are larger than any such data can be"), name);
          return NULL;
        }
    }
  while (result != G_CONVERTER_FINISHED);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* The checksum tells whether somebody changed the data after the report was made. */
static gboolean
check_sum (Piece        dictionary,
           GBytes      *bytes,
           const char  *name,
           GError     **error)
{
  const char *key = find (dictionary, "/CheckSum<");
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, bytes);

  if (key == NULL || g_ascii_strncasecmp (key + strlen ("/CheckSum<"), sum, strlen (sum)) == 0)
    return TRUE;
  return fail (name, _("the data inside this report were changed after it was made; their checksum differs"), error);
}

/**
 * tvx_pdf_record_is_pdf: (skip)
 * @bytes: a file
 *
 * Returns: whether it says that it is a PDF file
 */
gboolean
tvx_pdf_record_is_pdf (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return length > strlen (SIGNATURE) && strncmp (text, SIGNATURE, strlen (SIGNATURE)) == 0;
}

/**
 * tvx_pdf_record_extract: (skip)
 * @bytes: a PDF file
 * @name: its name for messages
 * @max_size: the most bytes that the data may have
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Takes out of a report the JSON that travels inside it.
 *
 * Returns: (transfer full) (nullable): the JSON
 */
GBytes *
tvx_pdf_record_extract (GBytes      *bytes,
                        const char  *name,
                        gsize        max_size,
                        GError     **error)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  const Piece file = { text, length };
  Piece rest = file;

  for (const char *found; (found = find (rest, TYPE)) != NULL;)
    {
      Piece dictionary, data;

      rest = (Piece) { found + strlen (TYPE), (gsize) (file.text + file.length - found) - strlen (TYPE) };
      /* The list of all embedded files has a name that begins as the type of one. */
      if (rest.length > 0 && g_ascii_isalpha (*rest.text))
        continue;
      if (find_dictionary (file, found, &dictionary, &data) && find (dictionary, MEDIA_TYPE) != NULL &&
          find (dictionary, "/FlateDecode") != NULL)
        {
          g_autoptr (GBytes) json = inflate_data (data, name, max_size, error);

          return json != NULL && check_sum (dictionary, json, name, error) ? g_steal_pointer (&json) : NULL;
        }
    }
  fail (name, _("this PDF file has no data of a project inside; only reports of this program have"), error);
  return NULL;
}
