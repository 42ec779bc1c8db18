/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TvxChoice:
 * @TVX_CHOICE_FOLDER: a folder that is there, or that the person makes
 * @TVX_CHOICE_OPEN: a file to read
 * @TVX_CHOICE_SAVE: a file to write
 *
 * What a person is asked for.
 */
typedef enum
{
  TVX_CHOICE_FOLDER,
  TVX_CHOICE_OPEN,
  TVX_CHOICE_SAVE,
} TvxChoice;

/**
 * TvxFileChooserFunc:
 * @parent: the window that asks
 * @choice: what is asked for
 * @title: the title of the dialog
 * @initial: (nullable): what is proposed
 * @callback: called with the answer, which [func@Tvx.file_chooser_choose_finish] tells
 * @user_data: what @callback is called with
 *
 * Asks a person for a file.
 */
typedef void (*TvxFileChooserFunc) (GtkWindow *parent,
                                    TvxChoice choice,
                                    const char *title,
                                    GFile *initial,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

void   tvx_file_chooser_choose        (GtkWindow           *parent,
                                       TvxChoice            choice,
                                       const char          *title,
                                       GFile               *initial,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GFile *tvx_file_chooser_propose       (const char *name,
                                       const char *suffix);
GFile *tvx_file_chooser_choose_finish (GAsyncResult  *result,
                                       GError       **error);

G_END_DECLS
