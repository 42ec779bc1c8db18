/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "faults.h"

static char *
dup_key (TvxPublication *publication,
         guint           count)
{
  guint table, cell;

  tvx_publication_get_place (publication, count, &table, &cell);
  return tvx_count_table_dup_key (tvx_publication_get_table (publication, table), cell);
}

/* For each count of one publication, the one that it is in another; all of them are there. */
static guint *
find_same (TvxPublication *from,
           TvxPublication *to,
           gboolean       *found)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint *same = g_new (guint, tvx_publication_get_n_counts (from));

  for (guint i = 0; i < tvx_publication_get_n_counts (to); i++)
    g_hash_table_insert (numbers, dup_key (to, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < tvx_publication_get_n_counts (from); i++)
    {
      g_autofree char *key = dup_key (from, i);
      gpointer number;

      g_assert_true (g_hash_table_lookup_extended (numbers, key, NULL, &number));
      same[i] = GPOINTER_TO_UINT (number);
      found[same[i]] = TRUE;
    }
  return same;
}

static int
compare_shifts (gconstpointer a,
                gconstpointer b)
{
  const TvxShift *first = a, *second = b;

  return first->count < second->count ? -1 : first->count > second->count;
}

/* What a protector that knew less than it should have would publish and take for proved. Of the counts that it did not
 * know, small ones are hidden. One of its witnesses may be left out. */
TvxProtection *
fault_copy (TvxProtection  *original,
            TvxPublication *publication,
            guint           without)
{
  TvxPublication *known = tvx_protection_get_publication (original);
  g_autofree gboolean *found = g_new0 (gboolean, tvx_publication_get_n_counts (publication));
  g_autofree guint *same = find_same (known, publication, found);
  TvxProtection *protection = tvx_protection_new (publication);
  gint64 low, high;

  for (guint i = 0; i < tvx_publication_get_n_counts (known); i++)
    tvx_protection_set_hidden (protection, same[i], tvx_protection_get_state (original, i) != TVX_CELL_SHOWN);
  for (guint i = 0; i < tvx_publication_get_n_counts (publication); i++)
    if (!found[i])
      tvx_protection_set_hidden (protection, i, tvx_publication_get_range (publication, i, &low, &high));
  for (guint i = 0; i < tvx_protection_get_n_witnesses (original); i++)
    {
      const TvxWitness *witness = tvx_protection_get_witness (original, i);
      TvxWitness *copy;

      if (i == without)
        continue;
      copy = tvx_witness_new (same[witness->count], witness->end, witness->shifts, witness->n_shifts);
      for (guint k = 0; k < copy->n_shifts; k++)
        copy->shifts[k].count = same[copy->shifts[k].count];
      qsort (copy->shifts, copy->n_shifts, sizeof (TvxShift), compare_shifts);
      tvx_protection_add_witness (protection, copy);
    }
  return protection;
}
