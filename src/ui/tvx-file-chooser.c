/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-file-chooser.h"

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TvxChoice choice = GPOINTER_TO_INT (g_task_get_task_data (task));
  GError *error = NULL;
  GFile *file;

  if (choice == TVX_CHOICE_FOLDER)
    file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, &error);
  else if (choice == TVX_CHOICE_OPEN)
    file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);
  else
    file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tvx_file_chooser_choose:
 * @parent: the window that asks
 * @choice: what is asked for
 * @title: the title of the dialog
 * @initial: (nullable): what is proposed
 * @callback: called with the answer
 * @user_data: what @callback is called with
 *
 * Asks a person for a file, with the dialog of the desktop.
 */
void
tvx_file_chooser_choose (GtkWindow           *parent,
                         TvxChoice            choice,
                         const char          *title,
                         GFile               *initial,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_task_data (task, GINT_TO_POINTER (choice), NULL);
  gtk_file_dialog_set_title (dialog, title);
  if (choice == TVX_CHOICE_FOLDER)
    {
      gtk_file_dialog_set_initial_folder (dialog, initial);
      gtk_file_dialog_select_folder (dialog, parent, NULL, chosen_cb, task);
    }
  else if (choice == TVX_CHOICE_OPEN)
    {
      gtk_file_dialog_set_initial_file (dialog, initial);
      gtk_file_dialog_open (dialog, parent, NULL, chosen_cb, task);
    }
  else
    {
      gtk_file_dialog_set_initial_file (dialog, initial);
      gtk_file_dialog_save (dialog, parent, NULL, chosen_cb, task);
    }
}

/**
 * tvx_file_chooser_choose_finish:
 * @result: the answer
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was chosen, %NULL if nothing was
 */
GFile *
tvx_file_chooser_choose_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tvx_file_chooser_propose:
 * @name: what a file tells of, in the user's language
 * @suffix: how its name ends, as ".pdf"
 *
 * Returns: (transfer full): a file to propose, in the person's folder of documents
 */
GFile *
tvx_file_chooser_propose (const char *name,
                          const char *suffix)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *whole = g_strconcat (name, suffix, NULL);

  return g_file_new_build_filename (documents != NULL ? documents : g_get_home_dir (), g_strdelimit (whole, G_DIR_SEPARATOR_S, '-'),
                                    NULL);
}
