/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

/**
 * TvxColumn:
 * @path: where the value stands in the record, as `title` or `handover.state`, or the name of what is computed
 * @field: the field that holds it, or says what is computed
 * @compute: (nullable): works the value out, where it is not that of a field
 *
 * Something that is known of every record of a kind without opening it.
 */
typedef struct
{
  const char     *path;
  const TvxField *field;
  GVariant *    (*compute) (TvxRecord *record);
} TvxColumn;

const TvxColumn *tvx_columns_get                (GType  type,
                                                 guint *n_columns);
const TvxColumn *tvx_columns_find               (GType       type,
                                                 const char *path);

GVariant        *tvx_column_dup_value           (const TvxColumn *self,
                                                 TvxRecord       *record);
gboolean         tvx_column_is_text             (const TvxColumn *self);
int              tvx_column_compare             (const TvxColumn *self,
                                                 GVariant        *a,
                                                 GVariant        *b);
gboolean         tvx_column_accepts             (const TvxColumn *self,
                                                 GVariant        *value,
                                                 const char      *criterion);
char            *tvx_column_dup_criterion_label (const TvxColumn *self,
                                                 const char      *criterion);

G_END_DECLS
