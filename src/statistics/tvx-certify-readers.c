/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must be protected, and from whom, is worked out here once more for the certificate: from the tables and the ledger,
 * without what the publication has made of them. So a range that the protector takes to be narrower than it is, or a reader
 * that it forgets, does not pass. */

#include "statistics/tvx-certify-readers-private.h"

static void
reader_free (gpointer data)
{
  TvxReader *reader = data;

  g_free (reader->knows);
  g_free (reader->least);
  g_free (reader);
}

static void
add_axes (TvxReaders        *self,
          const char *const *axes)
{
  for (guint i = 0; axes != NULL && axes[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (self->insider_axes, axes[i], g_str_equal, NULL))
      g_ptr_array_add (self->insider_axes, g_strdup (axes[i]));
}

static void
read_ledger (TvxReaders *self)
{
  TvxPublication *publication = self->publication;

  for (guint i = 0; publication->ledger != NULL && i < publication->n_counts; i++)
    {
      const TvxCount *count = &publication->counts[i];
      g_autofree char *key = tvx_count_table_dup_key (tvx_publication_get_table (publication, count->table), count->cell);
      const TvxLedgerEntry *entry = tvx_ledger_lookup (publication->ledger, key);
      TvxCountRules *rules = &self->rules[i];

      if (entry == NULL)
        continue;
      rules->shown_earlier = entry->release == TVX_RELEASE_SHOWN;
      rules->small_earlier = entry->release == TVX_RELEASE_SMALL;
      rules->hidden_earlier = rules->small_earlier || entry->release == TVX_RELEASE_FOLLOW;
      rules->same_as_earlier = rules->shown_earlier && entry->number == count->value;
      if (!rules->hidden_earlier)
        continue;
      if (rules->small_earlier)
        {
          rules->threshold = entry->threshold;
          add_axes (self, (const char *const *) entry->insiders);
        }
      rules->never_zero = entry->never_zero && count->value > 0;
    }
}

static void
read_cell (TvxCountRules *rules,
           TvxCountTable *table,
           guint          cell)
{
  gint64 value = tvx_count_table_get_count (table, cell);
  gint64 threshold = tvx_count_table_get_threshold (table);

  rules->threshold = MAX (rules->threshold, threshold);
  switch (tvx_count_table_get_zeros (table))
    {
    case TVX_ZEROS_SHOWN:
      rules->empty |= value == 0;
      rules->never_zero |= value > 0;
      break;
    case TVX_ZEROS_PROTECTED:
      rules->small |= value == 0 && !tvx_count_table_get_impossible (table, cell);
      break;
    case TVX_ZEROS_MAYBE:
    default:
      break;
    }
  rules->small |= value > 0 && value < threshold;
}

/* A count that only an earlier report has hidden goes by the rules of the tables that sum it up now. */
static void
read_table (TvxReaders *self,
            guint       t)
{
  TvxCountTable *table = tvx_publication_get_table (self->publication, t);

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    {
      TvxCountRules *rules = &self->rules[self->publication->count_at[t][cell]];

      rules->empty |= tvx_count_table_get_impossible (table, cell);
      if (tvx_count_table_is_published (table, cell) || (rules->hidden_earlier && !rules->published))
        read_cell (rules, table, cell);
    }
}

/* A small number that was shown before it counted as small is known, and can be shown again. */
static void
read_rules (TvxReaders *self)
{
  TvxPublication *publication = self->publication;

  read_ledger (self);
  for (guint t = 0; t < publication->tables->len; t++)
    for (guint cell = 0; cell < tvx_count_table_get_n_cells (tvx_publication_get_table (publication, t)); cell++)
      self->rules[publication->count_at[t][cell]].published |=
        tvx_count_table_is_published (tvx_publication_get_table (publication, t), cell);
  for (guint t = 0; t < publication->tables->len; t++)
    read_table (self, t);
  for (guint i = 0; i < publication->n_counts; i++)
    self->rules[i].small = self->rules[i].small_earlier || (self->rules[i].small && !self->rules[i].same_as_earlier);
}

static void
add_sum (TvxReaders *self,
         guint       t,
         guint       cell,
         guint       axis)
{
  TvxCountTable *table = tvx_publication_get_table (self->publication, t);
  const guint *count_at = self->publication->count_at[t];
  guint n_parts;
  const guint *parts = tvx_axis_get_parts (tvx_count_table_get_axis (table, axis),
                                           tvx_count_table_get_node (table, cell, axis), &n_parts);

  if (n_parts == 0)
    return;
  g_array_append_val (self->sums, n_parts);
  g_array_append_val (self->sums, count_at[cell]);
  for (guint i = 0; i < n_parts; i++)
    g_array_append_val (self->sums, count_at[tvx_count_table_move (table, cell, axis, parts[i])]);
}

static void
list_sums (TvxReaders *self)
{
  for (guint t = 0; t < self->publication->tables->len; t++)
    {
      TvxCountTable *table = tvx_publication_get_table (self->publication, t);

      for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
        for (guint axis = 0; axis < tvx_count_table_get_n_axes (table); axis++)
          add_sum (self, t, cell, axis);
    }
}

static gboolean
learn (const TvxReaders *self,
       TvxReader        *reader,
       guint             count)
{
  if (reader->knows[count])
    return FALSE;
  reader->knows[count] = TRUE;
  reader->least[count] = self->publication->counts[count].value;
  return TRUE;
}

static gboolean
raise_least (TvxReader *reader,
             guint      count,
             gint64     least)
{
  if (reader->knows[count] || least <= reader->least[count])
    return FALSE;
  reader->least[count] = least;
  return TRUE;
}

/* What one sum tells a reader: that the parts of nothing are nothing, what the only unknown number in it is, and what its
 * parts leave over at least. */
static gboolean
deduce (const TvxReaders *self,
        TvxReader        *reader,
        guint             sum,
        const guint      *parts,
        guint             n_parts)
{
  guint n_open = 0, open = 0;
  gint64 least = 0;
  gboolean learned = FALSE;

  for (guint i = 0; i < n_parts; i++)
    {
      if (reader->knows[sum] && self->publication->counts[sum].value == 0)
        learned |= learn (self, reader, parts[i]);
      if (!reader->knows[parts[i]])
        {
          open = parts[i];
          n_open++;
        }
      least += reader->least[parts[i]];
    }

  learned |= raise_least (reader, sum, least);
  if (n_open == 0)
    learned |= learn (self, reader, sum);
  else if (n_open == 1)
    learned |= reader->knows[sum] ? learn (self, reader, open)
                                  : raise_least (reader, open, reader->least[sum] - (least - reader->least[open]));
  return learned;
}

static void
deduce_all (const TvxReaders *self,
            TvxReader        *reader)
{
  const guint *sums = (const guint *) (gpointer) self->sums->data;
  gboolean learned;

  do
    {
      learned = FALSE;
      for (guint i = 0; i < self->sums->len; i += 2 + sums[i])
        learned |= deduce (self, reader, sums[i + 1], &sums[i + 2], sums[i]);
    }
  while (learned);
}

static TvxReader *
add_reader (TvxReaders *self)
{
  TvxReader *reader = g_new0 (TvxReader, 1);

  reader->knows = g_new0 (gboolean, self->publication->n_counts);
  reader->least = g_new0 (gint64, self->publication->n_counts);
  for (guint i = 0; i < self->publication->n_counts; i++)
    {
      if (self->rules[i].empty)
        learn (self, reader, i);
      else
        reader->least[i] = self->rules[i].never_zero;
    }
  g_ptr_array_add (self->readers, reader);
  return reader;
}

/* Each category of an insider axis is a reader who knows all counts of it. */
static void
add_insiders (TvxReaders *self,
              const char *axis)
{
  g_autoptr (GHashTable) insiders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint t = 0; t < self->publication->tables->len; t++)
    {
      TvxCountTable *table = tvx_publication_get_table (self->publication, t);

      for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
        {
          const char *category = tvx_count_table_get_category (table, cell, axis);
          TvxReader *reader;

          if (category == NULL)
            continue;
          reader = g_hash_table_lookup (insiders, category);
          if (reader == NULL)
            {
              reader = add_reader (self);
              g_hash_table_insert (insiders, g_strdup (category), reader);
            }
          learn (self, reader, self->publication->count_at[t][cell]);
        }
    }
}

TvxReaders *
tvx_readers_new (TvxPublication *publication)
{
  TvxReaders *self = g_new0 (TvxReaders, 1);
  g_auto (GStrv) axes = NULL;

  self->publication = tvx_publication_ref (publication);
  self->rules = g_new0 (TvxCountRules, publication->n_counts);
  self->insider_axes = g_ptr_array_new_with_free_func (g_free);
  self->sums = g_array_new (FALSE, FALSE, sizeof (guint));
  self->readers = g_ptr_array_new_with_free_func (reader_free);

  axes = tvx_publication_dup_insiders (publication);
  add_axes (self, (const char *const *) axes);
  read_rules (self);
  list_sums (self);
  add_reader (self);
  for (guint i = 0; i < self->insider_axes->len; i++)
    add_insiders (self, g_ptr_array_index (self->insider_axes, i));
  for (guint i = 0; i < self->readers->len; i++)
    deduce_all (self, g_ptr_array_index (self->readers, i));
  return self;
}

void
tvx_readers_free (TvxReaders *self)
{
  g_ptr_array_unref (self->readers);
  g_array_unref (self->sums);
  g_ptr_array_unref (self->insider_axes);
  g_free (self->rules);
  tvx_publication_unref (self->publication);
  g_free (self);
}

gboolean
tvx_readers_know (TvxReaders *self,
                  guint       reader,
                  guint       count)
{
  return ((TvxReader *) g_ptr_array_index (self->readers, reader))->knows[count];
}

/* The lowest value that a reader must reckon with. A hidden number that was not 0 earlier is not taken for 0. */
gint64
tvx_readers_get_low (TvxReaders *self,
                     guint       reader,
                     guint       count)
{
  gint64 least = ((TvxReader *) g_ptr_array_index (self->readers, reader))->least[count];

  if (self->publication->counts[count].value == 0 && !self->rules[count].hidden_earlier)
    return 0;
  return MAX (1, least);
}

/* The highest value that every reader must reckon with. */
gint64
tvx_readers_get_high (TvxReaders *self,
                      guint       count)
{
  return MAX (self->rules[count].threshold, tvx_readers_get_low (self, 0, count));
}
