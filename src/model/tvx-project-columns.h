/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_N_PROJECT_COLUMNS 10

extern const TvxComputed tvx_project_columns[TVX_N_PROJECT_COLUMNS];

G_END_DECLS
