/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_CONTACT (tvx_contact_get_type ())
G_DECLARE_FINAL_TYPE (TvxContact, tvx_contact, TVX, CONTACT, TvxRecord)

G_END_DECLS
