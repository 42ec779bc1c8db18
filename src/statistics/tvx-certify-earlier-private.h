/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-publication-private.h"

G_BEGIN_DECLS

gboolean tvx_certify_earlier (TvxPublication  *publication,
                              GError         **error);

G_END_DECLS
