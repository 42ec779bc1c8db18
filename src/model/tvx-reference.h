/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_REFERENCE (tvx_reference_get_type ())
G_DECLARE_FINAL_TYPE (TvxReference, tvx_reference, TVX, REFERENCE, TvxRecord)

G_END_DECLS
