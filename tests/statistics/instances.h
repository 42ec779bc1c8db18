/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-count-table.h"

/* How even the weights are by which people are thrown: those of categories, which all cells of a category share, and those
 * of cells alone. The greater, the more even. */
typedef struct
{
  double category, cell;
} InstanceShapes;

TvxAxis       *instance_axis            (const char *id,
                                         guint       n_categories);
void           instance_fill            (TvxCountTable *table,
                                         guint          n_people,
                                         GRand         *random);
TvxCountTable *instance_plain           (const guint *sizes,
                                         guint        n_axes,
                                         guint        n_people,
                                         guint32      seed);
TvxCountTable *instance_plain_shaped    (const guint          *sizes,
                                         guint                 n_axes,
                                         guint                 n_people,
                                         const InstanceShapes *shapes,
                                         guint32               seed);
TvxCountTable *instance_county          (guint                 n_people,
                                         const InstanceShapes *shapes,
                                         guint32               seed);
TvxCountTable *instance_projects        (guint   n_projects,
                                         guint   n_programmes,
                                         guint32 seed);
TvxCountTable *instance_projects_shaped (guint                 n_projects,
                                         guint                 n_programmes,
                                         const InstanceShapes *shapes,
                                         guint32               seed);
