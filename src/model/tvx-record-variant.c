/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A record as a plain tree of values, and back: what files, history, copies and undo are made of. */

#include "model/tvx-record-private.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-model-error.h"

static const char *
describe (GVariant *value)
{
  switch (g_variant_classify (value))
    {
    case G_VARIANT_CLASS_STRING:
      return _("a text");
    case G_VARIANT_CLASS_BOOLEAN:
      return _("true or false");
    case G_VARIANT_CLASS_INT64:
      return _("a whole number");
    case G_VARIANT_CLASS_DOUBLE:
      return _("a number with decimals");
    case G_VARIANT_CLASS_MAYBE:
      return _("null");
    case G_VARIANT_CLASS_ARRAY:
      return g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT) ? _("an object") : _("a list");
    case G_VARIANT_CLASS_BYTE:
    case G_VARIANT_CLASS_INT16:
    case G_VARIANT_CLASS_UINT16:
    case G_VARIANT_CLASS_INT32:
    case G_VARIANT_CLASS_UINT32:
    case G_VARIANT_CLASS_UINT64:
    case G_VARIANT_CLASS_HANDLE:
    case G_VARIANT_CLASS_OBJECT_PATH:
    case G_VARIANT_CLASS_SIGNATURE:
    case G_VARIANT_CLASS_VARIANT:
    case G_VARIANT_CLASS_TUPLE:
    case G_VARIANT_CLASS_DICT_ENTRY:
    default:
      g_assert_not_reached ();
    }
}

static const char *
describe_expected (const TvxField *field)
{
  switch (field->kind)
    {
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
      return _("a whole number");
    case TVX_FIELD_BOOLEAN:
      return _("true or false");
    case TVX_FIELD_DECIMAL:
      return _("a number in quotation marks, such as \"12.5\"");
    case TVX_FIELD_TEXTS:
    case TVX_FIELD_CODES:
    case TVX_FIELD_REFERENCES:
      return _("a list of texts");
    case TVX_FIELD_RECORD:
    case TVX_FIELD_COUNTS:
      return _("an object");
    case TVX_FIELD_LIST:
      return _("a list of objects");
    case TVX_FIELD_ID:
    case TVX_FIELD_TEXT:
    case TVX_FIELD_LONG_TEXT:
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
    case TVX_FIELD_DATE:
    case TVX_FIELD_REFERENCE:
    default:
      return _("a text");
    }
}

static gboolean
set_type_error (GError     **error,
                const char  *path,
                GVariant    *found,
                const char  *expected)
{
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_TYPE,
               /* Translators: a place in a file, what stands there, what should stand there. */
               _("%s: found %s, expected %s"), path, describe (found), expected);
  return FALSE;
}

/* A list of JSON is "av"; a list of texts in a record is "as". NULL where not all of it is text. */
static GVariant *
strings_from_list (GVariant *list)
{
  gsize n = g_variant_n_children (list);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) item = g_variant_get_variant (boxed);

      if (!g_variant_is_of_type (item, G_VARIANT_TYPE_STRING))
        return NULL;
      g_strv_builder_add (builder, g_variant_get_string (item, NULL));
    }
  strings = g_strv_builder_end (builder);
  return g_variant_ref_sink (g_variant_new_strv ((const char *const *) strings, -1));
}

static gboolean
read_value (TvxRecord       *self,
            const TvxField  *field,
            GVariant        *value,
            GError         **error)
{
  g_autoptr (GVariant) converted = NULL;

  if (g_variant_is_of_type (value, tvx_field_get_value_type (field)))
    converted = g_variant_ref (value);
  else if (g_variant_type_equal (tvx_field_get_value_type (field), G_VARIANT_TYPE_STRING_ARRAY) &&
           g_variant_is_of_type (value, G_VARIANT_TYPE ("av")))
    converted = strings_from_list (value);
  if (converted == NULL)
    return set_type_error (error, field->name, value, describe_expected (field));

  /* An id is how everything else names the record; with a wrong one it could not be edited. */
  if (field->kind == TVX_FIELD_ID && !tvx_field_check_value (field, converted, error))
    {
      g_prefix_error (error, "%s: ", field->name);
      return FALSE;
    }

  tvx_record_set_value (self, field, converted);
  return TRUE;
}

/* Changes find an item of a list by its id, so two must not have the same. */
static gboolean
check_is_alone (GHashTable      *positions,
                const TvxField  *field,
                TvxRecord       *item,
                guint            position,
                GError         **error)
{
  const char *id = tvx_record_get_id (item);
  gpointer other;

  if (!g_hash_table_lookup_extended (positions, id, NULL, &other))
    return g_hash_table_insert (positions, (gpointer) id, GUINT_TO_POINTER (position));
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
               /* Translators: an id, a place in a file. */
               _("id: the id %s is already that of %s[%u]. Give one of them another id, or remove the member “id”."),
               id, field->name, GPOINTER_TO_UINT (other));
  return FALSE;
}

static gboolean
read_list (TvxRecord       *self,
           const TvxField  *field,
           GVariant        *value,
           GError         **error)
{
  g_autoptr (GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE ("av")))
    return set_type_error (error, field->name, value, describe_expected (field));

  n = g_variant_n_children (value);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (value, i);
      g_autoptr (GVariant) item_value = g_variant_get_variant (boxed);
      g_autoptr (TvxRecord) item = NULL;

      if (!g_variant_is_of_type (item_value, G_VARIANT_TYPE_VARDICT))
        {
          g_autofree char *path = g_strdup_printf ("%s[%" G_GSIZE_FORMAT "]", field->name, i);

          return set_type_error (error, path, item_value, _("an object"));
        }
      item = tvx_record_new_from_variant (field->get_type (), item_value, error);
      if (item == NULL || !check_is_alone (positions, field, item, (guint) i, error))
        {
          g_prefix_error (error, "%s[%" G_GSIZE_FORMAT "].", field->name, i);
          return FALSE;
        }
      tvx_record_insert (self, field, (guint) i, item);
    }
  return TRUE;
}

static gboolean
read_record (TvxRecord       *self,
             const TvxField  *field,
             GVariant        *value,
             GError         **error)
{
  TvxRecord *record;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT))
    return set_type_error (error, field->name, value, describe_expected (field));

  record = tvx_record_new_from_variant (field->get_type (), value, error);
  if (record == NULL)
    {
      g_prefix_error (error, "%s.", field->name);
      return FALSE;
    }
  tvx_record_take_record (self, field, record);
  return TRUE;
}

/* What g_variant_iter_next() does with a format, in half the time: all of a register goes through here. */
static GVariant *
get_member (GVariant    *members,
            gsize        i,
            const char **name)
{
  g_autoptr (GVariant) entry = g_variant_get_child_value (members, i);
  g_autoptr (GVariant) key = g_variant_get_child_value (entry, 0);
  g_autoptr (GVariant) boxed = g_variant_get_child_value (entry, 1);

  *name = g_variant_get_string (key, NULL);
  return g_variant_get_variant (boxed);
}

/**
 * tvx_record_new_from_variant:
 * @type: a kind of record
 * @variant: a tree of values, of type a{sv}; lists are "av", objects "a{sv}", null is an empty maybe
 * @error: return location for a [error@Tvx.ModelError] that says where in the tree, what was found and what was expected
 *
 * Makes a record of a tree of values.
 *
 * Only the types and the ids must be right: a text that is no date in a date field is kept
 * and left for [func@Tvx.check_record] to tell of. Members that no field has are kept
 * as they are. A record of a list that comes without an id gets one.
 *
 * Returns: (transfer full) (nullable): the record
 */
TvxRecord *
tvx_record_new_from_variant (GType      type,
                             GVariant  *variant,
                             GError   **error)
{
  g_autoptr (TvxRecord) self = g_object_new (type, NULL);
  g_autoptr (GVariantBuilder) unknown = NULL;
  gsize n_members;

  g_return_val_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT), NULL);

  n_members = g_variant_n_children (variant);
  for (gsize i = 0; i < n_members; i++)
    {
      const char *name;
      g_autoptr (GVariant) owned = get_member (variant, i, &name);
      const TvxField *field = tvx_record_class_find_field (TVX_RECORD_GET_CLASS (self), name);
      gboolean good;

      if (field == NULL)
        {
          if (unknown == NULL)
            unknown = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
          g_variant_builder_add (unknown, "{sv}", name, owned);
          continue;
        }
      if (g_variant_classify (owned) == G_VARIANT_CLASS_MAYBE)
        continue;
      if (field->kind == TVX_FIELD_LIST)
        good = read_list (self, field, owned, error);
      else if (field->kind == TVX_FIELD_RECORD)
        good = read_record (self, field, owned, error);
      else
        good = read_value (self, field, owned, error);
      if (!good)
        return NULL;
    }

  tvx_record_ensure_id (self);
  if (unknown != NULL)
    tvx_record_set_unknown (self, g_variant_builder_end (unknown));
  return g_steal_pointer (&self);
}

static GVariant *
list_to_variant (GListModel *list)
{
  guint n_items = g_list_model_get_n_items (list);
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("av"));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (list, i);
      g_autoptr (GVariant) variant = tvx_record_to_variant (item);

      g_variant_builder_add (builder, "v", variant);
    }
  return g_variant_builder_end (builder);
}

/**
 * tvx_record_to_variant:
 * @self: a record
 *
 * Makes a tree of values of a record: its fields in the order of the table,
 * empty ones left out, then the members that no field has.
 *
 * Returns: (transfer full): the tree, of type a{sv}
 */
GVariant *
tvx_record_to_variant (TvxRecord *self)
{
  TvxRecordClass *klass;
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  GVariant *unknown;

  g_return_val_if_fail (TVX_IS_RECORD (self), NULL);

  klass = TVX_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];

      if (field->kind == TVX_FIELD_LIST)
        {
          GListModel *list = tvx_record_get_list (self, field->name);

          if (g_list_model_get_n_items (list) > 0)
            g_variant_builder_add (builder, "{sv}", field->name, list_to_variant (list));
        }
      else if (field->kind == TVX_FIELD_RECORD)
        {
          TvxRecord *record = tvx_record_get_record (self, field->name);

          if (!tvx_record_is_empty (record))
            {
              g_autoptr (GVariant) variant = tvx_record_to_variant (record);

              g_variant_builder_add (builder, "{sv}", field->name, variant);
            }
        }
      else if (tvx_record_get_value (self, field->name) != NULL)
        {
          g_variant_builder_add (builder, "{sv}", field->name, tvx_record_get_value (self, field->name));
        }
    }

  unknown = tvx_record_get_unknown (self);
  if (unknown != NULL)
    {
      GVariantIter iter;
      const char *name;
      GVariant *value;

      g_variant_iter_init (&iter, unknown);
      while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
        {
          g_variant_builder_add (builder, "{sv}", name, value);
          g_variant_unref (value);
        }
    }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

/* A copy of a record is another record: it and its parts get ids of their own, and what refers to a part of it
 * refers to the part of the copy. */
static void
collect_ids (TvxRecord  *self,
             GHashTable *new_ids)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (self);

  if (tvx_record_get_id (self) != NULL)
    g_hash_table_insert (new_ids, g_strdup (tvx_record_get_id (self)), g_uuid_string_random ());
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].kind == TVX_FIELD_RECORD)
        {
          collect_ids (tvx_record_get_record (self, klass->fields[i].name), new_ids);
        }
      else if (klass->fields[i].kind == TVX_FIELD_LIST)
        {
          GListModel *list = tvx_record_get_list (self, klass->fields[i].name);

          for (guint j = 0; j < g_list_model_get_n_items (list); j++)
            {
              g_autoptr (TvxRecord) item = g_list_model_get_item (list, j);

              collect_ids (item, new_ids);
            }
        }
    }
}

static void
replace_ids (TvxRecord  *self,
             GHashTable *new_ids)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];

      if (field->kind == TVX_FIELD_ID || field->kind == TVX_FIELD_REFERENCE)
        {
          const char *id = tvx_record_get_text (self, field->name);
          const char *new_id = id != NULL ? g_hash_table_lookup (new_ids, id) : NULL;

          if (new_id != NULL)
            tvx_record_set_value (self, field, g_variant_new_string (new_id));
        }
      else if (field->kind == TVX_FIELD_REFERENCES && tvx_record_get_value (self, field->name) != NULL)
        {
          g_autofree const char **ids = g_variant_get_strv (tvx_record_get_value (self, field->name), NULL);
          g_autoptr (GVariant) replaced = NULL;

          for (guint j = 0; ids[j] != NULL; j++)
            if (g_hash_table_contains (new_ids, ids[j]))
              ids[j] = g_hash_table_lookup (new_ids, ids[j]);
          replaced = g_variant_ref_sink (g_variant_new_strv (ids, -1));
          tvx_record_set_value (self, field, replaced);
        }
      else if (field->kind == TVX_FIELD_RECORD)
        {
          replace_ids (tvx_record_get_record (self, field->name), new_ids);
        }
      else if (field->kind == TVX_FIELD_LIST)
        {
          GListModel *list = tvx_record_get_list (self, field->name);

          for (guint j = 0; j < g_list_model_get_n_items (list); j++)
            {
              g_autoptr (TvxRecord) item = g_list_model_get_item (list, j);

              replace_ids (item, new_ids);
            }
        }
    }
}

/**
 * tvx_record_duplicate:
 * @self: a record
 *
 * Returns: (transfer full): another record that says the same, with new ids, part of nothing
 */
TvxRecord *
tvx_record_duplicate (TvxRecord *self)
{
  g_autoptr (GHashTable) new_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GVariant) variant = tvx_record_to_variant (self);
  g_autoptr (GError) error = NULL;
  TvxRecord *copy = tvx_record_new_from_variant (G_OBJECT_TYPE (self), variant, &error);

  g_assert_no_error (error);
  collect_ids (copy, new_ids);
  replace_ids (copy, new_ids);
  return copy;
}
