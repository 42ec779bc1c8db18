/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statistics/tvx-table-grid-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-category.h"
#include "model/tvx-refused.h"
#include "report/tvx-statistics-labels.h"

#define NO_BREAK_SPACE "\302\240"
#define EN_DASH "\342\200\223"
#define WORD_JOINER "\342\201\240"

/**
 * TvxTableGrid:
 *
 * The cells of a statistics table, women and men beside each other: as its officer fills them in, or as readers see them.
 *
 * A cell that readers will not see has a mark, and says why.
 */
G_DEFINE_FINAL_TYPE (TvxTableGrid, tvx_table_grid, ADW_TYPE_BIN)

static void
cell_free (gpointer data)
{
  TvxTableCell *cell = data;

  g_free (cell->key);
  g_free (cell->name);
  g_free (cell->shown);
  g_free (cell);
}

static TvxRecord *
dup_axis (TvxTableGrid *self,
          guint         axis)
{
  return g_list_model_get_item (tvx_record_get_list (TVX_RECORD (self->table), "axes"), axis);
}

static gboolean
has_count (TvxTableGrid *self,
           const char   *key)
{
  GVariant *counts = tvx_record_get_value (TVX_RECORD (self->table), "counts");
  g_autoptr (GVariant) count = counts != NULL ? g_variant_lookup_value (counts, key, G_VARIANT_TYPE_INT64) : NULL;

  return count != NULL;
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* A typed total that is not the sum is wrong, and it is told what the sum is; NULL where all is well. */
static char *
dup_disagreement (TvxTableGrid *self,
                  TvxTableCell *cell)
{
  gint64 sum = tvx_statistics_table_get_count (self->table, cell->key);
  g_autofree char *sum_text = tvx_field_format_number (sum);
  g_autofree char *typed_text = NULL;
  gint64 typed;

  if (self->as_reader || self->measure != TVX_TABLE_MEASURE_COUNTS || cell->inner || !tvx_statistics_table_get_typed (self->table, cell->key, &typed) || typed == sum)
    return NULL;
  typed_text = tvx_field_format_number (typed);
  if (sum > typed)
    /* Translators: the sum of the cells, and the lower total that somebody typed. */
    return g_strdup_printf (_("The cells are together %s, which is more than the typed total %s"), sum_text, typed_text);
  /* Translators: the sum of the cells, and the higher total that somebody typed. */
  return g_strdup_printf (_("The cells are together only %s, and the typed total is %s"), sum_text, typed_text);
}

/* What an entry says: a count, or a total that was typed; NULL for none. */
static char *
dup_typed (TvxTableGrid *self,
           TvxTableCell *cell)
{
  gint64 typed;

  if (cell->inner)
    return has_count (self, cell->key) ? tvx_field_format_number (tvx_statistics_table_get_count (self->table, cell->key)) : NULL;
  return tvx_statistics_table_get_typed (self->table, cell->key, &typed) ? tvx_field_format_number (typed) : NULL;
}

static const TvxField *
get_field (TvxTableGrid *self,
           TvxTableCell *cell)
{
  return tvx_record_get_field (TVX_RECORD (self->table), cell->inner ? "counts" : "totals");
}

/* What was typed in a cell and is no count; NULL for none. */
static const char *
get_refused (TvxTableGrid *self,
             TvxTableCell *cell)
{
  return GTK_IS_ENTRY (cell->widget)
           ? tvx_refused_get_part (self->editor, TVX_RECORD (self->table), get_field (self, cell), cell->key)
           : NULL;
}

/* What is wrong with a cell, and why readers do not see it, a line each; empty where there is nothing to say. */
static char *
dup_hint (const char *refused,
          const char *disagreement,
          const char *reason)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  gint64 count;

  if (refused != NULL && !tvx_statistics_table_parse_count (refused, &count, &error))
    g_strv_builder_add (builder, error->message);
  if (disagreement != NULL)
    g_strv_builder_add (builder, disagreement);
  if (reason != NULL)
    g_strv_builder_add (builder, reason);
  lines = g_strv_builder_end (builder);
  return g_strjoinv ("\n", lines);
}

/* What has the focus stays selected, so that what is typed takes its place. */
static void
show_text (TvxTableCell *cell,
           const char   *text)
{
  GtkEditable *entry = GTK_EDITABLE (cell->widget);

  g_set_str (&cell->shown, text);
  if (g_str_equal (gtk_editable_get_text (entry), text))
    return;
  gtk_editable_set_text (entry, text);
  if (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (entry))))
    gtk_editable_select_region (entry, 0, -1);
}

static gboolean
is_typed_in (TvxTableCell *cell)
{
  return GTK_IS_ENTRY (cell->widget) && gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (cell->widget)))) &&
         g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (cell->widget)), cell->shown) != 0;
}

static void
show_cell (TvxTableGrid *self,
           TvxTableCell *cell)
{
  const char *refused = get_refused (self, cell);
  gboolean is_share = self->measure != TVX_TABLE_MEASURE_COUNTS;
  g_autofree char *reason = self->as_reader ? NULL
                            : is_share      ? tvx_table_grid_dup_share_reason (self, cell)
                                            : tvx_table_grid_dup_reason (self, cell->key);
  g_autofree char *disagreement = dup_disagreement (self, cell);
  g_autofree char *hint = dup_hint (refused, disagreement, reason);
  g_autofree char *typed = dup_typed (self, cell);
  g_autofree char *count = self->as_reader         ? tvx_table_grid_dup_reader_text (self, cell)
                           : is_share              ? tvx_table_grid_dup_share (self, cell, FALSE)
                           : cell->inner && !typed ? NULL
                                                   : tvx_field_format_number (tvx_statistics_table_get_count (self->table, cell->key));

  if (GTK_IS_ENTRY (cell->widget))
    {
      show_text (cell, refused != NULL ? refused : typed != NULL ? typed
                                                                 : "");
      gtk_entry_set_placeholder_text (GTK_ENTRY (cell->widget), cell->inner ? NULL : count);
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (cell->widget), GTK_ENTRY_ICON_PRIMARY, reason != NULL ? "view-conceal-symbolic" : NULL);
    }
  else
    {
      gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (cell->widget)), count != NULL ? count : "");
      gtk_widget_set_visible (cell->mark, reason != NULL);
    }
  set_class (cell->widget, "error", refused != NULL || disagreement != NULL);
  set_class (cell->widget, "hidden-count", reason != NULL);
  gtk_widget_set_tooltip_text (cell->widget, *hint != '\0' ? hint : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
}

/* What is no count stays in the cell, and is told of, until it is mended or dropped. */
static void
store (TvxTableGrid *self,
       TvxTableCell *cell)
{
  const TvxField *field = get_field (self, cell);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (cell->widget));
  g_autoptr (GVariant) changes = NULL;
  g_autoptr (GVariant) counts = NULL;
  gint64 count;

  if (!tvx_statistics_table_parse_count (text, &count, NULL))
    {
      tvx_refused_keep_part (self->editor, TVX_RECORD (self->table), field, cell->key, text);
      show_cell (self, cell);
      return;
    }
  tvx_refused_keep_part (self->editor, TVX_RECORD (self->table), field, cell->key, NULL);
  changes = g_variant_ref_sink (g_variant_new_parsed ("{%s: %x}", cell->key, count));
  counts = tvx_statistics_table_with_counts (self->table, field->name, changes);
  tvx_editor_set (self->editor, TVX_RECORD (self->table), field->name, counts, NULL);
  show_cell (self, cell);
}

static TvxTableCell *
get_cell (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "cell");
}

static void
left_cb (GtkEventController *controller)
{
  TvxTableCell *cell = get_cell (gtk_event_controller_get_widget (controller));

  if (cell != NULL)
    store (cell->grid, cell);
}

/* To the next cell that can be typed in, so many cells on at a time. */
static void
move (TvxTableCell *cell,
      int           step)
{
  TvxTableGrid *self = cell->grid;

  for (int position = (int) cell->position + step; position >= 0 && position < (int) self->cells->len; position += step)
    {
      TvxTableCell *next = self->cells->pdata[position];

      if (!GTK_IS_ENTRY (next->widget))
        continue;
      gtk_widget_grab_focus (next->widget);
      return;
    }
}

static void
activate_cb (GtkEntry *entry)
{
  TvxTableCell *cell = get_cell (GTK_WIDGET (entry));

  store (cell->grid, cell);
  move (cell, (int) cell->grid->n_columns);
}

static void
pasted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  TvxTableCell *cell = get_cell (widget);

  /* The cell may be gone by now. */
  if (text == NULL || cell == NULL || gtk_widget_get_root (widget) == NULL)
    return;
  if (strpbrk (g_strchomp (text), "\t\n") != NULL)
    {
      /* What was typed there before is no more. */
      show_cell (cell->grid, cell);
      tvx_table_grid_paste (cell->grid, cell->key, text);
    }
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (widget), g_strstrip (text));
      store (cell->grid, cell);
    }
}

/* Pasting by keyboard or menu, of one number or a block. */
static void
paste_cb (GtkText   *text,
          GtkWidget *entry)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (entry), NULL, pasted_cb, g_object_ref (entry));
}

/* Whether the arrow has nowhere to go in the text: all of it is selected, as when one comes to a cell, or the cursor is at its end. */
static gboolean
leads_out (GtkEditable *entry,
           gboolean     right)
{
  int length = g_utf8_strlen (gtk_editable_get_text (entry), -1);
  int start, end;

  if (gtk_editable_get_selection_bounds (entry, &start, &end))
    return start == 0 && end == length;
  return gtk_editable_get_position (entry) == (right ? length : 0);
}

/* Shows what is stored instead of what was typed; FALSE where that is the same. */
static gboolean
drop (TvxTableCell *cell)
{
  TvxTableGrid *self = cell->grid;
  g_autofree char *typed = dup_typed (self, cell);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (cell->widget)), typed != NULL ? typed : "") == 0)
    return FALSE;
  tvx_refused_keep_part (self->editor, TVX_RECORD (self->table), get_field (self, cell), cell->key, NULL);
  show_cell (self, cell);
  gtk_editable_select_region (GTK_EDITABLE (cell->widget), 0, -1);
  return TRUE;
}

static gboolean
key_cb (GtkEventController *controller,
        guint               keyval,
        guint               keycode,
        GdkModifierType     state)
{
  GtkWidget *widget = gtk_event_controller_get_widget (controller);
  TvxTableCell *cell = get_cell (widget);
  gboolean right = keyval == GDK_KEY_Right;

  if ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    return drop (cell);
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    move (cell, keyval == GDK_KEY_Up ? -(int) cell->grid->n_columns : (int) cell->grid->n_columns);
  else if ((right || keyval == GDK_KEY_Left) && leads_out (GTK_EDITABLE (widget), right))
    move (cell, right ? 1 : -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GtkWidget *
create_entry (TvxTableCell *cell)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 2);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  g_object_set_data (G_OBJECT (entry), "cell", cell);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), NULL);
  gtk_widget_add_controller (entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), NULL);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), NULL);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "paste-clipboard", G_CALLBACK (paste_cb), entry, 0);
  return entry;
}

static GtkWidget *
create_sum (TvxTableCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  cell->mark = gtk_image_new_from_icon_name ("view-conceal-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell->mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), cell->mark);
  gtk_box_append (GTK_BOX (box), label);
  return box;
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
  TvxTableCell *cell = g_new0 (TvxTableCell, 1);

  cell->grid = self;
  cell->key = *row_key == '\0' ? g_strdup (gender) : g_strconcat (gender, TVX_CATEGORY_SEPARATOR, row_key, NULL);
  cell->name = tvx_table_grid_dup_name (self, cell->key);
  cell->inner = inner_row && !g_str_equal (gender, TVX_CATEGORY_TOTAL);
  cell->position = self->cells->len;
  cell->widget = !self->as_reader && self->measure == TVX_TABLE_MEASURE_COUNTS && !tvx_record_get_read_only (TVX_RECORD (self->table)) && (cell->inner || self->totals) ? create_entry (cell)
                                                                                                                                                                        : create_sum (cell);
  set_class (cell->widget, "sum", !cell->inner);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->widget), GTK_ACCESSIBLE_PROPERTY_LABEL, cell->name, -1);
  g_ptr_array_add (self->cells, cell);
  gtk_grid_attach (grid, cell->widget, column, row, 1, 1);
}

/* Numbers and their unit stay on one line: "18–29 years". */
static char *
dup_unbroken (const char *text)
{
  GString *unbroken = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (*c == ' ' && c > text && g_ascii_isdigit (c[-1]))
      g_string_append (unbroken, NO_BREAK_SPACE);
    else if (g_str_has_prefix (c, EN_DASH))
      g_string_append (unbroken, EN_DASH WORD_JOINER);
    else
      g_string_append_unichar (unbroken, g_utf8_get_char (c));
  return g_string_free_and_steal (unbroken);
}

static void
add_head (GtkGrid    *grid,
          const char *text,
          int         column,
          int         row,
          gboolean    is_number,
          gboolean    is_sum)
{
  g_autofree char *unbroken = dup_unbroken (text);
  GtkWidget *label = gtk_label_new (unbroken);

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (label, row == 0 ? "heading" : "row-head");
  set_class (label, "numeric", is_number);
  set_class (label, "sum", is_sum);
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

/* What loses the focus as it goes is no longer to be stored. */
static void
forget_cells (TvxTableGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    g_object_set_data (G_OBJECT (((TvxTableCell *) self->cells->pdata[i])->widget), "cell", NULL);
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
  self->cells = g_ptr_array_new_with_free_func (cell_free);
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
      if (!is_typed_in (self->cells->pdata[i]))
        show_cell (self, self->cells->pdata[i]);
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
