/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

/**
 * TvxTrend:
 * @TVX_TREND_NO_DATA: there is nothing to compare
 * @TVX_TREND_NEGATIVE: away from what is wanted
 * @TVX_TREND_UNCHANGED: neither
 * @TVX_TREND_POSITIVE: towards what is wanted
 *
 * Where an indicator is going, from its baseline to its latest measurement.
 */
typedef enum
{
  TVX_TREND_NO_DATA,
  TVX_TREND_NEGATIVE,
  TVX_TREND_UNCHANGED,
  TVX_TREND_POSITIVE,
} TvxTrend;

#define TVX_TYPE_INDICATOR (tvx_indicator_get_type ())
G_DECLARE_FINAL_TYPE (TvxIndicator, tvx_indicator, TVX, INDICATOR, TvxRecord)

TvxRecord  *tvx_indicator_dup_latest (TvxIndicator *self);
TvxTrend    tvx_indicator_get_trend  (TvxIndicator *self);
const char *tvx_trend_get_label      (TvxTrend trend);

G_END_DECLS
