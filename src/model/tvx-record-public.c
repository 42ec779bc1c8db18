/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a record may leave the authority. */

#include "model/tvx-record-private.h"

static gboolean
is_withheld (TvxRecord *self)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & TVX_FIELD_CONSENT) != 0)
      return !tvx_record_get_boolean (self, klass->fields[i].name);
  return FALSE;
}

static void
copy_public (TvxRecord *self,
             TvxRecord *copy)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];

      if ((field->flags & (TVX_FIELD_PRIVATE | TVX_FIELD_SENSITIVE)) != 0)
        continue;
      if (field->kind == TVX_FIELD_RECORD)
        {
          copy_public (tvx_record_get_record (self, field->name), tvx_record_get_record (copy, field->name));
        }
      else if (field->kind == TVX_FIELD_LIST)
        {
          GListModel *list = tvx_record_get_list (self, field->name);

          for (guint j = 0; j < g_list_model_get_n_items (list); j++)
            {
              g_autoptr (TvxRecord) item = g_list_model_get_item (list, j);
              g_autoptr (TvxRecord) public = NULL;

              if (is_withheld (item))
                continue;
              public = tvx_record_new_public (item);
              tvx_record_insert (copy, field, G_MAXUINT, public);
            }
        }
      else
        {
          tvx_record_set_value (copy, field, tvx_record_get_value (self, field->name));
        }
    }
  if (klass->withhold != NULL)
    klass->withhold (self, copy);
}

/**
 * tvx_record_new_public:
 * @self: a record
 *
 * Makes a copy, with the same ids, of what may be published: no private or
 * sensitive fields, no contacts that have not been released, no members that
 * this program does not know and so cannot judge. Whatever leaves the authority
 * is made of this copy, so that it cannot tell more.
 *
 * Returns: (transfer full): the copy
 */
TvxRecord *
tvx_record_new_public (TvxRecord *self)
{
  TvxRecord *copy;

  g_return_val_if_fail (TVX_IS_RECORD (self), NULL);

  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  copy_public (self, copy);
  return copy;
}

/**
 * tvx_record_new_without:
 * @self: a record
 * @fields: (array zero-terminated=1): the names of fields of it
 *
 * Makes a copy, with the same ids, that does not have what these fields hold.
 *
 * Returns: (transfer full): the copy
 */
TvxRecord *
tvx_record_new_without (TvxRecord         *self,
                        const char *const *fields)
{
  g_autoptr (GVariant) whole = NULL;
  g_autoptr (GVariant) part = NULL;
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GError) error = NULL;
  GVariantIter iter;
  const char *name;
  GVariant *value;
  TvxRecord *copy;

  g_return_val_if_fail (TVX_IS_RECORD (self), NULL);

  whole = tvx_record_to_variant (self);
  g_variant_iter_init (&iter, whole);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    if (!g_strv_contains (fields, name))
      g_variant_builder_add (builder, "{sv}", name, value);
  part = g_variant_ref_sink (g_variant_builder_end (builder));
  copy = tvx_record_new_from_variant (G_OBJECT_TYPE (self), part, &error);
  g_assert_no_error (error);
  return copy;
}
