/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_PARTNER (tvx_partner_get_type ())
G_DECLARE_FINAL_TYPE (TvxPartner, tvx_partner, TVX, PARTNER, TvxRecord)

G_END_DECLS
