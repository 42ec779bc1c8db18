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
