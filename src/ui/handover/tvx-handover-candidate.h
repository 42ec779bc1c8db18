/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-project.h"
#include "ui/handover/tvx-outcome.h"

G_BEGIN_DECLS

#define TVX_TYPE_HANDOVER_CANDIDATE (tvx_handover_candidate_get_type ())
G_DECLARE_FINAL_TYPE (TvxHandoverCandidate, tvx_handover_candidate, TVX, HANDOVER_CANDIDATE, TvxOutcome)

TvxHandoverCandidate *tvx_handover_candidate_new         (TvxProject *project);

TvxProject           *tvx_handover_candidate_get_project (TvxHandoverCandidate *self);
const char           *tvx_handover_candidate_get_state   (TvxHandoverCandidate *self);
void                  tvx_handover_candidate_set_step    (TvxHandoverCandidate *self,
                                                          TvxRecord            *reg,
                                                          const char           *to);

G_END_DECLS
