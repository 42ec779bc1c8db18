/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tvx-window.h"

G_BEGIN_DECLS

/* A window of the real application on a copy of the sample register. GTK never lets go of an application that was
 * registered, so that a program has one; each test has a window and a folder of its own. */
typedef struct
{
  TvxWindow *window;
  GFile     *folder;
} WindowFixture;

TvxApplication *window_fixture_get_application (void);
/* A copy of the sample register in a new folder. */
GFile *window_fixture_create_register (void);
/* Deletes a folder with all that is in it. */
void ui_delete_folder (GFile *folder);
/* A window without a register. */
void window_fixture_set_up_empty (WindowFixture *fixture,
                                  gconstpointer  data);
/* A window with the sample register. */
void window_fixture_set_up (WindowFixture *fixture,
                            gconstpointer  data);
/* Takes a field out of all projects of a register. */
void window_fixture_forget (GFile      *folder,
                            const char *field);
/* A window with the sample register, whose projects lack the field that data names. */
void window_fixture_set_up_without (WindowFixture *fixture,
                                    gconstpointer  data);
/* Opens the folder of the fixture in its window, and waits until it is read. */
void window_fixture_open (WindowFixture *fixture);
/* Closes the window as a person does, makes sure that it is freed, and deletes the folder. */
void       window_fixture_tear_down  (WindowFixture *fixture,
                                      gconstpointer  data);

void       window_fixture_activate   (WindowFixture *fixture,
                                      const char    *action);
TvxEditor *window_fixture_get_editor (WindowFixture *fixture);
/* The first widget of the window whose property has that value; NULL where there is none. */
GtkWidget *window_fixture_find (WindowFixture *fixture,
                                const char    *property,
                                const char    *value);
/* What the list of projects shows. */
guint window_fixture_count_listed (WindowFixture *fixture);
/* Opens a project as its row does, and waits until the page shows it. */
void        window_fixture_open_project (WindowFixture *fixture,
                                         const char    *title);
TvxProject *window_fixture_get_project  (WindowFixture *fixture);
/* Waits until the page shows any project. */
TvxProject *window_fixture_wait_for_project (WindowFixture *fixture);
/* Saves all, and reads the file of a project from the disk. */
char *window_fixture_read_project (WindowFixture *fixture,
                                   const char    *id);
/* Waits until what was changed is saved, or has failed to be. */
void window_fixture_wait_for_save_state (WindowFixture *fixture,
                                         TvxSaveState   state);
/* Waits until a widget is shown whose property has that value. */
GtkWidget *window_fixture_wait_for (GtkWidget  *root,
                                    const char *property,
                                    const char *value);
/* Waits until the window shows a dialog. */
AdwDialog *window_fixture_wait_for_dialog (WindowFixture *fixture);
/* Closes the dialog that the window shows, and waits until it is gone. */
void window_fixture_close_dialog (WindowFixture *fixture);

G_END_DECLS
