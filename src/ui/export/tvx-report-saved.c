/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/tvx-report-saved.h"

#include <glib/gi18n-lib.h>

/**
 * TvxReportSaved:
 *
 * What a person can do with a report that is saved: open it, see it in its folder, and mark it as published.
 */
struct _TvxReportSaved
{
  AdwBin              parent_instance;

  AdwStatusPage      *page;
  GtkWidget          *open_button;
  GtkWidget          *publish_button;

  GFile              *file;
  TvxProtectedTables *tables; /* what the report tells of statistics, or NULL */
  TvxEditor          *editor;
};

G_DEFINE_FINAL_TYPE (TvxReportSaved, tvx_report_saved, ADW_TYPE_BIN)

static char *
dup_name (TvxReportSaved *self)
{
  g_autofree char *basename = g_file_get_basename (self->file);

  return g_filename_display_name (basename);
}

static void
describe (TvxReportSaved *self,
          const char     *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->page, markup);
}

static void
tell_trouble (TvxReportSaved *self,
              const GError   *error)
{
  /* The page is gone, or somebody thought better of it. */
  if (self->file == NULL || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  describe (self, error->message);
}

static void
publish_cb (TvxReportSaved *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = dup_name (self);
  g_autoptr (GError) error = NULL;

  if (!tvx_protected_tables_record (self->tables, self->editor, date, name, &error))
    {
      tell_trouble (self, error);
      return;
    }
  gtk_widget_set_sensitive (self->publish_button, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->publish_button), _("Marked as Published"));
}

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TvxReportSaved) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (object), result, &error))
    tell_trouble (self, error);
}

static void
shown_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TvxReportSaved) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (object), result, &error))
    tell_trouble (self, error);
}

static void
open_cb (TvxReportSaved *self)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (self->file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, launched_cb,
                            g_object_ref (self));
}

static void
show_in_folder_cb (TvxReportSaved *self)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (self->file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, shown_cb,
                                            g_object_ref (self));
}

static void
tvx_report_saved_dispose (GObject *object)
{
  TvxReportSaved *self = TVX_REPORT_SAVED (object);

  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_REPORT_SAVED);
  g_clear_object (&self->file);
  g_clear_pointer (&self->tables, tvx_protected_tables_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (tvx_report_saved_parent_class)->dispose (object);
}

static void
tvx_report_saved_class_init (TvxReportSavedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_report_saved_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/export/tvx-report-saved.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxReportSaved, page);
  gtk_widget_class_bind_template_child (widget_class, TvxReportSaved, open_button);
  gtk_widget_class_bind_template_child (widget_class, TvxReportSaved, publish_button);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, publish_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_in_folder_cb);
}

static void
tvx_report_saved_init (TvxReportSaved *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_report_saved_show:
 * @self: a page
 * @file: the report
 * @tables: (nullable): what it tells the public of statistics
 * @may_be_published: whether it is for the public, and no draft
 * @editor: records what is published
 *
 * Shows another report that is saved, and has the focus go to what is most wanted then: to open it.
 */
void
tvx_report_saved_show (TvxReportSaved     *self,
                       GFile              *file,
                       TvxProtectedTables *tables,
                       gboolean            may_be_published,
                       TvxEditor          *editor)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (TVX_IS_REPORT_SAVED (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->file, file);
  g_set_object (&self->editor, editor);
  g_clear_pointer (&self->tables, tvx_protected_tables_unref);
  self->tables = tables != NULL ? tvx_protected_tables_ref (tables) : NULL;

  name = dup_name (self);
  text = g_string_new (name);
  if (tables != NULL)
    g_string_append_printf (text, "\n%s",
                            may_be_published ? _("When it is published, mark it: later reports then keep to its statistics.")
                                             : _("It is a draft, and so cannot be marked as published."));
  describe (self, text->str);
  gtk_widget_set_visible (self->publish_button, may_be_published && tables != NULL);
  gtk_widget_set_sensitive (self->publish_button, TRUE);
  gtk_button_set_label (GTK_BUTTON (self->publish_button), _("_Mark as Published"));
  gtk_widget_grab_focus (self->open_button);
}
