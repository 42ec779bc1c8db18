/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-dialog-focus.h"

static void
closed_cb (AdwDialog *dialog)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (dialog));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)))
    gtk_root_set_focus (root, NULL);
}

/**
 * tvx_dialog_focus_release_on_close:
 * @dialog: a dialog in which pages lead back
 *
 * Has a dialog let go of the focus when it is closed.
 *
 * GTK 4.18 keeps a reference to what the focus is taken from, and does not release the one that it had before. A back button
 * hides itself when its dialog goes: if it has the focus, and nothing in the window had it before the dialog, the dialog is
 * never freed, and neither is the register that it shows.
 */
void
tvx_dialog_focus_release_on_close (AdwDialog *dialog)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog));

  g_signal_connect (dialog, "closed", G_CALLBACK (closed_cb), NULL);
}

/* A widget that is not mapped can have the focus, but no key would come to it. One that is hidden is not waited for: every
 * frame would ask for it, as long as the dialog is there. */
static gboolean
shown_cb (GtkWidget     *dialog,
          GdkFrameClock *clock,
          gpointer       data)
{
  GtkWidget *wanted = g_object_get_data (G_OBJECT (dialog), "tvx-focus");

  if (wanted != NULL && gtk_widget_get_visible (wanted) && !gtk_widget_get_mapped (wanted))
    return G_SOURCE_CONTINUE;
  if (wanted != NULL && gtk_widget_get_mapped (wanted))
    gtk_widget_grab_focus (wanted);
  g_object_set_data (G_OBJECT (dialog), "tvx-focus", NULL);
  return G_SOURCE_REMOVE;
}

static void
map_cb (GtkWidget *dialog)
{
  gtk_widget_add_tick_callback (dialog, shown_cb, NULL, NULL);
}

/**
 * tvx_dialog_focus_begin_at:
 * @dialog: a dialog that is not shown yet, or only just
 * @widget: (nullable): a part of it that is shown by then or soon, %NULL for none; one that is hidden does not get the focus
 *
 * Has a dialog begin with the focus at a part of it.
 *
 * In a narrow window the dialog becomes a sheet, which in libadwaita 1.7 brings the focus to its first part once it is open,
 * whatever [method@Adw.Dialog.set_focus] was told.
 */
void
tvx_dialog_focus_begin_at (AdwDialog *dialog,
                           GtkWidget *widget)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog));

  adw_dialog_set_focus (dialog, widget);
  g_signal_handlers_disconnect_by_func (dialog, map_cb, NULL);
  g_object_set_data_full (G_OBJECT (dialog), "tvx-focus", widget != NULL ? g_object_ref (widget) : NULL, g_object_unref);
  if (widget == NULL)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (dialog)))
    map_cb (GTK_WIDGET (dialog));
  else
    g_signal_connect (dialog, "map", G_CALLBACK (map_cb), NULL);
}
