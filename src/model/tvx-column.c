/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-column.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-date.h"
#include "model/tvx-vocabulary.h"

/* A criterion is a value that a column may have: a code, a text, a date as far as it is known. Before it may stand one of
 * these, for dates and numbers. */
#define AT_MOST "<="
#define AT_LEAST ">="

static void
add_columns (GArray     *columns,
             GType       type,
             const char *prefix)
{
  TvxRecordClass *klass = g_type_class_get (type);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];
      g_autofree char *path = g_strconcat (prefix, field->name, NULL);

      if (field->kind == TVX_FIELD_RECORD)
        {
          g_autofree char *inner = g_strconcat (path, ".", NULL);

          add_columns (columns, field->get_type (), inner);
        }
      else if ((field->flags & TVX_FIELD_LISTED) != 0)
        {
          TvxColumn column = { g_intern_string (path), field, NULL };

          g_array_append_val (columns, column);
        }
    }
  for (guint i = 0; i < klass->n_computed; i++)
    {
      g_autofree char *path = g_strconcat (prefix, klass->computed[i].field.name, NULL);
      TvxColumn column = { g_intern_string (path), &klass->computed[i].field, klass->computed[i].compute };

      g_array_append_val (columns, column);
    }
}

/**
 * tvx_columns_get: (skip)
 * @type: a kind of record
 * @n_columns: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_columns): what a summary of such a record knows: the fields that are listed, in
 *   the order of the table, then what is computed
 */
const TvxColumn *
tvx_columns_get (GType  type,
                 guint *n_columns)
{
  static GMutex mutex;
  GQuark quark = g_quark_from_static_string ("tvx-columns");
  GArray *columns;

  /* Made once for each kind and kept, as the tables are. */
  g_mutex_lock (&mutex);
  columns = g_type_get_qdata (type, quark);
  if (columns == NULL)
    {
      columns = g_array_new (FALSE, FALSE, sizeof (TvxColumn));
      add_columns (columns, type, "");
      g_type_set_qdata (type, quark, columns);
    }
  g_mutex_unlock (&mutex);
  *n_columns = columns->len;
  return (const TvxColumn *) (gpointer) columns->data;
}

/**
 * tvx_columns_find: (skip)
 * @type: a kind of record
 * @path: a path, as `handover.state`
 *
 * Returns: (transfer none) (nullable): the column
 */
const TvxColumn *
tvx_columns_find (GType       type,
                  const char *path)
{
  guint n_columns;
  const TvxColumn *columns = tvx_columns_get (type, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (strcmp (columns[i].path, path) == 0)
      return &columns[i];
  return NULL;
}

/**
 * tvx_column_dup_value: (skip)
 * @self: a column
 * @record: a record of its kind
 *
 * Returns: (transfer full) (nullable): the value that the record has there
 */
GVariant *
tvx_column_dup_value (const TvxColumn *self,
                      TvxRecord       *record)
{
  g_auto (GStrv) names = NULL;
  GVariant *value;
  guint i;

  if (self->compute != NULL)
    {
      value = self->compute (record);
      return value != NULL ? g_variant_take_ref (value) : NULL;
    }
  if (strchr (self->path, '.') == NULL)
    {
      value = tvx_record_get_value (record, self->field->name);
      return value != NULL ? g_variant_ref (value) : NULL;
    }
  names = g_strsplit (self->path, ".", -1);
  for (i = 0; names[i + 1] != NULL; i++)
    record = tvx_record_get_record (record, names[i]);
  value = tvx_record_get_value (record, names[i]);
  return value != NULL ? g_variant_ref (value) : NULL;
}

/**
 * tvx_column_is_text: (skip)
 * @self: a column
 *
 * Returns: whether its values are sorted by what they are called in the user's language
 */
gboolean
tvx_column_is_text (const TvxColumn *self)
{
  switch (self->field->kind)
    {
    case TVX_FIELD_TEXT:
    case TVX_FIELD_TEXTS:
    case TVX_FIELD_CODE:
    case TVX_FIELD_CODES:
    case TVX_FIELD_COUNTS:
      return TRUE;
    case TVX_FIELD_ID:
    case TVX_FIELD_LONG_TEXT:
    case TVX_FIELD_ENUM:
    case TVX_FIELD_DATE:
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
    case TVX_FIELD_DECIMAL:
    case TVX_FIELD_BOOLEAN:
    case TVX_FIELD_REFERENCE:
    case TVX_FIELD_REFERENCES:
    case TVX_FIELD_RECORD:
    case TVX_FIELD_LIST:
    default:
      return FALSE;
    }
}

/**
 * tvx_column_compare: (skip)
 * @self: a column
 * @a: a value of it
 * @b: another one
 *
 * Compares values as a person would sort them: codes go in the order of their vocabulary, which is that of time for a
 * status, and texts as the user's language has it.
 *
 * Returns: less than, equal to or greater than 0
 */
int
tvx_column_compare (const TvxColumn *self,
                    GVariant        *a,
                    GVariant        *b)
{
  const TvxField *field = self->field;

  if (field->kind == TVX_FIELD_ENUM)
    {
      const TvxTerm *term_a = tvx_vocabulary_lookup (field->vocabulary, g_variant_get_string (a, NULL));
      const TvxTerm *term_b = tvx_vocabulary_lookup (field->vocabulary, g_variant_get_string (b, NULL));

      return (term_a > term_b) - (term_a < term_b);
    }
  if (tvx_column_is_text (self))
    {
      g_autofree char *text_a = tvx_field_format (field, a);
      g_autofree char *text_b = tvx_field_format (field, b);

      return g_utf8_collate (text_a, text_b);
    }
  return g_variant_compare (a, b);
}

static gboolean
accepts_bound (const TvxField *field,
               GVariant       *value,
               const char     *bound,
               gboolean        at_most)
{
  int order;

  if (field->kind == TVX_FIELD_MONEY || field->kind == TVX_FIELD_INTEGER)
    {
      gint64 limit = g_ascii_strtoll (bound, NULL, 10);

      order = (g_variant_get_int64 (value) > limit) - (g_variant_get_int64 (value) < limit);
    }
  else
    {
      /* Dates in ISO 8601 sort as texts do. */
      order = strcmp (g_variant_get_string (value, NULL), bound);
    }
  return at_most ? order <= 0 : order >= 0;
}

/**
 * tvx_column_accepts: (skip)
 * @self: a column
 * @value: (nullable): a value of it, %NULL where there is none
 * @criterion: a value as it is stored; of a date also its year or month, of a date or a whole number also `<=` or `>=` and
 *   a limit; empty for no value
 *
 * Tells whether a value is one that is asked for. Of several texts or codes, and of counts, one is enough.
 *
 * Returns: whether it is
 */
gboolean
tvx_column_accepts (const TvxColumn *self,
                    GVariant        *value,
                    const char      *criterion)
{
  if (value == NULL || *criterion == '\0')
    return value == NULL && *criterion == '\0';
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_autofree const char **texts = g_variant_get_strv (value, NULL);

      return g_strv_contains (texts, criterion);
    }
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT))
    {
      g_autoptr (GVariant) count = g_variant_lookup_value (value, criterion, NULL);

      return count != NULL;
    }
  if (g_str_has_prefix (criterion, AT_MOST) || g_str_has_prefix (criterion, AT_LEAST))
    return accepts_bound (self->field, value, criterion + strlen (AT_MOST), g_str_has_prefix (criterion, AT_MOST));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return g_variant_get_int64 (value) == g_ascii_strtoll (criterion, NULL, 10);
  if (self->field->kind == TVX_FIELD_DATE)
    return g_str_has_prefix (g_variant_get_string (value, NULL), criterion);
  return g_str_equal (g_variant_get_string (value, NULL), criterion);
}

/**
 * tvx_column_dup_criterion_label: (skip)
 * @self: a column
 * @criterion: as for [func@Tvx.column_accepts]
 *
 * Returns: (transfer full): what is asked for, in the user's language
 */
char *
tvx_column_dup_criterion_label (const TvxColumn *self,
                                const char      *criterion)
{
  if (*criterion == '\0')
    /* Translators: a filter: projects in which a field is empty. */
    return g_strdup (C_("filter", "Not stated"));
  if (self->field->vocabulary != NULL)
    return g_strdup (tvx_vocabulary_get_label (self->field->vocabulary, criterion));
  if (g_str_has_prefix (criterion, AT_MOST) && self->field->kind == TVX_FIELD_DATE)
    /* Translators: a filter: %s is a date. */
    return g_strdup_printf (C_("filter", "%s at the latest"), criterion + strlen (AT_MOST));
  if (g_str_has_prefix (criterion, AT_LEAST) && self->field->kind == TVX_FIELD_DATE)
    /* Translators: a filter: %s is a date. */
    return g_strdup_printf (C_("filter", "%s at the earliest"), criterion + strlen (AT_LEAST));
  if (g_str_has_prefix (criterion, AT_MOST))
    /* Translators: a filter: %s is a number. */
    return g_strdup_printf (C_("filter", "at most %s"), criterion + strlen (AT_MOST));
  if (g_str_has_prefix (criterion, AT_LEAST))
    /* Translators: a filter: %s is a number. */
    return g_strdup_printf (C_("filter", "at least %s"), criterion + strlen (AT_LEAST));
  return g_strdup (criterion);
}
