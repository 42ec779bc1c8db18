/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file that tells what happened to a project: a line of JSON for each change, only ever appended to.
 *
 * The last of the lines that are written together names the revisions between which they lead, "base" and "revision".
 * The history is written before the record takes its place, so that these two tell after a crash whether it did. */

#include "storage/tvx-history-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "storage/tvx-history-entry.h"
#include "storage/tvx-json.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-safe-file.h"
#include "storage/tvx-storage-error.h"

/* The history of a project that is edited every day for years. */
#define MAX_SIZE (512 * 1024 * 1024)

static GVariant *
parse_line (const char *start,
            gsize       length,
            const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (start, length);
  g_autoptr (GVariant) line = tvx_json_parse_wrapped (bytes, name, NULL);

  return line != NULL && g_variant_is_of_type (line, G_VARIANT_TYPE_VARDICT) ? g_steal_pointer (&line) : NULL;
}

static gboolean
ends_save (TvxHistoryEntry *entry)
{
  GVariant *line = tvx_history_entry_get_change (entry);
  g_autoptr (GVariant) base = g_variant_lookup_value (line, "base", NULL);
  g_autoptr (GVariant) revision = g_variant_lookup_value (line, "revision", NULL);

  return base != NULL || revision != NULL;
}

/* Lines are written together with the one that names the revisions: where that is damaged, or was never written, they
 * tell of something that did not happen. */
static void
drop_unfinished (GPtrArray *entries)
{
  while (entries->len > 0 && !ends_save (entries->pdata[entries->len - 1]))
    g_ptr_array_remove_index (entries, entries->len - 1);
}

/**
 * tvx_history_file_load: (skip)
 * @path: a history file, which need not be there
 * @name: its name for messages
 * @type: the kind of record that the history is of
 * @problems: (element-type TvxProblem): where to tell of lines that cannot be read
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Reads a history. A save that was cut off by a crash, or damaged, takes no other with it.
 *
 * Returns: (transfer full) (element-type TvxHistoryEntry) (nullable): what its lines tell
 */
GPtrArray *
tvx_history_file_load (const char  *path,
                       const char  *name,
                       GType        type,
                       GPtrArray   *problems,
                       GError     **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = tvx_safe_file_load (path, name, MAX_SIZE, &local_error);
  const char *cursor, *end;
  gsize size;

  if (g_error_matches (local_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND))
    return g_steal_pointer (&entries);
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  cursor = g_bytes_get_data (bytes, &size);
  end = cursor + size;
  for (guint number = 1; cursor < end; number++)
    {
      const char *next = memchr (cursor, '\n', (gsize) (end - cursor));
      gsize length = (gsize) ((next != NULL ? next : end) - cursor);
      g_autoptr (GVariant) line = length > 0 ? parse_line (cursor, length, name) : NULL;
      TvxHistoryEntry *entry = line != NULL ? tvx_history_entry_new (type, line) : NULL;

      if (entry != NULL)
        {
          g_ptr_array_add (entries, entry);
        }
      else if (length > 0)
        {
          g_autofree char *message =
            g_strdup_printf (_("line %u is damaged or was cut off; what was told together with it is left out here, and "
                                "stays in the file"),
                             number);

          drop_unfinished (entries);
          g_ptr_array_add (problems, tvx_problem_new (TVX_SEVERITY_WARNING, name, NULL, message));
        }
      cursor += length + 1;
    }
  return g_steal_pointer (&entries);
}

/**
 * tvx_history_file_load_last: (skip)
 * @path: a history file, which need not be there
 *
 * Returns: (transfer full) (nullable): its last line, %NULL where there is none or it was cut off
 */
GVariant *
tvx_history_file_load_last (const char *path)
{
  g_autoptr (GBytes) bytes = tvx_safe_file_load (path, path, MAX_SIZE, NULL);
  const char *start, *line;
  gsize size;

  if (bytes == NULL)
    return NULL;
  start = g_bytes_get_data (bytes, &size);
  if (size == 0 || start[size - 1] != '\n')
    return NULL;
  line = memrchr (start, '\n', size - 1);
  line = line != NULL ? line + 1 : start;
  return parse_line (line, (gsize) (start + size - line), path);
}

/**
 * tvx_history_file_make_line: (skip)
 * @change: what was done
 * @time: when, in ISO 8601
 * @who: who did it
 *
 * Returns: (transfer full) (nullable): the line that tells of it, %NULL where what was changed was changed back at once
 */
GVariant *
tvx_history_file_make_line (TvxChange  *change,
                            const char *time,
                            const char *who)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) members = tvx_change_to_variant (change);
  g_autoptr (GVariant) from = g_variant_lookup_value (members, "from", NULL);
  g_autoptr (GVariant) to = g_variant_lookup_value (members, "to", NULL);
  GVariantIter iter;
  GVariant *member;

  if (tvx_change_get_kind (change) == TVX_CHANGE_SET && (from == NULL || to == NULL ? from == to : g_variant_equal (from, to)))
    return NULL;
  g_variant_builder_add (builder, "{sv}", "time", g_variant_new_string (time));
  g_variant_builder_add (builder, "{sv}", "who", g_variant_new_string (who));
  g_variant_iter_init (&iter, members);
  while ((member = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_variant_builder_add_value (builder, member);
      g_variant_unref (member);
    }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

static GVariant *
with_revisions (GVariant   *line,
                const char *base,
                const char *revision)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  GVariantIter iter;
  GVariant *member;

  g_variant_iter_init (&iter, line);
  while ((member = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_variant_builder_add_value (builder, member);
      g_variant_unref (member);
    }
  if (base != NULL)
    g_variant_builder_add (builder, "{sv}", "base", g_variant_new_string (base));
  if (revision != NULL)
    g_variant_builder_add (builder, "{sv}", "revision", g_variant_new_string (revision));
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

/**
 * tvx_history_file_append: (skip)
 * @path: a history file, made where there is none
 * @name: its name for messages
 * @lines: (element-type GVariant): lines, of type a{sv}
 * @base: (nullable): the revision of the record before
 * @revision: (nullable): the revision of the record afterwards, %NULL where it is deleted
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Appends to a history.
 *
 * Returns: whether all lines were appended; if not, none was
 */
gboolean
tvx_history_file_append (const char  *path,
                         const char  *name,
                         GPtrArray   *lines,
                         const char  *base,
                         const char  *revision,
                         GError     **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (lines->len == 0)
    return TRUE;
  for (guint i = 0; i < lines->len; i++)
    {
      gboolean is_last = i + 1 == lines->len;
      g_autoptr (GVariant) line = is_last ? with_revisions (lines->pdata[i], base, revision)
                                          : g_variant_ref (lines->pdata[i]);
      g_autofree char *written = tvx_json_write_line (line);

      g_string_append (text, written);
    }
  return tvx_safe_file_append (path, name, text->str, error);
}
