/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-cost.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "description", TVX_FIELD_TEXT, N_("Description"), TVX_FIELD_TITLE, .max_length = 200 },
  { "kind", TVX_FIELD_ENUM, N_("Kind of cost"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .vocabulary = &tvx_cost_kinds },
  { "in_kind", TVX_FIELD_BOOLEAN, N_("Other than money"),
    .help = N_("Work, premises or goods that somebody contributes. As much must stand among the funding.") },
  { "budget", TVX_FIELD_MONEY, N_("Budget"), .help = N_("In whole kronor") },
  { "actual", TVX_FIELD_MONEY, N_("Actual cost"), .help = N_("In whole kronor") },
};

TVX_DEFINE_RECORD (TvxCost, tvx_cost, "cost", N_("Cost"))
