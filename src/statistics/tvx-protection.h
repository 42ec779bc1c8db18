/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "statistics/tvx-publication.h"
#include "statistics/tvx-witness.h"

G_BEGIN_DECLS

/**
 * TvxCellState:
 * @TVX_CELL_SHOWN: the number is published
 * @TVX_CELL_SMALL: hidden, since it is small itself
 * @TVX_CELL_FOLLOW: hidden, so that a small one cannot be worked out
 * @TVX_CELL_UNPUBLISHED: not in what is published at all
 *
 * What is done with a count. Readers see no difference between the two kinds of hidden.
 */
typedef enum
{
  TVX_CELL_SHOWN,
  TVX_CELL_SMALL,
  TVX_CELL_FOLLOW,
  TVX_CELL_UNPUBLISHED,
} TvxCellState;

/**
 * TvxProtectionSummary:
 * @n_cells: how many different counts are published, hidden ones included
 * @n_small: how many are hidden because they are small
 * @n_follow: how many are hidden so that small ones cannot be worked out
 * @follow_sum: the sum of the latter
 *
 * How much a protection hides.
 */
typedef struct
{
  guint  n_cells;
  guint  n_small;
  guint  n_follow;
  gint64 follow_sum;
} TvxProtectionSummary;

/**
 * TvxProtection:
 *
 * What may be published of the tables in a publication, with the proof.
 */
typedef struct _TvxProtection TvxProtection;

TvxProtection    *tvx_protection_new             (TvxPublication *publication);
TvxProtection    *tvx_protection_ref             (TvxProtection *self);
void              tvx_protection_unref           (TvxProtection *self);
TvxPublication   *tvx_protection_get_publication (TvxProtection *self);

void              tvx_protection_set_hidden      (TvxProtection *self,
                                                  guint          count,
                                                  gboolean       hidden);
TvxCellState      tvx_protection_get_state       (TvxProtection *self,
                                                  guint          count);
TvxCellState      tvx_protection_get_state_at    (TvxProtection *self,
                                                  guint          table,
                                                  guint          cell);
void              tvx_protection_add_witness     (TvxProtection *self,
                                                  TvxWitness    *witness);
guint             tvx_protection_get_n_witnesses (TvxProtection *self);
const TvxWitness *tvx_protection_get_witness     (TvxProtection *self,
                                                  guint          witness);
void              tvx_protection_get_summary     (TvxProtection        *self,
                                                  TvxProtectionSummary *summary);

gboolean          tvx_protection_certify         (TvxProtection  *self,
                                                  GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxProtection, tvx_protection_unref)

G_END_DECLS
