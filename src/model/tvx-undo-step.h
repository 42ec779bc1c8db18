/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-change.h"

G_BEGIN_DECLS

/**
 * TvxUndoStep:
 * @label: (nullable): what it is called; %NULL for what its first change is called
 * @changes: (element-type TvxChange): what was done, in order
 *
 * What one undo takes back.
 */
typedef struct
{
  char      *label;
  GPtrArray *changes;
} TvxUndoStep;

TvxUndoStep *tvx_undo_step_new        (const char *label);
void         tvx_undo_step_free       (TvxUndoStep *self);

char        *tvx_undo_steps_dup_label (GQueue *steps);
void         tvx_undo_steps_forget    (GQueue    *steps,
                                       TvxRecord *root);

G_END_DECLS
