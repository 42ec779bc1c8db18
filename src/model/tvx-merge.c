/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-merge.h"

#include <string.h>

#include "model/tvx-category.h"
#include "model/tvx-change.h"
#include "model/tvx-conflict.h"
#include "model/tvx-record-private.h"

/* What was done, and what both changed. */
typedef struct
{
  GPtrArray *changes;
  GPtrArray *conflicts;
} Merge;

static void merge_record (Merge     *merge,
                          TvxRecord *record,
                          TvxRecord *base,
                          TvxRecord *theirs);

static void
apply (Merge     *merge,
       TvxChange *change)
{
  tvx_change_apply (change);
  g_ptr_array_add (merge->changes, change);
}

static gboolean
is_same (GVariant *a,
         GVariant *b)
{
  return a == b || (a != NULL && b != NULL && g_variant_equal (a, b));
}

static gboolean
is_same_record (TvxRecord *a,
                TvxRecord *b)
{
  g_autoptr (GVariant) a_members = tvx_record_to_variant (a);
  g_autoptr (GVariant) b_members = tvx_record_to_variant (b);

  return g_variant_equal (a_members, b_members);
}

static void
add_conflict (Merge          *merge,
              TvxRecord      *record,
              const TvxField *field,
              GVariant       *theirs)
{
  g_ptr_array_add (merge->conflicts, tvx_conflict_new (record, field, theirs));
}

static gboolean
has_text (GVariant   *texts,
          const char *text)
{
  g_autofree const char **strv = texts != NULL ? g_variant_get_strv (texts, NULL) : NULL;

  return strv != NULL && g_strv_contains (strv, text);
}

/* Several codes, each once: what they added is added, what they took away goes. */
static GVariant *
merge_texts (GVariant *mine,
             GVariant *base,
             GVariant *theirs)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);
  g_autofree const char **my_texts = mine != NULL ? g_variant_get_strv (mine, NULL) : NULL;
  g_autofree const char **their_texts = theirs != NULL ? g_variant_get_strv (theirs, NULL) : NULL;
  GVariant *merged;

  for (guint i = 0; my_texts != NULL && my_texts[i] != NULL; i++)
    if (!has_text (base, my_texts[i]) || has_text (theirs, my_texts[i]))
      g_variant_builder_add (builder, "s", my_texts[i]);
  for (guint i = 0; their_texts != NULL && their_texts[i] != NULL; i++)
    if (!has_text (base, their_texts[i]) && !has_text (mine, their_texts[i]))
      g_variant_builder_add (builder, "s", their_texts[i]);
  merged = g_variant_ref_sink (g_variant_builder_end (builder));
  if (g_variant_n_children (merged) == 0)
    g_clear_pointer (&merged, g_variant_unref);
  return merged;
}

/* The counts of a record, by the keys that they have in another version of it. Where a key is taken, since two categories have
 * the same code there, the rest are kept under one that is no cell. */
static GVariant *
translate_counts (TvxRecord      *from,
                  const TvxField *field,
                  TvxRecord      *to)
{
  GVariant *counts = tvx_record_get_value (from, field->name);
  g_autoptr (GVariantBuilder) builder = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GVariantIter iter;
  const char *key;
  GVariant *count;

  if (counts == NULL || field->translate_key == NULL)
    return counts != NULL ? g_variant_ref (counts) : NULL;
  builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  g_variant_iter_init (&iter, counts);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &count))
    {
      g_autofree char *translated = field->translate_key (from, key, to);
      g_autofree char *unique =
        g_hash_table_contains (taken, translated) ? g_strconcat (translated, TVX_CATEGORY_SEPARATOR, key, NULL) : g_strdup (translated);

      g_variant_builder_add (builder, "{sv}", unique, count);
      g_hash_table_add (taken, g_steal_pointer (&unique));
    }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

static GHashTable *
index_counts (GVariant *counts)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_variant_unref);
  GVariantIter iter;
  const char *key;
  GVariant *count;

  if (counts == NULL)
    return index;
  g_variant_iter_init (&iter, counts);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &count))
    g_hash_table_insert (index, (gpointer) key, count);
  return index;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What @first made of each cell that it changed, else what @second made of it; in the order of the keys. Returns whether no
 * cell was changed by both. */
static gboolean
merge_counts (GVariant  *first,
              GVariant  *base,
              GVariant  *second,
              GVariant **merged)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GHashTable) in_first = index_counts (first);
  g_autoptr (GHashTable) in_base = index_counts (base);
  g_autoptr (GHashTable) in_second = index_counts (second);
  g_autoptr (GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (in_first);
  GHashTableIter iter;
  gpointer second_key;
  gboolean is_clear = TRUE;

  g_hash_table_iter_init (&iter, in_second);
  while (g_hash_table_iter_next (&iter, &second_key, NULL))
    if (!g_hash_table_contains (in_first, second_key))
      g_ptr_array_add (keys, second_key);
  g_ptr_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    {
      GVariant *first_count = g_hash_table_lookup (in_first, keys->pdata[i]);
      GVariant *base_count = g_hash_table_lookup (in_base, keys->pdata[i]);
      GVariant *second_count = g_hash_table_lookup (in_second, keys->pdata[i]);
      GVariant *count = is_same (first_count, base_count) ? second_count : first_count;

      if (!is_same (first_count, base_count) && !is_same (second_count, base_count) && !is_same (first_count, second_count))
        is_clear = FALSE;
      if (count != NULL)
        g_variant_builder_add (builder, "{sv}", keys->pdata[i], count);
    }
  *merged = g_variant_ref_sink (g_variant_builder_end (builder));
  if (g_variant_n_children (*merged) == 0)
    g_clear_pointer (merged, g_variant_unref);
  return is_clear;
}

/* Whether a version is without something that one removed and the other went on with. What it made of the counts then is of
 * another shape, and can only be told by removing that again. */
static gboolean
lacks_item (TvxRecord *version,
            TvxRecord *base,
            TvxRecord *record)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      GListModel *list = klass->fields[i].kind == TVX_FIELD_LIST ? tvx_record_get_list (record, klass->fields[i].name) : NULL;

      for (guint k = 0; list != NULL && k < g_list_model_get_n_items (list); k++)
        {
          g_autoptr (TvxRecord) item = g_list_model_get_item (list, k);
          const char *id = tvx_record_get_id (item);

          if (tvx_record_find_item (tvx_record_get_list (base, klass->fields[i].name), id, NULL) != NULL &&
              tvx_record_find_item (tvx_record_get_list (version, klass->fields[i].name), id, NULL) == NULL)
            return TRUE;
        }
    }
  return FALSE;
}

static void
set (Merge          *merge,
     TvxRecord      *record,
     const TvxField *field,
     GVariant       *value)
{
  if (!is_same (value, tvx_record_get_value (record, field->name)))
    apply (merge, tvx_change_new_set (record, field, value));
}

/* Cell by cell. What they made of it has the cells that only one of the two changed, too, so that nothing of these is lost by
 * giving way. @mine is @record as it was before its lists were merged, by which its keys may go. */
static void
merge_cells (Merge          *merge,
             TvxRecord      *record,
             TvxRecord      *mine,
             TvxRecord      *base,
             TvxRecord      *theirs,
             const TvxField *field)
{
  g_autoptr (GVariant) my_counts = translate_counts (lacks_item (mine, base, record) ? base : mine, field, record);
  g_autoptr (GVariant) base_counts = translate_counts (base, field, record);
  g_autoptr (GVariant) their_counts = translate_counts (lacks_item (theirs, base, record) ? base : theirs, field, record);
  g_autoptr (GVariant) merged = NULL, their_merged = NULL;

  /* Where only one of the two changed anything, the order of a file that was written by hand stays. */
  if (is_same (their_counts, base_counts))
    set (merge, record, field, my_counts);
  else if (is_same (my_counts, base_counts))
    set (merge, record, field, their_counts);
  else if (merge_counts (my_counts, base_counts, their_counts, &merged))
    set (merge, record, field, merged);
  else
    {
      set (merge, record, field, merged);
      merge_counts (their_counts, base_counts, my_counts, &their_merged);
      add_conflict (merge, record, field, their_merged);
    }
}

static void
merge_value (Merge          *merge,
             TvxRecord      *record,
             TvxRecord      *base,
             TvxRecord      *theirs,
             const TvxField *field)
{
  GVariant *my_value = tvx_record_get_value (record, field->name);
  GVariant *base_value = tvx_record_get_value (base, field->name);
  GVariant *their_value = tvx_record_get_value (theirs, field->name);
  g_autoptr (GVariant) merged = NULL;

  if (is_same (their_value, base_value) || is_same (their_value, my_value))
    return;
  if (is_same (my_value, base_value))
    {
      set (merge, record, field, their_value);
      return;
    }
  if (!g_variant_type_equal (tvx_field_get_value_type (field), G_VARIANT_TYPE_STRING_ARRAY))
    {
      add_conflict (merge, record, field, their_value);
      return;
    }
  merged = merge_texts (my_value, base_value, their_value);
  set (merge, record, field, merged);
}

/* What follows the nearest item before @position that both lists have. */
static guint
find_position (GListModel *list,
               GListModel *their_list,
               guint       position)
{
  for (guint i = position; i > 0; i--)
    {
      g_autoptr (TvxRecord) before = g_list_model_get_item (their_list, i - 1);
      TvxRecord *item = tvx_record_find_item (list, tvx_record_get_id (before), NULL);
      guint found;

      if (item != NULL && tvx_record_get_position (item, &found))
        return found + 1;
    }
  return 0;
}

static void
remove_theirs_removed (Merge      *merge,
                       GListModel *list,
                       GListModel *base_list,
                       GListModel *their_list)
{
  for (guint i = g_list_model_get_n_items (list); i > 0; i--)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (list, i - 1);
      TvxRecord *base = tvx_record_find_item (base_list, tvx_record_get_id (item), NULL);

      if (base == NULL || tvx_record_find_item (their_list, tvx_record_get_id (item), NULL) != NULL)
        continue;
      if (is_same_record (item, base))
        apply (merge, tvx_change_new_remove (item));
      else
        add_conflict (merge, item, NULL, NULL);
    }
}

static TvxRecord *
copy_record (TvxRecord *record)
{
  g_autoptr (GVariant) members = tvx_record_to_variant (record);
  TvxRecord *copy = tvx_record_new_from_variant (G_OBJECT_TYPE (record), members, NULL);

  g_assert (copy != NULL);
  return copy;
}

static void
insert_copy (Merge          *merge,
             TvxRecord      *record,
             const TvxField *field,
             guint           position,
             TvxRecord      *theirs)
{
  g_autoptr (TvxRecord) copy = copy_record (theirs);

  apply (merge, tvx_change_new_insert (record, field, position, copy));
}

/* Whether the items that both lists have stand in the same order in both. */
static gboolean
is_same_order (GListModel *a,
               GListModel *b)
{
  guint next = 0;

  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (a, i);
      TvxRecord *other = tvx_record_find_item (b, tvx_record_get_id (item), NULL);
      guint position;

      if (other == NULL || !tvx_record_get_position (other, &position))
        continue;
      if (position < next)
        return FALSE;
      next = position;
    }
  return TRUE;
}

static void
follow_order (Merge      *merge,
              GListModel *list,
              GListModel *their_list)
{
  guint next = 0;

  for (guint i = 0; i < g_list_model_get_n_items (their_list); i++)
    {
      g_autoptr (TvxRecord) theirs = g_list_model_get_item (their_list, i);
      TvxRecord *item = tvx_record_find_item (list, tvx_record_get_id (theirs), NULL);
      guint position;

      if (item == NULL || !tvx_record_get_position (item, &position))
        continue;
      if (position < next)
        {
          apply (merge, tvx_change_new_move (item, next - 1));
          continue;
        }
      next = position + 1;
    }
}

static void
merge_list (Merge          *merge,
            TvxRecord      *record,
            TvxRecord      *base,
            TvxRecord      *theirs,
            const TvxField *field)
{
  GListModel *list = tvx_record_get_list (record, field->name);
  GListModel *base_list = tvx_record_get_list (base, field->name);
  GListModel *their_list = tvx_record_get_list (theirs, field->name);
  gboolean kept_order = is_same_order (list, base_list);

  remove_theirs_removed (merge, list, base_list, their_list);
  for (guint i = 0; i < g_list_model_get_n_items (their_list); i++)
    {
      g_autoptr (TvxRecord) their_item = g_list_model_get_item (their_list, i);
      const char *id = tvx_record_get_id (their_item);
      TvxRecord *item = tvx_record_find_item (list, id, NULL);
      TvxRecord *base_item = tvx_record_find_item (base_list, id, NULL);
      g_autoptr (TvxRecord) nothing = base_item == NULL ? tvx_record_new (field->get_type ()) : NULL;

      if (item != NULL)
        {
          merge_record (merge, item, base_item != NULL ? base_item : nothing, their_item);
          continue;
        }
      /* What was removed here stays removed, unless they went on working on it. */
      if (base_item != NULL && is_same_record (their_item, base_item))
        continue;
      insert_copy (merge, record, field, find_position (list, their_list, i), their_item);
      if (base_item != NULL)
        add_conflict (merge, tvx_record_find_item (list, id, NULL), NULL, NULL);
    }
  if (kept_order && !is_same_order (list, their_list))
    follow_order (merge, list, their_list);
}

static gboolean
translates_keys (TvxRecordClass *klass)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].translate_key != NULL)
      return TRUE;
  return FALSE;
}

static void
merge_record (Merge     *merge,
              TvxRecord *record,
              TvxRecord *base,
              TvxRecord *theirs)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);
  g_autoptr (TvxRecord) mine = NULL;

  if (is_same_record (theirs, base))
    return;
  mine = translates_keys (klass) ? copy_record (record) : g_object_ref (record);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];

      if (field->kind == TVX_FIELD_ID)
        continue;
      if (field->kind == TVX_FIELD_COUNTS)
        merge_cells (merge, record, mine, base, theirs, field);
      else if (field->kind == TVX_FIELD_LIST)
        merge_list (merge, record, base, theirs, field);
      else if (field->kind == TVX_FIELD_RECORD)
        merge_record (merge, tvx_record_get_record (record, field->name), tvx_record_get_record (base, field->name),
                      tvx_record_get_record (theirs, field->name));
      else
        merge_value (merge, record, base, theirs, field);
    }
  if (!is_same (tvx_record_get_unknown (theirs), tvx_record_get_unknown (base)))
    tvx_record_set_unknown (record, tvx_record_get_unknown (theirs));
}

/**
 * tvx_merge: (skip)
 * @record: a record as it is here
 * @base: the same record as it was when the two versions parted
 * @theirs: the same record as somebody else has made it since
 * @conflicts: (element-type TvxConflict): where to add what both changed
 *
 * Brings into @record what @theirs changed since @base, field by field; items of lists are known by their ids. Where
 * both changed the same, @record stays as it is, and there is a conflict; what one removed while the other changed it
 * is there afterwards. These are no edits of the person who sits here, so undo does not know of them.
 *
 * Returns: (transfer full) (element-type TvxChange): what was done to @record
 */
GPtrArray *
tvx_merge (TvxRecord *record,
           TvxRecord *base,
           TvxRecord *theirs,
           GPtrArray *conflicts)
{
  Merge merge = { NULL, conflicts };

  g_return_val_if_fail (G_OBJECT_TYPE (record) == G_OBJECT_TYPE (base), NULL);
  g_return_val_if_fail (G_OBJECT_TYPE (record) == G_OBJECT_TYPE (theirs), NULL);

  merge.changes = g_ptr_array_new_with_free_func (g_object_unref);
  merge_record (&merge, record, base, theirs);
  return merge.changes;
}
