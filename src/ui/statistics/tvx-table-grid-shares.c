/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two kinds of share that a statistics table has, which are never mixed: of all women or of all men, and how women and
 * men share a group (Statistics Sweden). */

#include "ui/statistics/tvx-table-grid-private.h"

#include "model/tvx-category.h"
#include "report/tvx-format.h"

/* What a cell is a share of: everybody of its gender, or everybody in its group. */
static char *
dup_base (TvxTableGrid *self,
          const char   *key)
{
  g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);

  for (guint i = 0; codes[i] != NULL; i++)
    if ((i == 0) == (self->measure == TVX_TABLE_MEASURE_OF_GROUP))
      g_set_str (&codes[i], TVX_CATEGORY_TOTAL);
  return g_strjoinv (TVX_CATEGORY_SEPARATOR, codes);
}

/**
 * tvx_table_grid_dup_share:
 * @self: cells that show shares
 * @cell: one of them
 * @as_reader: whether to tell only what readers may see
 *
 * Returns: (transfer full): the share, as in official statistics: `–` for none, `.` where there is nobody to share
 */
char *
tvx_table_grid_dup_share (TvxTableGrid       *self,
                          const TvxTableCell *cell,
                          gboolean            as_reader)
{
  g_autofree char *base = dup_base (self, cell->key);
  gint64 count, whole;

  if (as_reader && (!tvx_table_grid_get_shown (self, cell->key, &count) || !tvx_table_grid_get_shown (self, base, &whole)))
    return g_strdup ("..");
  if (!as_reader)
    {
      count = tvx_statistics_table_get_count (self->table, cell->key);
      whole = tvx_statistics_table_get_count (self->table, base);
    }
  if (whole == 0)
    return g_strdup (".");
  return count == 0 ? g_strdup ("–") : tvx_format_percent (tvx_catalog_get_for_user (), (gint64) ((double) count / (double) whole * 100 + 0.5), 0);
}

/**
 * tvx_table_grid_dup_share_reason:
 * @self: cells that show shares
 * @cell: one of them
 *
 * Returns: (transfer full) (nullable): why readers do not see the share: its number is hidden, or what it is a share of
 */
char *
tvx_table_grid_dup_share_reason (TvxTableGrid       *self,
                                 const TvxTableCell *cell)
{
  g_autofree char *base = dup_base (self, cell->key);
  char *reason = tvx_table_grid_dup_reason (self, cell->key);

  return reason != NULL ? reason : tvx_table_grid_dup_reason (self, base);
}
