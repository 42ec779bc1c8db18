/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_OWN_TERM (tvx_own_term_get_type ())
G_DECLARE_FINAL_TYPE (TvxOwnTerm, tvx_own_term, TVX, OWN_TERM, TvxRecord)

G_END_DECLS
