/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "statistics/tvx-protection.h"

G_BEGIN_DECLS

/**
 * TVX_ROUND_BASE:
 *
 * What rounded numbers are multiples of.
 */
#define TVX_ROUND_BASE 5

/**
 * TvxRoundSummary:
 * @n_cells: how many counts are published
 * @n_changed: how many of them show another number than the true one
 * @greatest: the greatest difference between a number and the truth
 * @mean: the mean difference
 * @n_small: how many of the counts are ones to protect
 * @n_narrow: of how many of these readers may be able to exclude an end of the range up to the threshold
 *
 * What rounding does to the numbers, and what it leaves open.
 */
typedef struct
{
  guint  n_cells;
  guint  n_changed;
  gint64 greatest;
  double mean;
  guint  n_small;
  guint  n_narrow;
} TvxRoundSummary;

TvxProtection *tvx_round             (TvxPublication  *publication,
                                      GCancellable    *cancellable,
                                      GError         **error);
void           tvx_round_get_summary (TvxProtection   *protection,
                                      TvxRoundSummary *summary);

G_END_DECLS
