/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of the cells of a statistics table, brought to the cells that it has when its breakdowns change. */

#include "model/tvx-table-cells.h"

#include "model/tvx-project-figures.h"

typedef struct
{
  gint64   parts;
  guint    n_parts;
  gint64   whole; /* what was known of the cell itself */
  gboolean has_whole;
} Sum;

static void
add (GHashTable *sums,
     const char *key,
     gint64      count,
     gboolean    is_part)
{
  Sum *sum = g_hash_table_lookup (sums, key);

  if (sum == NULL)
    {
      sum = g_new0 (Sum, 1);
      g_hash_table_insert (sums, g_strdup (key), sum);
    }
  if (is_part)
    {
      sum->parts = tvx_project_figures_add (sum->parts, count);
      sum->n_parts++;
    }
  else
    {
      sum->whole = count;
      sum->has_whole = TRUE;
    }
}

/* Where one part is enough, the parts are the numbers of the table, and a whole beside them is one that had no cell. */
static gboolean
get_number (const Sum *sum,
            guint      n_parts,
            gint64    *number)
{
  gboolean is_whole = sum->has_whole && (n_parts > 1 || sum->n_parts == 0);

  *number = is_whole ? sum->whole : sum->parts;
  return is_whole || sum->n_parts >= n_parts;
}

/**
 * tvx_table_cells_change: (skip)
 * @table: a table
 * @field: one of [func@Tvx.StatisticsTable.get_cell_fields]
 * @func: tells what becomes of a cell
 * @n_parts: how many cells must be known for what they become part of to be known
 * @data: for @func
 * @editor: the editor of the register
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Gives the numbers of cells to other cells, which get the sums. What is no number stays; the check of the table tells of it.
 *
 * Returns: whether the table may be changed
 */
gboolean
tvx_table_cells_change (TvxStatisticsTable  *table,
                        const char          *field,
                        TvxTableCellsFunc    func,
                        guint                n_parts,
                        gpointer             data,
                        TvxEditor           *editor,
                        GError             **error)
{
  GVariant *before = tvx_record_get_value (TVX_RECORD (table), field);
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("a{sx}"));
  g_autoptr (GVariant) changes = NULL, after = NULL;
  GHashTableIter sum_iter;
  GVariantIter iter;
  gpointer new_key, sum;
  const char *key;
  GVariant *value;
  gint64 number;

  if (before == NULL)
    return TRUE;
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      g_autoptr (GVariant) owned = value;
      g_autofree char *becomes = NULL;
      gboolean is_part = FALSE;

      if (!g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
        continue;
      becomes = func (key, &is_part, data);
      g_variant_builder_add (builder, "{sx}", key, (gint64) -1);
      if (becomes != NULL)
        add (sums, becomes, g_variant_get_int64 (value), is_part);
    }
  /* Of what cannot occur, only that it is there counts. */
  g_hash_table_iter_init (&sum_iter, sums);
  while (g_hash_table_iter_next (&sum_iter, &new_key, &sum))
    if (get_number (sum, n_parts, &number))
      g_variant_builder_add (builder, "{sx}", new_key, g_str_equal (field, "impossible") ? 1 : number);
  changes = g_variant_ref_sink (g_variant_builder_end (builder));
  after = tvx_statistics_table_with_counts (table, field, changes);
  return tvx_editor_set (editor, TVX_RECORD (table), field, after, error);
}
