/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-finding.h"

G_BEGIN_DECLS

/**
 * TvxCheckLevel:
 * @TVX_CHECK_VALUES: whether what is there is right
 * @TVX_CHECK_PUBLISH: also whether all is there that a published report needs
 *
 * How much to ask of a record.
 */
typedef enum
{
  TVX_CHECK_VALUES,
  TVX_CHECK_PUBLISH,
} TvxCheckLevel;

GPtrArray *tvx_check_record  (TvxRecord     *root,
                              TvxCheckLevel  level,
                              GHashTable    *known_ids);
guint      tvx_check_count   (TvxRecord     *root,
                              TvxCheckLevel  level);
void       tvx_check_add_ids (TvxRecord  *root,
                              GHashTable *ids);
GPtrArray *tvx_check_field   (TvxRecord      *record,
                              const TvxField *field,
                              TvxCheckLevel   level);

G_END_DECLS
