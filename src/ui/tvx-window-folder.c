/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The folder of a register can be lost: it is moved, its drive is unplugged, or a sandbox may no longer see it. The window
 * then says so and asks for it; what was edited stays, and is saved in the folder that is chosen. */

#include <glib/gi18n-lib.h>

#include "storage/tvx-folder-store.h"
#include "ui/tvx-recent.h"
#include "ui/tvx-save-error-dialog.h"
#include "ui/tvx-window-private.h"

static TvxApplication *
get_application (TvxWindow *self)
{
  return TVX_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* Says that something is not saved, or that the folder is lost, and offers what can be done about it. */
void
tvx_window_show_save_banner (TvxWindow *self)
{
  const char *error = tvx_workspace_get_save_error (self->workspace);
  gboolean lost = self->folder_lost || tvx_workspace_is_cut_off (self->workspace);
  g_autofree char *title = NULL;

  if (error != NULL && lost)
    /* Translators: %s is the reason, a sentence. */
    title = g_strdup_printf (_("Not saved: %s"), error);
  /* A banner has three lines, which other reasons do not fit into. */
  else if (error != NULL)
    title = g_strdup (_("Your latest changes are not saved"));
  else if (lost)
    title = g_strdup (_("The folder of the register cannot be reached; what you do is kept here for now"));

  /* While it goes away, the banner keeps its words. */
  if (title != NULL)
    {
      adw_banner_set_title (self->save_banner, title);
      adw_banner_set_button_label (self->save_banner, lost ? _("Choose _Folder…") : _("_Details…"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save_banner), lost ? "win.choose-folder" : "win.show-save-error");
    }
  adw_banner_set_revealed (self->save_banner, title != NULL);
}

/* Whether somebody who looked for the folder found it. */
void
tvx_window_set_folder_lost (TvxWindow *self,
                            gboolean   lost)
{
  if (self->folder_lost == lost)
    return;
  self->folder_lost = lost;
  tvx_window_show_save_banner (self);
}

typedef struct
{
  TvxWindow *window;
  GFile     *folder;
} Moving;

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Moving *moving = user_data;
  g_autoptr (TvxWindow) self = moving->window;
  g_autoptr (GFile) folder = moving->folder;
  g_autoptr (GError) error = NULL;
  gboolean moved = tvx_workspace_move_finish (TVX_WORKSPACE (object), result, &error);
  GSettings *settings;

  /* The window is gone. */
  if (self->workspace == NULL)
    return;

  if (!moved)
    {
      tvx_window_show_error (self, _("The Register Is Not in This Folder"), error);
      return;
    }
  settings = tvx_application_get_settings (get_application (self));
  tvx_recent_remove (settings, self->folder);
  g_set_object (&self->folder, folder);
  tvx_recent_add (settings, folder, gtk_window_get_title (GTK_WINDOW (self)));
  tvx_window_set_folder_lost (self, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TvxWindow) self = user_data;
  g_autoptr (GFile) folder = tvx_file_chooser_choose_finish (result, NULL);
  g_autoptr (TvxFolderStore) store = NULL;
  Moving *moving;

  if (folder == NULL || get_application (self) == NULL)
    return;
  /* The start page asks for a register that could not be opened. */
  if (self->workspace == NULL)
    {
      if (self->lost_folder != NULL)
        tvx_recent_remove (tvx_application_get_settings (get_application (self)), self->lost_folder);
      g_clear_object (&self->lost_folder);
      tvx_application_open_folder (get_application (self), folder);
      return;
    }
  store = tvx_folder_store_new (folder);
  moving = g_new (Moving, 1);
  *moving = (Moving) { g_object_ref (self), g_object_ref (folder) };
  tvx_workspace_move_async (self->workspace, TVX_STORE (store), NULL, moved_cb, moving);
}

static void
choose_folder_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  tvx_application_choose_file (get_application (TVX_WINDOW (widget)), GTK_WINDOW (widget), TVX_CHOICE_FOLDER,
                               _("Folder of the Register"), NULL, chosen_cb, g_object_ref (widget));
}

static void
response_cb (TvxWindow  *self,
             const char *response)
{
  if (g_str_equal (response, "choose"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.choose-folder", NULL);
}

/* Asks for the folder of a register that was to be opened and cannot be reached. */
void
tvx_window_ask_for_lost_folder (TvxWindow    *self,
                                GFile        *folder,
                                const GError *error)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Folder Not Found"), error->message));

  g_set_object (&self->lost_folder, folder);
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "choose", _("Choose _Folder…"), NULL);
  adw_alert_dialog_set_default_response (dialog, "choose");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
save_error_response_cb (TvxWindow  *self,
                        const char *response)
{
  if (g_str_equal (response, "retry"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
}

/* Says why something is not saved. */
void
tvx_window_show_save_error (TvxWindow  *self,
                            const char *reason)
{
  AdwAlertDialog *dialog = tvx_save_error_dialog_new (self->workspace, reason, FALSE);

  adw_alert_dialog_add_responses (dialog, "close", _("_Close"), "retry", _("_Try Again"), NULL);
  adw_alert_dialog_set_default_response (dialog, "retry");
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_error_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
show_save_error_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  TvxWindow *self = TVX_WINDOW (widget);
  const char *reason = self->workspace != NULL ? tvx_workspace_get_save_error (self->workspace) : NULL;

  if (reason != NULL)
    tvx_window_show_save_error (self, reason);
}

void
tvx_window_install_folder_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-save-error", NULL, show_save_error_cb);
  gtk_widget_class_install_action (widget_class, "win.choose-folder", NULL, choose_folder_cb);
}
