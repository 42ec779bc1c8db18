/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a record is called, where it stands, and what can be found in it. */

#include "model/tvx-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-typography.h"

/**
 * tvx_record_dup_title:
 * @self: a record
 *
 * Returns: (transfer full): what names the record where it is one of many, in the user's language
 */
char *
tvx_record_dup_title (TvxRecord *self)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];

      if ((field->flags & TVX_FIELD_TITLE) != 0 && tvx_record_get_value (self, field->name) != NULL)
        return tvx_field_format (field, tvx_record_get_value (self, field->name));
    }
  return g_strdup (_(klass->label));
}

/**
 * tvx_record_add_titles:
 * @self: a record
 * @titles: (element-type utf8 utf8): what records are called, by id; owns both
 *
 * Adds what the record and all its parts are called.
 */
void
tvx_record_add_titles (TvxRecord  *self,
                       GHashTable *titles)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (self);

  if (tvx_record_get_id (self) != NULL)
    g_hash_table_replace (titles, g_strdup (tvx_record_get_id (self)), tvx_record_dup_title (self));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];
      GListModel *list;

      if (field->kind == TVX_FIELD_RECORD)
        tvx_record_add_titles (tvx_record_get_record (self, field->name), titles);
      if (field->kind != TVX_FIELD_LIST)
        continue;
      list = tvx_record_get_list (self, field->name);
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (TvxRecord) item = g_list_model_get_item (list, j);

          tvx_record_add_titles (item, titles);
        }
    }
}

static char *
dup_path (TvxRecord      *self,
          const TvxField *field,
          gboolean        by_id)
{
  g_autoptr (GString) path = g_string_new (field != NULL ? field->name : NULL);

  for (TvxRecord *parent; (parent = tvx_record_get_parent (self)) != NULL; self = parent)
    {
      const TvxField *parent_field = tvx_record_get_parent_field (self);
      g_autofree char *step = NULL;
      guint position;

      if (!tvx_record_get_position (self, &position))
        step = g_strdup (parent_field->name);
      else if (by_id)
        step = g_strdup_printf ("%s[%s]", parent_field->name, tvx_record_get_id (self));
      else
        step = g_strdup_printf ("%s[%u]", parent_field->name, position);
      if (path->len > 0)
        g_string_prepend_c (path, '.');
      g_string_prepend (path, step);
    }
  return g_string_free_and_steal (g_steal_pointer (&path));
}

/**
 * tvx_record_dup_path:
 * @self: a record
 * @field: (nullable): one of its fields
 *
 * Tells where in its project or register a record or field stands, in a form
 * that stays true when lists are reordered: `goals[3f2b8f0e-…].text`.
 *
 * Returns: (transfer full): the path, empty for the project or register itself
 */
char *
tvx_record_dup_path (TvxRecord      *self,
                     const TvxField *field)
{
  return dup_path (self, field, TRUE);
}

/**
 * tvx_record_dup_location:
 * @self: a record
 * @field: (nullable): one of its fields
 *
 * Tells where a record or field stands as a reader of the file counts: `goals[0].text`.
 *
 * Returns: (transfer full): the path, empty for the project or register itself
 */
char *
tvx_record_dup_location (TvxRecord      *self,
                         const TvxField *field)
{
  return dup_path (self, field, FALSE);
}

/* A number is looked for with and without the spaces between its digits. */
static void
add_value (GString        *text,
           const TvxField *field,
           GVariant       *value)
{
  g_autofree char *shown = tvx_field_format (field, value);

  g_string_append_printf (text, "%s\n", shown);
  if ((field->kind == TVX_FIELD_MONEY || field->kind == TVX_FIELD_INTEGER || field->kind == TVX_FIELD_DECIMAL) &&
      strstr (shown, TVX_NO_BREAK_SPACE) != NULL)
    {
      g_auto (GStrv) groups = g_strsplit (shown, TVX_NO_BREAK_SPACE, -1);
      g_autofree char *digits = g_strjoinv (NULL, groups);

      g_string_append_printf (text, "%s\n", digits);
    }
}

static void
add_search_text (TvxRecord *self,
                 GString   *text)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];
      GVariant *value;

      if ((field->flags & TVX_FIELD_STANDARD) != 0)
        continue;
      switch (field->kind)
        {
        /* What nobody sees: any number would be found in some id. */
        case TVX_FIELD_ID:
        case TVX_FIELD_BOOLEAN:
        case TVX_FIELD_COUNTS:
        case TVX_FIELD_REFERENCE:
        case TVX_FIELD_REFERENCES:
          break;
        case TVX_FIELD_RECORD:
          add_search_text (tvx_record_get_record (self, field->name), text);
          break;
        case TVX_FIELD_LIST:
          {
            GListModel *list = tvx_record_get_list (self, field->name);

            for (guint j = 0; j < g_list_model_get_n_items (list); j++)
              {
                g_autoptr (TvxRecord) item = g_list_model_get_item (list, j);

                add_search_text (item, text);
              }
            break;
          }
        case TVX_FIELD_TEXT:
        case TVX_FIELD_LONG_TEXT:
        case TVX_FIELD_ENUM:
        case TVX_FIELD_CODE:
        case TVX_FIELD_CODES:
        case TVX_FIELD_DATE:
        case TVX_FIELD_MONEY:
        case TVX_FIELD_INTEGER:
        case TVX_FIELD_DECIMAL:
        case TVX_FIELD_TEXTS:
        default:
          value = tvx_record_get_value (self, field->name);
          if (value != NULL && (field->is_standard == NULL || !field->is_standard (g_variant_get_string (value, NULL))))
            add_value (text, field, value);
          break;
        }
    }
}

/**
 * tvx_record_dup_search_text:
 * @self: a record
 *
 * Returns: (transfer full): everything that can be found in the record and its parts, a line for each value, as it is shown
 */
char *
tvx_record_dup_search_text (TvxRecord *self)
{
  GString *text = g_string_new (NULL);

  add_search_text (self, text);
  return g_string_free_and_steal (text);
}
