/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-application.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/tvx-due-notifier.h"
#include "ui/tvx-help.h"
#include "ui/tvx-menu-names.h"
#include "ui/tvx-opener.h"
#include "ui/tvx-preferences-dialog.h"
#include "ui/tvx-search-provider.h"
#include "ui/tvx-session.h"
#include "ui/tvx-shortcuts.h"
#include "ui/tvx-window.h"

/* The exit status where a command line is not understood, as of tillvaxt-cli. */
#define USAGE 2

/* How often, in seconds, reports are looked for that have come due: a program may run for days. */
#define DUE_INTERVAL 3600

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
  TvxSearchProvider  *search_provider;
  guint               due_timeout;
  gboolean            quitting;
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
show_help_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (TVX_IS_WINDOW (window))
    tvx_help_show (TVX_WINDOW (window));
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
open_project_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  g_autoptr (GFile) folder = NULL;
  const char *uri, *project;

  g_variant_get (parameter, "(&s&s)", &uri, &project);
  folder = g_file_new_for_uri (uri);
  tvx_opener_open (user_data, folder, *project != '\0' ? project : NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* A window that is asked to close would close the dialog that it shows instead. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (TVX_IS_WINDOW (l->data))
      tvx_window_close_dialogs (l->data);
  tvx_session_save (user_data);
  TVX_APPLICATION (user_data)->quitting = TRUE;
  tvx_search_provider_forget (TVX_APPLICATION (user_data)->search_provider);
  /* Each window saves first what is not saved yet; the application ends with the last one. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static gboolean
due_timeout_cb (gpointer user_data)
{
  tvx_due_notifier_check (user_data);
  return G_SOURCE_CONTINUE;
}

static void
tvx_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "new-window", .activate = new_window_cb },
    { .name = "preferences", .activate = show_preferences_cb },
    { .name = "shortcuts", .activate = show_shortcuts_cb },
    { .name = "help", .activate = show_help_cb },
    { .name = "about", .activate = show_about_cb },
    { .name = "quit", .activate = quit_cb },
    /* The URI of the folder of a register, and the id of a project of it, or nothing. */
    { .name = "open-project", .activate = open_project_cb, .parameter_type = "(ss)" },
  };

  TvxApplication *self = TVX_APPLICATION (application);

  G_APPLICATION_CLASS (tvx_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  tvx_shortcuts_set_accels (GTK_APPLICATION (application));
  tvx_menu_names_watch ();

  g_signal_connect_swapped (self->settings, "changed::remind", G_CALLBACK (tvx_due_notifier_check), self);
  self->due_timeout = g_timeout_add_seconds (DUE_INTERVAL, due_timeout_cb, self);
}

static void
tvx_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL && tvx_session_restore (TVX_APPLICATION (application)))
    return;
  if (window == NULL)
    window = GTK_WINDOW (tvx_window_new (TVX_APPLICATION (application)));
  gtk_window_present (window);
}

static void
tvx_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    tvx_opener_open (TVX_APPLICATION (application), files[i], NULL);
}

/* What is wrong is told where it was typed: from one sandbox to the other, a process hears of nothing but the status. */
static int
tvx_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  g_autofree const char **files = NULL;

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files);
  if (!g_variant_dict_contains (options, "project") || (files != NULL && g_strv_length ((char **) files) == 1))
    return -1;
  g_printerr ("tillvaxt: %s\n", _("--project wants the folder of one register"));
  return USAGE;
}

/* What a command line says comes to the one process that there is, wherever it was typed. */
static int
tvx_application_command_line (GApplication            *application,
                              GApplicationCommandLine *line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_autofree const char **files = NULL;
  const char *project = NULL;

  g_variant_dict_lookup (options, "project", "&s", &project);
  if (!g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files))
    g_application_activate (application);
  for (gsize i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, files[i]);

      tvx_opener_open (TVX_APPLICATION (application), file, project);
    }
  return 0;
}

/* The last window takes what was open with it into the next session. */
static void
tvx_application_window_removed (GtkApplication *application,
                                GtkWindow      *window)
{
  TvxApplication *self = TVX_APPLICATION (application);

  GTK_APPLICATION_CLASS (tvx_application_parent_class)->window_removed (application, window);

  if (gtk_application_get_windows (application) != NULL)
    tvx_application_save_session (self);
}

static gboolean
tvx_application_dbus_register (GApplication     *application,
                               GDBusConnection  *connection,
                               const char       *object_path,
                               GError          **error)
{
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);

  return G_APPLICATION_CLASS (tvx_application_parent_class)->dbus_register (application, connection, object_path, error) &&
         tvx_search_provider_export (TVX_APPLICATION (application)->search_provider, connection, path, error);
}

static void
tvx_application_dbus_unregister (GApplication    *application,
                                 GDBusConnection *connection,
                                 const char      *object_path)
{
  tvx_search_provider_unexport (TVX_APPLICATION (application)->search_provider);
  G_APPLICATION_CLASS (tvx_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
tvx_application_finalize (GObject *object)
{
  TvxApplication *self = TVX_APPLICATION (object);

  g_clear_handle_id (&self->due_timeout, g_source_remove);
  g_clear_object (&self->search_provider);
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
  application_class->handle_local_options = tvx_application_handle_local_options;
  application_class->command_line = tvx_application_command_line;
  application_class->dbus_register = tvx_application_dbus_register;
  application_class->dbus_unregister = tvx_application_dbus_unregister;
  GTK_APPLICATION_CLASS (klass)->window_removed = tvx_application_window_removed;
}

static void
tvx_application_init (TvxApplication *self)
{
  self->settings = g_settings_new (TVX_SCHEMA_ID);
  self->choose_file = tvx_file_chooser_choose;
  self->search_provider = tvx_search_provider_new (self);
}

/**
 * tvx_application_new:
 *
 * Returns: (transfer full): the application
 */
TvxApplication *
tvx_application_new (void)
{
  const GOptionEntry options[] = {
    { "project", '\0', 0, G_OPTION_ARG_STRING, NULL, _("Show this project of the register: its id or title"), _("PROJECT") },
    { G_OPTION_REMAINING, '\0', 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, NULL },
    { NULL },
  };
  TvxApplication *self = g_object_new (TVX_TYPE_APPLICATION,
                                       "application-id", TVX_APP_ID,
                                       "resource-base-path", "/io/github/tillvaxt/Tillvaxt",
                                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                                       "version", TVX_VERSION,
                                       NULL);

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FOLDER OR FILE]…"));
  return self;
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
  tvx_opener_open (self, folder, NULL);
}

/**
 * tvx_application_save_session:
 * @self: the application
 *
 * Remembers what is open, unless the application is about to end and one window after the other closes.
 */
void
tvx_application_save_session (TvxApplication *self)
{
  g_return_if_fail (TVX_IS_APPLICATION (self));

  if (!self->quitting)
    tvx_session_save (self);
}

/**
 * tvx_application_stay:
 * @self: the application
 *
 * Is told by a window that somebody who was asked does not want to close it.
 */
void
tvx_application_stay (TvxApplication *self)
{
  g_return_if_fail (TVX_IS_APPLICATION (self));

  self->quitting = FALSE;
  tvx_session_save (self);
}

/**
 * tvx_application_register_opened:
 * @self: the application
 *
 * Is told by a window that it has opened its register.
 */
void
tvx_application_register_opened (TvxApplication *self)
{
  g_return_if_fail (TVX_IS_APPLICATION (self));

  tvx_application_save_session (self);
  tvx_due_notifier_check (self);
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
