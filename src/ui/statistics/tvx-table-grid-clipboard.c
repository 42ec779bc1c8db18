/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers of a statistics table on their way to and from a spreadsheet. */

#include "ui/statistics/tvx-table-grid-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tvx_table_grid_dup_published:
 * @self: cells
 *
 * Returns: (transfer full): what readers will see, a line for each row and a tab between cells, for a spreadsheet; every
 *   number is hidden while nothing is protected
 */
char *
tvx_table_grid_dup_published (TvxTableGrid *self)
{
  const char *const *genders = tvx_statistics_table_get_genders (self->table);
  GString *text = g_string_new (NULL);

  for (guint i = 0; genders[i] != NULL; i++)
    {
      g_autofree char *label = tvx_table_grid_dup_label (self, 0, genders[i]);

      g_string_append_printf (text, "\t%s", label);
    }
  if (self->measure == TVX_TABLE_MEASURE_COUNTS)
    g_string_append_printf (text, "\t%s", _("Total"));
  for (guint i = 0; i < self->cells->len; i++)
    {
      TvxTableCell *cell = self->cells->pdata[i];
      g_autofree char *number = tvx_table_grid_dup_reader_text (self, cell);

      if (i % self->n_columns == 0)
        {
          const char *comma = strstr (cell->name, ", ");

          g_string_append_printf (text, "\n%s", comma != NULL ? comma + 2 : _("All"));
        }
      g_string_append_printf (text, "\t%s", number);
    }
  g_string_append_c (text, '\n');
  return g_string_free_and_steal (text);
}

/**
 * tvx_table_grid_paste:
 * @self: cells
 * @key: the codes of the cell where the block begins
 * @text: lines, with tabs between the numbers
 *
 * Fills in a block that was copied in a spreadsheet, in one step that can be undone. Numbers that fall on a sum are taken
 * as totals to check by. Fields that fall outside the table or are no counts are left out, which [signal@Tvx.TableGrid::left-out]
 * tells of.
 *
 * Returns: whether there was a number in it that fits in
 */
gboolean
tvx_table_grid_paste (TvxTableGrid *self,
                      const char   *key,
                      const char   *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GVariantBuilder) counts = g_variant_builder_new (G_VARIANT_TYPE ("a{sx}"));
  g_autoptr (GVariantBuilder) totals = g_variant_builder_new (G_VARIANT_TYPE ("a{sx}"));
  g_autoptr (GVariantBuilder) impossible = g_variant_builder_new (G_VARIANT_TYPE ("a{sx}"));
  const struct
  {
    const char      *field;
    GVariantBuilder *builder;
  } parts[] = { { "counts", counts }, { "totals", totals }, { "impossible", impossible } };
  guint start = 0, n_left_out = 0;
  gboolean any = FALSE;

  while (start < self->cells->len && !g_str_equal (((TvxTableCell *) self->cells->pdata[start])->key, key))
    start++;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (lines[i]), "\t", -1);

      for (guint j = 0; fields[j] != NULL; j++)
        {
          guint position = start + i * self->n_columns + j;
          TvxTableCell *cell = start % self->n_columns + j < self->n_columns && position < self->cells->len ? self->cells->pdata[position] : NULL;
          gboolean is_point = g_str_equal (g_strstrip (fields[j]), TVX_TABLE_IMPOSSIBLE);
          gint64 number = -1;

          if (*fields[j] == '\0')
            continue;
          if (cell == NULL || (is_point ? !cell->inner : !tvx_statistics_table_parse_count (fields[j], &number, NULL)))
            {
              n_left_out++;
              continue;
            }
          g_variant_builder_add (cell->inner ? counts : totals, "{sx}", cell->key, number);
          if (cell->inner)
            g_variant_builder_add (impossible, "{sx}", cell->key, (gint64) (is_point ? 1 : -1));
          any = TRUE;
        }
    }
  tvx_editor_begin (self->editor, _("Paste Numbers"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GVariant) changes = g_variant_ref_sink (g_variant_builder_end (parts[i].builder));
      g_autoptr (GVariant) value = tvx_statistics_table_with_counts (self->table, parts[i].field, changes);

      tvx_editor_set (self->editor, TVX_RECORD (self->table), parts[i].field, value, NULL);
    }
  tvx_editor_end (self->editor);
  tvx_table_grid_update (self);
  if (n_left_out > 0)
    g_signal_emit_by_name (self, "left-out", n_left_out);
  return any;
}
