/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

const char *tvx_project_figures_get_start    (TvxRecord *project);
const char *tvx_project_figures_get_end      (TvxRecord *project);
gint64      tvx_project_figures_add          (gint64 sum,
                                              gint64 amount);
gint64      tvx_project_figures_get_money    (TvxRecord *project,
                                              guint     *n_without_amount);
gint64      tvx_project_figures_sum          (TvxRecord  *project,
                                              const char *list,
                                              const char *field,
                                              const char *only);
gint64      tvx_project_figures_sum_costs    (GListModel *costs,
                                              const char *field);
gint64      tvx_project_figures_sum_funding  (GListModel *funding,
                                              const char *field);
gint64      tvx_project_figures_get_cost     (TvxRecord  *project,
                                              const char *field,
                                              gboolean    in_kind);
TvxRecord  *tvx_project_figures_dup_owner    (TvxRecord  *project,
                                              const char *today);
TvxRecord  *tvx_project_figures_dup_next_due (TvxRecord *project);

G_END_DECLS
