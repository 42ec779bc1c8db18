/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-publication-private.h"
#include "statistics/tvx-witness.h"

G_BEGIN_DECLS

/* Finds the cheapest step that moves one count by a given amount. What a count
 * costs is charged once, when the step touches it at all. */
typedef struct _TvxFlow TvxFlow;

/* A cost below this is none: it only chooses between steps of the same cost. */
#define TVX_FLOW_FREE 0.05

TvxFlow  *tvx_flow_new           (TvxPublication *publication);
TvxFlow  *tvx_flow_new_within    (TvxPublication *publication,
                                  const double   *down,
                                  const double   *up);
void      tvx_flow_free          (TvxFlow *self);
void      tvx_flow_set_cost      (TvxFlow *self,
                                  guint    count,
                                  double   cost);
double    tvx_flow_get_cost      (TvxFlow *self,
                                  guint    count);
void      tvx_flow_set_open      (TvxFlow  *self,
                                  guint     count,
                                  gboolean  open);
gboolean  tvx_flow_get_open      (TvxFlow *self,
                                  guint    count);
GArray   *tvx_flow_find          (TvxFlow *self,
                                  guint    count,
                                  gint64   by,
                                  guint    n_repeats);
double    tvx_flow_get_work      (TvxFlow *self);

gboolean  tvx_flow_is_legal_step (TvxPublication *publication,
                                  GArray         *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxFlow, tvx_flow_free)

G_END_DECLS
