/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tvx-editor.h"

G_BEGIN_DECLS

#define TVX_TYPE_FIELD_ROW (tvx_field_row_get_type ())
G_DECLARE_INTERFACE (TvxFieldRow, tvx_field_row, TVX, FIELD_ROW, AdwPreferencesRow)

/**
 * TvxFieldRowInterface:
 * @set_field: (nullable): prepares the control for a field; called once
 * @show_value: shows a value, %NULL for none
 * @show_hint: (nullable): shows a sentence below the control, empty for none; rows that are an
 *   [class@Adw.ActionRow] show it as their subtitle
 * @set_editable: (nullable): lets the value be changed or only be read; by default the row is made insensitive
 * @dup_text: (nullable): tells what was typed; for rows that are typed in
 * @set_text: (nullable): puts a text into the row as if it were typed; for rows that are typed in
 * @get_control: (nullable): the widget that takes the focus, where that is not the row
 *
 * What a row does for the kind of field that it is made for.
 */
struct _TvxFieldRowInterface
{
  GTypeInterface parent_iface;

  void       (*set_field)    (TvxFieldRow    *self,
                              const TvxField *field);
  void       (*show_value)   (TvxFieldRow *self,
                              GVariant    *value);
  void       (*show_hint)    (TvxFieldRow *self,
                              const char  *hint);
  void       (*set_editable) (TvxFieldRow *self,
                              gboolean     editable);
  char *     (*dup_text)     (TvxFieldRow *self);
  void       (*set_text)     (TvxFieldRow *self,
                              const char  *text);
  GtkWidget *(*get_control)  (TvxFieldRow *self);
};

GtkWidget      *tvx_field_row_new         (const TvxField *field);

void            tvx_field_row_bind        (TvxFieldRow *self,
                                           TvxEditor   *editor,
                                           TvxRecord   *record);
void            tvx_field_row_flush       (TvxFieldRow *self);
void            tvx_field_row_flush_focus (GtkRoot *root);

const TvxField *tvx_field_row_get_field   (TvxFieldRow *self);
TvxRecord      *tvx_field_row_get_record  (TvxFieldRow *self);
TvxEditor      *tvx_field_row_get_editor  (TvxFieldRow *self);
GtkWidget      *tvx_field_row_get_control (TvxFieldRow *self);
void            tvx_field_row_focus       (TvxFieldRow *self);

/* For the classes that implement it. */
void     tvx_field_row_typed      (TvxFieldRow *self);
void     tvx_field_row_left       (TvxFieldRow *self);
void     tvx_field_row_drop       (TvxFieldRow *self);
gboolean tvx_field_row_is_refused (TvxFieldRow *self);
void     tvx_field_row_chosen     (TvxFieldRow *self,
                                   GVariant    *value);

G_END_DECLS
