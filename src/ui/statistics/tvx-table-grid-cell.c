/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of a statistics table: what it says, and what is wrong with it. */

#include "ui/statistics/tvx-table-grid-private.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-category.h"
#include "model/tvx-refused.h"

static gboolean
has_count (TvxTableCell *cell)
{
  GVariant *counts = tvx_record_get_value (TVX_RECORD (cell->grid->table), "counts");
  g_autoptr (GVariant) count = counts != NULL ? g_variant_lookup_value (counts, cell->key, G_VARIANT_TYPE_INT64) : NULL;

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
dup_disagreement (TvxTableCell *cell)
{
  TvxTableGrid *self = cell->grid;
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

/* What an entry says: a count, a point where nobody can be, or a total that was typed; NULL for none. */
char *
tvx_table_cell_dup_typed (TvxTableCell *cell)
{
  gint64 typed;

  if (cell->inner && tvx_statistics_table_get_impossible (cell->grid->table, cell->key))
    return g_strdup (TVX_TABLE_IMPOSSIBLE);
  if (cell->inner)
    return has_count (cell) ? tvx_field_format_number (tvx_statistics_table_get_count (cell->grid->table, cell->key)) : NULL;
  return tvx_statistics_table_get_typed (cell->grid->table, cell->key, &typed) ? tvx_field_format_number (typed) : NULL;
}

const TvxField *
tvx_table_cell_get_field (TvxTableCell *cell)
{
  return tvx_record_get_field (TVX_RECORD (cell->grid->table), cell->inner ? "counts" : "totals");
}

/* What was typed in a cell and is no count; NULL for none. */
static const char *
get_refused (TvxTableCell *cell)
{
  return GTK_IS_ENTRY (cell->widget)
           ? tvx_refused_get_part (cell->grid->editor, TVX_RECORD (cell->grid->table), tvx_table_cell_get_field (cell), cell->key)
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

void
tvx_table_cell_show (TvxTableCell *cell)
{
  TvxTableGrid *self = cell->grid;
  const char *refused = get_refused (cell);
  gboolean is_share = self->measure != TVX_TABLE_MEASURE_COUNTS;
  g_autofree char *reason = self->as_reader ? NULL
                            : is_share      ? tvx_table_grid_dup_share_reason (self, cell)
                                            : tvx_table_grid_dup_reason (self, cell->key);
  g_autofree char *disagreement = dup_disagreement (cell);
  g_autofree char *hint = dup_hint (refused, disagreement, reason);
  g_autofree char *typed = tvx_table_cell_dup_typed (cell);
  g_autofree char *count = self->as_reader ? tvx_table_grid_dup_reader_text (self, cell)
                           : is_share      ? tvx_table_grid_dup_share (self, cell, FALSE)
                           : cell->inner   ? g_strdup (typed)
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

TvxTableCell *
tvx_table_cell_new (TvxTableGrid *grid,
                    const char   *row_key,
                    const char   *gender,
                    gboolean      inner_row)
{
  TvxTableCell *cell = g_new0 (TvxTableCell, 1);
  gboolean can_type = !grid->as_reader && grid->measure == TVX_TABLE_MEASURE_COUNTS && !tvx_record_get_read_only (TVX_RECORD (grid->table));

  cell->grid = grid;
  cell->key = *row_key == '\0' ? g_strdup (gender) : g_strconcat (gender, TVX_CATEGORY_SEPARATOR, row_key, NULL);
  cell->name = tvx_table_grid_dup_name (grid, cell->key);
  cell->inner = inner_row && !g_str_equal (gender, TVX_CATEGORY_TOTAL);
  cell->position = grid->cells->len;
  cell->widget = can_type && (cell->inner || grid->totals) ? tvx_table_cell_create_entry (cell) : create_sum (cell);
  set_class (cell->widget, "sum", !cell->inner);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->widget), GTK_ACCESSIBLE_PROPERTY_LABEL, cell->name, -1);
  return cell;
}

void
tvx_table_cell_free (TvxTableCell *cell)
{
  g_free (cell->key);
  g_free (cell->name);
  g_free (cell->shown);
  g_free (cell);
}
