/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Readers who know more than others, since some of the counts are their own. */

#include "statistics/tvx-insiders-private.h"

#include "statistics/tvx-relations-private.h"

/* The lowest that a reader who also knows an insider's own counts can take each count for, by the rules alone: what was
 * published does not come into it, or the promise would be less where more was published. */
void
tvx_insiders_find_floors (TvxPublication *self,
                          guint           insider,
                          gint64         *floors)
{
  g_autofree gboolean *known = g_new (gboolean, self->n_counts);

  for (guint i = 0; i < self->n_counts; i++)
    {
      const TvxCount *count = &self->counts[i];

      known[i] = count->empty || (insider != TVX_NO_INSIDER && tvx_publication_is_known_by (self, i, insider));
      floors[i] = known[i] ? count->value : count->floor;
    }
  tvx_relations_raise_floors (self, known, floors);
}

static guint
number_of_insider (TvxPublication *self,
                   GHashTable     *numbers,
                   const char     *axis,
                   const char     *category)
{
  g_autofree char *name = g_strdup_printf ("%s=%s", axis, category);
  gpointer known;

  if (g_hash_table_lookup_extended (numbers, name, NULL, &known))
    return GPOINTER_TO_UINT (known);
  g_hash_table_insert (numbers, name, GUINT_TO_POINTER (self->insiders->len));
  g_ptr_array_add (self->insiders, g_steal_pointer (&name));
  return self->insiders->len - 1;
}

/* Lists for each insider the counts that are its own. */
static GPtrArray *
list_own_counts (TvxPublication *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint t = 0; t < self->tables->len; t++)
    for (guint i = 0; i < self->insider_axes->len; i++)
      for (guint cell = 0; cell < tvx_count_table_get_n_cells (tvx_publication_get_table (self, t)); cell++)
        {
          const char *axis = g_ptr_array_index (self->insider_axes, i);
          const char *category = tvx_count_table_get_category (tvx_publication_get_table (self, t), cell, axis);
          guint insider;

          if (category == NULL)
            continue;
          insider = number_of_insider (self, numbers, axis, category);
          if (insider == own->len)
            g_ptr_array_add (own, g_array_new (FALSE, FALSE, sizeof (guint)));
          g_array_append_val (g_ptr_array_index (own, insider), self->count_at[t][cell]);
        }
  return own;
}

/* An insider knows the own counts, and what follows from them and from what everyone knows. */
static void
find_known (TvxPublication *self)
{
  g_autoptr (GPtrArray) own = list_own_counts (self);
  g_autofree gboolean *known = g_new (gboolean, self->n_counts);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) known_by = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_counts; i++)
    g_ptr_array_add (lists, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint insider = 0; insider < own->len; insider++)
    {
      GArray *counts = g_ptr_array_index (own, insider);

      for (guint i = 0; i < self->n_counts; i++)
        known[i] = self->counts[i].empty;
      for (guint i = 0; i < counts->len; i++)
        known[g_array_index (counts, guint, i)] = TRUE;
      tvx_relations_spread_known (self, known);
      for (guint i = 0; i < self->n_counts; i++)
        if (known[i] && !self->counts[i].fixed)
          g_array_append_val (g_ptr_array_index (lists, i), insider);
    }

  self->known_start = g_new (guint, self->n_counts + 1);
  for (guint i = 0; i < self->n_counts; i++)
    {
      GArray *list = g_ptr_array_index (lists, i);

      self->known_start[i] = known_by->len;
      g_array_append_vals (known_by, list->data, list->len);
    }
  self->known_start[self->n_counts] = known_by->len;
  self->known_by = (guint *) (gpointer) g_array_free (g_steal_pointer (&known_by), FALSE);
}

/* An insider who is a part of a hidden sum knows that it is no less than the own part and the floors of the rest. */
static void
set_ranges (TvxPublication *self)
{
  g_autofree gint64 *floors = g_new (gint64, self->n_counts);

  for (guint insider = 0; insider < self->insiders->len; insider++)
    {
      tvx_insiders_find_floors (self, insider, floors);
      for (guint i = 0; i < self->n_counts; i++)
        if (self->counts[i].sensitive && floors[i] > self->counts[i].low)
          {
            gint64 *key = g_new (gint64, 1);

            *key = (gint64) insider * self->n_counts + i;
            g_hash_table_insert (self->insider_low, key, GINT_TO_POINTER ((int) floors[i]));
          }
    }
}

void
tvx_insiders_find (TvxPublication *self)
{
  find_known (self);
  set_ranges (self);
}

gboolean
tvx_publication_is_known_by (TvxPublication *self,
                             guint           count,
                             guint           insider)
{
  for (guint k = self->known_start[count]; k < self->known_start[count + 1]; k++)
    if (self->known_by[k] == insider)
      return TRUE;
  return FALSE;
}

gint64
tvx_publication_get_insider_low (TvxPublication *self,
                                 guint           count,
                                 guint           insider)
{
  gint64 key = (gint64) insider * self->n_counts + count;
  gpointer low;

  if (insider != TVX_NO_INSIDER && g_hash_table_lookup_extended (self->insider_low, &key, NULL, &low))
    return GPOINTER_TO_INT (low);
  return self->counts[count].low;
}
