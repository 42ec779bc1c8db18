/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of a statistics table are called, and what they say to readers and to the officer. */

#include "ui/statistics/tvx-table-grid-private.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-category.h"
#include "report/tvx-statistics-labels.h"

guint
tvx_table_grid_get_n_axes (TvxTableGrid *self)
{
  return g_list_model_get_n_items (tvx_record_get_list (TVX_RECORD (self->table), "axes"));
}

/* What a code says, of gender for axis 0, else of a breakdown. */
char *
tvx_table_grid_dup_label (TvxTableGrid *self,
                          guint         axis,
                          const char   *code)
{
  return tvx_statistics_labels_dup_node (NULL, self->table, axis, code);
}

/* Women, Under 18 */
char *
tvx_table_grid_dup_name (TvxTableGrid *self,
                         const char   *key)
{
  g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);
  GString *name = g_string_new (NULL);

  for (guint i = 0; i <= tvx_table_grid_get_n_axes (self) && codes[i] != NULL; i++)
    {
      g_autofree char *label = tvx_table_grid_dup_label (self, i, codes[i]);

      g_string_append_printf (name, "%s%s", i > 0 ? ", " : "", label);
    }
  return g_string_free_and_steal (name);
}

static gboolean
find_cell (TvxTableGrid *self,
           const char   *key,
           guint        *table,
           guint        *cell)
{
  g_auto (GStrv) at = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);

  return self->tables != NULL && tvx_protected_tables_get_protection (self->tables) != NULL &&
         tvx_protected_tables_find (self->tables, TVX_RECORD (self->table), table) &&
         g_strv_length (at) == tvx_count_table_get_n_axes (tvx_protected_tables_get_counts (self->tables, *table)) &&
         tvx_count_table_find_cell (tvx_protected_tables_get_counts (self->tables, *table), (const char *const *) at, cell, NULL);
}

/* What the codes of a cell of the counts say, gender first, for people. */
static char *
dup_name_of (TvxTableGrid  *self,
             TvxCountTable *counts,
             guint          cell)
{
  g_autoptr (GString) key = g_string_new (NULL);
  guint n_axes = tvx_count_table_get_n_axes (counts);
  guint first = n_axes - tvx_table_grid_get_n_axes (self) - 1;

  /* Another table of the project has other axes; its own codes must do. */
  if (n_axes < tvx_table_grid_get_n_axes (self) + 1)
    return tvx_count_table_dup_label (counts, cell);
  for (guint i = first; i < n_axes; i++)
    g_string_append_printf (key, "%s%s", i > first ? TVX_CATEGORY_SEPARATOR : "",
                            tvx_axis_get_node_id (tvx_count_table_get_axis (counts, i), tvx_count_table_get_node (counts, cell, i)));
  return tvx_table_grid_dup_name (self, key->str);
}

/* Why readers do not see a cell; NULL where they do. */
char *
tvx_table_grid_dup_reason (TvxTableGrid *self,
                           const char   *key)
{
  TvxProtection *protection;
  TvxReason reason;
  g_autofree char *own_name = tvx_table_grid_dup_name (self, key);
  guint table, cell;

  if (!find_cell (self, key, &table, &cell))
    return NULL;
  protection = tvx_protected_tables_get_protection (self->tables);
  tvx_protection_get_reason (protection, table, cell, &reason);
  switch (reason.kind)
    {
    case TVX_REASON_SMALL:
      /* Translators: a small number, what it is the number of, as “Women, Under 18”. */
      return g_strdup_printf (_("Hidden: only %d (%s)"), (int) reason.number, own_name);
    case TVX_REASON_ZERO:
      return g_strdup (_("Hidden: zeros are hidden as small numbers are in this table"));
    case TVX_REASON_FOLLOW:
      {
        TvxCountTable *counts = tvx_publication_get_table (tvx_protection_get_publication (protection), reason.table);
        g_autofree char *name = reason.table == table ? dup_name_of (self, counts, reason.cell) : g_strdup (tvx_count_table_get_name (counts));

        /* Translators: a small number, what it is the number of, as “Women, Under 18”. */
        return g_strdup_printf (_("Hidden so that the %d (%s) cannot be worked out"), (int) reason.small, name);
      }
    case TVX_REASON_EARLIER:
      /* Translators: %s is the title of a report. */
      return g_strdup_printf (_("Hidden, since the report “%s” hides it"), reason.report);
    case TVX_REASON_NONE:
    default:
      return NULL;
    }
}

static gboolean
is_impossible (TvxTableGrid *self,
               const char   *key)
{
  guint table, cell;

  return find_cell (self, key, &table, &cell) && tvx_count_table_get_impossible (tvx_protected_tables_get_counts (self->tables, table), cell);
}

gboolean
tvx_table_grid_get_shown (TvxTableGrid *self,
                          const char   *key,
                          gint64       *number)
{
  guint table, cell;

  return find_cell (self, key, &table, &cell) &&
         tvx_protection_get_shown (tvx_protected_tables_get_protection (self->tables), table, cell, number);
}

/* What readers see in a cell. */
char *
tvx_table_grid_dup_reader_text (TvxTableGrid       *self,
                                const TvxTableCell *cell)
{
  gint64 number;

  if (self->measure != TVX_TABLE_MEASURE_COUNTS)
    return tvx_table_grid_dup_share (self, cell, TRUE);
  if (is_impossible (self, cell->key))
    return g_strdup (TVX_TABLE_IMPOSSIBLE);
  if (!tvx_table_grid_get_shown (self, cell->key, &number))
    return g_strdup ("..");
  return number == 0 ? g_strdup ("–") : tvx_field_format_number (number);
}
