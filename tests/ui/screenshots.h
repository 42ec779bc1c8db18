/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window-fixture.h"

G_BEGIN_DECLS

/* Writes what the window looks like, under a name and the size that is being made. */
void shots_save (WindowFixture *fixture,
                 const char    *name);
/* The same of the dialog that is coming, which is then closed. */
void shots_save_dialog (WindowFixture *fixture,
                        const char    *name);
/* The same of a popover, which comes up for it. */
void shots_save_popover (GtkWidget  *popover,
                         const char *name);
/* Makes the window of a fixture as wide as the pictures are to be. */
void shots_set_size (WindowFixture *fixture);

/* What is rarely seen: where there is nothing, where something is wrong, and what is asked then. */
void shots_save_states (void);

G_END_DECLS
