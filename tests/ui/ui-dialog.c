/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-dialog.h"

#include "ui-util.h"

char *ui_dialog_answer;
char *ui_dialog_proposed;

static void
choose_answer (GtkWindow           *parent,
               TvxChoice            choice,
               const char          *title,
               GFile               *initial,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, NULL, callback, user_data);

  g_free (ui_dialog_proposed);
  ui_dialog_proposed = initial != NULL ? g_file_get_basename (initial) : NULL;
  if (ui_dialog_answer != NULL)
    g_task_return_pointer (task, g_file_new_for_path (ui_dialog_answer), g_object_unref);
  else
    g_task_return_new_error_literal (task, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED, "Dismissed");
}

GtkWidget *
ui_dialog_find (AdwDialog  *dialog,
                const char *property,
                const char *value)
{
  GtkWidget *found = ui_find_property (GTK_WIDGET (dialog), property, value);

  g_assert_nonnull (found);
  return found;
}

void
ui_dialog_press (AdwDialog  *dialog,
                 const char *label)
{
  GtkWidget *button = ui_dialog_find (dialog, "label", label);

  g_signal_emit_by_name (GTK_IS_BUTTON (button) ? button : gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON), "clicked");
}

void
ui_dialog_init (void)
{
  tvx_application_set_file_chooser (window_fixture_get_application (), choose_answer);
}

void
ui_dialog_end (void)
{
  g_free (ui_dialog_answer);
  g_free (ui_dialog_proposed);
}

AdwDialog *
ui_dialog_open_export (WindowFixture *fixture,
                       const char    *name,
                       guint          projects,
                       guint          kind,
                       guint          format)
{
  AdwDialog *dialog;

  g_free (ui_dialog_answer);
  ui_dialog_answer = g_build_filename (g_file_peek_path (fixture->folder), name, NULL);
  window_fixture_activate (fixture, "win.export");
  dialog = window_fixture_wait_for_dialog (fixture);
  ui_assert_names (GTK_WIDGET (dialog));
  g_assert_cmpint (ui_min_width (GTK_WIDGET (dialog)), <=, 360);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_dialog_find (dialog, "title", "Projects")), projects);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_dialog_find (dialog, "title", "Kind")), kind);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_dialog_find (dialog, "title", "Language")), 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_dialog_find (dialog, "title", "Format")), format);
  return dialog;
}

void
ui_dialog_finish_export (AdwDialog *dialog)
{
  ui_dialog_press (dialog, "_Export…");
  window_fixture_wait_for (GTK_WIDGET (dialog), "visible-child-name", "done");
  ui_settle (GTK_WIDGET (dialog));
  ui_assert_names (GTK_WIDGET (dialog));
  ui_dialog_find (dialog, "label", "_Show in Folder");
}

char *
ui_dialog_export (WindowFixture *fixture,
                  const char    *name,
                  guint          projects,
                  guint          kind,
                  guint          format)
{
  char *text;
  gsize length;

  ui_dialog_finish_export (ui_dialog_open_export (fixture, name, projects, kind, format));
  window_fixture_close_dialog (fixture);
  g_assert_true (g_file_get_contents (ui_dialog_answer, &text, &length, NULL));
  return text;
}
