/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TVX_STATISTICS_ERROR:
 *
 * The error domain of disclosure control.
 */
#define TVX_STATISTICS_ERROR (tvx_statistics_error_quark ())
GQuark tvx_statistics_error_quark (void);

/**
 * TvxStatisticsError:
 * @TVX_STATISTICS_ERROR_INVALID: an axis, table or count is not well formed
 * @TVX_STATISTICS_ERROR_DISAGREE: two tables, or a table and its rules, contradict each other
 * @TVX_STATISTICS_ERROR_TOO_LARGE: a table or count is beyond what can be computed with
 * @TVX_STATISTICS_ERROR_UNPROTECTABLE: no choice of hidden cells protects every small count
 * @TVX_STATISTICS_ERROR_RELEASED: what an earlier report shows would give a small count away
 * @TVX_STATISTICS_ERROR_NOT_CERTIFIED: a proof is missing or wrong
 */
typedef enum
{
  TVX_STATISTICS_ERROR_INVALID,
  TVX_STATISTICS_ERROR_DISAGREE,
  TVX_STATISTICS_ERROR_TOO_LARGE,
  TVX_STATISTICS_ERROR_UNPROTECTABLE,
  TVX_STATISTICS_ERROR_RELEASED,
  TVX_STATISTICS_ERROR_NOT_CERTIFIED,
} TvxStatisticsError;

G_END_DECLS
