/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-window.h"

#include <glib/gi18n-lib.h>

#include "ui/tvx-start-page.h"

/**
 * TvxWindow:
 *
 * A window: the start page until a register is open, then the register.
 */
struct _TvxWindow
{
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toasts;
  GtkStack             *stack;

  GFile                *folder;
};

G_DEFINE_FINAL_TYPE (TvxWindow, tvx_window, ADW_TYPE_APPLICATION_WINDOW)

static void
choose_folder_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TvxWindow) self = user_data;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (folder != NULL)
    tvx_application_open_folder (TVX_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), folder);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Open Register"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (widget), NULL, choose_folder_cb, g_object_ref (widget));
}

static void
tvx_window_dispose (GObject *object)
{
  TvxWindow *self = TVX_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_WINDOW);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (tvx_window_parent_class)->dispose (object);
}

static void
tvx_window_class_init (TvxWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_window_dispose;

  g_type_ensure (TVX_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/tvx-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, stack);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
}

static void
tvx_window_init (TvxWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window without a register; GTK owns it
 */
TvxWindow *
tvx_window_new (TvxApplication *application)
{
  TvxWindow *self = g_object_new (TVX_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = tvx_application_get_settings (application);

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  return self;
}

/**
 * tvx_window_get_folder:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the folder of its register, %NULL before one is open
 */
GFile *
tvx_window_get_folder (TvxWindow *self)
{
  g_return_val_if_fail (TVX_IS_WINDOW (self), NULL);

  return self->folder;
}

/**
 * tvx_window_open_folder:
 * @self: a window without a register
 * @folder: the folder of a register
 *
 * Opens a register in the window.
 */
void
tvx_window_open_folder (TvxWindow *self,
                        GFile     *folder)
{
  g_return_if_fail (TVX_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (folder));

  g_set_object (&self->folder, folder);
}
