/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-history-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-record.h"

/* The most characters of a value that a sentence quotes. */
#define MAX_QUOTE 80

/**
 * TvxHistoryEntry:
 *
 * Something that happened to a project or register: who did what, and when.
 */
struct _TvxHistoryEntry
{
  GObject     parent_instance;

  GVariant   *line;
  GDateTime  *time;
  char       *sentence;
  GType       type;
  GHashTable *names;
};

enum
{
  PROP_0,
  PROP_TIME,
  PROP_WHO,
  PROP_SENTENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvxHistoryEntry, tvx_history_entry, G_TYPE_OBJECT)

/* Finds the field that a path of a change leads to, and says where it is: "Goals › Assessment". */
static const TvxField *
find_field (GType       type,
            const char *path,
            GString    *labels)
{
  const TvxField *field = NULL;
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (i > 0 && (field->kind != TVX_FIELD_LIST && field->kind != TVX_FIELD_RECORD))
        return NULL;
      if (i > 0)
        type = field->get_type ();
      steps[i][strcspn (steps[i], "[")] = '\0';
      field = tvx_record_class_find_field (g_type_class_get (type), steps[i]);
      if (field == NULL)
        return NULL;
      g_string_append_printf (labels, "%s%s", i > 0 ? " › " : "", _(field->label));
    }
  return field;
}

static char *
quote (char *text)
{
  g_autofree char *owned = text;
  g_autofree char *shortened = NULL;

  for (char *p = owned; *p != '\0'; p++)
    if (*p == '\n')
      *p = ' ';
  if (g_utf8_strlen (owned, -1) > MAX_QUOTE)
    {
      shortened = g_utf8_substring (owned, 0, MAX_QUOTE - 1);
      /* Translators: the beginning of a text, in the quotation marks of your language. */
      return g_strdup_printf (_("“%s…”"), shortened);
    }
  /* Translators: a text, in the quotation marks of your language. */
  return g_strdup_printf (_("“%s”"), owned);
}

/* A list of JSON comes as "av", a value of a record as "as". */
static GVariant *
dup_value (GVariant *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) items = NULL;
  GVariantIter iter;
  GVariant *item;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE ("av")))
    return g_variant_ref (value);
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "v", &item))
    {
      if (g_variant_is_of_type (item, G_VARIANT_TYPE_STRING))
        g_strv_builder_add (builder, g_variant_get_string (item, NULL));
      g_variant_unref (item);
    }
  items = g_strv_builder_end (builder);
  return g_variant_ref_sink (g_variant_new_strv ((const char *const *) items, -1));
}

/* What a reference refers to, by name. */
static char *
name_references (GVariant   *value,
                 GHashTable *names)
{
  g_autofree const char **ids = NULL;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      ids = g_new0 (const char *, 2);
      ids[0] = g_variant_get_string (value, NULL);
    }
  else
    {
      ids = g_variant_get_strv (value, NULL);
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *name = g_hash_table_lookup (names, ids[i]);

      /* Translators: in place of the name of a record that a field referred to. */
      ids[i] = name != NULL ? name : _("something that is no longer there");
    }
  return g_strjoinv (", ", (char **) ids);
}

static char *
quote_value (const TvxField *field,
             GVariant       *value,
             GHashTable     *names)
{
  g_autoptr (GVariant) own = dup_value (value);

  if (!g_variant_is_of_type (own, tvx_field_get_value_type (field)))
    return quote (g_variant_print (own, FALSE));
  if (names != NULL && (field->kind == TVX_FIELD_REFERENCE || field->kind == TVX_FIELD_REFERENCES))
    return quote (name_references (own, names));
  return quote (tvx_field_format (field, own));
}

static char *
describe_set (const TvxField *field,
              const char     *label,
              GVariant       *from,
              GVariant       *to,
              GHashTable     *names)
{
  g_autofree char *old = NULL, *new = NULL;

  /* The cells of a table say nothing in a row. */
  if (field->kind == TVX_FIELD_COUNTS)
    /* Translators: the name of a field. */
    return g_strdup_printf (_("%s: changed"), label);
  old = from != NULL ? quote_value (field, from, names) : NULL;
  new = to != NULL ? quote_value (field, to, names) : NULL;
  if (old == NULL && new == NULL)
    return g_strdup (label);
  if (old == NULL)
    /* Translators: the name of a field, what it was filled in with in quotation marks. */
    return g_strdup_printf (_("%s: filled in %s"), label, new);
  if (new == NULL)
    /* Translators: the name of a field, what it held in quotation marks. */
    return g_strdup_printf (_("%s: removed %s"), label, old);
  /* Translators: the name of a field, what it held and what it holds now in quotation marks. */
  return g_strdup_printf (_("%s: changed %s to %s"), label, old, new);
}

static char *
describe_item (const char *what,
               GType       type,
               GVariant   *item)
{
  TvxRecordClass *klass = g_type_class_get (type);
  g_autoptr (TvxRecord) record = NULL;
  g_autofree char *title = NULL;

  if (item != NULL && g_variant_is_of_type (item, G_VARIANT_TYPE_VARDICT))
    record = tvx_record_new_from_variant (type, item, NULL);
  title = g_strdup (_(klass->label));
  if (record != NULL)
    {
      g_autofree char *own_title = tvx_record_dup_title (record);

      /* A record without a title is called after its kind. */
      if (strcmp (own_title, title) != 0)
        {
          g_autofree char *quoted = quote (g_steal_pointer (&own_title));

          /* Translators: a kind of record, as “Goal”, and what it is called in quotation marks. */
          g_free (title);
          title = g_strdup_printf (_("%s %s"), _(klass->label), quoted);
        }
    }

  if (strcmp (what, "insert") == 0)
    /* Translators: a kind of record and what it is called, as “Goal “More jobs””. */
    return g_strdup_printf (_("Added: %s"), title);
  if (strcmp (what, "remove") == 0)
    /* Translators: a kind of record and what it is called, as “Goal “More jobs””. */
    return g_strdup_printf (_("Removed: %s"), title);
  if (strcmp (what, "move") == 0)
    /* Translators: a kind of record, as “Goal”. */
    return g_strdup_printf (_("Moved within its list: %s"), title);
  return NULL;
}

/* What a line tells, NULL where it tells of no change. */
static char *
describe (GType       type,
          GVariant   *line,
          GHashTable *names)
{
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autoptr (GVariant) from = g_variant_lookup_value (line, "from", NULL);
  g_autoptr (GVariant) to = g_variant_lookup_value (line, "to", NULL);
  const TvxField *field = NULL;
  const char *what = "";
  const char *path = "";

  g_variant_lookup (line, "what", "&s", &what);
  g_variant_lookup (line, "path", "&s", &path);
  if (*path == '\0')
    return describe_item (what, type, to != NULL ? to : from);
  field = find_field (type, path, labels);
  /* A newer version of the program may know more fields. */
  if (field == NULL)
    return *what == '\0' ? NULL : g_strdup_printf ("%s: %s", path, what);
  if (field->kind == TVX_FIELD_LIST || field->kind == TVX_FIELD_RECORD)
    return describe_item (what, field->get_type (), to != NULL ? to : from);
  return strcmp (what, "set") == 0 ? describe_set (field, labels->str, from, to, names) : NULL;
}

static void
tvx_history_entry_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TvxHistoryEntry *self = TVX_HISTORY_ENTRY (object);

  switch (property_id)
    {
    case PROP_TIME:
      g_value_set_boxed (value, self->time);
      break;
    case PROP_WHO:
      g_value_set_string (value, tvx_history_entry_get_who (self));
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_history_entry_finalize (GObject *object)
{
  TvxHistoryEntry *self = TVX_HISTORY_ENTRY (object);

  g_clear_pointer (&self->line, g_variant_unref);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_clear_pointer (&self->sentence, g_free);
  g_clear_pointer (&self->names, g_hash_table_unref);

  G_OBJECT_CLASS (tvx_history_entry_parent_class)->finalize (object);
}

static void
tvx_history_entry_class_init (TvxHistoryEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = tvx_history_entry_finalize;
  object_class->get_property = tvx_history_entry_get_property;

  /**
   * TvxHistoryEntry:time:
   *
   * When it happened, in UTC.
   */
  properties[PROP_TIME] = g_param_spec_boxed ("time", NULL, NULL, G_TYPE_DATE_TIME, flags);
  /**
   * TvxHistoryEntry:who:
   *
   * Who did it.
   */
  properties[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, NULL, flags);
  /**
   * TvxHistoryEntry:sentence:
   *
   * What happened, in the user's language.
   */
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tvx_history_entry_init (TvxHistoryEntry *self)
{
}

/**
 * tvx_history_entry_new:
 * @type: the kind of record that it happened to
 * @line: the line of the history, of type a{sv}: time, who, and a change as of [method@Tvx.Change.to_variant]
 *
 * Returns: (transfer full) (nullable): what happened, %NULL where the line tells of no change
 */
TvxHistoryEntry *
tvx_history_entry_new (GType     type,
                       GVariant *line)
{
  g_autoptr (TvxHistoryEntry) self = g_object_new (TVX_TYPE_HISTORY_ENTRY, NULL);
  const char *time;

  self->line = g_variant_ref_sink (line);
  if (g_variant_lookup (line, "time", "&s", &time))
    self->time = g_date_time_new_from_iso8601 (time, NULL);
  self->type = type;
  self->sentence = describe (type, line, NULL);
  return self->sentence != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * tvx_history_entry_get_time:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): when it happened, in UTC; %NULL where the line does not say
 */
GDateTime *
tvx_history_entry_get_time (TvxHistoryEntry *self)
{
  return self->time;
}

/**
 * tvx_history_entry_get_who:
 * @self: an entry
 *
 * Returns: (transfer none): who did it, empty where the line does not say
 */
const char *
tvx_history_entry_get_who (TvxHistoryEntry *self)
{
  const char *who;

  return g_variant_lookup (self->line, "who", "&s", &who) ? who : "";
}

/**
 * tvx_history_entry_get_sentence:
 * @self: an entry
 *
 * Returns: (transfer none): what happened, in the user's language
 */
const char *
tvx_history_entry_get_sentence (TvxHistoryEntry *self)
{
  return self->sentence;
}

/**
 * tvx_history_entry_get_change:
 * @self: an entry
 *
 * Returns: (transfer none): the line of the history, of type a{sv}
 */
GVariant *
tvx_history_entry_get_change (TvxHistoryEntry *self)
{
  return self->line;
}

/**
 * tvx_history_entry_dup_value:
 * @self: an entry
 * @earlier: whether what was there before is meant, else what came then
 *
 * Returns: (transfer full) (nullable): the value, or the record as a tree of values
 */
GVariant *
tvx_history_entry_dup_value (TvxHistoryEntry *self,
                             gboolean         earlier)
{
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (TVX_IS_HISTORY_ENTRY (self), NULL);

  value = g_variant_lookup_value (self->line, earlier ? "from" : "to", NULL);
  return value != NULL ? dup_value (value) : NULL;
}

/**
 * tvx_history_entry_dup_text:
 * @self: an entry
 * @earlier: whether what was there before is meant, else what came then
 *
 * Returns: (transfer full) (nullable): the value or the title of the record, in quotation marks
 */
char *
tvx_history_entry_dup_text (TvxHistoryEntry *self,
                            gboolean         earlier)
{
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autoptr (GVariant) value = NULL;
  g_autoptr (TvxRecord) record = NULL;
  const TvxField *field;
  const char *path = "";

  g_return_val_if_fail (TVX_IS_HISTORY_ENTRY (self), NULL);

  g_variant_lookup (self->line, "path", "&s", &path);
  value = tvx_history_entry_dup_value (self, earlier);
  field = find_field (self->type, path, labels);
  if (value == NULL || field == NULL)
    return NULL;
  if (tvx_field_get_value_type (field) != NULL)
    return quote_value (field, value, self->names);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT))
    record = tvx_record_new_from_variant (field->get_type (), value, NULL);
  return record != NULL ? quote (tvx_record_dup_title (record)) : NULL;
}

/**
 * tvx_history_entry_set_names:
 * @self: an entry
 * @names: (element-type utf8 utf8): what records are called, by id
 *
 * Lets the sentence tell of references by name.
 */
void
tvx_history_entry_set_names (TvxHistoryEntry *self,
                             GHashTable      *names)
{
  g_return_if_fail (TVX_IS_HISTORY_ENTRY (self));

  g_clear_pointer (&self->names, g_hash_table_unref);
  self->names = g_hash_table_ref (names);
  g_free (self->sentence);
  self->sentence = describe (self->type, self->line, names);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
}
