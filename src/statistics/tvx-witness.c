/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-witness.h"

/**
 * tvx_witness_new:
 * @count: the number of the count that is protected
 * @end: which end of its range the witness reaches
 * @shifts: (array length=n_shifts): how the tables differ from the truth
 * @n_shifts: how many differences there are
 *
 * Makes a witness.
 *
 * Returns: (transfer full): the witness
 */
TvxWitness *
tvx_witness_new (guint           count,
                 TvxRangeEnd     end,
                 const TvxShift *shifts,
                 guint           n_shifts)
{
  TvxWitness *self = g_new0 (TvxWitness, 1);

  self->count = count;
  self->end = end;
  self->n_shifts = n_shifts;
  self->shifts = g_memdup2 (shifts, n_shifts * sizeof (TvxShift));
  return self;
}

void
tvx_witness_free (TvxWitness *self)
{
  g_free (self->shifts);
  g_free (self);
}
