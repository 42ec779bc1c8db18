/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_LOCATION (tvx_location_get_type ())
G_DECLARE_FINAL_TYPE (TvxLocation, tvx_location, TVX, LOCATION, TvxRecord)

G_END_DECLS
