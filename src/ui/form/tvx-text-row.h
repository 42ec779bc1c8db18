/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/form/tvx-field-row.h"

G_BEGIN_DECLS

#define TVX_TYPE_TEXT_ROW (tvx_text_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TvxTextRow, tvx_text_row, TVX, TEXT_ROW, AdwPreferencesRow)

struct _TvxTextRowClass
{
  AdwPreferencesRowClass parent_class;
};

char *tvx_text_row_dup_text   (TvxTextRow *self);
void  tvx_text_row_set_text   (TvxTextRow *self,
                               const char *text);
void  tvx_text_row_add_above  (TvxTextRow *self,
                               GtkWidget  *widget);
void  tvx_text_row_add_suffix (TvxTextRow *self,
                               GtkWidget  *suffix);

G_END_DECLS
