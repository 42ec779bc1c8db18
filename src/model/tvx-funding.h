/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_FUNDING (tvx_funding_get_type ())
G_DECLARE_FINAL_TYPE (TvxFunding, tvx_funding, TVX, FUNDING, TvxRecord)

G_END_DECLS
