/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A receipt is a file of JSON that goes back to the sender of a package. A package holds it as a form, with the fields of
 * the answer empty, so that a receiver with another system can fill it in by hand. */

#include "storage/tvx-receipt.h"

#include <glib/gi18n-lib.h>
#include <stddef.h>
#include <string.h>

#include "model/tvx-handover.h"
#include "storage/tvx-file-format.h"
#include "storage/tvx-handover-package.h"
#include "storage/tvx-json.h"
#include "storage/tvx-safe-file.h"
#include "storage/tvx-storage-error.h"

#define MAX_SIZE (16 * 1024 * 1024)

static const TvxFileFormat receipt_format = { "tillvaxt-receipt", 1, NULL, 0 };

/* The members of a line in the file, and where they are in the struct. */
static const struct
{
  const char *name;
  gsize       offset;
} members[] = {
  { "id", offsetof (TvxReceiptLine, id) },
  { "title", offsetof (TvxReceiptLine, title) },
  { "revision", offsetof (TvxReceiptLine, revision) },
  { "state", offsetof (TvxReceiptLine, state) },
  { "received_at", offsetof (TvxReceiptLine, received_at) },
  { "receiver_reference", offsetof (TvxReceiptLine, reference) },
  { "receiver_responsible", offsetof (TvxReceiptLine, responsible) },
  { "receipt_remarks", offsetof (TvxReceiptLine, remarks) },
};

static char **
get_member (TvxReceiptLine *line,
            guint           index)
{
  return (char **) ((char *) line + members[index].offset);
}

/**
 * tvx_receipt_line_free: (skip)
 * @self: (transfer full): a line of a receipt
 *
 * Frees it.
 */
void
tvx_receipt_line_free (TvxReceiptLine *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_free (*get_member (self, i));
  g_free (self);
}

/**
 * tvx_receipt_new: (skip)
 * @package: what tells the package from every other
 * @from: who hands over
 * @to: who takes over
 *
 * Returns: (transfer full): a receipt without lines
 */
TvxReceipt *
tvx_receipt_new (const char *package,
                 const char *from,
                 const char *to)
{
  TvxReceipt *self = g_new0 (TvxReceipt, 1);

  self->package = g_strdup (package);
  self->from = g_strdup (from);
  self->to = g_strdup (to);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_receipt_line_free);
  return self;
}

/**
 * tvx_receipt_free: (skip)
 * @self: (transfer full): a receipt
 *
 * Frees it.
 */
void
tvx_receipt_free (TvxReceipt *self)
{
  g_free (self->package);
  g_free (self->from);
  g_free (self->to);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * tvx_receipt_add_line: (skip)
 * @self: a receipt
 * @project: a project
 * @revision: the revision of the project in the package
 *
 * Adds the form for a project.
 *
 * Returns: (transfer none): the line, to be filled in
 */
TvxReceiptLine *
tvx_receipt_add_line (TvxReceipt *self,
                      TvxRecord  *project,
                      const char *revision)
{
  TvxReceiptLine *line = g_new0 (TvxReceiptLine, 1);

  line->id = g_strdup (tvx_record_get_id (project));
  line->title = tvx_record_dup_title (project);
  line->revision = g_strdup (revision);
  g_ptr_array_add (self->lines, line);
  return line;
}

/**
 * tvx_receipt_write: (skip)
 * @self: a receipt
 *
 * Returns: (transfer full): the text of its file, in which what is not filled in is there as an empty text
 */
GBytes *
tvx_receipt_write (const TvxReceipt *self)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariantBuilder) list = g_variant_builder_new (G_VARIANT_TYPE ("av"));
  g_autoptr (GVariant) tree = NULL;
  g_autoptr (GVariant) wrapped = NULL;
  char *text;

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autoptr (GVariantBuilder) line = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);

      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        {
          const char *value = *get_member (self->lines->pdata[i], j);

          g_variant_builder_add (line, "{sv}", members[j].name, g_variant_new_string (value != NULL ? value : ""));
        }
      g_variant_builder_add (list, "v", g_variant_builder_end (line));
    }
  g_variant_builder_add (builder, "{sv}", "package", g_variant_new_string (self->package));
  g_variant_builder_add (builder, "{sv}", "from", g_variant_new_string (self->from));
  g_variant_builder_add (builder, "{sv}", "to", g_variant_new_string (self->to));
  g_variant_builder_add (builder, "{sv}", "projects", g_variant_builder_end (list));
  tree = g_variant_ref_sink (g_variant_builder_end (builder));
  wrapped = tvx_file_format_wrap (&receipt_format, tree);
  text = tvx_json_write (wrapped);
  return g_bytes_new_take (text, strlen (text));
}

/**
 * tvx_receipt_save:
 * @self: a receipt
 * @target: the file to write
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error that names the file
 *
 * Writes a receipt. This blocks.
 *
 * Returns: whether it was written
 */
gboolean
tvx_receipt_save (const TvxReceipt  *self,
                  GFile             *target,
                  GCancellable      *cancellable,
                  GError           **error)
{
  g_autoptr (GBytes) bytes = tvx_receipt_write (self);
  g_autofree char *name = g_file_get_parse_name (target);

  if (g_file_replace_contents (target, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                               G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, error))
    return TRUE;
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

static gboolean
read_line (TvxReceipt  *self,
           GVariant    *item,
           const char  *name,
           guint        index,
           GError     **error)
{
  TvxReceiptLine *line = g_new0 (TvxReceiptLine, 1);

  g_ptr_array_add (self->lines, line);
  for (guint i = 0; g_variant_is_of_type (item, G_VARIANT_TYPE_VARDICT) && i < G_N_ELEMENTS (members); i++)
    {
      const char *value;

      if (g_variant_lookup (item, members[i].name, "&s", &value) && *value != '\0')
        *get_member (line, i) = g_strdup (value);
    }
  if (line->id != NULL && line->revision != NULL && g_uuid_string_is_valid (line->id))
    {
      if (line->title == NULL)
        line->title = g_strdup (line->id);
      return TRUE;
    }
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT,
               _("%s: projects[%u]: found no id or no revision, expected those of the form in the package"), name, index);
  return FALSE;
}

static TvxReceipt *
read_receipt (GVariant    *tree,
              const char  *name,
              GError     **error)
{
  gboolean newer;
  g_autoptr (GVariant) found = tvx_file_format_unwrap (&receipt_format, tree, name, &newer, error);
  g_autoptr (GVariant) list = NULL;
  g_autoptr (TvxReceipt) self = NULL;
  const char *package = "", *from = "", *to = "";

  if (found == NULL)
    return NULL;
  if (newer)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT, _("%s: a newer version of this program wrote this receipt"), name);
      return NULL;
    }
  g_variant_lookup (found, "package", "&s", &package);
  g_variant_lookup (found, "from", "&s", &from);
  g_variant_lookup (found, "to", "&s", &to);
  self = tvx_receipt_new (package, from, to);
  list = g_variant_lookup_value (found, "projects", G_VARIANT_TYPE ("av"));
  if (list == NULL || g_variant_n_children (list) == 0)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT,
                   _("%s: projects: found no list, expected a list of projects"), name);
      return NULL;
    }
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) item = g_variant_get_variant (boxed);

      if (!read_line (self, item, name, (guint) i, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * tvx_receipt_load:
 * @source: the file of a receipt
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error that says where in the file, what was found and what was expected
 *
 * Reads a receipt. This blocks.
 *
 * Returns: (transfer full) (nullable): the receipt
 */
TvxReceipt *
tvx_receipt_load (GFile         *source,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree char *path = g_file_get_path (source);
  g_autofree char *name = g_file_get_parse_name (source);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) tree = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (path == NULL)
    bytes = g_file_load_bytes (source, cancellable, NULL, error);
  else
    bytes = tvx_safe_file_load (path, name, MAX_SIZE, error);
  tree = bytes != NULL ? tvx_json_parse (bytes, name, error) : NULL;
  return tree != NULL ? read_receipt (tree, name, error) : NULL;
}

/**
 * tvx_receipt_make_value: (skip)
 * @text: (nullable): a text
 *
 * Returns: (transfer floating) (nullable): the value of a field that holds it, %NULL for one that is to be empty
 */
GVariant *
tvx_receipt_make_value (const char *text)
{
  return text != NULL ? g_variant_new_string (text) : NULL;
}
