/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TVX_TYPE_OUTCOME (tvx_outcome_get_type ())
G_DECLARE_DERIVABLE_TYPE (TvxOutcome, tvx_outcome, TVX, OUTCOME, GObject)

struct _TvxOutcomeClass
{
  GObjectClass parent_class;
};

TvxOutcome *tvx_outcome_new         (const char *title,
                                     gboolean    good,
                                     const char *text);
void        tvx_outcome_set         (TvxOutcome *self,
                                     gboolean    good,
                                     const char *text);
gboolean    tvx_outcome_get_is_good (TvxOutcome *self);

G_END_DECLS
