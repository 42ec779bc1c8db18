/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typing in a statistics table: what is stored and when, and how one gets from cell to cell. */

#include "ui/statistics/tvx-table-grid-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-refused.h"

static void
set_number (TvxTableCell *cell,
            const char   *field,
            gint64        number)
{
  TvxStatisticsTable *table = cell->grid->table;
  g_autoptr (GVariant) changes = g_variant_ref_sink (g_variant_new_parsed ("{%s: %x}", cell->key, number));
  g_autoptr (GVariant) numbers = tvx_statistics_table_with_counts (table, field, changes);

  tvx_editor_set (cell->grid->editor, TVX_RECORD (table), field, numbers, NULL);
}

/* Where a combination cannot occur there is no count, and the other way round. */
static void
set_impossible (TvxTableCell *cell,
                gboolean      impossible,
                gint64        count)
{
  tvx_editor_begin (cell->grid->editor, impossible ? _("Cell That Cannot Occur") : _("Cell That Can Occur"));
  set_number (cell, "impossible", impossible ? 1 : -1);
  set_number (cell, "counts", count);
  tvx_editor_end (cell->grid->editor);
}

/* What is no count stays in the cell, and is told of, until it is mended or dropped. */
static void
store (TvxTableCell *cell)
{
  TvxTableGrid *self = cell->grid;
  const TvxField *field = tvx_table_cell_get_field (cell);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (cell->widget));
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gboolean impossible = cell->inner && g_str_equal (stripped, TVX_TABLE_IMPOSSIBLE);
  gint64 count = -1;

  /* Passing by is no edit. */
  if (g_strcmp0 (text, cell->shown) == 0)
    return;
  if (!impossible && !tvx_statistics_table_parse_count (text, &count, NULL))
    {
      tvx_refused_keep_part (self->editor, TVX_RECORD (self->table), field, cell->key, text);
      tvx_table_cell_show (cell);
      return;
    }
  tvx_refused_keep_part (self->editor, TVX_RECORD (self->table), field, cell->key, NULL);
  if (cell->inner && impossible != tvx_statistics_table_get_impossible (self->table, cell->key))
    set_impossible (cell, impossible, count);
  else
    set_number (cell, field->name, count);
  tvx_table_cell_show (cell);
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
    store (cell);
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

  store (cell);
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
      tvx_table_cell_show (cell);
      tvx_table_grid_paste (cell->grid, cell->key, text);
    }
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (widget), g_strstrip (text));
      store (cell);
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
  g_autofree char *typed = tvx_table_cell_dup_typed (cell);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (cell->widget)), typed != NULL ? typed : "") == 0)
    return FALSE;
  tvx_refused_keep_part (self->editor, TVX_RECORD (self->table), tvx_table_cell_get_field (cell), cell->key, NULL);
  tvx_table_cell_show (cell);
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

GtkWidget *
tvx_table_cell_create_entry (TvxTableCell *cell)
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

/* Whether somebody is typing there. */
gboolean
tvx_table_cell_is_typed_in (TvxTableCell *cell)
{
  return GTK_IS_ENTRY (cell->widget) && gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (cell->widget)))) &&
         g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (cell->widget)), cell->shown) != 0;
}

/* What loses the focus as it goes is no longer to be stored. */
void
tvx_table_cell_stop_typing (TvxTableCell *cell)
{
  g_object_set_data (G_OBJECT (cell->widget), "cell", NULL);
}
