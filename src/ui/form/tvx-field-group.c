/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/form/tvx-field-group.h"

/**
 * TvxFieldGroup:
 *
 * A part of a form: rows for fields of a record, which are named in a Blueprint
 * file and made from the table of the record.
 */
struct _TvxFieldGroup
{
  AdwPreferencesGroup  parent_instance;

  TvxEditor           *editor;
  TvxRecord           *record;
  char                *part;
  GStrv                fields;
  /* The kind of record that the rows are for. */
  GType                type;
  GPtrArray           *rows;
};

enum
{
  PROP_0,
  PROP_EDITOR,
  PROP_RECORD,
  PROP_PART,
  PROP_FIELDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvxFieldGroup, tvx_field_group, ADW_TYPE_PREFERENCES_GROUP)

/* Blueprint sets the properties one after the other, and the editor and record of a page come and go together:
 * rows are there once it is known what they are for, and bound once all is there. */
static void
update (TvxFieldGroup *self)
{
  TvxRecord *record = self->editor != NULL ? self->record : NULL;

  if (record != NULL && self->part != NULL)
    record = tvx_record_get_record (record, self->part);
  if (record != NULL && self->type != G_OBJECT_TYPE (record))
    {
      for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
      g_clear_pointer (&self->rows, g_ptr_array_unref);

      self->type = G_OBJECT_TYPE (record);
      self->rows = tvx_field_rows_new (self->type, (const char *const *) self->fields);
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
    }
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    tvx_field_row_bind (self->rows->pdata[i], record != NULL ? self->editor : NULL, record);
}

static void
tvx_field_group_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TvxFieldGroup *self = TVX_FIELD_GROUP (object);

  switch (property_id)
    {
    case PROP_EDITOR:
      g_value_set_object (value, self->editor);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_PART:
      g_value_set_string (value, self->part);
      break;
    case PROP_FIELDS:
      g_value_set_boxed (value, self->fields);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_field_group_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TvxFieldGroup *self = TVX_FIELD_GROUP (object);

  switch (property_id)
    {
    case PROP_EDITOR:
      if (g_set_object (&self->editor, g_value_get_object (value)))
        update (self);
      break;
    case PROP_RECORD:
      if (g_set_object (&self->record, g_value_get_object (value)))
        update (self);
      break;
    case PROP_PART:
      self->part = g_value_dup_string (value);
      break;
    case PROP_FIELDS:
      self->fields = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_field_group_dispose (GObject *object)
{
  TvxFieldGroup *self = TVX_FIELD_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->editor);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tvx_field_group_parent_class)->dispose (object);
}

static void
tvx_field_group_finalize (GObject *object)
{
  TvxFieldGroup *self = TVX_FIELD_GROUP (object);

  g_free (self->part);
  g_strfreev (self->fields);

  G_OBJECT_CLASS (tvx_field_group_parent_class)->finalize (object);
}

static void
tvx_field_group_class_init (TvxFieldGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tvx_field_group_dispose;
  object_class->finalize = tvx_field_group_finalize;
  object_class->get_property = tvx_field_group_get_property;
  object_class->set_property = tvx_field_group_set_property;

  /**
   * TvxFieldGroup:editor:
   *
   * The editor of the register.
   */
  properties[PROP_EDITOR] = g_param_spec_object ("editor", NULL, NULL, TVX_TYPE_EDITOR, flags);
  /**
   * TvxFieldGroup:record:
   *
   * The record that is shown, or that has the part that is.
   */
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, TVX_TYPE_RECORD, flags);
  /**
   * TvxFieldGroup:part:
   *
   * The name of the field of the record that holds what is shown, as "handover"; %NULL to show the record itself.
   */
  properties[PROP_PART] = g_param_spec_string ("part", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  /**
   * TvxFieldGroup:fields:
   *
   * The names of the fields that have rows, in order; %NULL for all that hold a value.
   */
  properties[PROP_FIELDS] = g_param_spec_boxed ("fields", NULL, NULL, G_TYPE_STRV, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tvx_field_group_init (TvxFieldGroup *self)
{
}

/**
 * tvx_field_group_get_row:
 * @self: a group
 * @field: the name of a field
 *
 * Returns: (transfer none) (nullable): the row of @field, %NULL where it is not in this group
 */
TvxFieldRow *
tvx_field_group_get_row (TvxFieldGroup *self,
                         const char    *field)
{
  g_return_val_if_fail (TVX_IS_FIELD_GROUP (self), NULL);

  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    if (g_str_equal (tvx_field_row_get_field (self->rows->pdata[i])->name, field))
      return self->rows->pdata[i];
  return NULL;
}

/**
 * tvx_field_rows_new:
 * @record_type: a kind of record
 * @fields: (nullable) (array zero-terminated=1): names of fields of it, %NULL for all that hold a value but the id
 *
 * Returns: (transfer container) (element-type TvxFieldRow): a new row for each field, still floating
 */
GPtrArray *
tvx_field_rows_new (GType              record_type,
                    const char *const *fields)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (record_type);
  TvxRecordClass *klass = TVX_RECORD_CLASS (type_class);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; fields == NULL && i < klass->n_fields; i++)
    if (klass->fields[i].kind != TVX_FIELD_ID && klass->fields[i].kind != TVX_FIELD_COUNTS && tvx_field_get_value_type (&klass->fields[i]) != NULL)
      g_ptr_array_add (rows, tvx_field_row_new (&klass->fields[i]));

  for (guint i = 0; fields != NULL && fields[i] != NULL; i++)
    {
      const TvxField *field = tvx_record_class_find_field (klass, fields[i]);

      if (field == NULL)
        g_error ("%s has no field “%s”", g_type_name (record_type), fields[i]);
      g_ptr_array_add (rows, tvx_field_row_new (field));
    }
  return rows;
}
