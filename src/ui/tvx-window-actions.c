/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "storage/tvx-sample.h"
#include "storage/tvx-task.h"
#include "ui/export/tvx-export-dialog.h"
#include "ui/form/tvx-announce.h"
#include "ui/form/tvx-field-row.h"
#include "ui/tvx-new-register-dialog.h"
#include "ui/tvx-register-dialog.h"
#include "ui/tvx-window-private.h"

static TvxApplication *
get_application (TvxWindow *self)
{
  return TVX_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* ---- The register */

static void
folder_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TvxWindow) self = user_data;
  g_autoptr (GFile) folder = tvx_file_chooser_choose_finish (result, NULL);

  if (folder != NULL)
    tvx_application_open_folder (get_application (self), folder);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  tvx_application_choose_file (get_application (TVX_WINDOW (widget)), GTK_WINDOW (widget), TVX_CHOICE_FOLDER,
                               _("Open Register"), NULL, folder_chosen_cb, g_object_ref (widget));
}

static void
created_cb (TvxWindow *self,
            GFile     *folder)
{
  tvx_application_open_folder (get_application (self), folder);
}

static void
new_register_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  TvxNewRegisterDialog *dialog = tvx_new_register_dialog_new ();

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
edit_register_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  adw_dialog_present (tvx_register_dialog_new (TVX_WINDOW (widget)->workspace), widget);
}

/* What cannot be deleted stays: the error that matters is told by whoever made the folder. */
static void
delete_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) files =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                               G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFileInfo *info;
  GFile *file;

  while (files != NULL && g_file_enumerator_iterate (files, &info, &file, NULL, NULL) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      delete_folder (file);
    else
      g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

/* Writes the sample beside its place and moves it there, so that half a sample is never taken for a whole one. */
static gboolean
write_sample (GFile         *folder,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (".sample-", id, NULL);
  g_autoptr (GFile) parent = g_file_get_parent (folder);
  g_autoptr (GFile) part = g_file_get_child (parent, name);

  if (tvx_sample_write (part, cancellable, error) &&
      g_file_move (part, folder, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, cancellable, NULL, NULL, error))
    return TRUE;
  delete_folder (part);
  return FALSE;
}

static void
write_sample_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  GError *error = NULL;

  /* The sample is a register as any other: it keeps what was done to it the last time. */
  if (g_file_query_exists (task_data, cancellable) || write_sample (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
sample_written_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  TvxWindow *self = TVX_WINDOW (object);
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  /* The window is gone. */
  if (get_application (self) == NULL)
    return;

  if (written)
    tvx_application_open_folder (get_application (self), g_task_get_task_data (G_TASK (result)));
  else
    tvx_window_show_error (self, _("The Sample Could Not Be Made"), error);
}

static void
open_sample_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  g_autoptr (GTask) task = g_task_new (widget, NULL, sample_written_cb, NULL);

  g_task_set_task_data (task, g_file_new_build_filename (g_get_user_data_dir (), "tillvaxt", _("Sample register"), NULL),
                        g_object_unref);
  tvx_task_run_in_thread (task, write_sample_thread);
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_cancellable_cancel (TVX_WINDOW (widget)->opening);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TvxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = tvx_workspace_save_finish (TVX_WORKSPACE (object), result, &error);

  /* The window is gone. */
  if (self->workspace == NULL)
    return;

  if (saved)
    tvx_window_show_toast (self, _("All changes are saved"));
  else
    tvx_window_show_save_error (self, error->message);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TvxWindow *self = TVX_WINDOW (widget);

  tvx_field_row_flush_focus (GTK_ROOT (self));
  tvx_workspace_save_async (self->workspace, NULL, saved_cb, g_object_ref (self));
}

static TvxExportDialog *
present_export_dialog (TvxWindow *self)
{
  TvxExportDialog *dialog;

  tvx_field_row_flush_focus (GTK_ROOT (self));
  dialog = tvx_export_dialog_new (self->workspace, self->project, tvx_project_list_get_projects (self->project_list));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
  return dialog;
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  present_export_dialog (TVX_WINDOW (widget));
}

static void
export_rounded_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  tvx_export_dialog_round (present_export_dialog (TVX_WINDOW (widget)));
}

/* A report is chosen and looked at where it is exported, so that it is printed from there. */
static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget));

  if (dialog == NULL)
    tvx_export_dialog_print (present_export_dialog (TVX_WINDOW (widget)));
  else if (TVX_IS_EXPORT_DIALOG (dialog))
    tvx_export_dialog_print (TVX_EXPORT_DIALOG (dialog));
}

/* ---- The projects */

static void
new_project_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TvxWindow *self = TVX_WINDOW (widget);
  TvxEditor *editor = tvx_workspace_get_editor (self->workspace);
  GVariant *county = tvx_record_get_value (TVX_RECORD (tvx_workspace_get_register (self->workspace)), "county");
  g_autoptr (TvxRecord) project = tvx_record_new (TVX_TYPE_PROJECT);

  tvx_field_row_flush_focus (GTK_ROOT (self));
  tvx_editor_begin (editor, NULL);
  tvx_editor_create (editor, project);
  if (county != NULL)
    tvx_editor_set (editor, project, "county", county, NULL);
  tvx_editor_end (editor);

  /* It has nothing yet that a filter could ask for. */
  tvx_project_list_clear_filters (self->project_list);
  self->focus = TVX_WINDOW_FOCUS_TITLE;
  tvx_window_open_project (self, tvx_record_get_id (project), TRUE);
}

static void
duplicate_project_cb (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  TvxWindow *self = TVX_WINDOW (widget);
  TvxEditor *editor = tvx_workspace_get_editor (self->workspace);
  /* The steps of a handover were taken for the one project, not for its copy. */
  const char *const fields[] = { "handover", NULL };
  g_autoptr (TvxRecord) without = NULL;
  g_autoptr (TvxRecord) copy = NULL;
  g_autofree char *title = NULL, *copy_title = NULL;

  tvx_field_row_flush_focus (GTK_ROOT (self));
  without = tvx_record_new_without (TVX_RECORD (self->project), fields);
  copy = tvx_record_duplicate (without);
  title = tvx_record_dup_title (copy);
  /* Translators: the title of the copy of a project; %s is that of the project. */
  copy_title = g_strdup_printf (_("%s (copy)"), title);
  tvx_editor_begin (editor, _("Duplicate project"));
  tvx_editor_create (editor, copy);
  tvx_editor_set_text (editor, copy, "title", copy_title, NULL);
  tvx_editor_end (editor);

  self->focus = TVX_WINDOW_FOCUS_TITLE;
  tvx_window_open_project (self, tvx_record_get_id (copy), TRUE);
}

static void
edit_title_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TvxWindow *self = TVX_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  tvx_project_page_focus_field (self->project_page, "title");
}

static void
delete_project_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TvxWindow *self = TVX_WINDOW (widget);
  g_autofree char *title = tvx_record_dup_title (TVX_RECORD (self->project));
  /* Translators: %s is the title of a project. */
  g_autofree char *text = g_strdup_printf (_("“%s” deleted"), title);
  g_autoptr (GError) error = NULL;

  if (tvx_editor_delete (tvx_workspace_get_editor (self->workspace), TVX_RECORD (self->project), &error))
    tvx_window_show_undo_toast (self, text);
  else
    tvx_window_show_error (self, _("The Project Was Not Deleted"), error);
}

/* Takes a step back or does one again, and tells screen readers. */
static void
reverse (TvxWindow  *self,
         const char *news,
         void (*step) (TvxEditor *editor))
{
  self->reversing = TRUE;
  step (tvx_workspace_get_editor (self->workspace));
  self->reversing = FALSE;
  tvx_announce (GTK_WIDGET (self), news);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TvxWindow *self = TVX_WINDOW (widget);
  g_autofree char *label = NULL, *news = NULL;

  tvx_field_row_flush_focus (GTK_ROOT (self));
  label = tvx_editor_dup_undo_label (tvx_workspace_get_editor (self->workspace));
  /* Translators: %s is what was undone, as "Change: Title". */
  news = g_strdup_printf (_("Undone: %s"), label);
  reverse (self, news, tvx_editor_undo);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TvxWindow *self = TVX_WINDOW (widget);
  TvxEditor *editor = tvx_workspace_get_editor (self->workspace);
  g_autofree char *label = NULL, *news = NULL;

  tvx_field_row_flush_focus (GTK_ROOT (self));
  /* What was just typed is the newest step, and leaves nothing to redo. */
  if (!tvx_editor_get_can_redo (editor))
    return;
  label = tvx_editor_dup_redo_label (editor);
  /* Translators: %s is what was done again, as "Change: Title". */
  news = g_strdup_printf (_("Redone: %s"), label);
  reverse (self, news, tvx_editor_redo);
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TvxWindow *self = TVX_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  tvx_project_list_search (self->project_list);
}

static void
show_page_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  tvx_field_row_flush_focus (GTK_ROOT (widget));
  tvx_window_show_page (TVX_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toggle_sidebar_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TvxWindow *self = TVX_WINDOW (widget);
  gboolean narrow = adw_application_window_get_current_breakpoint (ADW_APPLICATION_WINDOW (self)) != NULL;
  gboolean collapsed = adw_navigation_split_view_get_collapsed (self->split_view);

  if (narrow)
    {
      gboolean content = adw_navigation_split_view_get_show_content (self->split_view);

      adw_navigation_split_view_set_show_content (self->split_view, !content);
    }
  else
    {
      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
      adw_navigation_split_view_set_collapsed (self->split_view, !collapsed);
    }
}

/* What has just been done in one step, where it does not show by itself. */
static void
tell_done_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  tvx_window_show_undo_toast (TVX_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

void
tvx_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.new-register", NULL, new_register_cb);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_cb);
  gtk_widget_class_install_action (widget_class, "win.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-register", NULL, edit_register_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.export-rounded", NULL, export_rounded_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.new-project", NULL, new_project_cb);
  gtk_widget_class_install_action (widget_class, "win.duplicate-project", NULL, duplicate_project_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-title", NULL, edit_title_cb);
  gtk_widget_class_install_action (widget_class, "win.delete-project", NULL, delete_project_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.tell-done", "s", tell_done_cb);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_cb);
  tvx_window_install_document_actions (widget_class);
  tvx_window_install_folder_action (widget_class);
  tvx_window_install_import_action (widget_class);
  tvx_window_install_package_actions (widget_class);
}

/* The one place that says when an action can be used. */
void
tvx_window_update_actions (TvxWindow *self)
{
  gboolean open = self->workspace != NULL;
  gboolean writable = open && !tvx_workspace_get_read_only (self->workspace);
  gboolean project = open && self->project != NULL;
  /* One that a newer version wrote holds what this one does not know, and a copy would be without it. */
  gboolean editable = writable && project && !tvx_record_get_read_only (TVX_RECORD (self->project));
  TvxEditor *editor = open ? tvx_workspace_get_editor (self->workspace) : NULL;
  const struct
  {
    const char *name;
    gboolean    enabled;
  } states[] = {
    { "win.cancel", self->opening != NULL },
    { "win.save", open },
    { "win.edit-register", open },
    { "win.export", open && g_list_model_get_n_items (tvx_workspace_get_summaries (self->workspace)) > 0 },
    { "win.print", open && g_list_model_get_n_items (tvx_workspace_get_summaries (self->workspace)) > 0 },
    { "win.import", writable },
    { "win.package", open },
    { "win.package-projects", open },
    { "win.receive", writable },
    { "win.record-receipt", writable },
    { "win.new-project", writable },
    { "win.duplicate-project", editable },
    { "win.edit-title", project },
    { "win.delete-project", editable },
    { "win.attach", editable },
    { "win.open-part", project },
    { "win.undo", open && tvx_editor_get_can_undo (editor) },
    { "win.redo", open && tvx_editor_get_can_redo (editor) },
    { "win.search", open },
    { "win.show-page", open },
    { "win.toggle-sidebar", open },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), states[i].name, states[i].enabled);
}

static void
choose_response_cb (TvxWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", NULL);
}

/**
 * tvx_window_ask_for_folder:
 * @self: a window
 *
 * Asks for the folder of a register of which only one file may be seen.
 */
void
tvx_window_ask_for_folder (TvxWindow *self)
{
  AdwDialog *dialog;

  g_return_if_fail (TVX_IS_WINDOW (self));

  dialog = adw_alert_dialog_new (_("Choose the Folder of the Register"),
                                 _("A register is a whole folder, and so far Tillväxt may see only one file of it."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "choose", _("Choose _Folder…"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "choose", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "choose");
  g_signal_connect_object (dialog, "response::choose", G_CALLBACK (choose_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
