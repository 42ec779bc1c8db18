/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window-fixture.h"

G_BEGIN_DECLS

/* Dialogs, and a person who answers whenever a file is asked for. */

/* The path that is chosen, NULL to dismiss; and the name that was proposed the last time. */
extern char *ui_dialog_answer;
extern char *ui_dialog_proposed;

void ui_dialog_init (void);
void ui_dialog_end  (void);

/* What must be in the dialog: a widget with that property, a button with that label. */
GtkWidget *ui_dialog_find  (AdwDialog  *dialog,
                            const char *property,
                            const char *value);
void       ui_dialog_press (AdwDialog  *dialog,
                            const char *label);

/* Opens the dialog that exports a report, and chooses by the numbers of the rows; all that is needed is to press. */
AdwDialog *ui_dialog_open_export (WindowFixture *fixture,
                                  const char    *name,
                                  guint          projects,
                                  guint          kind,
                                  guint          format);
/* Exports, and waits until it is told that the report is saved. */
void ui_dialog_finish_export (AdwDialog *dialog);
/* Both, and reads the file. */
char *ui_dialog_export (WindowFixture *fixture,
                        const char    *name,
                        guint          projects,
                        guint          kind,
                        guint          format);

G_END_DECLS
