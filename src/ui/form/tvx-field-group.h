/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/form/tvx-field-row.h"

G_BEGIN_DECLS

#define TVX_TYPE_FIELD_GROUP (tvx_field_group_get_type ())
G_DECLARE_FINAL_TYPE (TvxFieldGroup, tvx_field_group, TVX, FIELD_GROUP, AdwPreferencesGroup)

TvxFieldRow *tvx_field_group_get_row (TvxFieldGroup *self,
                                      const char    *field);

GPtrArray   *tvx_field_rows_new      (GType              record_type,
                                      const char *const *fields);

G_END_DECLS
