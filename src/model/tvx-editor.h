/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-change.h"
#include "model/tvx-collection.h"

G_BEGIN_DECLS

#define TVX_TYPE_EDITOR (tvx_editor_get_type ())
G_DECLARE_FINAL_TYPE (TvxEditor, tvx_editor, TVX, EDITOR, GObject)

TvxEditor *tvx_editor_new              (TvxCollection *collection);

TvxRecord *tvx_editor_get_register     (TvxEditor *self);

void       tvx_editor_begin            (TvxEditor  *self,
                                        const char *label);
void       tvx_editor_end              (TvxEditor *self);
void       tvx_editor_cancel           (TvxEditor *self);

gboolean   tvx_editor_set              (TvxEditor   *self,
                                        TvxRecord   *record,
                                        const char  *field,
                                        GVariant    *value,
                                        GError     **error);
gboolean   tvx_editor_set_text         (TvxEditor   *self,
                                        TvxRecord   *record,
                                        const char  *field,
                                        const char  *text,
                                        GError     **error);
gboolean   tvx_editor_type             (TvxEditor   *self,
                                        TvxRecord   *record,
                                        const char  *field,
                                        const char  *text,
                                        GError     **error);
void       tvx_editor_stop_typing      (TvxEditor *self);
gboolean   tvx_editor_set_path         (TvxEditor   *self,
                                        TvxRecord   *root,
                                        const char  *path,
                                        const char  *text,
                                        GError     **error);
gboolean   tvx_editor_remove_path      (TvxEditor   *self,
                                        TvxRecord   *root,
                                        const char  *path,
                                        GError     **error);
TvxRecord *tvx_editor_insert           (TvxEditor   *self,
                                        TvxRecord   *parent,
                                        const char  *list,
                                        guint        position,
                                        TvxRecord   *item,
                                        GError     **error);
gboolean   tvx_editor_remove           (TvxEditor  *self,
                                        TvxRecord  *item,
                                        GError    **error);
gboolean   tvx_editor_move             (TvxEditor  *self,
                                        TvxRecord  *item,
                                        guint       position,
                                        GError    **error);
void       tvx_editor_create           (TvxEditor *self,
                                        TvxRecord *root);
gboolean   tvx_editor_delete           (TvxEditor  *self,
                                        TvxRecord  *root,
                                        GError    **error);

void       tvx_editor_forget           (TvxEditor *self,
                                        TvxRecord *root);
void       tvx_editor_forget_overtaken (TvxEditor *self,
                                        GPtrArray *overtaking);
void       tvx_editor_undo             (TvxEditor *self);
void       tvx_editor_redo             (TvxEditor *self);
gboolean   tvx_editor_get_is_open      (TvxEditor *self);
gboolean   tvx_editor_get_can_undo     (TvxEditor *self);
gboolean   tvx_editor_get_can_redo     (TvxEditor *self);
char      *tvx_editor_dup_undo_label   (TvxEditor *self);
char      *tvx_editor_dup_redo_label   (TvxEditor *self);

G_END_DECLS
