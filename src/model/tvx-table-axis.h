/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_TABLE_AXIS (tvx_table_axis_get_type ())
G_DECLARE_FINAL_TYPE (TvxTableAxis, tvx_table_axis, TVX, TABLE_AXIS, TvxRecord)

gboolean    tvx_table_axis_is_sensitive  (TvxTableAxis *self);
const char *tvx_table_axis_get_key       (TvxTableAxis *self);
TvxRecord  *tvx_table_axis_find_category (TvxTableAxis *self,
                                          const char   *code);
gboolean    tvx_table_axis_is_part       (TvxTableAxis *self,
                                          const char   *code,
                                          const char   *whole);
char       *tvx_table_axis_dup_name_of   (TvxTableAxis *self,
                                          const char   *code);

G_END_DECLS
