/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-preferences-dialog.h"

/**
 * TvxPreferencesDialog:
 *
 * What a person chooses for the whole application.
 */
struct _TvxPreferencesDialog
{
  AdwPreferencesDialog  parent_instance;

  GtkWidget            *author_row;
  GtkWidget            *session_row;
  GtkWidget            *remind_row;
};

G_DEFINE_FINAL_TYPE (TvxPreferencesDialog, tvx_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
tvx_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (tvx_preferences_dialog_parent_class)->dispose (object);
}

static void
tvx_preferences_dialog_class_init (TvxPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/tvx-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxPreferencesDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, TvxPreferencesDialog, session_row);
  gtk_widget_class_bind_template_child (widget_class, TvxPreferencesDialog, remind_row);
}

static void
tvx_preferences_dialog_init (TvxPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_preferences_dialog_new:
 * @settings: the settings of the application
 *
 * Returns: (transfer floating): a dialog that shows and changes the settings
 */
AdwDialog *
tvx_preferences_dialog_new (GSettings *settings)
{
  TvxPreferencesDialog *self = g_object_new (TVX_TYPE_PREFERENCES_DIALOG, NULL);

  g_settings_bind (settings, "author", self->author_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "restore-session", self->session_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remind", self->remind_row, "active", G_SETTINGS_BIND_DEFAULT);
  return ADW_DIALOG (self);
}
