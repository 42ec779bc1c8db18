/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/form/tvx-record-row.h"

G_BEGIN_DECLS

#define TVX_TYPE_RECORD_LIST_GROUP (tvx_record_list_group_get_type ())
G_DECLARE_FINAL_TYPE (TvxRecordListGroup, tvx_record_list_group, TVX, RECORD_LIST_GROUP, AdwPreferencesGroup)

TvxRecord    *tvx_record_list_group_get_record (TvxRecordListGroup *self);
const char   *tvx_record_list_group_get_list   (TvxRecordListGroup *self);
TvxRecordRow *tvx_record_list_group_get_row    (TvxRecordListGroup *self,
                                                guint               position);
void          tvx_record_list_group_focus      (TvxRecordListGroup *self);

G_END_DECLS
