/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "statistics/tvx-protect.h"

G_BEGIN_DECLS

/**
 * TvxMerge:
 * @axis: what the axis that is made shorter is called
 * @axis_id: its id
 * @first: (nullable): what the category that is merged with the next one is called, %NULL when the axis is left out
 * @first_id: (nullable): its id
 * @second: (nullable): what that next one is called
 * @second_id: (nullable): its id
 * @n_hidden: how many cells would be hidden then
 * @n_shown: how many would be shown
 * @n_lost: how many fewer numbers are shown than if nothing had to be hidden
 *
 * A smaller publication that protects more easily, and what it costs.
 */
typedef struct
{
  char  *axis;
  char  *axis_id;
  char  *first;
  char  *first_id;
  char  *second;
  char  *second_id;
  guint  n_hidden;
  guint  n_shown;
  guint  n_lost;
} TvxMerge;

void       tvx_merge_free     (TvxMerge *self);
char      *tvx_merge_dup_text (const TvxMerge *self);
GPtrArray *tvx_merge_propose  (TvxPublication           *publication,
                               const TvxProtectOptions  *options,
                               GCancellable             *cancellable,
                               GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxMerge, tvx_merge_free)

G_END_DECLS
