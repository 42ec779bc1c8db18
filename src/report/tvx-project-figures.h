/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

const char *tvx_project_figures_get_start (TvxRecord *project);
const char *tvx_project_figures_get_end   (TvxRecord *project);
gint64      tvx_project_figures_add       (gint64 sum,
                                           gint64 amount);
gint64      tvx_project_figures_get_money (TvxRecord *project,
                                           guint     *n_without_amount);

G_END_DECLS
