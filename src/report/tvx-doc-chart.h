/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-chart.h"
#include "report/tvx-doc-node.h"

G_BEGIN_DECLS

void tvx_doc_add_chart          (TvxDocNode *parent,
                                 TvxChart   *chart);
void tvx_doc_add_chart_of_table (TvxDocNode *parent,
                                 TvxChart   *chart);

G_END_DECLS
