/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-bag-writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <gio/gfiledescriptorbased.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "storage/tvx-storage-error.h"

#define BLOCK (256 * 1024)

/* The checksums of files of one algorithm: those of the payload, and those of what describes it. */
typedef struct
{
  GChecksumType  type;
  const char    *name;
  GString       *payload;
  GString       *tags;
} Manifest;

struct _TvxBagWriter
{
  GFile             *target;
  /* What is written until it is finished: a file beside the target. */
  GFile             *prepared;
  GFileOutputStream *stream;
  GCancellable      *cancellable;
  /* What the file is called for people, and its top folder. */
  char              *name;
  char              *folder;
  struct archive    *archive;
  /* libarchive takes the encoding of names from the locale. */
  locale_t           utf8;
  GError            *stream_error;
  gboolean           is_dropped;
  GString           *info;
  guint64            n_octets;
  guint              n_files;
  Manifest           manifests[2];
};

static la_ssize_t
write_cb (struct archive *archive,
          void           *user_data,
          const void     *buffer,
          size_t          length)
{
  TvxBagWriter *self = user_data;

  if (self->is_dropped)
    return (la_ssize_t) length;
  if (self->stream_error == NULL &&
      g_output_stream_write_all (G_OUTPUT_STREAM (self->stream), buffer, length, NULL, self->cancellable, &self->stream_error))
    return (la_ssize_t) length;
  archive_set_error (archive, EIO, "%s", "stream");
  return -1;
}

/* What libarchive has to say, or the stream below it. */
static gboolean
check (TvxBagWriter  *self,
       int            status,
       GError       **error)
{
  if (status == ARCHIVE_OK)
    return TRUE;
  if (self->stream_error != NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&self->stream_error), "%s: ", self->name);
  else
    g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FAILED, "%s: %s", self->name,
                 archive_error_string (self->archive));
  return FALSE;
}

/* No times are written: ZIP has them in local time, which would tell where the package was made and change its bytes. */
static gboolean
begin_entry (TvxBagWriter  *self,
             const char    *path,
             goffset        size,
             GError       **error)
{
  struct archive_entry *entry = archive_entry_new ();
  g_autofree char *full_path = g_build_path ("/", self->folder, path, NULL);
  gboolean good;

  archive_entry_set_pathname (entry, full_path);
  archive_entry_set_mode (entry, AE_IFREG | 0644);
  archive_entry_set_size (entry, size);
  good = check (self, archive_write_header (self->archive, entry), error);
  archive_entry_free (entry);
  return good;
}

static void
append_to_manifest (GString    *manifest,
                    GChecksum  *checksum,
                    const char *path)
{
  g_autoptr (GString) escaped = g_string_new (path);

  g_string_replace (escaped, "%", "%25", 0);
  g_string_replace (escaped, "\n", "%0A", 0);
  g_string_replace (escaped, "\r", "%0D", 0);
  g_string_append_printf (manifest, "%s  %s\n", g_checksum_get_string (checksum), escaped->str);
}

static gboolean
copy_blocks (TvxBagWriter  *self,
             const char    *path,
             GInputStream  *source,
             goffset        size,
             GChecksum    **checksums,
             GError       **error)
{
  g_autofree guchar *block = g_malloc (BLOCK);
  goffset n_copied = 0;
  gssize n;

  while ((n = g_input_stream_read (source, block, BLOCK, self->cancellable, error)) > 0 && n_copied + n <= size)
    {
      if (archive_write_data (self->archive, block, (size_t) n) != n)
        return check (self, ARCHIVE_FATAL, error);
      for (guint i = 0; i < G_N_ELEMENTS (self->manifests); i++)
        g_checksum_update (checksums[i], block, n);
      n_copied += n;
    }
  if (n < 0)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  if (n > 0 || n_copied < size)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_CHANGED, _("%s: the file changed while it was packed; try again"),
                   path);
      return FALSE;
    }
  return check (self, archive_write_finish_entry (self->archive), error);
}

static gboolean
add_stream (TvxBagWriter  *self,
            const char    *path,
            GInputStream  *source,
            goffset        size,
            gboolean       is_payload,
            const char    *sha256,
            GError       **error)
{
  g_autofree char *full_path = is_payload ? g_build_path ("/", "data", path, NULL) : g_strdup (path);
  GChecksum *checksums[G_N_ELEMENTS (self->manifests)];
  locale_t old = uselocale (self->utf8);
  gboolean good;

  for (guint i = 0; i < G_N_ELEMENTS (checksums); i++)
    checksums[i] = g_checksum_new (self->manifests[i].type);
  good = begin_entry (self, full_path, size, error) && copy_blocks (self, path, source, size, checksums, error);
  uselocale (old);

  for (guint i = 0; i < G_N_ELEMENTS (checksums); i++)
    {
      Manifest *manifest = &self->manifests[i];

      if (good && sha256 != NULL && manifest->type == G_CHECKSUM_SHA256 &&
          strcmp (g_checksum_get_string (checksums[i]), sha256) != 0)
        {
          g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT,
                       _("%s: the file is not the one that was attached; its checksum differs. Attach it again."), path);
          good = FALSE;
        }
      append_to_manifest (is_payload ? manifest->payload : manifest->tags, checksums[i], full_path);
      g_checksum_free (checksums[i]);
    }
  if (is_payload)
    {
      self->n_octets += (guint64) size;
      self->n_files++;
    }
  return good;
}

static gboolean
add_text (TvxBagWriter  *self,
          const char    *path,
          const char    *text,
          GError       **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);

  return add_stream (self, path, stream, (goffset) strlen (text), FALSE, NULL, error);
}

static GFile *
make_prepared (GFile *target)
{
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autofree char *base = g_file_get_basename (target);
  g_autofree char *name = g_strdup_printf (".%s.%08x.new", base, g_random_int ());

  return g_file_get_child (folder != NULL ? folder : target, name);
}

/* A file that is in its place is whole, also after a power cut. */
static gboolean
put_in_place (TvxBagWriter  *self,
              GError       **error)
{
  int fd = G_IS_FILE_DESCRIPTOR_BASED (self->stream)
             ? g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (self->stream))
             : -1;

  if (fd >= 0 && fsync (fd) < 0 && errno != EINVAL && errno != ENOSYS)
    return tvx_storage_error_from_errno (error, self->name, errno);
  if (g_output_stream_close (G_OUTPUT_STREAM (self->stream), self->cancellable, error) &&
      g_file_move (self->prepared, self->target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE, self->cancellable, NULL,
                   NULL, error))
    return TRUE;
  g_prefix_error (error, "%s: ", self->name);
  return FALSE;
}

/* The bag is in a folder that is called as its file is. */
static char *
dup_folder (GFile *target)
{
  g_autofree char *base = g_file_get_basename (target);
  char *folder = g_filename_display_name (base);

  if (strlen (folder) > 4 && g_ascii_strcasecmp (folder + strlen (folder) - 4, ".zip") == 0)
    folder[strlen (folder) - 4] = '\0';
  return folder;
}

/**
 * tvx_bag_writer_new: (skip)
 * @target: the ZIP file to write; one that is there is replaced when the bag is finished
 * @cancellable: (nullable): to cancel what is done until then
 * @error: return location for an error that names the file
 *
 * Begins a bag. This and what follows blocks, and may be done in any one thread.
 *
 * Returns: (transfer full) (nullable): the bag
 */
TvxBagWriter *
tvx_bag_writer_new (GFile         *target,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (TvxBagWriter) self = g_new0 (TvxBagWriter, 1);

  self->name = g_file_get_parse_name (target);
  self->manifests[0] = (Manifest) { G_CHECKSUM_SHA256, "sha256", g_string_new (NULL), g_string_new (NULL) };
  self->manifests[1] = (Manifest) { G_CHECKSUM_SHA512, "sha512", g_string_new (NULL), g_string_new (NULL) };
  self->info = g_string_new (NULL);
  self->folder = dup_folder (target);
  self->utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", duplocale (uselocale ((locale_t) 0)));
  g_set_object (&self->cancellable, cancellable);
  self->target = g_object_ref (target);
  self->prepared = make_prepared (target);
  self->stream = g_file_create (self->prepared, G_FILE_CREATE_PRIVATE, cancellable, error);
  if (self->stream == NULL)
    {
      g_prefix_error (error, "%s: ", self->name);
      return NULL;
    }
  self->archive = archive_write_new ();
  if (!check (self, archive_write_set_format_zip (self->archive), error) ||
      !check (self, archive_write_zip_set_compression_deflate (self->archive), error) ||
      !check (self, archive_write_set_bytes_in_last_block (self->archive, 1), error) ||
      !check (self, archive_write_open2 (self->archive, self, NULL, write_cb, NULL, NULL), error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tvx_bag_writer_free: (skip)
 * @self: (transfer full): a bag
 *
 * Frees it. A bag that was not finished leaves no file, and whatever was in its place stays.
 */
void
tvx_bag_writer_free (TvxBagWriter *self)
{
  if (self->archive != NULL)
    {
      /* libarchive ends the archive before it frees all of it. */
      self->is_dropped = TRUE;
      archive_write_free (self->archive);
    }
  if (self->stream != NULL)
    g_file_delete (self->prepared, NULL, NULL);
  g_clear_object (&self->stream);
  g_clear_object (&self->prepared);
  g_clear_object (&self->target);
  for (guint i = 0; i < G_N_ELEMENTS (self->manifests); i++)
    {
      g_string_free (self->manifests[i].payload, TRUE);
      g_string_free (self->manifests[i].tags, TRUE);
    }
  g_clear_object (&self->cancellable);
  g_clear_error (&self->stream_error);
  freelocale (self->utf8);
  g_string_free (self->info, TRUE);
  g_free (self->folder);
  g_free (self->name);
  g_free (self);
}

/**
 * tvx_bag_writer_add_bytes: (skip)
 * @self: a bag
 * @path: where the file is in the payload, as `projects/a.json`
 * @bytes: what it holds
 * @error: return location for an error that names the file
 *
 * Packs a file.
 *
 * Returns: whether it was packed
 */
gboolean
tvx_bag_writer_add_bytes (TvxBagWriter  *self,
                          const char    *path,
                          GBytes        *bytes,
                          GError       **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return add_stream (self, path, stream, (goffset) g_bytes_get_size (bytes), TRUE, NULL, error);
}

/**
 * tvx_bag_writer_add_file: (skip)
 * @self: a bag
 * @path: where the file is in the payload
 * @source: the file, which may be too large to be held in memory
 * @sha256: (nullable): the checksum that it must have
 * @error: return location for an error that names the file
 *
 * Packs a file.
 *
 * Returns: whether it was packed
 */
gboolean
tvx_bag_writer_add_file (TvxBagWriter  *self,
                         const char    *path,
                         GFile         *source,
                         const char    *sha256,
                         GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (source, self->cancellable, error);
  g_autoptr (GFileInfo) info =
    stream != NULL ? g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, self->cancellable, error) : NULL;

  if (info == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  return add_stream (self, path, G_INPUT_STREAM (stream), g_file_info_get_size (info), TRUE, sha256, error);
}

/**
 * tvx_bag_writer_add_info: (skip)
 * @self: a bag
 * @label: what is told, as `Source-Organization`
 * @value: a text
 *
 * Says something about the bag, in its file `bag-info.txt`.
 */
void
tvx_bag_writer_add_info (TvxBagWriter *self,
                         const char   *label,
                         const char   *value)
{
  g_autofree char *line = g_strdelimit (g_strdup (value), "\r\n", ' ');

  g_string_append_printf (self->info, "%s: %s\n", label, line);
}

/**
 * tvx_bag_writer_finish: (skip)
 * @self: a bag
 * @error: return location for an error that names the file
 *
 * Writes the checksums and puts the file in its place.
 *
 * Returns: whether the file is there
 */
gboolean
tvx_bag_writer_finish (TvxBagWriter  *self,
                       GError       **error)
{
  g_autofree char *oxum = g_strdup_printf ("%" G_GUINT64_FORMAT ".%u", self->n_octets, self->n_files);
  g_auto (GStrv) tag_manifests = g_new0 (char *, G_N_ELEMENTS (self->manifests) + 1);
  locale_t old;
  gboolean good;

  tvx_bag_writer_add_info (self, "Payload-Oxum", oxum);
  if (!add_text (self, "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", error) ||
      !add_text (self, "bag-info.txt", self->info->str, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (self->manifests); i++)
    {
      g_autofree char *path = g_strdup_printf ("manifest-%s.txt", self->manifests[i].name);

      if (!add_text (self, path, self->manifests[i].payload->str, error))
        return FALSE;
    }
  /* They list all other files that are not payload, but not each other. */
  for (guint i = 0; i < G_N_ELEMENTS (self->manifests); i++)
    tag_manifests[i] = g_strdup (self->manifests[i].tags->str);
  for (guint i = 0; i < G_N_ELEMENTS (self->manifests); i++)
    {
      g_autofree char *path = g_strdup_printf ("tagmanifest-%s.txt", self->manifests[i].name);

      if (!add_text (self, path, tag_manifests[i], error))
        return FALSE;
    }
  old = uselocale (self->utf8);
  good = check (self, archive_write_close (self->archive), error);
  uselocale (old);
  if (!good)
    return FALSE;
  if (!put_in_place (self, error))
    return FALSE;
  g_clear_object (&self->stream);
  return TRUE;
}
