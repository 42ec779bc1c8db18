/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

GPtrArray *tvx_list_table_get_columns (GType type);
char      *tvx_list_table_to_tsv      (GListModel *list,
                                       GType       type);
char      *tvx_list_table_to_html     (GListModel *list,
                                       GType       type,
                                       const char *caption);

G_END_DECLS
