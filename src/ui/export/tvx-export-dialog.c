/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/tvx-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-summary.h"
#include "ui/export/tvx-report-outline.h"
#include "ui/export/tvx-report-preview.h"
#include "ui/export/tvx-report-print.h"
#include "ui/export/tvx-report-saved.h"
#include "ui/export/tvx-rounding-group.h"
#include "ui/form/tvx-announce.h"
#include "ui/tvx-application.h"
#include "ui/tvx-dialog-focus.h"
#include "ui/tvx-split-view.h"

/* How long a person may go on choosing before the preview follows, in milliseconds. */
#define PREVIEW_DELAY 150

/**
 * TvxExportDialog:
 *
 * Asks which projects to report on, and how, shows the pages, and writes or prints the report.
 */
struct _TvxExportDialog
{
  AdwDialog               parent_instance;

  AdwBanner              *banner;
  GtkStack               *stack;
  AdwNavigationSplitView *split_view;
  AdwComboRow            *projects_row;
  AdwComboRow            *kind_row;
  AdwComboRow            *audience_row;
  AdwComboRow            *language_row;
  AdwComboRow            *format_row;
  AdwExpanderRow         *parts_row;
  TvxRoundingGroup       *rounding_group;
  GtkLabel               *note;
  AdwWindowTitle         *preview_title;
  TvxReportPreview       *preview;
  GtkWidget              *outline_button;
  TvxReportOutline       *outline;
  GtkProgressBar         *progress_bar;
  GtkWidget              *export_button;
  TvxReportSaved         *saved;

  TvxWorkspace           *workspace;
  GSettings              *settings;
  /* For each choice of projects, in the order of the row: their ids, and what the file is called. */
  GPtrArray              *scopes;
  GFile                  *file;
  GCancellable           *cancellable;
  guint                   preview_id;
  /* To be printed as soon as there are pages. */
  gboolean                print_wanted;
};

typedef struct
{
  GPtrArray *ids;
  char      *name;
} Scope;

G_DEFINE_FINAL_TYPE (TvxExportDialog, tvx_export_dialog, ADW_TYPE_DIALOG)

static void
scope_free (gpointer data)
{
  Scope *scope = data;

  g_ptr_array_unref (scope->ids);
  g_free (scope->name);
  g_free (scope);
}

static void
add_scope (TvxExportDialog *self,
           GtkStringList   *labels,
           const char      *label,
           GPtrArray       *ids,
           char            *name)
{
  Scope *scope = g_new (Scope, 1);

  *scope = (Scope) { ids, name };
  g_ptr_array_add (self->scopes, scope);
  gtk_string_list_append (labels, label);
}

static void
add_list_scope (TvxExportDialog *self,
                GtkStringList   *labels,
                const char      *label,
                GListModel      *summaries)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);

      g_ptr_array_add (ids, g_strdup (tvx_summary_get_id (summary)));
    }
  add_scope (self, labels, label, ids,
             tvx_record_dup_title (TVX_RECORD (tvx_workspace_get_register (self->workspace))));
}

static void
add_project_scope (TvxExportDialog *self,
                   GtkStringList   *labels,
                   TvxRecord       *project)
{
  g_autofree char *title = tvx_record_dup_title (project);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (ids, g_strdup (tvx_record_get_id (project)));
  add_scope (self, labels, title, ids, g_strdup (title));
}

static Scope *
get_scope (TvxExportDialog *self)
{
  return self->scopes->pdata[adw_combo_row_get_selected (self->projects_row)];
}

static void
show_trouble (TvxExportDialog *self,
              const GError    *error)
{
  gtk_stack_set_visible_child_name (self->stack, "options");
  gtk_widget_set_sensitive (self->export_button, TRUE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
progress_cb (guint    n_done,
             guint    n_total,
             gpointer user_data)
{
  TvxExportDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar, (double) n_done / n_total);
}

static void
show_saved (TvxExportDialog *self,
            GAsyncResult    *result)
{
  g_autofree char *audience = g_settings_get_string (self->settings, "audience");
  g_autoptr (TvxProtectedTables) tables = g_str_equal (audience, "public") ? tvx_report_job_dup_tables (result) : NULL;

  gtk_stack_set_visible_child_name (self->stack, "done");
  tvx_report_saved_show (self->saved, self->file, tables, tvx_report_job_get_may_be_published (result),
                         tvx_workspace_get_editor (self->workspace));
  tvx_announce (GTK_WIDGET (self), _("The report is saved"));
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TvxExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  gboolean good = tvx_report_job_write_finish (result, &error);

  /* The dialog is gone. */
  if (self->workspace == NULL)
    return;
  if (!good)
    {
      show_trouble (self, error);
      return;
    }
  show_saved (self, result);
}

/* What the report tells of is what is stored. */
static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TvxExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  /* The dialog is gone. */
  if (self->workspace == NULL)
    return;
  if (!tvx_workspace_save_finish (TVX_WORKSPACE (object), result, &error) ||
      g_cancellable_set_error_if_cancelled (self->cancellable, &error))
    show_trouble (self, error);
  else
    tvx_report_job_write_async (tvx_workspace_get_store (self->workspace), get_scope (self)->ids,
                                tvx_report_choices_new (self->settings, tvx_rounding_group_get_rounded (self->rounding_group)), tvx_report_choices_get_format (self->settings),
                                self->file, progress_cb, g_object_ref (self), g_object_unref, self->cancellable, exported_cb,
                                g_object_ref (self));
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TvxExportDialog) self = user_data;
  g_autoptr (GFile) file = tvx_file_chooser_choose_finish (result, NULL);

  if (file == NULL)
    return;
  g_set_object (&self->file, file);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  adw_banner_set_revealed (self->banner, FALSE);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  tvx_workspace_save_async (self->workspace, self->cancellable, saved_cb, g_object_ref (self));
}

static void
export_cb (TvxExportDialog *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GFile) file =
    tvx_file_chooser_propose (get_scope (self)->name, tvx_report_format_get_suffix (tvx_report_choices_get_format (self->settings)));

  tvx_application_choose_file (TVX_APPLICATION (gtk_window_get_application (window)), window, TVX_CHOICE_SAVE,
                               _("Save Report"), file, file_chosen_cb, g_object_ref (self));
}

/* ---- The preview */

static void
preview_saved_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TvxExportDialog) self = user_data;

  /* What cannot be saved now is told of in the window; the preview shows what is stored. */
  tvx_workspace_save_finish (TVX_WORKSPACE (object), result, NULL);
  if (self->workspace != NULL)
    tvx_report_preview_show (self->preview, tvx_workspace_get_store (self->workspace), get_scope (self)->ids,
                             tvx_report_choices_new (self->settings, tvx_rounding_group_get_rounded (self->rounding_group)));
}

static gboolean
preview_cb (gpointer user_data)
{
  TvxExportDialog *self = user_data;

  self->preview_id = 0;
  tvx_workspace_save_async (self->workspace, NULL, preview_saved_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
update_note (TvxExportDialog *self)
{
  g_autofree char *audience = g_settings_get_string (self->settings, "audience");

  gtk_label_set_label (self->note,
                       g_str_equal (audience, "public")
                         ? _("The report tells only what may be published. Contact persons who have not agreed, and notes, are left out.")
                         : _("The report tells all that is recorded, and says on each page that it is internal."));
}

static void
choice_changed_cb (TvxExportDialog *self)
{
  update_note (self);
  g_clear_handle_id (&self->preview_id, g_source_remove);
  self->preview_id = g_timeout_add (PREVIEW_DELAY, preview_cb, self);
}

static void
pages_changed_cb (TvxExportDialog *self)
{
  GListModel *pages = tvx_report_preview_get_pages (self->preview);
  guint n_pages = pages != NULL ? g_list_model_get_n_items (pages) : 0;
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", n_pages), n_pages);

  tvx_rounding_group_update (self->rounding_group, tvx_report_preview_get_tables (self->preview),
                             tvx_report_preview_get_refused (self->preview));
  adw_window_title_set_title (self->preview_title, n_pages > 0 ? text : _("Preview"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.print", n_pages > 0);
  gtk_widget_set_sensitive (self->outline_button, n_pages > 0);
  tvx_report_outline_set_pages (self->outline, pages);
  if (n_pages > 0 && self->print_wanted)
    tvx_export_dialog_print (self);
}

static void
section_chosen_cb (TvxExportDialog *self,
                   guint            page)
{
  tvx_report_preview_go_to (self->preview, page);
}

static void
show_preview_cb (TvxExportDialog *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
zoom_in_cb (TvxExportDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->preview), "preview.zoom-in", NULL);
}

static void
zoom_out_cb (TvxExportDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->preview), "preview.zoom-out", NULL);
}

static void
zoom_fit_cb (TvxExportDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->preview), "preview.zoom-fit", NULL);
}

static void
printed_cb (TvxExportDialog         *self,
            GtkPrintOperationResult  result,
            GtkPrintOperation       *operation)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  show_trouble (self, error);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TvxExportDialog *self = TVX_EXPORT_DIALOG (widget);
  g_autoptr (GtkPrintOperation) operation =
    tvx_report_print_operation_new (tvx_report_preview_get_pages (self->preview), get_scope (self)->name);
  g_autoptr (GError) error = NULL;

  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (widget)), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    show_trouble (self, error);
}

static void
stop_cb (TvxExportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
closed_cb (TvxExportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->preview_id, g_source_remove);
}

static void
tvx_export_dialog_dispose (GObject *object)
{
  TvxExportDialog *self = TVX_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->preview_id, g_source_remove);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->scopes, g_ptr_array_unref);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tvx_export_dialog_parent_class)->dispose (object);
}

static void
tvx_export_dialog_class_init (TvxExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_export_dialog_dispose;

  g_type_ensure (TVX_TYPE_REPORT_OUTLINE);
  g_type_ensure (TVX_TYPE_REPORT_PREVIEW);
  g_type_ensure (TVX_TYPE_REPORT_SAVED);
  g_type_ensure (TVX_TYPE_ROUNDING_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/export/tvx-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, projects_row);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, split_view);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, audience_row);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, parts_row);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, rounding_group);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, note);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, preview_title);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, outline);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, outline_button);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, saved);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, pages_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "export.print", NULL, print_action);
}

static void
tvx_export_dialog_init (TvxExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tvx_dialog_focus_release_on_close (ADW_DIALOG (self));
  tvx_split_view_keep (self->split_view);

  self->scopes = g_ptr_array_new_with_free_func (scope_free);
  self->cancellable = g_cancellable_new ();
}

/**
 * tvx_export_dialog_new:
 * @workspace: the open register, which has a project
 * @project: (nullable): the project that is open
 * @listed: the #TvxSummary of each project that the list shows
 *
 * Returns: (transfer floating): a dialog
 */
TvxExportDialog *
tvx_export_dialog_new (TvxWorkspace *workspace,
                       TvxProject   *project,
                       GListModel   *listed)
{
  TvxExportDialog *self = g_object_new (TVX_TYPE_EXPORT_DIALOG, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GListModel *all = tvx_workspace_get_summaries (workspace);
  guint n_all = g_list_model_get_n_items (all);
  guint n_listed = g_list_model_get_n_items (listed);
  /* Translators: %u projects are listed, since others do not match the search or the filters. */
  g_autofree char *listed_label = g_strdup_printf (_("Those in the list (%u)"), n_listed);
  /* Translators: all %u projects. */
  g_autofree char *all_label = g_strdup_printf (_("All (%u)"), n_all);

  self->workspace = g_object_ref (workspace);
  self->settings = tvx_report_choices_dup_settings (tvx_workspace_get_register (workspace));
  if (project != NULL)
    add_project_scope (self, labels, TVX_RECORD (project));
  if (n_listed > 0 && n_listed < n_all)
    add_list_scope (self, labels, listed_label, listed);
  add_list_scope (self, labels, all_label, all);
  adw_combo_row_set_model (self->projects_row, G_LIST_MODEL (labels));

  tvx_report_choices_bind (self->kind_row, self->settings, "kind");
  tvx_report_choices_bind (self->audience_row, self->settings, "audience");
  tvx_report_choices_bind (self->language_row, self->settings, "language");
  tvx_report_choices_bind (self->format_row, self->settings, "format");
  tvx_report_choices_bind_parts (self->parts_row, self->settings);
  g_signal_connect_swapped (self->settings, "changed", G_CALLBACK (choice_changed_cb), self);
  g_signal_connect_swapped (self->projects_row, "notify::selected", G_CALLBACK (choice_changed_cb), self);
  choice_changed_cb (self);
  pages_changed_cb (self);
  return self;
}

/**
 * tvx_export_dialog_print:
 * @self: a dialog that is shown
 *
 * Asks how to print the report, as soon as its pages are there.
 */
void
tvx_export_dialog_print (TvxExportDialog *self)
{
  GListModel *pages;

  g_return_if_fail (TVX_IS_EXPORT_DIALOG (self));

  pages = tvx_report_preview_get_pages (self->preview);
  self->print_wanted = pages == NULL || g_list_model_get_n_items (pages) == 0;
  if (!self->print_wanted)
    gtk_widget_activate_action (GTK_WIDGET (self), "export.print", NULL);
}

/**
 * tvx_export_dialog_round:
 * @self: a dialog
 *
 * Has the statistics of the report rounded, as a person chose where the table is edited.
 */
void
tvx_export_dialog_round (TvxExportDialog *self)
{
  g_return_if_fail (TVX_IS_EXPORT_DIALOG (self));

  tvx_rounding_group_round (self->rounding_group);
}
