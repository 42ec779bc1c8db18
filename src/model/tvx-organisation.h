/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_ORGANISATION (tvx_organisation_get_type ())
G_DECLARE_FINAL_TYPE (TvxOrganisation, tvx_organisation, TVX, ORGANISATION, TvxRecord)

G_END_DECLS
