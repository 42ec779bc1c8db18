/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-refused.h"
#include "model/tvx-summary.h"
#include "storage/tvx-folder-store.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-storage-error.h"
#include "ui/export/tvx-export-dialog.h"
#include "ui/form/tvx-field-row.h"
#include "ui/tvx-help.h"
#include "ui/tvx-problems-dialog.h"
#include "ui/tvx-recent.h"
#include "ui/tvx-save-error-dialog.h"
#include "ui/tvx-split-view.h"
#include "ui/tvx-window-private.h"

/**
 * TvxWindow:
 *
 * A window: the start page until a register is open, then the projects of the register beside the one that is chosen.
 *
 * This file opens and closes the register, `tvx-window-project.c` shows a project and follows what the editor does, and
 * `tvx-window-outside.c` sees what others do; `tvx-window-actions.c` has the actions.
 */

G_DEFINE_FINAL_TYPE (TvxWindow, tvx_window, ADW_TYPE_APPLICATION_WINDOW)

static TvxApplication *
get_application (TvxWindow *self)
{
  return TVX_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static GSettings *
get_settings (TvxWindow *self)
{
  return tvx_application_get_settings (get_application (self));
}

static void
set_author (TvxWindow *self)
{
  g_autofree char *author = g_settings_get_string (get_settings (self), "author");

  if (self->workspace != NULL)
    tvx_workspace_set_author (self->workspace, *author != '\0' ? author : self->default_author);
}

static guint
count_unread (TvxWindow *self)
{
  GListModel *problems = tvx_workspace_get_problems (self->workspace);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (TvxProblem) problem = g_list_model_get_item (problems, i);

      n += tvx_problem_get_severity (problem) == TVX_SEVERITY_ERROR;
    }
  return n;
}

/* One banner at a time: what was not read matters more than what cannot be written. */
static void
show_register_banner (TvxWindow *self)
{
  guint n_problems = g_list_model_get_n_items (tvx_workspace_get_problems (self->workspace));
  guint n_unread = count_unread (self);
  g_autofree char *title = NULL;

  if (n_unread > 0)
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file could not be read", "%u files could not be read",
                                          n_unread),
                             n_unread);
  else if (tvx_workspace_get_read_only (self->workspace))
    title = g_strdup (_("This register can only be read"));
  else if (n_problems > 0)
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file needs attention", "%u files need attention",
                                          n_problems),
                             n_problems);

  adw_banner_set_title (self->register_banner, title != NULL ? title : "");
  adw_banner_set_button_label (self->register_banner, n_problems > 0 ? _("_Details") : NULL);
  adw_banner_set_revealed (self->register_banner, title != NULL);
}

static void
show_register_title (TvxWindow *self)
{
  TvxRecord *record = TVX_RECORD (tvx_workspace_get_register (self->workspace));
  g_autofree char *title = tvx_record_dup_title (record);
  const char *authority = tvx_record_get_text (record, "authority");
  g_autofree char *tooltip = authority != NULL ? g_strdup_printf ("%s\n%s", title, authority) : g_strdup (title);

  gtk_label_set_label (self->register_title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->register_title), tooltip);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
show_workspace (TvxWindow    *self,
                TvxWorkspace *workspace)
{
  TvxRecord *record = TVX_RECORD (tvx_workspace_get_register (workspace));

  self->workspace = g_object_ref (workspace);
  self->default_author = g_strdup (tvx_workspace_get_author (workspace));
  set_author (self);
  tvx_project_list_set_workspace (self->project_list, workspace);
  tvx_save_indicator_set_workspace (self->save_indicator, workspace);
  g_object_set (self->project_page, "workspace", workspace, NULL);
  tvx_overview_page_set_workspace (self->overview_page, workspace);
  tvx_project_table_set_workspace (self->project_table, workspace, tvx_project_list_get_projects (self->project_list));
  tvx_window_follow_editor (self);
  tvx_window_watch (self);
  tvx_handover_board_set_summaries (self->handover_board, tvx_workspace_get_summaries (workspace));

  g_signal_connect_object (workspace, "notify::save-error", G_CALLBACK (tvx_window_show_save_banner), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tvx_workspace_get_problems (workspace), "items-changed", G_CALLBACK (show_register_banner),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tvx_workspace_get_summaries (workspace), "items-changed",
                           G_CALLBACK (tvx_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "notify::title", G_CALLBACK (show_register_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "notify::authority", G_CALLBACK (show_register_title), self, G_CONNECT_SWAPPED);
  show_register_banner (self);
  show_register_title (self);
  tvx_window_show_project_title (self);
  gtk_stack_set_visible_child_name (self->stack, "register");
  tvx_window_update_actions (self);
}

static void
opening_progress_cb (guint    n_done,
                     guint    n_total,
                     gpointer user_data)
{
  TvxWindow *self = user_data;
  /* Translators: how far it has come, as "120 of 3000". */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), n_done, n_total);

  /* The last steps may be told after the end, or when the window is gone. */
  if (self->opening == NULL || n_total == 0)
    return;
  gtk_progress_bar_set_fraction (self->opening_bar, (double) n_done / n_total);
  gtk_progress_bar_set_text (self->opening_bar, text);
}

static void
opened_workspace_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (TvxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxWorkspace) workspace = tvx_workspace_open_finish (result, &error);
  g_autoptr (GFile) folder = NULL;

  /* The window is gone. */
  if (self->opening == NULL)
    return;

  g_clear_object (&self->opening);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel", FALSE);
  if (workspace != NULL)
    {
      g_autofree char *title = tvx_record_dup_title (TVX_RECORD (tvx_workspace_get_register (workspace)));

      tvx_recent_add (get_settings (self), self->folder, title);
      show_workspace (self, workspace);
      tvx_application_register_opened (get_application (self));
      if (self->wanted_project != NULL)
        tvx_window_show_project (self, self->wanted_project);
      if (self->wanted_file != NULL)
        tvx_window_import_file (self, self->wanted_file);
      if (self->wanted_package != NULL)
        tvx_window_receive_file (self, self->wanted_package);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "start");
  folder = g_steal_pointer (&self->folder);
  if (g_error_matches (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_UNREACHABLE))
    tvx_window_ask_for_lost_folder (self, folder, error);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tvx_window_show_error (self, _("The Register Could Not Be Opened"), error);
}

/* ---- Closing */

static void
close_for_good (TvxWindow *self)
{
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
close_response_cb (TvxWindow  *self,
                   const char *response)
{
  if (g_str_equal (response, "retry"))
    gtk_window_close (GTK_WINDOW (self));
  else if (g_str_equal (response, "discard"))
    {
      tvx_workspace_discard (self->workspace);
      close_for_good (self);
    }
  else
    tvx_application_stay (get_application (self));
}

static void
ask_whether_to_close (TvxWindow    *self,
                      const GError *error)
{
  AdwAlertDialog *dialog = tvx_save_error_dialog_new (self->workspace, error->message, TRUE);

  adw_alert_dialog_add_responses (dialog,
                                  "cancel", _("_Cancel"),
                                  "discard", _("Close _Without Saving"),
                                  "retry", _("_Try Again"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "retry");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* What was typed and cannot be stored in a project that is still there: its id. */
static const char *
find_refused (TvxWindow *self)
{
  TvxEditor *editor = tvx_workspace_get_editor (self->workspace);
  GListModel *summaries = tvx_workspace_get_summaries (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);

      if (tvx_refused_has_any (editor, tvx_summary_get_id (summary)))
        return tvx_summary_get_id (summary);
    }
  return NULL;
}

static void
refused_response_cb (TvxWindow  *self,
                     const char *response)
{
  if (g_str_equal (response, "discard"))
    {
      self->drop_refused = TRUE;
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  tvx_application_stay (get_application (self));
  if (g_str_equal (response, "show"))
    {
      self->focus = TVX_WINDOW_FOCUS_REFUSED;
      tvx_window_open_project (self, find_refused (self), TRUE);
    }
}

static void
ask_about_refused (TvxWindow *self)
{
  AdwAlertDialog *dialog =
    ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Lose What Was Typed?"),
                                            _("Something was typed that its field cannot hold, as letters where a number "
                                               "belongs. It is lost when the window closes.")));

  adw_alert_dialog_add_responses (dialog,
                                  "cancel", _("_Cancel"),
                                  "discard", _("Close _Anyway"),
                                  "show", _("_Show the Project"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "show");
  g_signal_connect_object (dialog, "response", G_CALLBACK (refused_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
saved_before_close_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (TvxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = tvx_workspace_save_finish (TVX_WORKSPACE (object), result, &error);

  /* Who closes twice waits twice, and the first time was enough. */
  if (self->workspace == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  if (saved)
    close_for_good (self);
  else
    ask_whether_to_close (self, error);
}

static gboolean
tvx_window_close_request (GtkWindow *window)
{
  TvxWindow *self = TVX_WINDOW (window);

  /* What is being typed counts. */
  if (!self->closing)
    tvx_field_row_flush_focus (GTK_ROOT (self));
  if (!self->closing && !self->drop_refused && self->workspace != NULL && find_refused (self) != NULL)
    {
      ask_about_refused (self);
      return GDK_EVENT_STOP;
    }
  if (!self->closing && self->workspace != NULL && tvx_workspace_get_save_state (self->workspace) != TVX_SAVE_STATE_SAVED)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
      tvx_workspace_save_async (self->workspace, NULL, saved_before_close_cb, g_object_ref (self));
      return GDK_EVENT_STOP;
    }

  g_cancellable_cancel (self->opening);
  tvx_application_save_session (get_application (self));
  return GTK_WINDOW_CLASS (tvx_window_parent_class)->close_request (window);
}

static void
problems_cb (TvxWindow *self)
{
  adw_dialog_present (tvx_problems_dialog_new (tvx_workspace_get_problems (self->workspace)), GTK_WIDGET (self));
}

static void
opened_cb (TvxProjectList *list,
           TvxSummary     *summary,
           gboolean        activated,
           TvxWindow      *self)
{
  tvx_window_open_project (self, tvx_summary_get_id (summary), activated);
}

/* What a figure of the overview is of is listed, and nothing else. */
static void
filtered_cb (TvxOverviewPage *page,
             const char      *path,
             const char      *criterion,
             TvxWindow       *self)
{
  g_autofree char *whole = path != NULL ? g_strconcat (path, "=", criterion, NULL) : NULL;

  tvx_project_filter_set_query (tvx_project_list_get_filter (self->project_list), NULL,
                                (const char *const[]) { whole, NULL });
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
}

static void
table_opened_cb (TvxProjectTable *table,
                 const char      *id,
                 TvxWindow       *self)
{
  tvx_window_open_project (self, id, TRUE);
}

static void
table_exported_cb (TvxProjectTable *table,
                   GListModel      *summaries,
                   TvxWindow       *self)
{
  adw_dialog_present (ADW_DIALOG (tvx_export_dialog_new (self->workspace, NULL, summaries)), GTK_WIDGET (self));
}

static void
table_done_cb (TvxProjectTable *table,
               const char      *text,
               TvxWindow       *self)
{
  tvx_window_show_undo_toast (self, text);
}

static void
table_failed_cb (TvxProjectTable *table,
                 GError          *error,
                 TvxWindow       *self)
{
  tvx_window_show_error (self, _("The Projects Were Not Changed"), error);
}

static void
overview_opened_cb (TvxOverviewPage *page,
                    const char      *id,
                    TvxWindow       *self)
{
  tvx_window_open_project (self, id, TRUE);
}

static void
tvx_window_dispose (GObject *object)
{
  TvxWindow *self = TVX_WINDOW (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  tvx_window_stop_watching (self);
  g_clear_object (&self->project_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_WINDOW);
  g_clear_object (&self->project);
  g_clear_object (&self->workspace);
  g_clear_object (&self->folder);
  g_clear_object (&self->wanted_file);
  g_clear_object (&self->wanted_package);
  g_clear_object (&self->lost_folder);

  G_OBJECT_CLASS (tvx_window_parent_class)->dispose (object);
}

static void
tvx_window_finalize (GObject *object)
{
  TvxWindow *self = TVX_WINDOW (object);

  g_free (self->default_author);
  g_free (self->wanted_project);

  G_OBJECT_CLASS (tvx_window_parent_class)->finalize (object);
}

static void
tvx_window_class_init (TvxWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = tvx_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tvx_window_close_request;

  g_type_ensure (TVX_TYPE_OVERVIEW_PAGE);
  g_type_ensure (TVX_TYPE_HANDOVER_BOARD);
  g_type_ensure (TVX_TYPE_PROJECT_LIST);
  g_type_ensure (TVX_TYPE_PROJECT_PAGE);
  g_type_ensure (TVX_TYPE_PROJECT_TABLE);
  g_type_ensure (TVX_TYPE_SAVE_INDICATOR);
  g_type_ensure (TVX_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/tvx-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, opening_page);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, opening_bar);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, register_title);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, register_banner);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, project_list);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, project_nav_page);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, project_title);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, save_indicator);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, save_banner);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, conflict_banner);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, project_stack);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, handover_board);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, project_page);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, overview_page);
  gtk_widget_class_bind_template_child (widget_class, TvxWindow, project_table);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, overview_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_exported_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, problems_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "board_open_cb", G_CALLBACK (tvx_window_board_open_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "board_step_cb", G_CALLBACK (tvx_window_board_step_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "board_together_cb",
                                                G_CALLBACK (tvx_window_board_together_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "conflicts_cb", G_CALLBACK (tvx_window_conflicts_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "record_removed_cb",
                                                G_CALLBACK (tvx_window_record_removed_cb));
  tvx_window_install_actions (widget_class);
}

static void
tvx_window_init (TvxWindow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tvx_split_view_keep (self->split_view);
  /* A long word is broken where it must be, but not as if that were right. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (self->project_title, attributes);
  gtk_label_set_attributes (self->register_title, attributes);
  if (g_str_has_suffix (TVX_APP_ID, ".Devel"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  self->project_signals = g_signal_group_new (TVX_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "notify::title", G_CALLBACK (tvx_window_show_project_title),
                                  self);
  tvx_help_follow_dialogs (self);
  tvx_window_update_actions (self);
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

  GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES;

  /* As the last one was left; those that are open keep their size whatever becomes of another. */
  g_settings_bind (settings, "window-width", self, "default-width", flags);
  g_settings_bind (settings, "window-height", self, "default-height", flags);
  g_settings_bind (settings, "window-maximized", self, "maximized", flags);
  g_signal_connect_object (settings, "changed::author", G_CALLBACK (set_author), self, G_CONNECT_SWAPPED);
  tvx_project_list_bind_settings (self->project_list, settings);
  tvx_project_table_bind_settings (self->project_table, settings);
  tvx_start_page_bind_settings (self->start_page, settings);
  return self;
}

/**
 * tvx_window_get_folder:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the folder of its register, %NULL before one is chosen
 */
GFile *
tvx_window_get_folder (TvxWindow *self)
{
  g_return_val_if_fail (TVX_IS_WINDOW (self), NULL);

  return self->folder;
}

/**
 * tvx_window_get_workspace:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): its register, %NULL before it is read
 */
TvxWorkspace *
tvx_window_get_workspace (TvxWindow *self)
{
  g_return_val_if_fail (TVX_IS_WINDOW (self), NULL);

  return self->workspace;
}

/**
 * tvx_window_open_folder:
 * @self: a window without a register
 * @folder: the folder of a register
 *
 * Opens a register in the window. If it cannot be opened, the window says why and shows the start page again.
 */
void
tvx_window_open_folder (TvxWindow *self,
                        GFile     *folder)
{
  g_autoptr (TvxFolderStore) store = NULL;
  g_autofree char *name = NULL, *markup = NULL;

  g_return_if_fail (TVX_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (folder));
  g_return_if_fail (self->folder == NULL);

  self->folder = g_object_ref (folder);
  self->opening = g_cancellable_new ();
  store = tvx_folder_store_new (folder);
  name = tvx_store_dup_name (TVX_STORE (store));
  markup = g_markup_escape_text (name, -1);
  adw_status_page_set_description (self->opening_page, markup);
  gtk_progress_bar_set_fraction (self->opening_bar, 0);
  gtk_progress_bar_set_text (self->opening_bar, "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel", TRUE);
  gtk_stack_set_visible_child_name (self->stack, "opening");
  tvx_workspace_open_async (TVX_STORE (store), opening_progress_cb, g_object_ref (self), g_object_unref, self->opening,
                            opened_workspace_cb, g_object_ref (self));
}

/**
 * tvx_window_close_dialogs:
 * @self: a window
 *
 * Closes whatever dialogs the window shows, as a person does; one that does not let itself be closed stays.
 */
void
tvx_window_close_dialogs (TvxWindow *self)
{
  AdwDialog *dialog;

  g_return_if_fail (TVX_IS_WINDOW (self));

  /* What is being typed in them counts. */
  tvx_field_row_flush_focus (GTK_ROOT (self));
  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self))) != NULL)
    if (!adw_dialog_close (dialog))
      break;
}
