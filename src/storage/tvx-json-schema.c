/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The JSON Schema of the files, made from the tables of fields. It asks for what tvx_check_record() asks for; files that
 * break it can still be opened, and the check then tells what is wrong. */

#include "storage/tvx-json-schema.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-record.h"
#include "model/tvx-vocabulary.h"
#include "storage/tvx-file-format.h"

#define UUID_PATTERN "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
#define DECIMAL_PATTERN "^-?(0|[1-9][0-9]{0,8})(\\.[0-9]{0,5}[1-9])?$"
#define DATE_PATTERN "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"

static void
add_text (GVariantBuilder *builder,
          const char      *name,
          const char      *text)
{
  g_variant_builder_add (builder, "{sv}", name, g_variant_new_string (text));
}

static GVariant *
make_codes (TvxVocabulary *vocabulary)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (vocabulary, &n_terms);

  for (gsize i = 0; i < n_terms; i++)
    g_strv_builder_add (codes, terms[i].code);
  strv = g_strv_builder_end (codes);
  add_text (builder, "type", "string");
  g_variant_builder_add (builder, "{sv}", "enum", g_variant_new_strv ((const char *const *) strv, -1));
  return g_variant_builder_end (builder);
}

static GVariant *
make_id (void)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);

  add_text (builder, "type", "string");
  add_text (builder, "format", "uuid");
  add_text (builder, "pattern", UUID_PATTERN);
  return g_variant_builder_end (builder);
}

static GVariant *
make_reference (GType type)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  TvxRecordClass *klass = g_type_class_get (type);
  g_autofree char *reference = g_strconcat ("#/$defs/", klass->kind, NULL);

  add_text (builder, "$ref", reference);
  return g_variant_builder_end (builder);
}

static void
add_items (GVariantBuilder *builder,
           GVariant        *items,
           gboolean         unique)
{
  add_text (builder, "type", "array");
  g_variant_builder_add (builder, "{sv}", "items", items);
  if (unique)
    g_variant_builder_add (builder, "{sv}", "uniqueItems", g_variant_new_boolean (TRUE));
}

static void
add_members (GVariantBuilder *builder,
             GVariant        *schema)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (schema);
  GVariantIter iter;
  GVariant *member;

  g_variant_iter_init (&iter, owned);
  while ((member = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_variant_builder_add_value (builder, member);
      g_variant_unref (member);
    }
}

static GVariant *
make_text (const TvxField *field)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);

  add_text (builder, "type", "string");
  if (field->kind != TVX_FIELD_LONG_TEXT)
    add_text (builder, "pattern", "^[^\\n]*$");
  if (field->max_length > 0)
    g_variant_builder_add (builder, "{sv}", "maxLength", g_variant_new_int64 ((gint64) field->max_length));
  if (field->check == tvx_check_uri)
    add_text (builder, "format", "uri");
  else if (field->check == tvx_check_time)
    add_text (builder, "format", "date-time");
  return g_variant_builder_end (builder);
}

static GVariant *
make_count (void)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);

  add_text (builder, "type", "integer");
  g_variant_builder_add (builder, "{sv}", "minimum", g_variant_new_int64 (0));
  g_variant_builder_add (builder, "{sv}", "maximum", g_variant_new_int64 (TVX_NUMBER_MAX));
  return g_variant_builder_end (builder);
}

static void
add_kind (GVariantBuilder *builder,
          const TvxField  *field)
{
  switch (field->kind)
    {
    case TVX_FIELD_ID:
    case TVX_FIELD_REFERENCE:
      add_members (builder, make_id ());
      break;
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
      add_members (builder, make_codes (field->vocabulary));
      break;
    case TVX_FIELD_CODES:
      add_items (builder, make_codes (field->vocabulary), TRUE);
      break;
    case TVX_FIELD_REFERENCES:
      add_items (builder, make_id (), TRUE);
      break;
    case TVX_FIELD_TEXTS:
      add_items (builder, make_text (field), TRUE);
      break;
    case TVX_FIELD_DECIMAL:
      add_text (builder, "type", "string");
      add_text (builder, "pattern", DECIMAL_PATTERN);
      break;
    case TVX_FIELD_DATE:
      add_text (builder, "type", "string");
      add_text (builder, "pattern", DATE_PATTERN);
      break;
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
      add_text (builder, "type", "integer");
      g_variant_builder_add (builder, "{sv}", "minimum", g_variant_new_int64 (-TVX_NUMBER_MAX));
      g_variant_builder_add (builder, "{sv}", "maximum", g_variant_new_int64 (TVX_NUMBER_MAX));
      break;
    case TVX_FIELD_BOOLEAN:
      add_text (builder, "type", "boolean");
      if ((field->flags & TVX_FIELD_YES) != 0)
        g_variant_builder_add (builder, "{sv}", "default", g_variant_new_boolean (TRUE));
      break;
    case TVX_FIELD_COUNTS:
      add_text (builder, "type", "object");
      g_variant_builder_add (builder, "{sv}", "additionalProperties", make_count ());
      break;
    case TVX_FIELD_RECORD:
      add_members (builder, make_reference (field->get_type ()));
      break;
    case TVX_FIELD_LIST:
      add_items (builder, make_reference (field->get_type ()), FALSE);
      break;
    case TVX_FIELD_TEXT:
    case TVX_FIELD_LONG_TEXT:
    default:
      add_members (builder, make_text (field));
    }
}

static GVariant *
make_field (const TvxField *field)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);

  add_text (builder, "title", _(field->label));
  if (field->help != NULL)
    add_text (builder, "description", _(field->help));
  add_kind (builder, field);
  return g_variant_builder_end (builder);
}

static void
add_fields (GVariantBuilder *properties,
            TvxRecordClass  *klass)
{
  for (guint i = 0; i < klass->n_fields; i++)
    g_variant_builder_add (properties, "{sv}", klass->fields[i].name, make_field (&klass->fields[i]));
}

/* The definition of each kind of record that is part of one, once. */
static void
add_parts (GVariantBuilder *definitions,
           TvxRecordClass  *klass,
           GHashTable      *seen)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];
      g_autoptr (GVariantBuilder) properties = NULL;
      g_autoptr (GVariantBuilder) definition = NULL;
      TvxRecordClass *part;

      if (field->kind != TVX_FIELD_RECORD && field->kind != TVX_FIELD_LIST)
        continue;
      part = g_type_class_get (field->get_type ());
      if (!g_hash_table_add (seen, (gpointer) part->kind))
        continue;
      properties = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
      definition = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
      add_fields (properties, part);
      add_text (definition, "title", _(part->label));
      add_text (definition, "type", "object");
      g_variant_builder_add (definition, "{sv}", "properties", g_variant_builder_end (properties));
      g_variant_builder_add (definitions, "{sv}", part->kind, g_variant_builder_end (definition));
      add_parts (definitions, part, seen);
    }
}

static GVariant *
make_constant (GVariant *value)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (builder, "{sv}", "const", value);
  return g_variant_builder_end (builder);
}

/**
 * tvx_json_schema_for:
 * @type: the type of projects or of registers
 *
 * Describes the files of a kind of record as JSON Schema, draft 2020-12, with titles in the user's language. Members that
 * it does not name are allowed.
 *
 * Returns: (transfer full): the schema, for [func@Tvx.json_write]
 */
GVariant *
tvx_json_schema_for (GType type)
{
  static const char *const required[] = { "format", "version", "id", NULL };
  const TvxFileFormat *format = tvx_file_format_for (type);
  TvxRecordClass *klass = g_type_class_get (type);
  g_autoptr (GVariantBuilder) schema = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariantBuilder) properties = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariantBuilder) definitions = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_variant_builder_add (properties, "{sv}", "format", make_constant (g_variant_new_string (format->name)));
  g_variant_builder_add (properties, "{sv}", "version", make_constant (g_variant_new_int64 (format->version)));
  add_fields (properties, klass);
  add_parts (definitions, klass, seen);

  add_text (schema, "$schema", "https://json-schema.org/draft/2020-12/schema");
  add_text (schema, "title", _(klass->label));
  add_text (schema, "type", "object");
  g_variant_builder_add (schema, "{sv}", "properties", g_variant_builder_end (properties));
  g_variant_builder_add (schema, "{sv}", "required", g_variant_new_strv (required, -1));
  g_variant_builder_add (schema, "{sv}", "$defs", g_variant_builder_end (definitions));
  return g_variant_ref_sink (g_variant_builder_end (schema));
}
