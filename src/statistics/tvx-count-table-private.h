/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-count-table.h"

G_BEGIN_DECLS

struct _TvxCountTable
{
  gatomicrefcount   ref_count;
  char             *name;
  char             *population;
  guint             threshold;
  TvxZeros          zeros;
  gboolean          insiders;

  guint             n_axes;
  TvxAxis         **axes;
  guint            *strides;
  GTree            *fixed; /* axis id → category id, for what all cells of the table share */

  guint             n_cells;
  gint64           *counts;
  gboolean         *impossible;
  guint            *n_possible; /* (nullable): for each cell, the inner cells in it that are not impossible */
};

int tvx_count_table_compare_ids (gconstpointer a,
                                 gconstpointer b,
                                 gpointer      data);

G_END_DECLS
