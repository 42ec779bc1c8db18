/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-flow-private.h"
#include "statistics/tvx-protect.h"

G_BEGIN_DECLS

/* One end of the range of one small count, and the steps that show it to be possible. */
typedef struct
{
  guint        count;
  TvxRangeEnd  end;
  GPtrArray   *steps; /* of GArray of TvxShift; one for all readers, and more where insiders need them */
} TvxClaim;

typedef struct
{
  TvxPublication *publication;
  double         *weights;    /* count → what it costs to hide it */
  gboolean       *hidden;   /* count → whether a step may touch it; always so for what is not published */
  guint          *n_hidden_in; /* relation → how many of its members are hidden */

  GArray         *claims;         /* of TvxClaim */
  GPtrArray      *users;       /* count → GArray of the claims that have used it */
  GPtrArray      *known_steps; /* count → GPtrArray of steps that touch it, newest last */
  GPtrArray      *own;         /* insider → GArray of the counts it knows */

  TvxFlow        *reach;  /* may touch any count, at a cost */
  TvxFlow        *inside; /* may only touch what is hidden */
} TvxProtector;

TvxProtector *tvx_protector_new          (TvxPublication *publication,
                                          TvxHidingCost   cost);
void          tvx_protector_free         (TvxProtector *self);
void          tvx_protector_set_hidden   (TvxProtector *self,
                                          guint         count,
                                          gboolean      hidden);
gboolean      tvx_protector_is_secondary (TvxProtector *self,
                                          guint         count);
gboolean      tvx_protector_settle       (TvxProtector *self,
                                          TvxClaim     *claim,
                                          gboolean      inside);
void          tvx_protector_prune        (TvxProtector *self,
                                          TvxClaim     *claim);
gboolean      tvx_protector_try_show     (TvxProtector *self,
                                          guint         count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxProtector, tvx_protector_free)

G_END_DECLS
