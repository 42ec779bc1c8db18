/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a bag that may come from anywhere. The ZIP file is gone through three times: its names, kinds and sizes are looked
 * at before anything is unpacked; then all checksums are compared, without anything being written; only then is it unpacked,
 * and found to be the same again. */

#include "storage/tvx-bag-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "storage/tvx-storage-error.h"
#include "storage/tvx-zip-reader.h"

/* What describes the bag is held in memory. */
#define MAX_TAG_SIZE (64 * 1024 * 1024)

/* JSON and text become a tenth; whatever becomes less than a hundredth was made to fill a disk. */
const TvxBagLimits tvx_bag_limits = {
  .max_files = 200 * 1000,
  .max_size = (guint64) 64 * 1024 * 1024 * 1024,
  .max_ratio = 100,
  .min_size = 64 * 1024 * 1024,
};

typedef struct
{
  char    *path;
  guint64  size;
  char    *sha256;
  char    *sha512;
  /* What it says, if it describes the bag. */
  GString *text;
} File;

struct _TvxBagReader
{
  TvxZipReader       *zip;
  const TvxBagLimits *limits;
  /* Path in the bag to File. */
  GHashTable         *files;
  /* The paths, as file systems see them that know no difference between capital and small letters. */
  GHashTable         *folded;
  GPtrArray          *paths;
  GHashTable         *info;
  guint64             total_size;
  guint64             n_read;

  /* The folder that is unpacked into. */
  const char         *target;
  TvxProgressFunc     progress;
  gpointer            progress_data;
  GCancellable       *cancellable;
};

static void
file_free (File *file)
{
  g_free (file->path);
  g_free (file->sha256);
  g_free (file->sha512);
  if (file->text != NULL)
    g_string_free (file->text, TRUE);
  g_free (file);
}

static gboolean
is_payload (const char *path)
{
  return g_str_has_prefix (path, "data/");
}

static gboolean
check_total (TvxBagReader  *self,
             guint64        total,
             GError       **error)
{
  if (total > self->limits->max_size)
    return tvx_zip_reader_refuse_size (self->zip, _("It holds more than a package may hold."), error);
  if (total > self->limits->min_size && total / self->limits->max_ratio > tvx_zip_reader_get_size (self->zip))
    return tvx_zip_reader_refuse_size (self->zip, _("What it holds is out of all proportion to its size, as if it was made to fill the disk."), error);
  return TRUE;
}

static gboolean
is_tag_file (const char *path)
{
  static const char *const known[] = { "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt",
                                       "tagmanifest-sha256.txt", "tagmanifest-sha512.txt", NULL };

  return g_strv_contains (known, path);
}

static gboolean
list_entry (struct archive        *archive,
            struct archive_entry  *entry,
            const char            *path,
            gpointer               data,
            GError               **error)
{
  TvxBagReader *self = data;
  guint64 size = (guint64) MAX (archive_entry_size (entry), 0);
  g_autofree char *composed = g_utf8_normalize (path, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  File *file;

  if (!is_payload (path) && !is_tag_file (path))
    return tvx_zip_reader_refuse (self->zip, error, _("“%s” does not belong in it."), path);
  if (!is_payload (path) && size > MAX_TAG_SIZE)
    return tvx_zip_reader_refuse_size (self->zip, _("Its list of files is larger than any such list can be."), error);
  if (!g_hash_table_add (self->folded, g_steal_pointer (&folded)))
    return tvx_zip_reader_refuse (self->zip, error, _("“%s” is in it twice."), path);
  if (g_hash_table_size (self->folded) > self->limits->max_files)
    return tvx_zip_reader_refuse_size (self->zip, _("It holds more files than a package may hold."), error);
  /* No sum of sizes that a 64-bit field can name runs over before it is too large. */
  self->total_size += MIN (size, self->limits->max_size + 1);
  if (!check_total (self, self->total_size, error))
    return FALSE;

  file = g_new0 (File, 1);
  file->path = g_strdup (path);
  file->size = size;
  file->text = is_payload (path) ? NULL : g_string_new (NULL);
  g_hash_table_insert (self->files, file->path, file);
  if (is_payload (path))
    g_ptr_array_add (self->paths, file->path + strlen ("data/"));
  return TRUE;
}

static gboolean
read_entry (TvxBagReader    *self,
            struct archive  *archive,
            File            *file,
            int              fd,
            GChecksum       *sha256,
            GChecksum       *sha512,
            GError         **error)
{
  const void *block;
  size_t length;
  la_int64_t offset;
  guint64 n_read = 0;
  int status;

  while ((status = archive_read_data_block (archive, &block, &length, &offset)) == ARCHIVE_OK)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      n_read += length;
      self->n_read += length;
      if (n_read > file->size || (guint64) offset + length != n_read)
        return tvx_zip_reader_refuse (self->zip, error, _("“%s” is larger than the package says."), file->path);
      g_checksum_update (sha256, block, (gssize) length);
      g_checksum_update (sha512, block, (gssize) length);
      if (file->text != NULL)
        g_string_append_len (file->text, block, (gssize) length);
      for (size_t written = 0; fd >= 0 && written < length;)
        {
          gssize n = write (fd, (const char *) block + written, length - written);

          if (n < 0 && errno != EINTR)
            return tvx_storage_error_from_errno (error, file->path, errno);
          written += (size_t) MAX (n, 0);
        }
      if (self->progress != NULL)
        self->progress ((guint) (self->n_read / 1024), (guint) (self->total_size / 1024), self->progress_data);
    }
  if (status != ARCHIVE_EOF || n_read != file->size)
    return tvx_zip_reader_refuse (self->zip, error, _("“%s” is damaged or was cut short."), file->path);
  return TRUE;
}

static gboolean
hash_entry (struct archive        *archive,
            struct archive_entry  *entry,
            const char            *path,
            gpointer               data,
            GError               **error)
{
  TvxBagReader *self = data;
  File *file = g_hash_table_lookup (self->files, path);
  g_autoptr (GChecksum) sha256 = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GChecksum) sha512 = g_checksum_new (G_CHECKSUM_SHA512);

  if (file == NULL || file->sha256 != NULL)
    return tvx_zip_reader_refuse (self->zip, error, "%s", _("It changes while it is read."));
  if (!read_entry (self, archive, file, -1, sha256, sha512, error))
    return FALSE;
  file->sha256 = g_strdup (g_checksum_get_string (sha256));
  file->sha512 = g_strdup (g_checksum_get_string (sha512));
  return TRUE;
}

/* A line is a checksum, white space and a path, in which the line ends and the sign that escapes them are escaped. */
static gboolean
split_line (const char  *line,
            char       **checksum,
            char       **path)
{
  gsize length = strcspn (line, " \t");
  gsize blank = strspn (line + length, " \t");
  g_autoptr (GString) unescaped = NULL;

  if (length == 0 || blank == 0 || line[length + blank] == '\0' || !g_utf8_validate (line, -1, NULL))
    return FALSE;
  *checksum = g_ascii_strdown (line, (gssize) length);
  unescaped = g_string_new (line + length + blank);
  g_string_replace (unescaped, "%0A", "\n", 0);
  g_string_replace (unescaped, "%0D", "\r", 0);
  g_string_replace (unescaped, "%25", "%", 0);
  *path = g_string_free_and_steal (g_steal_pointer (&unescaped));
  return TRUE;
}

static gboolean
check_line (TvxBagReader  *self,
            const char    *manifest,
            const char    *line,
            gboolean       of_payload,
            gboolean       is_sha512,
            GHashTable    *listed,
            GError       **error)
{
  g_autofree char *checksum = NULL;
  g_autofree char *path = NULL;
  const File *file;

  if (!split_line (line, &checksum, &path))
    return tvx_zip_reader_refuse (self->zip, error, _("“%s” has a line that is none of a list of files."), manifest);
  file = g_hash_table_lookup (self->files, path);
  if (file == NULL || is_payload (path) != of_payload)
    return tvx_zip_reader_refuse (self->zip, error, _("“%s” is missing."), path);
  if (!g_hash_table_add (listed, file->path))
    return tvx_zip_reader_refuse (self->zip, error, _("“%s” is in the list of files twice."), path);
  if (g_strcmp0 (is_sha512 ? file->sha512 : file->sha256, checksum) != 0)
    return tvx_zip_reader_refuse (self->zip, error, _("“%s” is not what was packed; it was altered or damaged on the way."), path);
  return TRUE;
}

/* All payload must be in each list of payload, and all that describes the bag in each list of that, but the lists themselves. */
static gboolean
check_manifest (TvxBagReader  *self,
                const char    *name,
                GError       **error)
{
  const File *manifest = g_hash_table_lookup (self->files, name);
  gboolean of_payload = g_str_has_prefix (name, "manifest-");
  gboolean is_sha512 = g_str_has_suffix (name, "-sha512.txt");
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) lines = NULL;
  GHashTableIter iter;
  const char *path;

  if (manifest == NULL)
    return tvx_zip_reader_refuse (self->zip, error, _("“%s” is missing."), name);
  lines = g_strsplit (manifest->text->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strchomp (lines[i]);
      if (*lines[i] != '\0' && !check_line (self, name, lines[i], of_payload, is_sha512, listed, error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, (gpointer *) &path, NULL))
    if (is_payload (path) == of_payload && !g_str_has_prefix (path, "tagmanifest-") && !g_hash_table_contains (listed, path))
      return tvx_zip_reader_refuse (self->zip, error, _("“%s” is in it, but not in its list of files."), path);
  return TRUE;
}

static gboolean
check_declaration (TvxBagReader  *self,
                   GError       **error)
{
  const File *file = g_hash_table_lookup (self->files, "bagit.txt");

  if (file == NULL)
    return tvx_zip_reader_refuse (self->zip, error, "%s", _("It is no BagIt package: “bagit.txt” is missing."));
  if (!g_str_has_prefix (file->text->str, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8"))
    return tvx_zip_reader_refuse (self->zip, error, "%s", _("“bagit.txt” does not say version 1.0 and UTF-8."));
  return TRUE;
}

static gboolean
read_info (TvxBagReader  *self,
           GError       **error)
{
  const File *file = g_hash_table_lookup (self->files, "bag-info.txt");
  g_autofree char *oxum = NULL;
  g_auto (GStrv) lines = NULL;
  guint64 n_octets = 0;
  GHashTableIter iter;
  const File *each;

  if (file == NULL)
    return tvx_zip_reader_refuse (self->zip, error, _("“%s” is missing."), "bag-info.txt");
  if (!g_utf8_validate_len (file->text->str, file->text->len, NULL))
    return tvx_zip_reader_refuse (self->zip, error, _("“%s” is not text in UTF-8."), file->path);
  lines = g_strsplit (file->text->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *colon = strchr (lines[i], ':');

      if (colon != NULL && *lines[i] != ' ')
        g_hash_table_insert (self->info, g_strndup (lines[i], (gsize) (colon - lines[i])), g_strstrip (g_strdup (colon + 1)));
    }
  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &each))
    n_octets += is_payload (each->path) ? each->size : 0;
  oxum = g_strdup_printf ("%" G_GUINT64_FORMAT ".%u", n_octets, self->paths->len);
  if (tvx_bag_reader_get_info (self, "Payload-Oxum") != NULL && !g_str_equal (tvx_bag_reader_get_info (self, "Payload-Oxum"), oxum))
    return tvx_zip_reader_refuse (self->zip, error, "%s", _("Its files are not as many, or not as large, as it says."));
  return TRUE;
}

static void
set_task (TvxBagReader    *self,
          TvxProgressFunc  progress,
          gpointer         progress_data,
          GCancellable    *cancellable)
{
  self->progress = progress;
  self->progress_data = progress_data;
  self->cancellable = cancellable;
}

static gboolean
walk (TvxBagReader  *self,
      TvxZipFunc     func,
      GError       **error)
{
  self->n_read = 0;
  return tvx_zip_reader_each (self->zip, func, self, self->cancellable, error);
}

/**
 * tvx_bag_reader_open: (skip)
 * @source: a ZIP file in the file system
 * @limits: (nullable): what it may hold, %NULL for `tvx_bag_limits`
 * @progress: (nullable) (scope call): is told how many KiB have been read
 * @progress_data: data for @progress
 * @cancellable: (nullable): to cancel the task
 * @error: return location for a [error@Tvx.StorageError] that says what is wrong with it
 *
 * Opens a bag and compares all of its checksums. Nothing is written. This blocks.
 *
 * Returns: (transfer full) (nullable): the bag; %NULL where anything at all is not as it should be
 */
TvxBagReader *
tvx_bag_reader_open (GFile               *source,
                     const TvxBagLimits  *limits,
                     TvxProgressFunc      progress,
                     gpointer             progress_data,
                     GCancellable        *cancellable,
                     GError             **error)
{
  static const char *const manifests[] = { "tagmanifest-sha512.txt", "tagmanifest-sha256.txt", "manifest-sha512.txt",
                                           "manifest-sha256.txt" };
  g_autoptr (TvxBagReader) self = g_new0 (TvxBagReader, 1);

  self->limits = limits != NULL ? limits : &tvx_bag_limits;
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) file_free);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->paths = g_ptr_array_new ();
  self->info = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  self->zip = tvx_zip_reader_open (source, error);
  if (self->zip == NULL)
    return NULL;
  set_task (self, progress, progress_data, cancellable);
  if (!walk (self, list_entry, error) || !walk (self, hash_entry, error) || !check_declaration (self, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (manifests); i++)
    if (!check_manifest (self, manifests[i], error))
      return NULL;
  if (!read_info (self, error))
    return NULL;
  set_task (self, NULL, NULL, NULL);
  g_ptr_array_sort_values (self->paths, (GCompareFunc) g_strcmp0);
  return g_steal_pointer (&self);
}

/**
 * tvx_bag_reader_free: (skip)
 * @self: (transfer full): a bag
 *
 * Closes it.
 */
void
tvx_bag_reader_free (TvxBagReader *self)
{
  g_clear_pointer (&self->zip, tvx_zip_reader_free);
  g_ptr_array_unref (self->paths);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->files);
  g_hash_table_unref (self->info);
  g_free (self);
}

/**
 * tvx_bag_reader_get_paths: (skip)
 * @self: a bag
 *
 * Returns: (transfer none) (element-type utf8): where the files of its payload are in it, as `projects/a.json`, sorted
 */
GPtrArray *
tvx_bag_reader_get_paths (TvxBagReader *self)
{
  return self->paths;
}

/**
 * tvx_bag_reader_get_info: (skip)
 * @self: a bag
 * @label: what is asked for, as `Source-Organization`
 *
 * Returns: (transfer none) (nullable): what it says of itself
 */
const char *
tvx_bag_reader_get_info (TvxBagReader *self,
                         const char   *label)
{
  return g_hash_table_lookup (self->info, label);
}

static gboolean
extract_entry (struct archive        *archive,
               struct archive_entry  *entry,
               const char            *path,
               gpointer               data,
               GError               **error)
{
  TvxBagReader *self = data;
  File *file = g_hash_table_lookup (self->files, path);
  g_autofree char *target = NULL;
  g_autofree char *parent = NULL;
  g_autoptr (GChecksum) sha256 = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GChecksum) sha512 = g_checksum_new (G_CHECKSUM_SHA512);
  g_autofd int fd = -1;

  if (!is_payload (path))
    return TRUE;
  target = g_build_filename (self->target, path + strlen ("data/"), NULL);
  parent = g_path_get_dirname (target);
  if (g_mkdir_with_parents (parent, 0700) < 0)
    return tvx_storage_error_from_errno (error, parent, errno);
  fd = open (target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    return tvx_storage_error_from_errno (error, target, errno);
  if (file == NULL || !read_entry (self, archive, file, fd, sha256, sha512, error))
    return file != NULL ? FALSE : tvx_zip_reader_refuse (self->zip, error, "%s", _("It changes while it is read."));
  if (strcmp (g_checksum_get_string (sha512), file->sha512) != 0)
    return tvx_zip_reader_refuse (self->zip, error, "%s", _("It changes while it is read."));
  return TRUE;
}

/**
 * tvx_bag_reader_extract: (skip)
 * @self: a bag
 * @folder: an empty folder
 * @progress: (nullable) (scope call): is told how many KiB have been read
 * @progress_data: data for @progress
 * @cancellable: (nullable): to cancel the task
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Unpacks the payload. This blocks.
 *
 * Returns: whether all of it is in the folder
 */
gboolean
tvx_bag_reader_extract (TvxBagReader     *self,
                        const char       *folder,
                        TvxProgressFunc   progress,
                        gpointer          progress_data,
                        GCancellable     *cancellable,
                        GError          **error)
{
  gboolean good;

  set_task (self, progress, progress_data, cancellable);
  self->target = folder;
  good = walk (self, extract_entry, error);
  self->target = NULL;
  set_task (self, NULL, NULL, NULL);
  return good;
}
