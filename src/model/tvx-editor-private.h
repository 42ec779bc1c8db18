/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"

G_BEGIN_DECLS

/* For the edits; whether a step of a handover is being taken, and how what they make of an edit is done. */
gboolean tvx_editor_get_in_step   (TvxEditor *self);
void     tvx_editor_commit        (TvxEditor *self,
                                   TvxChange *change);
void     tvx_editor_commit_typing (TvxEditor *self,
                                   TvxChange *change);

/* For the steps of a handover, which alone may change what the table marks with TVX_FIELD_STEP. */
void tvx_editor_begin_step (TvxEditor  *self,
                            const char *label);
void tvx_editor_end_step   (TvxEditor *self);

G_END_DECLS
