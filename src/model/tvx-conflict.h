/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_CONFLICT (tvx_conflict_get_type ())
G_DECLARE_FINAL_TYPE (TvxConflict, tvx_conflict, TVX, CONFLICT, GObject)

TvxConflict    *tvx_conflict_new        (TvxRecord      *record,
                                         const TvxField *field,
                                         GVariant       *theirs);
TvxRecord      *tvx_conflict_get_record (TvxConflict *self);
const TvxField *tvx_conflict_get_field  (TvxConflict *self);
GVariant       *tvx_conflict_get_theirs (TvxConflict *self);

G_END_DECLS
