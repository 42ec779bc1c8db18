/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

/* How a record is changed: by TvxChange, and while it is read from a file; and how whoever goes through the table of all
 * records reads them. */

gpointer   tvx_record_peek        (TvxRecord      *self,
                                   const TvxField *field);
void       tvx_record_ensure_id   (TvxRecord *self);
void       tvx_record_set_value   (TvxRecord      *self,
                                   const TvxField *field,
                                   GVariant       *value);
void       tvx_record_set_unknown (TvxRecord *self,
                                   GVariant  *unknown);
void       tvx_record_insert      (TvxRecord      *self,
                                   const TvxField *field,
                                   guint           position,
                                   TvxRecord      *item);
void       tvx_record_remove      (TvxRecord      *self,
                                   const TvxField *field,
                                   guint           position);
TvxRecord *tvx_record_take_record (TvxRecord      *self,
                                   const TvxField *field,
                                   TvxRecord      *record);

G_END_DECLS
