/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-summary.h"
#include "report/tvx-report-format.h"
#include "ui/tvx-application.h"
#include "ui/tvx-report-export.h"
#include "ui/tvx-report-options.h"

/**
 * TvxExportDialog:
 *
 * Asks which projects to report on, and how, and writes the report.
 */
struct _TvxExportDialog
{
  AdwDialog       parent_instance;

  AdwBanner      *banner;
  GtkStack       *stack;
  AdwComboRow    *projects_row;
  AdwComboRow    *language_row;
  AdwComboRow    *format_row;
  GtkProgressBar *progress_bar;
  GtkWidget      *export_button;

  TvxWorkspace   *workspace;
  GSettings      *settings;
  /* For each choice of projects, in the order of the row: their ids, and what the file is called. */
  GPtrArray      *scopes;
  GFile          *file;
  GCancellable   *cancellable;
};

typedef struct
{
  GPtrArray *ids;
  char      *name;
} Scope;

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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

static TvxReportFormat
get_format (TvxExportDialog *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "report-format");
  TvxReportFormat format;
  gboolean known = tvx_report_format_find (name, &format);

  /* The settings allow no other names. */
  g_assert (known);
  return format;
}

/* What is proposed: a file in the person's folder of documents, called like what it tells of. */
static GFile *
create_file (TvxExportDialog *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = g_strdelimit (g_strdup (get_scope (self)->name), G_DIR_SEPARATOR_S, '-');
  g_autofree char *file_name = g_strconcat (name, tvx_report_format_get_suffix (get_format (self)), NULL);

  return g_file_new_build_filename (documents != NULL ? documents : g_get_home_dir (), file_name, NULL);
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
  g_autofree char *text = g_strdup_printf (_("%u of %u"), n_done, n_total);

  gtk_progress_bar_set_fraction (self->progress_bar, (double) n_done / n_total);
  gtk_progress_bar_set_text (self->progress_bar, text);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TvxExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tvx_report_export_finish (result, &error))
    {
      g_signal_emit (self, signals[EXPORTED], 0, self->file);
      adw_dialog_force_close (ADW_DIALOG (self));
    }
  else if (!g_cancellable_is_cancelled (self->cancellable))
    show_trouble (self, error);
}

/* What the report tells of is what is stored. */
static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TvxExportDialog) self = user_data;
  g_autofree char *language = g_settings_get_string (self->settings, "report-language");
  g_autoptr (GError) error = NULL;

  if (!tvx_workspace_save_finish (TVX_WORKSPACE (object), result, &error))
    show_trouble (self, error);
  else if (!g_cancellable_is_cancelled (self->cancellable))
    tvx_report_export_async (tvx_workspace_get_store (self->workspace), get_scope (self)->ids, language,
                             get_format (self), self->file, progress_cb, g_object_ref (self), g_object_unref,
                             self->cancellable, exported_cb, g_object_ref (self));
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
  adw_banner_set_revealed (self->banner, FALSE);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  tvx_workspace_save_async (self->workspace, self->cancellable, saved_cb, g_object_ref (self));
}

static void
export_cb (TvxExportDialog *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GFile) file = create_file (self);

  tvx_application_choose_file (TVX_APPLICATION (gtk_window_get_application (window)), window, TVX_CHOICE_SAVE,
                               _("Save Report"), file, file_chosen_cb, g_object_ref (self));
}

static void
closed_cb (TvxExportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
tvx_export_dialog_dispose (GObject *object)
{
  TvxExportDialog *self = TVX_EXPORT_DIALOG (object);

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

  /**
   * TvxExportDialog::exported:
   * @self: the dialog
   * @file: the report
   *
   * A report was written.
   */
  signals[EXPORTED] = g_signal_new ("exported", TVX_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/tvx-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, projects_row);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TvxExportDialog, export_button);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
tvx_export_dialog_init (TvxExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->scopes = g_ptr_array_new_with_free_func (scope_free);
  self->cancellable = g_cancellable_new ();
}

/**
 * tvx_export_dialog_new:
 * @workspace: the open register, which has a project
 * @project: (nullable): the project that is open
 * @listed: the #TvxSummary of each project that the list shows
 * @settings: the settings of the application
 *
 * Returns: (transfer floating): a dialog
 */
TvxExportDialog *
tvx_export_dialog_new (TvxWorkspace *workspace,
                       TvxProject   *project,
                       GListModel   *listed,
                       GSettings    *settings)
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
  self->settings = g_object_ref (settings);
  if (project != NULL)
    add_project_scope (self, labels, TVX_RECORD (project));
  if (n_listed > 0 && n_listed < n_all)
    add_list_scope (self, labels, listed_label, listed);
  add_list_scope (self, labels, all_label, all);
  adw_combo_row_set_model (self->projects_row, G_LIST_MODEL (labels));

  tvx_report_options_bind_language (self->language_row, settings);
  tvx_report_options_bind_format (self->format_row, settings);
  return self;
}
