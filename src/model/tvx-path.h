/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

/**
 * TvxPlace:
 * @record: (transfer none): a record
 * @field: (nullable): a field of it, %NULL where the record itself is meant
 * @append: whether a new record at the end of the list @field is meant
 *
 * What a path leads to.
 */
typedef struct
{
  TvxRecord      *record;
  const TvxField *field;
  gboolean        append;
} TvxPlace;

gboolean tvx_path_resolve (TvxRecord   *root,
                           const char  *path,
                           TvxPlace    *place,
                           const char **rest,
                           GError     **error);

G_END_DECLS
