/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "statistics/tvx-ledger.h"
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
 * TvxReasonKind:
 * @TVX_REASON_NONE: the count is not hidden
 * @TVX_REASON_SMALL: it is small
 * @TVX_REASON_ZERO: it is a zero, and zeros are protected
 * @TVX_REASON_FOLLOW: without it a small count could be worked out
 * @TVX_REASON_EARLIER: an earlier report hides it
 *
 * Why a count is hidden.
 */
typedef enum
{
  TVX_REASON_NONE,
  TVX_REASON_SMALL,
  TVX_REASON_ZERO,
  TVX_REASON_FOLLOW,
  TVX_REASON_EARLIER,
} TvxReasonKind;

/**
 * TvxReason:
 * @kind: why the count is hidden
 * @number: the true count
 * @table: with %TVX_REASON_FOLLOW, the table that a small count is in that could be worked out
 * @cell: the cell that it is in
 * @small: the true value of that small count
 * @report: (nullable): with %TVX_REASON_EARLIER, the report that hides the count
 *
 * Why a count is hidden, in a form that can be put into words. It is for those who know the truth.
 */
typedef struct
{
  TvxReasonKind  kind;
  gint64         number;
  guint table, cell;
  gint64         small;
  const char    *report;
} TvxReason;

/**
 * TvxProtectionSummary:
 * @n_cells: how many counts are published, hidden ones included
 * @n_small: how many are hidden because they are small
 * @n_follow: how many are hidden so that small ones cannot be worked out
 * @follow_sum: the sum of the latter
 *
 * How much a protection hides. Readers may be told @n_cells and the sum of @n_small and @n_follow, and no more.
 */
typedef struct
{
  guint  n_cells;
  guint  n_small;
  guint  n_follow;
  gint64 follow_sum;
} TvxProtectionSummary;

/**
 * TVX_PROTECTION_MUCH_HIDDEN:
 *
 * Where more than this part of the numbers is hidden, a smaller table is worth proposing.
 */
#define TVX_PROTECTION_MUCH_HIDDEN 0.4

/**
 * TvxProtection:
 *
 * What may be published of the tables in a publication, with the proof.
 *
 * Whatever readers get to see of the counts comes from [func@protection_get_shown]
 * and [func@protection_get_share], and from nothing else.
 */
typedef struct _TvxProtection TvxProtection;

TvxProtection    *tvx_protection_new             (TvxPublication *publication);
TvxProtection    *tvx_protection_ref             (TvxProtection *self);
void              tvx_protection_unref           (TvxProtection *self);
TvxPublication   *tvx_protection_get_publication (TvxProtection *self);

void              tvx_protection_set_hidden      (TvxProtection *self,
                                                  guint          count,
                                                  gboolean       hidden);
void              tvx_protection_set_rounded     (TvxProtection *self,
                                                  guint          count,
                                                  gint64         number);
gint64            tvx_protection_get_rounded     (TvxProtection *self,
                                                  guint          count);
guint             tvx_protection_get_rounding    (TvxProtection *self);
TvxCellState      tvx_protection_get_state       (TvxProtection *self,
                                                  guint          count);
TvxCellState      tvx_protection_get_state_at    (TvxProtection *self,
                                                  guint          table,
                                                  guint          cell);
gboolean          tvx_protection_get_shown       (TvxProtection *self,
                                                  guint          table,
                                                  guint          cell,
                                                  gint64        *number);
gboolean          tvx_protection_get_share       (TvxProtection *self,
                                                  guint          table,
                                                  guint          cell,
                                                  guint          of,
                                                  double        *share);
void              tvx_protection_get_reason      (TvxProtection *self,
                                                  guint          table,
                                                  guint          cell,
                                                  TvxReason     *reason);
void              tvx_protection_add_witness     (TvxProtection *self,
                                                  TvxWitness    *witness);
guint             tvx_protection_get_n_witnesses (TvxProtection *self);
const TvxWitness *tvx_protection_get_witness     (TvxProtection *self,
                                                  guint          witness);
void              tvx_protection_get_summary     (TvxProtection        *self,
                                                  TvxProtectionSummary *summary);
void              tvx_protection_get_summary_of  (TvxProtection        *self,
                                                  guint                 table,
                                                  TvxProtectionSummary *summary);
gboolean          tvx_protection_hides_much      (TvxProtection *self);
void              tvx_protection_record          (TvxProtection *self,
                                                  guint          n_tables,
                                                  TvxLedger     *ledger,
                                                  const char    *date,
                                                  const char    *report);

gboolean          tvx_protection_certify         (TvxProtection  *self,
                                                  GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxProtection, tvx_protection_unref)

G_END_DECLS
