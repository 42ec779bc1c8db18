/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TvxRangeEnd:
 * @TVX_RANGE_LOW: the lowest value that the rule about zeros allows
 * @TVX_RANGE_HIGH: the threshold
 *
 * An end of the range that a reader must not be able to narrow.
 */
typedef enum
{
  TVX_RANGE_LOW,
  TVX_RANGE_HIGH,
} TvxRangeEnd;

/**
 * TvxShift:
 * @count: the number of a count in its publication
 * @by: how much higher it is in the witness than in truth
 *
 * One difference between the true tables and a witness.
 */
typedef struct
{
  guint  count;
  gint64 by;
} TvxShift;

/**
 * TvxWitness:
 * @count: the number of the count that is protected
 * @end: which end of its range the witness reaches
 * @n_shifts: how many counts differ from the truth
 * @shifts: (array length=n_shifts): the differences, by ascending number of the count
 *
 * Other tables that agree with everything published.
 *
 * In them the protected count is exactly at an end of its range, so a reader
 * cannot rule that value out. A witness gives the true counts away and never
 * leaves the program.
 */
typedef struct
{
  guint        count;
  TvxRangeEnd  end;
  guint        n_shifts;
  TvxShift    *shifts;
} TvxWitness;

TvxWitness *tvx_witness_new  (guint           count,
                              TvxRangeEnd     end,
                              const TvxShift *shifts,
                              guint           n_shifts);
void        tvx_witness_free (TvxWitness *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxWitness, tvx_witness_free)

G_END_DECLS
