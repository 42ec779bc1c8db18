/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a list that are dragged to another place in it. The keyboard and the menu of a row do the same. */

#include "ui/form/tvx-row-drag.h"

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            TvxRecordRow  *row)
{
  return gdk_content_provider_new_typed (TVX_TYPE_RECORD_ROW, row);
}

/* The row itself is seen under the pointer, closed: the form of an open one would hide where it goes. */
static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag,
          TvxRecordRow  *row)
{
  g_autoptr (GdkPaintable) paintable = NULL;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  paintable = gtk_widget_paintable_new (GTK_WIDGET (row));
  gtk_drag_source_set_icon (source, paintable, 0, 0);
  gtk_widget_add_css_class (GTK_WIDGET (row), "dragged");
}

static void
end_cb (GtkDragSource *source,
        GdkDrag       *drag,
        gboolean       delete_data,
        TvxRecordRow  *row)
{
  gtk_widget_remove_css_class (GTK_WIDGET (row), "dragged");
}

/* Where a row that is dropped on another one comes to stand, by which half of it is meant. */
static gboolean
find_position (TvxRecordRow *row,
               TvxRecordRow *dragged,
               double        y,
               guint        *position)
{
  guint from;

  if (dragged == row || gtk_widget_get_parent (GTK_WIDGET (dragged)) != gtk_widget_get_parent (GTK_WIDGET (row)) ||
      !tvx_record_get_position (tvx_record_row_get_record (row), position) ||
      !tvx_record_get_position (tvx_record_row_get_record (dragged), &from))
    return FALSE;
  if (y > gtk_widget_get_height (GTK_WIDGET (row)) / 2.0)
    (*position)++;
  /* It leaves its place first. */
  if (from < *position)
    (*position)--;
  return *position != from;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         TvxRecordRow  *row)
{
  TvxRecordRow *dragged = g_value_get_object (value);
  guint position;

  if (!find_position (row, dragged, y, &position))
    return FALSE;
  tvx_record_row_move_to (dragged, position);
  return TRUE;
}

/**
 * tvx_row_drag_attach:
 * @row: a row of a list
 * @handle: the part of it that is dragged by
 *
 * Lets the row be dragged within its list, and others be dropped before and after it.
 */
void
tvx_row_drag_attach (TvxRecordRow *row,
                     GtkWidget    *handle)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TVX_TYPE_RECORD_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), row);
  g_signal_connect (source, "drag-end", G_CALLBACK (end_cb), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}
