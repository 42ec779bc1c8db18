/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statistics/tvx-table-grid-private.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-category.h"
#include "report/tvx-format.h"
#include "report/tvx-statistics-labels.h"

/**
 * TvxTableGrid:
 *
 * The cells of a statistics table, women and men beside each other: as its officer fills them in, or as readers see them.
 *
 * A cell that readers will not see has a mark, and says why.
 */
G_DEFINE_FINAL_TYPE (TvxTableGrid, tvx_table_grid, ADW_TYPE_BIN)

static TvxRecord *
dup_axis (TvxTableGrid *self,
          guint         axis)
{
  return g_list_model_get_item (tvx_record_get_list (TVX_RECORD (self->table), "axes"), axis);
}

static void
add_cell (TvxTableGrid *self,
          GtkGrid      *grid,
          const char   *row_key,
          const char   *gender,
          gboolean      inner_row,
          int           column,
          int           row)
{
  TvxTableCell *cell = tvx_table_cell_new (self, row_key, gender, inner_row);

  g_ptr_array_add (self->cells, cell);
  gtk_grid_attach (grid, cell->widget, column, row, 1, 1);
}

static void
add_head (GtkGrid    *grid,
          const char *text,
          int         column,
          int         row,
          gboolean    is_number,
          gboolean    is_sum)
{
  g_autofree char *unbroken = tvx_format_keep_numbers (text);
  GtkWidget *label = gtk_label_new (unbroken);

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (label, row == 0 ? "heading" : "row-head");
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  if (is_sum)
    gtk_widget_add_css_class (label, "sum");
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
add_row (TvxTableGrid *self,
         GtkGrid      *grid,
         GPtrArray    *codes,
         gboolean      inner,
         int          *row)
{
  const char *const *genders = tvx_statistics_table_get_genders (self->table);
  g_autoptr (GString) key = g_string_new (NULL);
  int column = 0;

  for (guint i = 0; i < codes->len; i++)
    {
      g_autofree char *label = tvx_table_grid_dup_label (self, i + 1, codes->pdata[i]);

      g_string_append_printf (key, "%s%s", i > 0 ? TVX_CATEGORY_SEPARATOR : "", (char *) codes->pdata[i]);
      add_head (grid, label, column++, *row, FALSE, g_str_equal (codes->pdata[i], TVX_CATEGORY_TOTAL));
    }
  if (codes->len == 0)
    add_head (grid, _("All"), column++, *row, FALSE, FALSE);
  for (guint i = 0; genders[i] != NULL; i++)
    add_cell (self, grid, key->str, genders[i], inner, column++, *row);
  if (self->measure == TVX_TABLE_MEASURE_COUNTS)
    add_cell (self, grid, key->str, TVX_CATEGORY_TOTAL, inner, column, *row);
  (*row)++;
}

/* Categories, then groups, then the total, the first breakdown slowest: the order of reports. */
static void
add_rows (TvxTableGrid *self,
          GtkGrid      *grid,
          GPtrArray    *codes,
          gboolean      inner,
          int          *row)
{
  g_autoptr (TvxRecord) axis = codes->len < tvx_table_grid_get_n_axes (self) ? dup_axis (self, codes->len) : NULL;
  GListModel *categories = axis != NULL ? tvx_record_get_list (axis, "categories") : NULL;

  if (axis == NULL)
    {
      add_row (self, grid, codes, inner, row);
      return;
    }
  for (int groups = 0; groups < 2; groups++)
    for (guint i = 0; i < g_list_model_get_n_items (categories); i++)
      {
        g_autoptr (TvxRecord) category = g_list_model_get_item (categories, i);
        const char *code = tvx_record_get_text (category, "code");

        if (code == NULL || (tvx_record_get_value (category, "of") != NULL) != groups)
          continue;
        g_ptr_array_add (codes, (gpointer) code);
        add_rows (self, grid, codes, inner && !groups, row);
        g_ptr_array_remove_index (codes, codes->len - 1);
      }
  g_ptr_array_add (codes, (gpointer) TVX_CATEGORY_TOTAL);
  add_rows (self, grid, codes, FALSE, row);
  g_ptr_array_remove_index (codes, codes->len - 1);
}

/* What the rows and columns are made of, so that they are made anew only when that changes. */
static char *
dup_shape (TvxTableGrid *self)
{
  GListModel *axes = tvx_record_get_list (TVX_RECORD (self->table), "axes");
  GString *shape = g_string_new (NULL);

  g_string_append_printf (shape, "%d%d%d%d", tvx_record_get_boolean (TVX_RECORD (self->table), "third_category"), self->as_reader,
                          self->totals, self->measure);
  for (guint i = 0; i < g_list_model_get_n_items (axes); i++)
    {
      g_autoptr (TvxRecord) axis = g_list_model_get_item (axes, i);
      g_autoptr (GVariant) variant = tvx_record_to_variant (axis);
      g_autofree char *text = g_variant_print (variant, FALSE);

      g_string_append (shape, text);
    }
  return g_string_free_and_steal (shape);
}

static void
forget_cells (TvxTableGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    tvx_table_cell_stop_typing (self->cells->pdata[i]);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_ptr_array_set_size (self->cells, 0);
}

static void
build (TvxTableGrid *self)
{
  GtkWidget *grid = gtk_grid_new ();
  const char *const *genders = tvx_statistics_table_get_genders (self->table);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  guint n_axes = tvx_table_grid_get_n_axes (self);
  int column = (int) MAX (n_axes, 1);
  int row = 1;

  forget_cells (self);
  /* Shares of women and men have no sum that would say anything. */
  self->n_columns = g_strv_length ((GStrv) genders) + (self->measure == TVX_TABLE_MEASURE_COUNTS);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_add_css_class (grid, "table-grid");
  for (guint i = 0; i < n_axes; i++)
    {
      g_autofree char *label = tvx_statistics_labels_dup_axis (NULL, self->table, i + 1);

      add_head (GTK_GRID (grid), label, (int) i, 0, FALSE, FALSE);
    }
  for (guint i = 0; genders[i] != NULL; i++)
    {
      g_autofree char *label = tvx_table_grid_dup_label (self, 0, genders[i]);

      add_head (GTK_GRID (grid), label, column++, 0, TRUE, FALSE);
    }
  if (self->measure == TVX_TABLE_MEASURE_COUNTS)
    add_head (GTK_GRID (grid), _("Total"), column, 0, TRUE, FALSE);
  add_rows (self, GTK_GRID (grid), codes, TRUE, &row);
  adw_bin_set_child (ADW_BIN (self), grid);
}

static void
tvx_table_grid_dispose (GObject *object)
{
  TvxTableGrid *self = TVX_TABLE_GRID (object);

  forget_cells (self);
  g_clear_pointer (&self->tables, tvx_protected_tables_unref);
  g_clear_object (&self->editor);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (tvx_table_grid_parent_class)->dispose (object);
}

static void
tvx_table_grid_finalize (GObject *object)
{
  TvxTableGrid *self = TVX_TABLE_GRID (object);

  g_ptr_array_unref (self->cells);
  g_free (self->shape);

  G_OBJECT_CLASS (tvx_table_grid_parent_class)->finalize (object);
}

static void
tvx_table_grid_class_init (TvxTableGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tvx_table_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = tvx_table_grid_finalize;

  /**
   * TvxTableGrid::left-out:
   * @self: cells
   * @n_fields: how many fields were left out of what was pasted
   *
   * Not all that was pasted is counts of this table.
   */
  g_signal_new ("left-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tvx_table_grid_init (TvxTableGrid *self)
{
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_table_cell_free);
}

/**
 * tvx_table_grid_new:
 * @editor: the editor of the register
 * @table: a table of a project
 *
 * Returns: (transfer floating): its cells
 */
TvxTableGrid *
tvx_table_grid_new (TvxEditor          *editor,
                    TvxStatisticsTable *table)
{
  TvxTableGrid *self = g_object_new (TVX_TYPE_TABLE_GRID, NULL);

  self->editor = g_object_ref (editor);
  self->table = g_object_ref (table);
  tvx_table_grid_update (self);
  return self;
}

/**
 * tvx_table_grid_get_first_entry:
 * @self: cells
 *
 * Returns: (transfer none) (nullable): where typing begins; %NULL where nothing can be typed
 */
GtkWidget *
tvx_table_grid_get_first_entry (TvxTableGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (GTK_IS_ENTRY (((TvxTableCell *) self->cells->pdata[i])->widget))
      return ((TvxTableCell *) self->cells->pdata[i])->widget;
  return NULL;
}

/**
 * tvx_table_grid_update:
 * @self: cells
 *
 * Shows what the table now says.
 */
void
tvx_table_grid_update (TvxTableGrid *self)
{
  g_autofree char *shape = dup_shape (self);

  if (g_strcmp0 (shape, self->shape) != 0)
    {
      build (self);
      g_set_str (&self->shape, shape);
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      /* Not over what is being typed. */
      if (!tvx_table_cell_is_typed_in (self->cells->pdata[i]))
        tvx_table_cell_show (self->cells->pdata[i]);
    }
}

/**
 * tvx_table_grid_set_protection:
 * @self: cells
 * @tables: (nullable): protected tables, of which this is one; %NULL while nothing is known
 *
 * Marks what readers will not see.
 */
void
tvx_table_grid_set_protection (TvxTableGrid       *self,
                               TvxProtectedTables *tables)
{
  g_clear_pointer (&self->tables, tvx_protected_tables_unref);
  self->tables = tables != NULL ? tvx_protected_tables_ref (tables) : NULL;
  tvx_table_grid_update (self);
}

/**
 * tvx_table_grid_set_as_reader:
 * @self: cells
 * @as_reader: whether to show what readers will see
 *
 * Chooses whose eyes to look with.
 */
void
tvx_table_grid_set_as_reader (TvxTableGrid *self,
                              gboolean      as_reader)
{
  self->as_reader = as_reader;
  tvx_table_grid_update (self);
}

/**
 * tvx_table_grid_set_totals:
 * @self: cells
 * @totals: whether totals can be typed, to check the cells by
 *
 * Chooses whether sums are shown or typed.
 */
void
tvx_table_grid_set_totals (TvxTableGrid *self,
                           gboolean      totals)
{
  self->totals = totals;
  tvx_table_grid_update (self);
}

/**
 * tvx_table_grid_set_measure:
 * @self: cells
 * @measure: what they tell
 *
 * Chooses between numbers, which can be typed, and shares.
 */
void
tvx_table_grid_set_measure (TvxTableGrid    *self,
                            TvxTableMeasure  measure)
{
  self->measure = measure;
  tvx_table_grid_update (self);
}
