/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-application.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/tvx-preferences-dialog.h"
#include "ui/tvx-shortcuts.h"
#include "ui/tvx-window.h"

/**
 * TvxApplication:
 *
 * The application: one process, with one window for each open register.
 */
struct _TvxApplication
{
  AdwApplication      parent_instance;

  GSettings          *settings;
  TvxFileChooserFunc  choose_file;
};

G_DEFINE_FINAL_TYPE (TvxApplication, tvx_application, ADW_TYPE_APPLICATION)

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (tvx_window_new (user_data)));
}

static void
show_preferences_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  TvxApplication *self = TVX_APPLICATION (user_data);

  adw_dialog_present (tvx_preferences_dialog_new (self->settings),
                      GTK_WIDGET (gtk_application_get_active_window (user_data)));
}

static void
show_shortcuts_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  adw_dialog_present (tvx_shortcuts_dialog_new (), GTK_WIDGET (gtk_application_get_active_window (user_data)));
}

static void
show_about_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog,
                "application-icon", TVX_APP_ID,
                "application-name", "Tillväxt",
                "version", TVX_VERSION,
                "comments", _("A register of regional growth projects: what they are for, who takes part and pays, how "
                               "their goals go, and how far their handover has come"),
                "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: your names, one on each line. */
                "translator-credits", _("translator-credits"),
                NULL);
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (user_data)));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each window saves first what is not saved yet; the application ends with the last one. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
tvx_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "new-window", .activate = new_window_cb },
    { .name = "preferences", .activate = show_preferences_cb },
    { .name = "shortcuts", .activate = show_shortcuts_cb },
    { .name = "about", .activate = show_about_cb },
    { .name = "quit", .activate = quit_cb },
  };

  G_APPLICATION_CLASS (tvx_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  tvx_shortcuts_set_accels (GTK_APPLICATION (application));
}

static void
tvx_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (tvx_window_new (TVX_APPLICATION (application)));
  gtk_window_present (window);
}

static void
queried_file_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TvxApplication) self = user_data;
  GFile *file = G_FILE (object);
  g_autoptr (GFileInfo) info = g_file_query_info_finish (file, result, NULL);
  g_autoptr (GFile) folder = NULL;

  /* What cannot be asked is opened as a folder, so that the window says what is wrong. */
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    folder = g_file_get_parent (file);
  tvx_application_open_folder (self, folder != NULL ? folder : file);
  g_application_release (G_APPLICATION (self));
}

/* A file manager may hand over register.json. */
static void
tvx_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_application_hold (application);
      g_file_query_info_async (files[i], G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT,
                               NULL, queried_file_cb, g_object_ref (application));
    }
}

static void
tvx_application_finalize (GObject *object)
{
  TvxApplication *self = TVX_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tvx_application_parent_class)->finalize (object);
}

static void
tvx_application_class_init (TvxApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = tvx_application_finalize;
  application_class->startup = tvx_application_startup;
  application_class->activate = tvx_application_activate;
  application_class->open = tvx_application_open;
}

static void
tvx_application_init (TvxApplication *self)
{
  self->settings = g_settings_new (TVX_APP_ID);
  self->choose_file = tvx_file_chooser_choose;
}

/**
 * tvx_application_new:
 *
 * Returns: (transfer full): the application
 */
TvxApplication *
tvx_application_new (void)
{
  return g_object_new (TVX_TYPE_APPLICATION,
                       "application-id", TVX_APP_ID,
                       "resource-base-path", "/io/github/tillvaxt/Tillvaxt",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * tvx_application_get_settings:
 * @self: the application
 *
 * Returns: (transfer none): what a person has chosen for the whole application
 */
GSettings *
tvx_application_get_settings (TvxApplication *self)
{
  g_return_val_if_fail (TVX_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * tvx_application_open_folder:
 * @self: the application
 * @folder: the folder of a register
 *
 * Shows the window of a register, and opens one if there is none yet.
 */
void
tvx_application_open_folder (TvxApplication *self,
                             GFile          *folder)
{
  TvxWindow *window = NULL;

  g_return_if_fail (TVX_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (folder));

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GFile *open = TVX_IS_WINDOW (l->data) ? tvx_window_get_folder (l->data) : NULL;

      if (open != NULL && g_file_equal (open, folder))
        {
          gtk_window_present (l->data);
          return;
        }
      if (TVX_IS_WINDOW (l->data) && open == NULL)
        window = l->data;
    }

  if (window == NULL)
    window = tvx_window_new (self);
  tvx_window_open_folder (window, folder);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * tvx_application_set_file_chooser:
 * @self: the application
 * @choose: what asks a person for a file
 *
 * Lets something else than the desktop's dialog answer which file is meant, as tests do.
 */
void
tvx_application_set_file_chooser (TvxApplication     *self,
                                  TvxFileChooserFunc  choose)
{
  g_return_if_fail (TVX_IS_APPLICATION (self));

  self->choose_file = choose;
}

/**
 * tvx_application_choose_file:
 * @self: the application
 * @parent: the window that asks
 * @choice: what is asked for
 * @title: the title of the dialog
 * @initial: (nullable): what is proposed
 * @callback: called with the answer, which [func@Tvx.file_chooser_choose_finish] tells
 * @user_data: what @callback is called with
 *
 * Asks a person for a file.
 */
void
tvx_application_choose_file (TvxApplication      *self,
                             GtkWindow           *parent,
                             TvxChoice            choice,
                             const char          *title,
                             GFile               *initial,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (TVX_IS_APPLICATION (self));

  self->choose_file (parent, choice, title, initial, callback, user_data);
}
