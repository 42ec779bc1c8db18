/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TVX_TYPE_OUTCOME_LIST (tvx_outcome_list_get_type ())
G_DECLARE_FINAL_TYPE (TvxOutcomeList, tvx_outcome_list, TVX, OUTCOME_LIST, AdwBin)

void tvx_outcome_list_set_outcomes (TvxOutcomeList *self,
                                    GListModel     *outcomes);

G_END_DECLS
