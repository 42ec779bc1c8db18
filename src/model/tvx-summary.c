/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-summary.h"

#include <string.h>

#include "model/tvx-normalize.h"

/* How much of a text is shown before and after what was found, in characters. */
#define EXCERPT_BEFORE 24
#define EXCERPT_AFTER 64

/**
 * TvxSummary:
 *
 * What is known of a project without opening it: for lists, filters and search.
 *
 * It holds the fields of the table that are marked as listed, also those of the
 * records within, what the kind of record computes, and the text that search looks in.
 */
struct _TvxSummary
{
  GObject           parent_instance;

  /* What is known of a project of its kind. */
  const TvxColumn  *columns;
  guint             n_columns;
  char             *id;
  char             *title;
  /* One for each column, NULL where the field is empty. */
  GVariant        **values;
  /* One for each column that was sorted by, made when it is first needed. */
  char            **sort_keys;
  /* All that search looks in: as it is written, and folded. */
  char             *text;
  char             *search_text;
  gboolean          read_only;
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
clear_values (TvxSummary *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_clear_pointer (&self->values[i], g_variant_unref);
      g_clear_pointer (&self->sort_keys[i], g_free);
    }
}

static void
read_record (TvxSummary *self,
             TvxRecord  *record)
{
  g_free (self->title);
  self->title = tvx_record_dup_title (record);
  g_free (self->text);
  self->text = tvx_record_dup_search_text (record);
  g_free (self->search_text);
  self->search_text = tvx_normalize_for_search (self->text);
  self->read_only = tvx_record_get_read_only (record);
  clear_values (self);
  for (guint i = 0; i < self->n_columns; i++)
    self->values[i] = tvx_column_dup_value (&self->columns[i], record);
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
  g_free (self->sort_keys);
  g_free (self->id);
  g_free (self->title);
  g_free (self->search_text);
  g_free (self->text);

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

  self->columns = tvx_columns_get (G_OBJECT_TYPE (record), &self->n_columns);
  self->id = g_strdup (tvx_record_get_id (record));
  self->values = g_new0 (GVariant *, self->n_columns);
  self->sort_keys = g_new0 (char *, self->n_columns);
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

static const TvxColumn *
find_column (TvxSummary *self,
             const char *path)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (strcmp (self->columns[i].path, path) == 0)
      return &self->columns[i];
  g_return_val_if_reached (NULL);
}

static const char *
get_sort_key (TvxSummary      *self,
              const TvxColumn *column)
{
  char **key = &self->sort_keys[column - self->columns];

  if (*key == NULL)
    {
      g_autofree char *text = tvx_field_format (column->field, tvx_summary_get_column_value (self, column));

      *key = g_utf8_collate_key (text, -1);
    }
  return *key;
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
  g_return_val_if_fail (TVX_IS_SUMMARY (self), NULL);

  return tvx_summary_get_column_value (self, find_column (self, path));
}

/**
 * tvx_summary_get_column_value: (skip)
 * @self: a summary
 * @column: a column of its kind of record
 *
 * Gets a value without looking for its column, for what goes through all projects.
 *
 * Returns: (transfer none) (nullable): the value, %NULL where the field is empty
 */
GVariant *
tvx_summary_get_column_value (TvxSummary      *self,
                              const TvxColumn *column)
{
  g_return_val_if_fail (column >= self->columns && column < self->columns + self->n_columns, NULL);

  return self->values[column - self->columns];
}

/**
 * tvx_summary_compare: (skip)
 * @self: a summary
 * @other: another one
 * @column: a column of their kind of record
 *
 * Compares what two projects have in a column, as [func@Tvx.column_compare] does, but each text is folded once only. What
 * has a value comes before what has none.
 *
 * Returns: less than, equal to or greater than 0
 */
int
tvx_summary_compare (TvxSummary      *self,
                     TvxSummary      *other,
                     const TvxColumn *column)
{
  GVariant *value = tvx_summary_get_column_value (self, column);
  GVariant *other_value = tvx_summary_get_column_value (other, column);

  if (value == NULL || other_value == NULL)
    return (value == NULL) - (other_value == NULL);
  if (tvx_column_is_text (column))
    return strcmp (get_sort_key (self, column), get_sort_key (other, column));
  return tvx_column_compare (column, value, other_value);
}

/**
 * tvx_summary_get_number:
 * @self: a summary
 * @path: the path of a column with whole numbers
 *
 * Returns: the number, 0 where the field is empty
 */
gint64
tvx_summary_get_number (TvxSummary *self,
                        const char *path)
{
  GVariant *value = tvx_summary_get_value (self, path);

  return value != NULL ? g_variant_get_int64 (value) : 0;
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
  const TvxColumn *column = find_column (self, path);

  return tvx_field_format (column->field, tvx_summary_get_column_value (self, column));
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

/* Where the folded text has a word that the title lacks, NULL where there is none. */
static const char *
find_beyond_title (TvxSummary *self,
                   const char *words,
                   glong      *length)
{
  g_autofree char *folded = tvx_normalize_for_search (words);
  g_autofree char *title = tvx_normalize_for_search (self->title);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (title, parts[i]) == NULL ? strstr (self->search_text, parts[i]) : NULL;

      *length = g_utf8_strlen (parts[i], -1);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * tvx_summary_dup_excerpt:
 * @self: a summary
 * @words: what a person looks for
 * @start: (out): return location for where the word begins in the excerpt, in bytes
 * @end: (out): return location for where it ends
 *
 * Shows why a project was found, where its title does not say so.
 *
 * Returns: (transfer full) (nullable): a piece of text around the first of the words that is not in the title
 */
char *
tvx_summary_dup_excerpt (TvxSummary *self,
                         const char *words,
                         guint      *start,
                         guint      *end)
{
  g_autofree char *before = NULL, *match = NULL, *after = NULL;
  g_autofree char *excerpt = NULL;
  const char *found;
  glong position, length, all;

  g_return_val_if_fail (TVX_IS_SUMMARY (self), NULL);

  found = find_beyond_title (self, words, &length);
  all = g_utf8_strlen (self->text, -1);
  /* Some few letters fold to several or are composed: then places in the two texts do not correspond. */
  if (found == NULL || all != g_utf8_strlen (self->search_text, -1))
    return NULL;
  position = g_utf8_pointer_to_offset (self->search_text, found);
  before = g_utf8_substring (self->text, MAX (position - EXCERPT_BEFORE, 0), position);
  match = g_utf8_substring (self->text, position, position + length);
  after = g_utf8_substring (self->text, position + length, MIN (position + length + EXCERPT_AFTER, all));
  excerpt = g_strdup_printf ("%s%s%s%s", position > EXCERPT_BEFORE ? "…" : "", before, match, after);
  *start = (guint) ((position > EXCERPT_BEFORE ? strlen ("…") : 0) + strlen (before));
  *end = *start + (guint) strlen (match);
  g_strdelimit (excerpt, "\n\r\t", ' ');
  return g_steal_pointer (&excerpt);
}
