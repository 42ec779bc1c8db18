/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "statistics/tvx-protection.h"

G_BEGIN_DECLS

/**
 * TvxHidingCost:
 * @TVX_HIDING_COST_BALANCED: few cells, rather small ones, and inner cells rather than totals
 * @TVX_HIDING_COST_CELLS: as few cells as possible
 * @TVX_HIDING_COST_PEOPLE: as few people in hidden cells as possible
 *
 * What it costs to hide a count that is not small.
 */
typedef enum
{
  TVX_HIDING_COST_BALANCED,
  TVX_HIDING_COST_CELLS,
  TVX_HIDING_COST_PEOPLE,
} TvxHidingCost;

/**
 * TvxProtectProgressFunc:
 * @fraction: how much is done, from 0 to 1
 * @data: what was given with the function
 *
 * Is told now and then how far the work has come, in the thread that does it.
 */
typedef void (*TvxProtectProgressFunc) (double fraction,
                                        gpointer data);

/**
 * TvxProtectOptions:
 * @cost: what hiding costs
 * @n_rounds: how often to try to do better than the first answer; negative for
 *   what suits the size
 * @progress: (nullable): is told about progress
 * @progress_data: what it is given
 *
 * How to look for what to hide.
 */
typedef struct
{
  TvxHidingCost          cost;
  int                    n_rounds;
  TvxProtectProgressFunc progress;
  gpointer               progress_data;
} TvxProtectOptions;

#define TVX_PROTECT_OPTIONS_INIT { .cost = TVX_HIDING_COST_BALANCED, .n_rounds = -1 }

TvxProtection *tvx_protect (TvxPublication           *publication,
                            const TvxProtectOptions  *options,
                            GCancellable             *cancellable,
                            GError                  **error);

G_END_DECLS
