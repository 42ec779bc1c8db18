/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the window that sends projects to a receiver, receives those of another authority, and records receipts. */

#include <glib/gi18n-lib.h>

#include "ui/form/tvx-field-row.h"
#include "ui/handover/tvx-package-dialog.h"
#include "ui/handover/tvx-receipt-dialog.h"
#include "ui/handover/tvx-receive-dialog.h"
#include "ui/tvx-toast.h"
#include "ui/tvx-window-private.h"

/* ---- Sending */

static void
shown_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TvxWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (object), result, &error) && self->workspace != NULL &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tvx_window_show_error (self, _("The Folder Could Not Be Shown"), error);
}

static void
show_in_folder_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (widget), NULL, shown_cb, g_object_ref (widget));
}

static void
show_file_toast (TvxWindow  *self,
                 const char *title,
                 GFile      *file)
{
  AdwToast *toast = tvx_toast_new (title);
  g_autofree char *uri = g_file_get_uri (file);

  adw_toast_set_button_label (toast, _("_Show in Folder"));
  adw_toast_set_action_name (toast, "win.show-in-folder");
  adw_toast_set_action_target (toast, "s", uri);
  /* There is time to read it, and to go where it is. */
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
packed_cb (TvxWindow *self,
           GFile     *file)
{
  show_file_toast (self, _("Package saved"), file);
}

static void
package (TvxWindow *self,
         GStrv      ids)
{
  AdwDialog *dialog;

  tvx_field_row_flush_focus (GTK_ROOT (self));
  dialog = tvx_package_dialog_new (self->workspace, ids);
  g_signal_connect_object (dialog, "packed", G_CALLBACK (packed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
package_projects_action (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  g_auto (GStrv) ids = g_variant_dup_strv (parameter, NULL);

  package (TVX_WINDOW (widget), ids);
}

/* All that wait for being sent. */
static void
package_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TvxWindow *self = TVX_WINDOW (widget);
  GListModel *summaries = tvx_workspace_get_summaries (self->workspace);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);
      GVariant *state = tvx_summary_get_value (summary, "handover.state");

      if (state != NULL && g_str_equal (g_variant_get_string (state, NULL), "handed_over"))
        g_strv_builder_add (builder, tvx_summary_get_id (summary));
    }
  ids = g_strv_builder_end (builder);
  package (self, ids);
}

/* ---- Receiving */

static void
confirmed_cb (TvxWindow *self,
              GFile     *file)
{
  show_file_toast (self, _("Receipt saved"), file);
}

static void
package_chosen_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TvxWindow) self = user_data;
  g_autoptr (GFile) file = tvx_file_chooser_choose_finish (result, NULL);

  if (file != NULL && self->workspace != NULL)
    tvx_window_receive_file (self, file);
}

static void
receipt_chosen_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TvxWindow) self = user_data;
  g_autoptr (GFile) file = tvx_file_chooser_choose_finish (result, NULL);

  if (file != NULL && self->workspace != NULL)
    adw_dialog_present (tvx_receipt_dialog_new (self->workspace, file), GTK_WIDGET (self));
}

static void
choose (GtkWidget           *widget,
        const char          *title,
        GAsyncReadyCallback  callback)
{
  tvx_field_row_flush_focus (GTK_ROOT (widget));
  tvx_application_choose_file (TVX_APPLICATION (gtk_window_get_application (GTK_WINDOW (widget))), GTK_WINDOW (widget),
                               TVX_CHOICE_OPEN, title, NULL, callback, g_object_ref (widget));
}

static void
receive_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  choose (widget, _("Receive a Package"), package_chosen_cb);
}

static void
record_receipt_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  choose (widget, _("Record a Receipt"), receipt_chosen_cb);
}

void
tvx_window_install_package_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.package", NULL, package_action);
  gtk_widget_class_install_action (widget_class, "win.package-projects", "as", package_projects_action);
  gtk_widget_class_install_action (widget_class, "win.receive", NULL, receive_action);
  gtk_widget_class_install_action (widget_class, "win.record-receipt", NULL, record_receipt_action);
  gtk_widget_class_install_action (widget_class, "win.show-in-folder", "s", show_in_folder_action);
}

/**
 * tvx_window_receive_file:
 * @self: a window
 * @file: a package of another authority
 *
 * Checks a package and shows what is in it, so that it can be received, once there is a register for it.
 */
void
tvx_window_receive_file (TvxWindow *self,
                         GFile     *file)
{
  g_autoptr (GFile) package = g_object_ref (file);
  AdwDialog *dialog;

  g_return_if_fail (TVX_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->workspace == NULL)
    {
      g_set_object (&self->wanted_package, file);
      tvx_window_show_toast (self, _("Open the register that is to receive the package"));
      return;
    }
  g_clear_object (&self->wanted_package);
  dialog = tvx_receive_dialog_new (self->workspace, package);
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (confirmed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
