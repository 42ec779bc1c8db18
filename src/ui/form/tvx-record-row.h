/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/form/tvx-field-row.h"

G_BEGIN_DECLS

#define TVX_TYPE_RECORD_ROW (tvx_record_row_get_type ())
G_DECLARE_FINAL_TYPE (TvxRecordRow, tvx_record_row, TVX, RECORD_ROW, AdwExpanderRow)

GtkWidget *tvx_record_row_new          (TvxEditor *editor,
                                        TvxRecord *record);

TvxRecord *tvx_record_row_get_record   (TvxRecordRow *self);
void       tvx_record_row_set_record   (TvxRecordRow *self,
                                        TvxRecord    *record);
void       tvx_record_row_add_prefix   (TvxRecordRow *self,
                                        GtkWidget    *prefix);
void       tvx_record_row_set_can_move (TvxRecordRow *self,
                                        gboolean      up,
                                        gboolean      down);
void       tvx_record_row_focus_field  (TvxRecordRow *self,
                                        const char   *field);
void       tvx_record_row_move_to      (TvxRecordRow *self,
                                        guint         position);

G_END_DECLS
