/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-file-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "storage/tvx-storage-error.h"

/* Version 1 is the first, so there is nothing to migrate yet. */
const TvxFileFormat tvx_register_format = { "tillvaxt-register", 1, NULL, 0 };
const TvxFileFormat tvx_project_format = { "tillvaxt-project", 1, NULL, 0 };
const TvxFileFormat tvx_exchange_format = { "tillvaxt-exchange", 1, NULL, 0 };

/**
 * tvx_file_format_for: (skip)
 * @type: the type of projects or of registers
 *
 * Returns: (transfer none): the format of their files
 */
const TvxFileFormat *
tvx_file_format_for (GType type)
{
  return type == TVX_TYPE_REGISTER ? &tvx_register_format : &tvx_project_format;
}

/**
 * tvx_file_format_wrap: (skip)
 * @self: a format
 * @members: what the file is to say, of type a{sv}
 *
 * Returns: (transfer full): the same under the head of the format
 */
GVariant *
tvx_file_format_wrap (const TvxFileFormat *self,
                      GVariant            *members)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  GVariantIter iter;
  GVariant *member;

  g_variant_builder_add (builder, "{sv}", "format", g_variant_new_string (self->name));
  g_variant_builder_add (builder, "{sv}", "version", g_variant_new_int64 (self->version));
  g_variant_iter_init (&iter, members);
  while ((member = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_variant_builder_add_value (builder, member);
      g_variant_unref (member);
    }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

/* Unlike g_variant_lookup(), this does not make one block of memory of the whole tree. */
static GVariant *
find_member (GVariant           *object,
             const char         *name,
             const GVariantType *type)
{
  GVariantIter iter;
  const char *member;
  GVariant *value;

  g_variant_iter_init (&iter, object);
  while (g_variant_iter_next (&iter, "{&sv}", &member, &value))
    {
      if (strcmp (member, name) == 0 && g_variant_is_of_type (value, type))
        return value;
      g_variant_unref (value);
    }
  return NULL;
}

static gboolean
check_head (const TvxFileFormat  *self,
            GVariant             *tree,
            const char           *name,
            gint64               *version,
            GError              **error)
{
  g_autoptr (GVariant) format_value = NULL;
  g_autoptr (GVariant) version_value = NULL;
  const char *format;

  if (!g_variant_is_of_type (tree, G_VARIANT_TYPE_VARDICT))
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT,
                   _("%s: found something else than an object; an object with “format”: “%s” was expected"),
                   name, self->name);
      return FALSE;
    }
  format_value = find_member (tree, "format", G_VARIANT_TYPE_STRING);
  if (format_value == NULL)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT,
                   _("%s: format: found no such text, expected “%s”"), name, self->name);
      return FALSE;
    }
  format = g_variant_get_string (format_value, NULL);
  if (strcmp (format, self->name) != 0)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT,
                   _("%s: format: found “%s”, expected “%s”"), name, format, self->name);
      return FALSE;
    }
  version_value = find_member (tree, "version", G_VARIANT_TYPE_INT64);
  *version = version_value != NULL ? g_variant_get_int64 (version_value) : 0;
  if (*version < 1)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT,
                   _("%s: version: found no whole number from 1, expected %lld"), name,
                   (long long) self->version);
      return FALSE;
    }
  return TRUE;
}

static GVariant *
without_head (GVariant *tree)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, tree);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      if (strcmp (name, "format") != 0 && strcmp (name, "version") != 0)
        g_variant_builder_add (builder, "{sv}", name, value);
      g_variant_unref (value);
    }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

/**
 * tvx_file_format_unwrap: (skip)
 * @self: a format
 * @tree: what a file says
 * @name: the name of the file, for messages
 * @newer: (out): whether a newer version of this program wrote it, so that it must not be written back
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Checks the head of a file, and brings an older file up to date.
 *
 * Returns: (transfer full) (nullable): what it says under its head, of type a{sv}
 */
GVariant *
tvx_file_format_unwrap (const TvxFileFormat  *self,
                        GVariant             *tree,
                        const char           *name,
                        gboolean             *newer,
                        GError              **error)
{
  g_autoptr (GVariant) members = NULL;
  gint64 version;

  if (!check_head (self, tree, name, &version, error))
    return NULL;
  *newer = version > self->version;
  members = without_head (tree);
  for (guint i = 0; i < self->n_migrations; i++)
    {
      GVariant *migrated;

      if (self->migrations[i].from != version)
        continue;
      migrated = self->migrations[i].migrate (members);
      g_variant_unref (members);
      members = g_variant_ref_sink (migrated);
      version++;
    }
  return g_steal_pointer (&members);
}

/**
 * tvx_file_format_read_members: (skip)
 * @type: the type of projects or of registers
 * @members: what a file says of the record
 * @name: the name of the file and, where it holds several records, the place in it, for messages
 * @error: return location for an error that says where in the file, what was found and what was expected
 *
 * Makes a record that must have an id.
 *
 * Returns: (transfer full) (nullable): the record
 */
TvxRecord *
tvx_file_format_read_members (GType        type,
                              GVariant    *members,
                              const char  *name,
                              GError     **error)
{
  TvxRecord *record;
  g_autoptr (GVariant) id = NULL;

  if (g_variant_is_of_type (members, G_VARIANT_TYPE_VARDICT))
    id = find_member (members, "id", G_VARIANT_TYPE_STRING);
  if (id == NULL || !g_uuid_string_is_valid (g_variant_get_string (id, NULL)))
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_ID,
                   _("%s: id: found no id, expected a UUID such as 3f2b8f0e-5a54-4b0c-9a39-0d1c6e1f7a11"), name);
      return NULL;
    }
  record = tvx_record_new_from_variant (type, members, error);
  if (record == NULL)
    g_prefix_error (error, "%s: ", name);
  return record;
}

/**
 * tvx_file_format_read_record: (skip)
 * @type: the type of projects or of registers
 * @tree: what a file says
 * @name: the name of the file, for messages
 * @error: return location for an error that says where in the file, what was found and what was expected
 *
 * Makes a record of a file. One that a newer version of this program wrote can only be read.
 *
 * Returns: (transfer full) (nullable): the record
 */
TvxRecord *
tvx_file_format_read_record (GType        type,
                             GVariant    *tree,
                             const char  *name,
                             GError     **error)
{
  gboolean newer;
  g_autoptr (GVariant) members = tvx_file_format_unwrap (tvx_file_format_for (type), tree, name, &newer, error);
  TvxRecord *record = members != NULL ? tvx_file_format_read_members (type, members, name, error) : NULL;

  if (record != NULL)
    tvx_record_set_read_only (record, newer);
  return record;
}
