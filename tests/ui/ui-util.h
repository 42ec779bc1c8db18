/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the tests of the user interface share. Nothing here sleeps: it waits for what must come, and fails if it does not. */

typedef gboolean (*UiCondition) (gpointer data);
typedef gboolean (*UiMatch) (GtkWidget *widget,
                             gpointer data);

/* Readies GTK, libadwaita and the style of the application; animations are off. */
void ui_init (int    *argc,
              char ***argv);

/* Runs the main loop until condition holds; fails after a minute. */
void ui_wait (UiCondition condition,
              gpointer    data);
/* Runs the main loop until widget has been laid out anew and nothing is left to do. */
void ui_settle (GtkWidget *widget);

/* The first widget, at or below root and in depth-first order, that fits; NULL where there is none. */
GtkWidget *ui_find      (GtkWidget *root,
                         UiMatch    match,
                         gpointer   data);
GtkWidget *ui_find_type (GtkWidget *root,
                         GType      type);
/* property: one that holds a string, as "label", "title", "tooltip-text", "icon-name", "action-name". */
GtkWidget *ui_find_property (GtkWidget  *root,
                             const char *property,
                             const char *value);

/* A window that shows child, laid out at that size; it is the test's to close. */
GtkWindow *ui_open (GtkWidget *child,
                    int        width,
                    int        height);
/* Closes a window and makes sure that it, and with it child, is freed. */
void ui_close (GtkWindow *window);

/* Presses what a person would press: a button, or a row that can be activated. */
void ui_press (GtkWidget *widget);

/* Fails where something that can take the focus, at or below root, has no accessible name. */
void ui_assert_names (GtkWidget *root);
/* The least width that widget can do with. */
int ui_min_width (GtkWidget *widget);

/* Writes what widget looks like to the folder that TVX_SHOTS names, if it does. */
void ui_save_png (GtkWidget  *widget,
                  const char *name);

G_END_DECLS
