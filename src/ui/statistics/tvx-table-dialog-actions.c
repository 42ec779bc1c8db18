/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the menus of a statistics table do. */

#include "ui/statistics/tvx-table-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-axis-preset.h"
#include "model/tvx-category-merge.h"
#include "model/tvx-counts-text.h"
#include "ui/tvx-application.h"

/* A file of counts is short; anything longer is something else. */
#define MAX_FILE_SIZE (1024 * 1024)

static void
copy_published_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TvxTableDialog *self = TVX_TABLE_DIALOG (widget);
  g_autofree char *text = tvx_table_grid_dup_published (self->grid);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_("Copied as readers see it")));
}

static void
add_axis_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TvxTableDialog *self = TVX_TABLE_DIALOG (widget);
  TvxRecord *project = tvx_record_get_root (TVX_RECORD (self->table));
  gsize n_presets;
  const TvxAxisPreset *preset = &tvx_axis_presets_get (&n_presets)[g_variant_get_int32 (parameter)];
  g_autoptr (TvxRecord) axis =
    tvx_axis_preset_new_axis (preset, tvx_record_get_text (project, "county"),
                              tvx_record_get_list (TVX_RECORD (tvx_workspace_get_register (self->workspace)), "subregions"));

  tvx_editor_insert (tvx_table_dialog_get_editor (self), TVX_RECORD (self->table), "axes", G_MAXUINT, axis, NULL);
}

/* Takes the codes of a breakdown and two categories, or empty ones to leave the breakdown out. */
static void
merge_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TvxTableDialog *self = TVX_TABLE_DIALOG (widget);
  TvxProject *project = TVX_PROJECT (tvx_record_get_root (TVX_RECORD (self->table)));
  g_autoptr (GError) error = NULL;
  const char *axis, *first, *second;

  g_variant_get (parameter, "(&s&s&s)", &axis, &first, &second);
  if (!tvx_category_merge (project, tvx_table_dialog_get_editor (self), axis, *first != '\0' ? first : NULL, *second != '\0' ? second : NULL, &error))
    {
      tvx_table_dialog_show_toast (self, error->message);
      return;
    }
  /* Of what is left out, the editor tells. */
  if (*first != '\0')
    tvx_table_dialog_show_undo_toast (self, _("Categories merged"));
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (TvxTableDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (g_file_load_contents_finish (G_FILE (object), result, &text, &length, NULL, &error))
    {
      if (length > MAX_FILE_SIZE || !g_utf8_validate (text, (gssize) length, NULL))
        g_set_error (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The file is no table of counts in UTF-8."));
      else
        tvx_counts_text_import (self->table, tvx_table_dialog_get_editor (self), text, &error);
    }
  if (error != NULL && self->grid != NULL)
    tvx_table_dialog_show_toast (self, error->message);
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (TvxTableDialog) self = data;
  g_autoptr (GFile) file = tvx_file_chooser_choose_finish (result, NULL);

  if (file != NULL && self->grid != NULL)
    g_file_load_contents_async (file, NULL, read_cb, g_object_ref (self));
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  tvx_application_choose_file (TVX_APPLICATION (gtk_window_get_application (window)), window, TVX_CHOICE_OPEN, _("Import Numbers"), NULL,
                               file_chosen_cb, g_object_ref (widget));
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TvxTableDialog *self = TVX_TABLE_DIALOG (widget);

  /* Undone as any other step. */
  tvx_editor_remove (tvx_table_dialog_get_editor (self), TVX_RECORD (self->table), NULL);
}

void
tvx_table_dialog_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.copy-published", NULL, copy_published_action);
  gtk_widget_class_install_action (widget_class, "table.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "table.add-axis", "i", add_axis_action);
  gtk_widget_class_install_action (widget_class, "table.merge", "(sss)", merge_action);
  gtk_widget_class_install_action (widget_class, "table.remove", NULL, remove_action);
}
