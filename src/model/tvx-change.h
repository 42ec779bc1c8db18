/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

/**
 * TvxChangeKind:
 * @TVX_CHANGE_SET: a field got another value
 * @TVX_CHANGE_INSERT: a record was added
 * @TVX_CHANGE_REMOVE: a record was removed
 * @TVX_CHANGE_MOVE: an item of a list got another position
 *
 * What happened.
 */
typedef enum
{
  TVX_CHANGE_SET,
  TVX_CHANGE_INSERT,
  TVX_CHANGE_REMOVE,
  TVX_CHANGE_MOVE,
} TvxChangeKind;

#define TVX_TYPE_CHANGE (tvx_change_get_type ())
G_DECLARE_FINAL_TYPE (TvxChange, tvx_change, TVX, CHANGE, GObject)

TvxChange     *tvx_change_new_set       (TvxRecord      *record,
                                         const TvxField *field,
                                         GVariant       *to);
TvxChange     *tvx_change_new_insert    (TvxRecord      *record,
                                         const TvxField *field,
                                         guint           position,
                                         TvxRecord      *item);
TvxChange     *tvx_change_new_remove    (TvxRecord *item);
TvxChange     *tvx_change_new_move      (TvxRecord *item,
                                         guint      position);
TvxChange     *tvx_change_new_create    (TvxRecord *root);
TvxChange     *tvx_change_new_delete    (TvxRecord *root);
TvxChange     *tvx_change_invert        (TvxChange *self);
TvxChange     *tvx_change_merge         (TvxChange *self,
                                         TvxChange *next);

void           tvx_change_apply         (TvxChange *self);

TvxChangeKind  tvx_change_get_kind      (TvxChange *self);
TvxRecord     *tvx_change_get_root      (TvxChange *self);
gboolean       tvx_change_concerns_root (TvxChange *self);
gboolean       tvx_change_concerns      (TvxChange      *self,
                                         TvxRecord      *record,
                                         const TvxField *field);
gboolean       tvx_change_is_overtaken  (TvxChange *self,
                                         TvxChange *by);
char          *tvx_change_dup_label     (TvxChange *self);
char          *tvx_change_dup_news      (TvxChange *self);
GVariant      *tvx_change_to_variant    (TvxChange *self);

G_END_DECLS
