/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-change.h"

G_BEGIN_DECLS

typedef struct _TvxUndoHistory TvxUndoHistory;

TvxUndoHistory *tvx_undo_history_new              (void);
void            tvx_undo_history_free             (TvxUndoHistory *self);

void            tvx_undo_history_begin            (TvxUndoHistory *self,
                                                   const char     *label);
GPtrArray      *tvx_undo_history_end              (TvxUndoHistory *self);
GPtrArray      *tvx_undo_history_cancel           (TvxUndoHistory *self);

GPtrArray      *tvx_undo_history_add              (TvxUndoHistory *self,
                                                   TvxChange      *change);
gboolean        tvx_undo_history_type_on          (TvxUndoHistory *self,
                                                   TvxChange      *change);
void            tvx_undo_history_start_typing     (TvxUndoHistory *self);
void            tvx_undo_history_stop_typing      (TvxUndoHistory *self);

GPtrArray      *tvx_undo_history_undo             (TvxUndoHistory *self);
GPtrArray      *tvx_undo_history_redo             (TvxUndoHistory *self);
void            tvx_undo_history_forget           (TvxUndoHistory *self,
                                                   TvxRecord      *root);
void            tvx_undo_history_forget_overtaken (TvxUndoHistory *self,
                                                   GPtrArray      *overtaking);

gboolean        tvx_undo_history_get_is_open      (TvxUndoHistory *self);
gboolean        tvx_undo_history_get_can_undo     (TvxUndoHistory *self);
gboolean        tvx_undo_history_get_can_redo     (TvxUndoHistory *self);
char           *tvx_undo_history_dup_undo_label   (TvxUndoHistory *self);
char           *tvx_undo_history_dup_redo_label   (TvxUndoHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxUndoHistory, tvx_undo_history_free)

G_END_DECLS
