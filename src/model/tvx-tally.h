/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-summary.h"

G_BEGIN_DECLS

/**
 * TvxTallyRow:
 * @criterion: a value of the column, empty for no value
 * @n: how many projects have it
 * @granted: what is granted to them, in kronor; of a column that counts by itself, what it counts
 *
 * How many projects have a value.
 */
typedef struct
{
  char   *criterion;
  guint   n;
  gint64  granted;
} TvxTallyRow;

GArray *tvx_tally_new (GListModel      *summaries,
                       const TvxColumn *column);

G_END_DECLS
