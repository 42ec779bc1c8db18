/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of the help stand in data/help; a viewer as Yelp shows them. */

#include "ui/tvx-help.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/tvx-window-private.h"

/* What is shown, the name of a view or the type of a dialog, and the page that tells of it. What is not here is told of
 * by the page that begins. */
static const struct
{
  const char *shown;
  const char *page;
} pages[] = {
  { "start", "first-project" },
  { "overview", "first-project" },
  { "goals", "first-project" },
  { "partners", "first-project" },
  { "dimensions", "jplus" },
  { "handover", "handover" },
  { "board", "handover" },
  { "documents", "reports" },
  { "history", "together" },
  { "TvxNewRegisterDialog", "first-project" },
  { "TvxTableDialog", "statistics" },
  { "TvxExportDialog", "reports" },
  { "TvxHandoverBatchDialog", "handover" },
  { "TvxPackageDialog", "packages" },
  { "TvxReceiveDialog", "packages" },
  { "TvxReceiptDialog", "packages" },
  { "TvxConflictsDialog", "together" },
  { "TvxRegisterDialog", "data" },
  { "TvxProblemsDialog", "data" },
  { "TvxPreferencesDialog", "data" },
};

static const char *
find_page (const char *shown)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (shown, pages[i].shown) == 0)
      return pages[i].page;
  return NULL;
}

/* What tells of the dialog above all, or else of the view. */
static char *
dup_uri (TvxWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  const char *page = dialog != NULL ? find_page (G_OBJECT_TYPE_NAME (dialog)) : NULL;

  if (page == NULL)
    page = find_page (tvx_window_get_view (window));
  return page != NULL ? g_strdup_printf ("help:%s/%s", TVX_APP_ID, page) : g_strdup_printf ("help:%s", TVX_APP_ID);
}

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TvxWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_uris_finish (G_APP_INFO (object), result, &error))
    tvx_window_show_error (window, _("The Help Could Not Be Opened"), error);
}

/* While a dialog is shown, the keys of the application do nothing: it gets one of its own, once. */
static void
notify_visible_dialog_cb (TvxWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  GtkEventController *controller;

  if (dialog == NULL || g_object_get_data (G_OBJECT (dialog), "tvx-help") != NULL)
    return;
  controller = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, GDK_NO_MODIFIER_MASK), gtk_named_action_new ("app.help")));
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
  g_object_set_data (G_OBJECT (dialog), "tvx-help", controller);
}

/**
 * tvx_help_follow_dialogs:
 * @window: a window
 *
 * Makes the key for help work in the dialogs of the window, too.
 */
void
tvx_help_follow_dialogs (TvxWindow *window)
{
  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (notify_visible_dialog_cb), NULL);
}

/**
 * tvx_help_show:
 * @window: a window
 *
 * Shows the help on what the window shows.
 */
void
tvx_help_show (TvxWindow *window)
{
  g_autofree char *uri = dup_uri (window);
  GList uris = { .data = uri };
  /* In a sandbox, that of the runtime: a portal would open no help that is inside. */
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (window)));

  if (viewer == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                                      _("There is no viewer of help. Install Yelp, the one of GNOME."));

      tvx_window_show_error (window, _("The Help Could Not Be Opened"), error);
      return;
    }
  g_app_info_launch_uris_async (viewer, &uris, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb, g_object_ref (window));
}
