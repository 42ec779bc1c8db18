/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-record-private.h"

#include <string.h>

#include "model/tvx-decimal.h"

/**
 * TvxRecord:
 *
 * Something that the register knows: a project, a goal, a partner.
 *
 * What a record holds is described by the table of its class, see
 * [struct@Tvx.Field]. Its properties are the fields of the table and can only
 * be read: whoever edits does so through [class@Tvx.Editor].
 */

typedef struct
{
  /* One for each field: a GVariant, a TvxRecord or a GListStore of records. */
  gpointer       *values;
  /* What a newer or another program wrote and this one does not know: a{sv}. */
  GVariant       *unknown;
  /* The record that this one is part of; it owns this one. */
  TvxRecord      *parent;
  const TvxField *parent_field;
  gboolean        read_only;
} TvxRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TvxRecord, tvx_record, G_TYPE_OBJECT)

/* Whether a boolean is yes where nothing is said. */
static gboolean
is_yes (const TvxField *field)
{
  return (field->flags & TVX_FIELD_YES) != 0;
}

static guint
get_index (TvxRecord      *self,
           const TvxField *field)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (self);

  g_assert (field >= klass->fields && field < klass->fields + klass->n_fields);
  return (guint) (field - klass->fields);
}

static gpointer *
get_slot (TvxRecord  *self,
          const char *name)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);

  return &priv->values[get_index (self, tvx_record_get_field (self, name))];
}

static void
adopt (TvxRecord      *self,
       const TvxField *field,
       TvxRecord      *child)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (child);

  g_assert (priv->parent == NULL);
  priv->parent = self;
  priv->parent_field = field;
}

static void
disown (TvxRecord *child)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (child);

  priv->parent = NULL;
  priv->parent_field = NULL;
}

static void
tvx_record_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TvxRecord *self = TVX_RECORD (object);
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);
  const TvxField *field = &TVX_RECORD_GET_CLASS (self)->fields[property_id - 1];
  gpointer stored = priv->values[property_id - 1];

  switch (field->kind)
    {
    case TVX_FIELD_RECORD:
    case TVX_FIELD_LIST:
      g_value_set_object (value, stored);
      break;
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
    case TVX_FIELD_COUNTS:
      g_value_set_variant (value, stored);
      break;
    case TVX_FIELD_BOOLEAN:
      g_value_set_boolean (value, stored != NULL ? g_variant_get_boolean (stored) : is_yes (field));
      break;
    case TVX_FIELD_TEXTS:
    case TVX_FIELD_CODES:
    case TVX_FIELD_REFERENCES:
      g_value_take_boxed (value, stored != NULL ? g_variant_dup_strv (stored, NULL) : NULL);
      break;
    case TVX_FIELD_ID:
    case TVX_FIELD_TEXT:
    case TVX_FIELD_LONG_TEXT:
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
    case TVX_FIELD_DATE:
    case TVX_FIELD_DECIMAL:
    case TVX_FIELD_REFERENCE:
    default:
      g_value_set_string (value, stored != NULL ? g_variant_get_string (stored, NULL) : NULL);
      break;
    }
}

static void
tvx_record_constructed (GObject *object)
{
  TvxRecord *self = TVX_RECORD (object);
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (self);

  G_OBJECT_CLASS (tvx_record_parent_class)->constructed (object);

  priv->values = g_new0 (gpointer, klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];

      if (field->kind == TVX_FIELD_LIST)
        priv->values[i] = g_list_store_new (field->get_type ());
      else if (field->kind == TVX_FIELD_RECORD)
        tvx_record_take_record (self, field, g_object_new (field->get_type (), NULL));
    }
}

static void
tvx_record_finalize (GObject *object)
{
  TvxRecord *self = TVX_RECORD (object);
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (priv->values[i] == NULL)
        continue;
      if (klass->fields[i].kind == TVX_FIELD_LIST)
        {
          guint n_items = g_list_model_get_n_items (priv->values[i]);

          for (guint j = 0; j < n_items; j++)
            {
              g_autoptr (TvxRecord) item = g_list_model_get_item (priv->values[i], j);

              disown (item);
            }
          g_object_unref (priv->values[i]);
        }
      else if (klass->fields[i].kind == TVX_FIELD_RECORD)
        {
          disown (priv->values[i]);
          g_object_unref (priv->values[i]);
        }
      else
        {
          g_variant_unref (priv->values[i]);
        }
    }
  g_free (priv->values);
  g_clear_pointer (&priv->unknown, g_variant_unref);

  G_OBJECT_CLASS (tvx_record_parent_class)->finalize (object);
}

static void
tvx_record_class_init (TvxRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tvx_record_constructed;
  object_class->finalize = tvx_record_finalize;
}

static void
tvx_record_init (TvxRecord *self)
{
}

static GParamSpec *
new_property (const TvxField *field)
{
  /* The name is not static: GObject makes "planned_end" into "planned-end". */
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY;

  switch (field->kind)
    {
    case TVX_FIELD_RECORD:
      return g_param_spec_object (field->name, NULL, NULL, field->get_type (), flags);
    case TVX_FIELD_LIST:
      return g_param_spec_object (field->name, NULL, NULL, G_TYPE_LIST_MODEL, flags);
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
    case TVX_FIELD_COUNTS:
      return g_param_spec_variant (field->name, NULL, NULL, tvx_field_get_value_type (field), NULL, flags);
    case TVX_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, is_yes (field), flags);
    case TVX_FIELD_TEXTS:
    case TVX_FIELD_CODES:
    case TVX_FIELD_REFERENCES:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
    case TVX_FIELD_ID:
    case TVX_FIELD_TEXT:
    case TVX_FIELD_LONG_TEXT:
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
    case TVX_FIELD_DATE:
    case TVX_FIELD_DECIMAL:
    case TVX_FIELD_REFERENCE:
    default:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    }
}

/**
 * tvx_record_class_set_fields: (skip)
 * @klass: the class of a kind of record
 * @fields: (array length=n_fields): its table, which must stay for good
 * @n_fields: how many fields it has
 *
 * Gives a class its table, and a property for each field.
 */
void
tvx_record_class_set_fields (TvxRecordClass *klass,
                             const TvxField *fields,
                             guint           n_fields)
{
  klass->fields = fields;
  klass->n_fields = n_fields;
  /* GObject does not let a class inherit this one. */
  G_OBJECT_CLASS (klass)->get_property = tvx_record_get_property;

  for (guint i = 0; i < n_fields; i++)
    {
      TvxFieldKind kind = fields[i].kind;

      g_assert ((kind != TVX_FIELD_ENUM && kind != TVX_FIELD_CODE && kind != TVX_FIELD_CODES) ||
                fields[i].vocabulary != NULL);
      g_assert ((kind != TVX_FIELD_RECORD && kind != TVX_FIELD_LIST && kind != TVX_FIELD_REFERENCE &&
                 kind != TVX_FIELD_REFERENCES) ||
                fields[i].get_type != NULL);
      g_assert (fields[i].is_standard == NULL || kind == TVX_FIELD_TEXT);
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, new_property (&fields[i]));
    }
}

/**
 * tvx_record_class_find_field: (skip)
 * @klass: the class of a kind of record
 * @name: the name of a field
 *
 * Returns: (nullable) (transfer none): the field
 */
const TvxField *
tvx_record_class_find_field (TvxRecordClass *klass,
                             const char     *name)
{
  /* Whoever goes through a table asks with the name that stands in it. */
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].name == name)
      return &klass->fields[i];
  for (guint i = 0; i < klass->n_fields; i++)
    if (strcmp (klass->fields[i].name, name) == 0)
      return &klass->fields[i];
  return NULL;
}

/**
 * tvx_record_new:
 * @type: a kind of record
 *
 * Returns: (transfer full): an empty record, with an id of its own if it is of a kind that has one
 */
TvxRecord *
tvx_record_new (GType type)
{
  TvxRecord *self = g_object_new (type, NULL);

  tvx_record_ensure_id (self);
  return self;
}

/**
 * tvx_record_get_id:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): its UUID; %NULL for a record that is part of another one, as the handover
 */
const char *
tvx_record_get_id (TvxRecord *self)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);

  g_return_val_if_fail (TVX_IS_RECORD (self), NULL);

  if (TVX_RECORD_GET_CLASS (self)->fields[0].kind != TVX_FIELD_ID || priv->values[0] == NULL)
    return NULL;
  return g_variant_get_string (priv->values[0], NULL);
}

/**
 * tvx_record_get_field:
 * @self: a record
 * @name: the name of one of its fields
 *
 * Returns: (transfer none): the field; it is an error of the program to ask for one that is not there
 */
const TvxField *
tvx_record_get_field (TvxRecord  *self,
                      const char *name)
{
  const TvxField *field;

  g_return_val_if_fail (TVX_IS_RECORD (self), NULL);

  field = tvx_record_class_find_field (TVX_RECORD_GET_CLASS (self), name);
  if (field == NULL)
    g_error ("%s has no field “%s”", G_OBJECT_TYPE_NAME (self), name);
  return field;
}

/**
 * tvx_record_get_value:
 * @self: a record
 * @name: the name of a field that holds a value
 *
 * Returns: (nullable) (transfer none): the value, %NULL where the field is empty
 */
GVariant *
tvx_record_get_value (TvxRecord  *self,
                      const char *name)
{
  g_return_val_if_fail (tvx_field_get_value_type (tvx_record_get_field (self, name)) != NULL, NULL);

  return *get_slot (self, name);
}

/* What is in a field of the table of the class, without looking for its name: a GVariant, a TvxRecord or a GListModel. */
gpointer
tvx_record_peek (TvxRecord      *self,
                 const TvxField *field)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);

  return priv->values[get_index (self, field)];
}

/**
 * tvx_record_get_text:
 * @self: a record
 * @name: the name of a field that holds a string
 *
 * Returns: (nullable) (transfer none): the string, %NULL where the field is empty
 */
const char *
tvx_record_get_text (TvxRecord  *self,
                     const char *name)
{
  GVariant *value = tvx_record_get_value (self, name);

  return value != NULL ? g_variant_get_string (value, NULL) : NULL;
}

/**
 * tvx_record_get_boolean:
 * @self: a record
 * @name: the name of a field that holds a yes or no
 *
 * Returns: the answer; where nothing is said, what the field then means
 */
gboolean
tvx_record_get_boolean (TvxRecord  *self,
                        const char *name)
{
  GVariant *value = tvx_record_get_value (self, name);

  return value != NULL ? g_variant_get_boolean (value) : is_yes (tvx_record_get_field (self, name));
}

/**
 * tvx_record_get_number:
 * @self: a record
 * @name: the name of a field that holds money or a whole number
 * @number: (out): where to put the number
 *
 * Returns: whether there is a number
 */
gboolean
tvx_record_get_number (TvxRecord  *self,
                       const char *name,
                       gint64     *number)
{
  GVariant *value = tvx_record_get_value (self, name);

  if (value == NULL)
    return FALSE;
  *number = g_variant_get_int64 (value);
  return TRUE;
}

/**
 * tvx_record_get_decimal:
 * @self: a record
 * @name: the name of a field that holds a decimal number
 * @millionths: (out): where to put the number, in millionths
 *
 * Returns: whether there is a number
 */
gboolean
tvx_record_get_decimal (TvxRecord  *self,
                        const char *name,
                        gint64     *millionths)
{
  const char *text = tvx_record_get_text (self, name);

  return text != NULL && tvx_decimal_parse (text, millionths);
}

/**
 * tvx_record_get_record:
 * @self: a record
 * @name: the name of a field that holds a record
 *
 * Returns: (transfer none): the record, which is always there
 */
TvxRecord *
tvx_record_get_record (TvxRecord  *self,
                       const char *name)
{
  g_return_val_if_fail (tvx_record_get_field (self, name)->kind == TVX_FIELD_RECORD, NULL);

  return *get_slot (self, name);
}

/**
 * tvx_record_get_list:
 * @self: a record
 * @name: the name of a field that holds a list
 *
 * Returns: (transfer none): the list of records, to be read and watched only
 */
GListModel *
tvx_record_get_list (TvxRecord  *self,
                     const char *name)
{
  g_return_val_if_fail (tvx_record_get_field (self, name)->kind == TVX_FIELD_LIST, NULL);

  return *get_slot (self, name);
}

/**
 * tvx_record_find_item:
 * @list: a list of records
 * @id: (nullable): an id
 * @position: (out) (optional): where it stands in the list
 *
 * Returns: (nullable) (transfer none): the record of the list that has the id; the list keeps it
 */
TvxRecord *
tvx_record_find_item (GListModel *list,
                      const char *id,
                      guint      *position)
{
  guint n_items = g_list_model_get_n_items (list);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (list, i);

      if (g_strcmp0 (tvx_record_get_id (item), id) != 0)
        continue;
      if (position != NULL)
        *position = i;
      return item;
    }
  return NULL;
}

/**
 * tvx_record_get_unknown:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): the members that this program does not know, of type a{sv}
 */
GVariant *
tvx_record_get_unknown (TvxRecord *self)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);

  return priv->unknown;
}

/**
 * tvx_record_is_empty:
 * @self: a record
 *
 * Returns: whether nothing at all has been filled in, its id apart
 */
gboolean
tvx_record_is_empty (TvxRecord *self)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      TvxFieldKind kind = klass->fields[i].kind;

      if (kind == TVX_FIELD_LIST     ? g_list_model_get_n_items (priv->values[i]) > 0
          : kind == TVX_FIELD_RECORD ? !tvx_record_is_empty (priv->values[i])
                                     : kind != TVX_FIELD_ID && priv->values[i] != NULL)
        return FALSE;
    }
  return priv->unknown == NULL;
}

/**
 * tvx_record_get_read_only:
 * @self: a record
 *
 * Returns: whether the record, or the one that it is part of, must not be changed
 */
gboolean
tvx_record_get_read_only (TvxRecord *self)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (tvx_record_get_root (self));

  return priv->read_only;
}

/**
 * tvx_record_set_read_only:
 * @self: a record that is part of no other
 * @read_only: whether it must not be changed
 *
 * Guards a record that this program could not write back whole.
 */
void
tvx_record_set_read_only (TvxRecord *self,
                          gboolean   read_only)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);

  g_return_if_fail (priv->parent == NULL);

  priv->read_only = read_only;
}

/**
 * tvx_record_get_parent:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): the record that it is part of
 */
TvxRecord *
tvx_record_get_parent (TvxRecord *self)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);

  return priv->parent;
}

/**
 * tvx_record_get_parent_field:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): the field of its parent that holds it
 */
const TvxField *
tvx_record_get_parent_field (TvxRecord *self)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);

  return priv->parent_field;
}

/**
 * tvx_record_get_root:
 * @self: a record
 *
 * Returns: (transfer none): the project or register that it is part of, or itself
 */
TvxRecord *
tvx_record_get_root (TvxRecord *self)
{
  TvxRecord *parent;

  g_return_val_if_fail (TVX_IS_RECORD (self), NULL);

  while ((parent = tvx_record_get_parent (self)) != NULL)
    self = parent;
  return self;
}

/**
 * tvx_record_get_position:
 * @self: a record
 * @position: (out): where it stands in the list that it is in
 *
 * Returns: whether it is in a list
 */
gboolean
tvx_record_get_position (TvxRecord *self,
                         guint     *position)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);

  if (priv->parent == NULL || priv->parent_field->kind != TVX_FIELD_LIST)
    return FALSE;
  return g_list_store_find (G_LIST_STORE (tvx_record_get_list (priv->parent, priv->parent_field->name)),
                            self, position);
}

/* Gives a record of a kind that has an id one of its own, where it has none. */
void
tvx_record_ensure_id (TvxRecord *self)
{
  const TvxField *id = &TVX_RECORD_GET_CLASS (self)->fields[0];

  if (id->kind == TVX_FIELD_ID && tvx_record_get_id (self) == NULL)
    tvx_record_set_value (self, id, g_variant_new_take_string (g_uuid_string_random ()));
}

/* What is empty is not stored, so that a record has one form only. */
static gboolean
is_nothing (const TvxField *field,
            GVariant       *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return *g_variant_get_string (value, NULL) == '\0';
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return g_variant_get_boolean (value) == is_yes (field);
  if (g_variant_is_container (value))
    return g_variant_n_children (value) == 0;
  return FALSE;
}

/* Sets or, where value is NULL or says nothing, empties a field. */
void
tvx_record_set_value (TvxRecord      *self,
                      const TvxField *field,
                      GVariant       *value)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);
  gpointer *slot = &priv->values[get_index (self, field)];
  g_autoptr (GVariant) taken = value != NULL ? g_variant_ref_sink (value) : NULL;

  g_assert (tvx_field_get_value_type (field) != NULL);
  g_assert (taken == NULL || g_variant_is_of_type (taken, tvx_field_get_value_type (field)));

  if (taken != NULL && is_nothing (field, taken))
    g_clear_pointer (&taken, g_variant_unref);
  if (taken == *slot || (taken != NULL && *slot != NULL && g_variant_equal (taken, *slot)))
    return;
  if (*slot != NULL)
    g_variant_unref (*slot);
  *slot = g_steal_pointer (&taken);
  g_object_notify (G_OBJECT (self), field->name);
}

void
tvx_record_set_unknown (TvxRecord *self,
                        GVariant  *unknown)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);

  g_clear_pointer (&priv->unknown, g_variant_unref);
  priv->unknown = unknown != NULL ? g_variant_ref_sink (unknown) : NULL;
}

void
tvx_record_insert (TvxRecord      *self,
                   const TvxField *field,
                   guint           position,
                   TvxRecord      *item)
{
  GListStore *list = G_LIST_STORE (tvx_record_get_list (self, field->name));

  adopt (self, field, item);
  g_list_store_insert (list, MIN (position, g_list_model_get_n_items (G_LIST_MODEL (list))), item);
}

void
tvx_record_remove (TvxRecord      *self,
                   const TvxField *field,
                   guint           position)
{
  GListStore *list = G_LIST_STORE (tvx_record_get_list (self, field->name));
  g_autoptr (TvxRecord) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_list_store_remove (list, position);
  disown (item);
}

/* Puts a record into a field that holds one, which the caller gives away. */
TvxRecord *
tvx_record_take_record (TvxRecord      *self,
                        const TvxField *field,
                        TvxRecord      *record)
{
  TvxRecordPrivate *priv = tvx_record_get_instance_private (self);
  gpointer *slot = &priv->values[get_index (self, field)];

  if (*slot != NULL)
    {
      disown (*slot);
      g_object_unref (*slot);
    }
  adopt (self, field, record);
  *slot = record;
  return record;
}
