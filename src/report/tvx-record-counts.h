/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-statistics-table.h"
#include "statistics/tvx-count-table.h"

G_BEGIN_DECLS

/**
 * TVX_PROJECT_AXIS:
 *
 * The axis in which the table of a project has a place, and over which sums are made.
 */
#define TVX_PROJECT_AXIS "project"

TvxCountTable *tvx_record_counts_new       (TvxStatisticsTable  *record,
                                            const char          *name,
                                            GError             **error);
TvxCountTable *tvx_record_counts_new_sum   (GPtrArray  *records,
                                            GError    **error);
char          *tvx_record_counts_dup_shape (TvxStatisticsTable *record);
gboolean       tvx_record_counts_are_alike (TvxStatisticsTable *first,
                                            TvxStatisticsTable *second);

G_END_DECLS
