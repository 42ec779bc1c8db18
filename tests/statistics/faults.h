/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-protection.h"

#define FAULT_KEEP_ALL G_MAXUINT

TvxProtection *fault_copy (TvxProtection  *original,
                           TvxPublication *publication,
                           guint           without);
