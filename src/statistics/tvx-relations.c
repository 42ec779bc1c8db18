/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-relations-private.h"

#include <string.h>

/* A relation while it is collected: its members, the sum first. */
typedef GArray Relation;

static guint
relation_hash (gconstpointer data)
{
  const Relation *relation = data;
  guint hash = 5381;

  for (guint i = 0; i < relation->len; i++)
    hash = hash * 33 + g_array_index (relation, guint, i);
  return hash;
}

static gboolean
relation_equal (gconstpointer a,
                gconstpointer b)
{
  const Relation *first = a, *second = b;

  return first->len == second->len && memcmp (first->data, second->data, first->len * sizeof (guint)) == 0;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* The relation that says what a cell is the sum of along one axis; NULL where it is no sum, or of itself only. */
static Relation *
relation_new (TvxPublication *publication,
              guint           table,
              guint           cell,
              guint           axis)
{
  TvxCountTable *of = tvx_publication_get_table (publication, table);
  Relation *relation;
  guint n_parts;
  const guint *parts = tvx_axis_get_parts (tvx_count_table_get_axis (of, axis),
                                           tvx_count_table_get_node (of, cell, axis), &n_parts);

  if (n_parts == 0)
    return NULL;
  relation = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_parts + 1);
  g_array_append_val (relation, publication->count_at[table][cell]);
  for (guint i = 0; i < n_parts; i++)
    {
      guint part = tvx_count_table_move (of, cell, axis, parts[i]);

      g_array_append_val (relation, publication->count_at[table][part]);
    }
  if (n_parts == 1 && g_array_index (relation, guint, 0) == g_array_index (relation, guint, 1))
    {
      g_array_unref (relation);
      return NULL;
    }
  qsort (relation->data + sizeof (guint), n_parts, sizeof (guint), compare_numbers);
  return relation;
}

static void
collect_cell (TvxPublication *publication,
              guint           table,
              guint           cell,
              GPtrArray      *basic,
              GPtrArray      *others)
{
  TvxCountTable *of = tvx_publication_get_table (publication, table);
  Relation *shortest = NULL;

  for (guint d = 0; d < tvx_count_table_get_n_axes (of); d++)
    {
      Relation *relation = relation_new (publication, table, cell, d);

      if (relation == NULL)
        continue;
      if (shortest == NULL || relation->len < shortest->len)
        {
          Relation *longer = shortest;

          shortest = relation;
          relation = longer;
        }
      if (relation != NULL)
        g_ptr_array_add (others, relation);
    }
  if (shortest != NULL)
    g_ptr_array_add (basic, shortest);
}

static void
append_new (GPtrArray  *relations,
            GHashTable *known,
            GArray     *starts,
            GArray     *members)
{
  for (guint i = 0; i < relations->len; i++)
    {
      Relation *relation = g_ptr_array_index (relations, i);

      if (!g_hash_table_add (known, relation))
        continue;
      g_array_append_vals (members, relation->data, relation->len);
      g_array_append_val (starts, members->len);
    }
}

static void
index_members (TvxPublication *publication)
{
  guint n_members = publication->relation_start[publication->n_relations];
  g_autofree guint *next = NULL;

  publication->in_start = g_new0 (guint, publication->n_counts + 1);
  publication->in_relations = g_new (guint, n_members);
  for (guint i = 0; i < n_members; i++)
    publication->in_start[publication->relation_members[i] + 1]++;
  for (guint i = 0; i < publication->n_counts; i++)
    publication->in_start[i + 1] += publication->in_start[i];

  next = g_memdup2 (publication->in_start, publication->n_counts * sizeof (guint));
  for (guint r = 0; r < publication->n_relations; r++)
    for (guint i = publication->relation_start[r]; i < publication->relation_start[r + 1]; i++)
      publication->in_relations[next[publication->relation_members[i]]++] = r;
}

/* Of the ways to sum up a cell one is basic, the shortest; together these imply all others. */
void
tvx_relations_build (TvxPublication *publication)
{
  g_autoptr (GPtrArray) basic = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) known = g_hash_table_new (relation_hash, relation_equal);
  g_autoptr (GArray) starts = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint t = 0; t < publication->tables->len; t++)
    for (guint cell = 0; cell < tvx_count_table_get_n_cells (tvx_publication_get_table (publication, t)); cell++)
      collect_cell (publication, t, cell, basic, others);

  g_array_set_size (starts, 1);
  append_new (basic, known, starts, members);
  publication->n_basic = starts->len - 1;
  append_new (others, known, starts, members);
  publication->n_relations = starts->len - 1;
  publication->relation_start = (guint *) (gpointer) g_array_free (g_steal_pointer (&starts), FALSE);
  publication->relation_members = (guint *) (gpointer) g_array_free (g_steal_pointer (&members), FALSE);
  index_members (publication);
}

/* A sum that the rules tell to be empty is one of zeros. */
static gboolean
spread_empty (TvxPublication *publication,
              guint           relation,
              gboolean       *known)
{
  const guint *members = publication->relation_members + publication->relation_start[relation];
  guint n = publication->relation_start[relation + 1] - publication->relation_start[relation];
  gboolean spread = FALSE;

  if (!publication->counts[members[0]].empty)
    return FALSE;
  for (guint i = 1; i < n; i++)
    {
      spread |= !known[members[i]];
      known[members[i]] = TRUE;
    }
  return spread;
}

/* Where all members of a relation but one are known, so is that one. */
void
tvx_relations_spread_known (TvxPublication *publication,
                            gboolean       *known)
{
  gboolean spread;

  do
    {
      spread = FALSE;
      for (guint r = 0; r < publication->n_relations; r++)
        {
          guint n_open = 0, open = 0;

          for (guint k = publication->relation_start[r]; k < publication->relation_start[r + 1]; k++)
            if (!known[publication->relation_members[k]])
              {
                open = publication->relation_members[k];
                n_open++;
              }
          if (n_open == 1)
            known[open] = spread = TRUE;
          else if (n_open > 0)
            spread |= spread_empty (publication, r, known);
        }
    }
  while (spread);
}

static gboolean
raise_floor (gint64 *floor,
             gint64  least)
{
  if (least <= *floor)
    return FALSE;
  *floor = least;
  return TRUE;
}

/* A sum is at least what its parts are at least, and a part at least what the sum is at least when the other parts
 * are known. */
void
tvx_relations_raise_floors (TvxPublication *publication,
                            const gboolean *known,
                            gint64         *floors)
{
  gboolean raised;

  do
    {
      raised = FALSE;
      for (guint r = 0; r < publication->n_relations; r++)
        {
          const guint *members = publication->relation_members + publication->relation_start[r];
          guint n = publication->relation_start[r + 1] - publication->relation_start[r];
          guint n_open = 0, open = 0;
          gint64 least = 0;

          for (guint i = 1; i < n; i++)
            {
              least += floors[members[i]];
              if (!known[members[i]])
                {
                  open = members[i];
                  n_open++;
                }
            }
          raised |= raise_floor (&floors[members[0]], least);
          if (n_open == 1)
            raised |= raise_floor (&floors[open], floors[members[0]] - (least - floors[open]));
        }
    }
  while (raised);
}
