/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_REGISTER (tvx_register_get_type ())
G_DECLARE_FINAL_TYPE (TvxRegister, tvx_register, TVX, REGISTER, TvxRecord)

G_END_DECLS
