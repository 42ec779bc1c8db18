/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

const char *tvx_county_of_municipality (const char *municipality);
char       *tvx_nuts_dup_code          (const char *county,
                                        guint       level);
const char *tvx_nuts_get_name          (const char *county);

G_END_DECLS
