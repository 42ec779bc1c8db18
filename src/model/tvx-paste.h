/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"

G_BEGIN_DECLS

typedef struct _TvxPaste TvxPaste;

TvxPaste       *tvx_paste_new              (GType       type,
                                            const char *text);
void            tvx_paste_free             (TvxPaste *self);

gboolean        tvx_paste_get_has_headings (TvxPaste *self);
void            tvx_paste_set_has_headings (TvxPaste *self,
                                            gboolean  has_headings);
guint           tvx_paste_get_n_columns    (TvxPaste *self);
const TvxField *tvx_paste_get_field        (TvxPaste *self,
                                            guint     column);
char           *tvx_paste_dup_heading      (TvxPaste *self,
                                            guint     column);
guint           tvx_paste_get_n_rows       (TvxPaste *self);
const char     *tvx_paste_get_text         (TvxPaste *self,
                                            guint     row,
                                            guint     column);
char           *tvx_paste_dup_problem      (TvxPaste *self,
                                            guint     row,
                                            guint     column);
gboolean        tvx_paste_insert           (TvxPaste    *self,
                                            TvxEditor   *editor,
                                            TvxRecord   *parent,
                                            const char  *list,
                                            GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxPaste, tvx_paste_free)

G_END_DECLS
