/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-protection.h"

#include "statistics/tvx-publication-private.h"

struct _TvxProtection
{
  gatomicrefcount  ref_count;
  TvxPublication  *publication;
  gboolean        *hidden;
  GPtrArray       *witnesses;
};

/**
 * tvx_protection_new:
 * @publication: a prepared publication
 *
 * Makes a protection that hides nothing and proves nothing.
 *
 * Returns: (transfer full): the protection
 */
TvxProtection *
tvx_protection_new (TvxPublication *publication)
{
  TvxProtection *self;

  g_return_val_if_fail (publication != NULL, NULL);

  self = g_new0 (TvxProtection, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->publication = tvx_publication_ref (publication);
  self->hidden = g_new0 (gboolean, publication->n_counts);
  self->witnesses = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_witness_free);
  return self;
}

TvxProtection *
tvx_protection_ref (TvxProtection *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tvx_protection_unref (TvxProtection *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->witnesses);
  g_free (self->hidden);
  tvx_publication_unref (self->publication);
  g_free (self);
}

/**
 * tvx_protection_get_publication:
 * @self: a protection
 *
 * Gets the publication that is protected.
 *
 * Returns: (transfer none): the publication
 */
TvxPublication *
tvx_protection_get_publication (TvxProtection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->publication;
}

void
tvx_protection_set_hidden (TvxProtection *self,
                           guint          count,
                           gboolean       hidden)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (count < self->publication->n_counts);

  self->hidden[count] = hidden;
}

TvxCellState
tvx_protection_get_state (TvxProtection *self,
                          guint          count)
{
  const TvxCount *of;

  g_return_val_if_fail (self != NULL, TVX_CELL_UNPUBLISHED);
  g_return_val_if_fail (count < self->publication->n_counts, TVX_CELL_UNPUBLISHED);

  of = &self->publication->counts[count];
  if (!of->published)
    return TVX_CELL_UNPUBLISHED;
  if (!self->hidden[count])
    return TVX_CELL_SHOWN;
  return of->sensitive ? TVX_CELL_SMALL : TVX_CELL_FOLLOW;
}

TvxCellState
tvx_protection_get_state_at (TvxProtection *self,
                             guint          table,
                             guint          cell)
{
  g_return_val_if_fail (self != NULL, TVX_CELL_UNPUBLISHED);

  return tvx_protection_get_state (self, tvx_publication_get_count_at (self->publication, table, cell));
}

/**
 * tvx_protection_add_witness:
 * @self: a protection
 * @witness: (transfer full): a witness
 *
 * Adds a piece of proof, which is believed only when it is certified.
 */
void
tvx_protection_add_witness (TvxProtection *self,
                            TvxWitness    *witness)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (witness != NULL);

  g_ptr_array_add (self->witnesses, witness);
}

guint
tvx_protection_get_n_witnesses (TvxProtection *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->witnesses->len;
}

const TvxWitness *
tvx_protection_get_witness (TvxProtection *self,
                            guint          witness)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (witness < self->witnesses->len, NULL);

  return g_ptr_array_index (self->witnesses, witness);
}

/**
 * tvx_protection_get_summary:
 * @self: a protection
 * @summary: (out caller-allocates): return location for the summary
 *
 * Sums up how much is hidden.
 */
void
tvx_protection_get_summary (TvxProtection        *self,
                            TvxProtectionSummary *summary)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (summary != NULL);

  *summary = (TvxProtectionSummary) { 0 };
  for (guint i = 0; i < self->publication->n_counts; i++)
    {
      TvxCellState state = tvx_protection_get_state (self, i);

      summary->n_cells += state != TVX_CELL_UNPUBLISHED;
      summary->n_small += state == TVX_CELL_SMALL;
      summary->n_follow += state == TVX_CELL_FOLLOW;
      if (state == TVX_CELL_FOLLOW)
        summary->follow_sum += self->publication->counts[i].value;
    }
}
