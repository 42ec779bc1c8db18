/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-summary.h"

#include <string.h>

#include "model/tvx-dimension.h"
#include "model/tvx-normalize.h"
#include "model/tvx-project.h"

/**
 * TvxSummary:
 *
 * What is known of a project without opening it: for lists, filters and search.
 *
 * It holds the fields of the table that are marked as listed, also those of the
 * records within, and the text that search looks in.
 */
struct _TvxSummary
{
  GObject    parent_instance;

  GType      type;
  char      *id;
  char      *title;
  /* One for each column, NULL where the field is empty. */
  GVariant **values;
  char      *search_text;
  gboolean   read_only;
  guint      n_unexamined;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_READ_ONLY,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxSummary, tvx_summary, G_TYPE_OBJECT)

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
          TvxColumn column = { g_intern_string (path), field };

          g_array_append_val (columns, column);
        }
    }
}

static GVariant *
find_value (TvxRecord  *record,
            const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  guint i;

  for (i = 0; names[i + 1] != NULL; i++)
    record = tvx_record_get_record (record, names[i]);
  return tvx_record_get_value (record, names[i]);
}

static void
clear_values (TvxSummary *self)
{
  guint n_columns;

  tvx_summary_get_columns (self->type, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    g_clear_pointer (&self->values[i], g_variant_unref);
}

static void
read_record (TvxSummary *self,
             TvxRecord  *record)
{
  g_autofree char *text = tvx_record_dup_search_text (record);
  guint n_columns;
  const TvxColumn *columns = tvx_summary_get_columns (self->type, &n_columns);

  g_free (self->title);
  self->title = tvx_record_dup_title (record);
  g_free (self->search_text);
  self->search_text = tvx_normalize_for_search (text);
  self->read_only = tvx_record_get_read_only (record);
  self->n_unexamined = TVX_IS_PROJECT (record) ? tvx_dimension_count_unexamined (record) : 0;
  clear_values (self);
  for (guint i = 0; i < n_columns; i++)
    {
      GVariant *value = find_value (record, columns[i].path);

      self->values[i] = value != NULL ? g_variant_ref (value) : NULL;
    }
}

static void
tvx_summary_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TvxSummary *self = TVX_SUMMARY (object);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_summary_finalize (GObject *object)
{
  TvxSummary *self = TVX_SUMMARY (object);

  clear_values (self);
  g_free (self->values);
  g_free (self->id);
  g_free (self->title);
  g_free (self->search_text);

  G_OBJECT_CLASS (tvx_summary_parent_class)->finalize (object);
}

static void
tvx_summary_class_init (TvxSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = tvx_summary_finalize;
  object_class->get_property = tvx_summary_get_property;

  /**
   * TvxSummary:id:
   *
   * The id of the project.
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  /**
   * TvxSummary:title:
   *
   * What the project is called.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * TvxSummary:read-only:
   *
   * Whether the project must not be changed.
   */
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TvxSummary::changed:
   * @self: the summary
   *
   * Something of the project was changed that the summary tells of.
   */
  signals[CHANGED] = g_signal_new ("changed", TVX_TYPE_SUMMARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tvx_summary_init (TvxSummary *self)
{
}

/**
 * tvx_summary_new:
 * @record: a record that has an id
 *
 * Returns: (transfer full): what is to be known of @record; it holds no reference to it
 */
TvxSummary *
tvx_summary_new (TvxRecord *record)
{
  TvxSummary *self = g_object_new (TVX_TYPE_SUMMARY, NULL);
  guint n_columns;

  self->type = G_OBJECT_TYPE (record);
  self->id = g_strdup (tvx_record_get_id (record));
  tvx_summary_get_columns (self->type, &n_columns);
  self->values = g_new0 (GVariant *, n_columns);
  read_record (self, record);
  return self;
}

/**
 * tvx_summary_update:
 * @self: a summary
 * @record: the record that it sums up
 *
 * Takes over what was changed in @record.
 */
void
tvx_summary_update (TvxSummary *self,
                    TvxRecord  *record)
{
  g_return_if_fail (TVX_IS_SUMMARY (self));
  g_return_if_fail (g_strcmp0 (self->id, tvx_record_get_id (record)) == 0);

  read_record (self, record);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tvx_summary_get_id:
 * @self: a summary
 *
 * Returns: (transfer none): the id of the project
 */
const char *
tvx_summary_get_id (TvxSummary *self)
{
  return self->id;
}

/**
 * tvx_summary_get_title:
 * @self: a summary
 *
 * Returns: (transfer none): what the project is called
 */
const char *
tvx_summary_get_title (TvxSummary *self)
{
  return self->title;
}

/**
 * tvx_summary_get_read_only:
 * @self: a summary
 *
 * Returns: whether the project must not be changed
 */
gboolean
tvx_summary_get_read_only (TvxSummary *self)
{
  return self->read_only;
}

/**
 * tvx_summary_get_n_unexamined:
 * @self: a summary
 *
 * Returns: how many J+ dimensions nobody has examined in the project, see [func@Tvx.Dimension.count_unexamined]
 */
guint
tvx_summary_get_n_unexamined (TvxSummary *self)
{
  g_return_val_if_fail (TVX_IS_SUMMARY (self), 0);

  return self->n_unexamined;
}

/**
 * tvx_summary_get_value:
 * @self: a summary
 * @path: the path of a column, as `handover.state`
 *
 * Returns: (transfer none) (nullable): the value, %NULL where the field is empty
 */
GVariant *
tvx_summary_get_value (TvxSummary *self,
                       const char *path)
{
  const TvxColumn *column;
  guint n_columns;

  g_return_val_if_fail (TVX_IS_SUMMARY (self), NULL);

  column = tvx_summary_find_column (self->type, path);
  g_return_val_if_fail (column != NULL, NULL);
  return self->values[column - tvx_summary_get_columns (self->type, &n_columns)];
}

/**
 * tvx_summary_dup_text:
 * @self: a summary
 * @path: the path of a column
 *
 * Returns: (transfer full): the value in the user's language, empty where there is none
 */
char *
tvx_summary_dup_text (TvxSummary *self,
                      const char *path)
{
  const TvxColumn *column = tvx_summary_find_column (self->type, path);

  return tvx_field_format (column->field, tvx_summary_get_value (self, path));
}

/**
 * tvx_summary_matches:
 * @self: a summary
 * @words: what a person looks for
 *
 * Returns: whether each of the words is found somewhere in the project, as a part of a word and in whichever case
 */
gboolean
tvx_summary_matches (TvxSummary *self,
                     const char *words)
{
  g_autofree char *folded = tvx_normalize_for_search (words);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (self->search_text, parts[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * tvx_summary_get_columns: (skip)
 * @type: a kind of record
 * @n_columns: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_columns): what a summary of such a record knows, in the order of the table
 */
const TvxColumn *
tvx_summary_get_columns (GType  type,
                         guint *n_columns)
{
  static GMutex mutex;
  GQuark quark = g_quark_from_static_string ("tvx-summary-columns");
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
 * tvx_summary_find_column: (skip)
 * @type: a kind of record
 * @path: a path, as `handover.state`
 *
 * Returns: (transfer none) (nullable): the column
 */
const TvxColumn *
tvx_summary_find_column (GType       type,
                         const char *path)
{
  guint n_columns;
  const TvxColumn *columns = tvx_summary_get_columns (type, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (strcmp (columns[i].path, path) == 0)
      return &columns[i];
  return NULL;
}
