/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "model/tvx-finding.h"
#include "model/tvx-refused.h"
#include "storage/tvx-project-finder.h"
#include "ui/form/tvx-announce.h"
#include "ui/tvx-toast.h"
#include "ui/tvx-window-private.h"

/* A project is read faster than this, but over a slow network: then a spinner says that something happens. */
#define LOADING_DELAY 250

static void
show_project (TvxWindow  *self,
              TvxProject *project)
{
  g_set_object (&self->project, project);
  g_signal_group_set_target (self->project_signals, project);
  g_object_set (self->project_page, "project", project, NULL);
  gtk_stack_set_visible_child_name (self->project_stack, project != NULL ? "project" : "overview");
  tvx_window_show_project_title (self);
  tvx_window_update_actions (self);
}

static void
stop_loading (TvxWindow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
}

static gboolean
loading_timeout_cb (gpointer user_data)
{
  TvxWindow *self = user_data;

  self->loading_timeout = 0;
  gtk_stack_set_visible_child_name (self->project_stack, "loading");
  return G_SOURCE_REMOVE;
}

/* Brings the focus to the first text of the project that could not be stored. */
static void
focus_refused (TvxWindow *self)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *path = NULL;

  tvx_refused_add_findings (tvx_workspace_get_editor (self->workspace), TVX_RECORD (self->project), findings);
  if (findings->len == 0)
    return;
  path = tvx_record_dup_path (tvx_finding_get_record (findings->pdata[0]), tvx_finding_get_field (findings->pdata[0]));
  tvx_project_page_focus_field (self->project_page, path);
}

static void
take_focus (TvxWindow *self)
{
  if (self->focus == TVX_WINDOW_FOCUS_TITLE)
    tvx_project_page_focus_field (self->project_page, "title");
  else if (self->focus == TVX_WINDOW_FOCUS_REFUSED)
    focus_refused (self);
}

static void
loaded_project_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TvxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxProject) project = tvx_workspace_load_project_finish (TVX_WORKSPACE (object), result, &error);

  /* Another project was asked for, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  g_clear_object (&self->loading);
  show_project (self, project);
  if (project == NULL)
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, markup);
      gtk_stack_set_visible_child_name (self->project_stack, "failed");
      tvx_window_show_project_title (self);
    }
  else
    take_focus (self);
  self->focus = TVX_WINDOW_FOCUS_NONE;
}

/* What is set stands in its row; what comes, goes or moves is told of, many at once as one. */
static void
announce_step (TvxWindow *self,
               GPtrArray *changes)
{
  TvxChange *change = changes->pdata[changes->len - 1];
  g_autofree char *news = NULL;

  if (self->reversing || tvx_change_get_kind (change) == TVX_CHANGE_SET)
    return;
  if (changes->len > 1)
    news = tvx_editor_dup_undo_label (tvx_workspace_get_editor (self->workspace));
  else
    news = tvx_change_dup_news (change);
  /* A step that was taken back by other means than the button has no name any more. */
  if (news != NULL)
    tvx_announce (GTK_WIDGET (self), news);
}

/* The toast speaks of the newest step: when something else is done, undo would take that back. */
static void
committed_cb (TvxWindow *self,
              GPtrArray *changes)
{
  TvxChange *change = changes->pdata[changes->len - 1];
  TvxRecord *root = tvx_change_get_root (change);
  gboolean deleted = tvx_change_concerns_root (change) && tvx_change_get_kind (change) == TVX_CHANGE_REMOVE;

  announce_step (self, changes);
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  if (deleted && root == TVX_RECORD (self->project))
    tvx_window_close_project (self);
  /* Who undoes something in another project wants to see it. */
  else if (!deleted && self->reversing && TVX_IS_PROJECT (root) && root != TVX_RECORD (self->project))
    tvx_window_open_project (self, tvx_record_get_id (root), FALSE);
}

static void
set_undo_tooltip (GtkWidget  *button,
                  const char *name,
                  char       *label)
{
  g_autofree char *owned = label;
  /* Translators: "Undo: " or "Redo: " and what would be undone. */
  g_autofree char *tooltip = owned != NULL ? g_strdup_printf (_("%s: %s"), name, owned) : g_strdup (name);

  gtk_widget_set_tooltip_text (button, tooltip);
}

static void
notify_undo_cb (TvxWindow *self)
{
  TvxEditor *editor = tvx_workspace_get_editor (self->workspace);

  set_undo_tooltip (self->undo_button, _("Undo"), tvx_editor_dup_undo_label (editor));
  set_undo_tooltip (self->redo_button, _("Redo"), tvx_editor_dup_redo_label (editor));
  tvx_window_update_actions (self);
}

static void
toast_dismissed_cb (TvxWindow *self,
                    AdwToast  *toast)
{
  if (self->undo_toast == toast)
    self->undo_toast = NULL;
}

/* Follows what is done in the register: what can be undone, and which projects come and go. */
void
tvx_window_follow_editor (TvxWindow *self)
{
  TvxEditor *editor = tvx_workspace_get_editor (self->workspace);

  g_signal_connect_object (editor, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::undo-label", G_CALLBACK (notify_undo_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::redo-label", G_CALLBACK (notify_undo_cb), self, G_CONNECT_SWAPPED);
  notify_undo_cb (self);
}

/* Shows a project, and in one column goes to it if @go. */
void
tvx_window_open_project (TvxWindow  *self,
                         const char *id,
                         gboolean    go)
{
  if (go)
    adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  tvx_project_list_select (self->project_list, id);

  /* Whatever was asked for before is not wanted any more, also where the project that is shown is chosen again. */
  stop_loading (self);
  if (self->project != NULL && g_str_equal (tvx_record_get_id (TVX_RECORD (self->project)), id))
    {
      gtk_stack_set_visible_child_name (self->project_stack, "project");
      take_focus (self);
      self->focus = TVX_WINDOW_FOCUS_NONE;
      return;
    }

  self->loading = g_cancellable_new ();
  self->loading_timeout = g_timeout_add (LOADING_DELAY, loading_timeout_cb, self);
  tvx_workspace_load_project_async (self->workspace, id, self->loading, loaded_project_cb, g_object_ref (self));
}

void
tvx_window_close_project (TvxWindow *self)
{
  stop_loading (self);
  tvx_project_list_select (self->project_list, NULL);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  show_project (self, NULL);
}

/* Shows a page of the register instead of a project: one of the stack that has a title. */
void
tvx_window_show_page (TvxWindow  *self,
                      const char *name)
{
  stop_loading (self);
  tvx_project_list_select (self->project_list, NULL);
  show_project (self, NULL);
  gtk_stack_set_visible_child_name (self->project_stack, name);
  tvx_window_show_project_title (self);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static char *
dup_page_title (TvxWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->project_stack);
  const char *title = page != NULL ? gtk_stack_page_get_title (gtk_stack_get_page (self->project_stack, page)) : NULL;

  return g_strdup (title != NULL ? title : _("Project"));
}

void
tvx_window_show_project_title (TvxWindow *self)
{
  g_autofree char *title = self->project != NULL ? tvx_record_dup_title (TVX_RECORD (self->project)) : dup_page_title (self);

  gtk_label_set_label (self->project_title, title);
  adw_navigation_page_set_title (self->project_nav_page, title);
}

void
tvx_window_record_removed_cb (TvxProjectPage *page,
                              const char     *title,
                              TvxWindow      *self)
{
  /* Translators: %s is what was removed, as the text of a goal. */
  g_autofree char *text = g_strdup_printf (_("“%s” removed"), title);

  tvx_window_show_undo_toast (self, text);
}

void
tvx_window_show_toast (TvxWindow  *self,
                       const char *title)
{
  AdwToast *toast = tvx_toast_new (title);

  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* For what has just been done in one step. */
void
tvx_window_show_undo_toast (TvxWindow  *self,
                            const char *title)
{
  AdwToast *toast = tvx_toast_new_undo (title);

  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  self->undo_toast = toast;
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
tvx_window_show_error (TvxWindow    *self,
                       const char   *heading,
                       const GError *error)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, error->message));

  adw_alert_dialog_add_response (dialog, "close", _("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/**
 * tvx_window_get_project_id:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the id of the project that it shows
 */
const char *
tvx_window_get_project_id (TvxWindow *self)
{
  g_return_val_if_fail (TVX_IS_WINDOW (self), NULL);

  return self->project != NULL ? tvx_record_get_id (TVX_RECORD (self->project)) : NULL;
}

/**
 * tvx_window_get_view:
 * @self: a window
 *
 * Returns: (transfer none): the name of what it shows: a view of a project, see [method@Tvx.ProjectPage.show_view], a page
 *   of the register such as `overview`, or `start` before there is one
 */
const char *
tvx_window_get_view (TvxWindow *self)
{
  g_return_val_if_fail (TVX_IS_WINDOW (self), NULL);

  if (self->workspace == NULL)
    return "start";
  return self->project != NULL ? tvx_project_page_get_view (self->project_page)
                               : gtk_stack_get_visible_child_name (self->project_stack);
}

/**
 * tvx_window_show_project:
 * @self: a window with a register
 * @project: an id, the start of one, or an exact title
 *
 * Shows a project, as soon as the register is read, and says so where there is none.
 */
void
tvx_window_show_project (TvxWindow  *self,
                         const char *project)
{
  g_autofree char *text = g_strdup (project);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TVX_IS_WINDOW (self));
  g_return_if_fail (project != NULL);

  if (self->workspace == NULL)
    {
      g_set_str (&self->wanted_project, text);
      return;
    }
  g_clear_pointer (&self->wanted_project, g_free);
  found = tvx_project_finder_find (self->workspace, text);
  if (found->len == 1)
    {
      tvx_window_open_project (self, tvx_summary_get_id (found->pdata[0]), TRUE);
      return;
    }
  if (found->len > 1)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("More than one project of the register has “%s”."), text);
  else
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _("There is no project “%s”. Give its id, the start of its id or its exact title."), text);
  tvx_window_show_error (self, _("The Project Was Not Found"), error);
}
