/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_LINK (tvx_link_get_type ())
G_DECLARE_FINAL_TYPE (TvxLink, tvx_link, TVX, LINK, TvxRecord)

G_END_DECLS
