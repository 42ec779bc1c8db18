/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_OWN_DIMENSION (tvx_own_dimension_get_type ())
G_DECLARE_FINAL_TYPE (TvxOwnDimension, tvx_own_dimension, TVX, OWN_DIMENSION, TvxRecord)

G_END_DECLS
