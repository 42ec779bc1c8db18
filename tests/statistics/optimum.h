/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-publication.h"

guint optimum_find (TvxPublication *publication,
                    gboolean        whole);
