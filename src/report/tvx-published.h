/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"
#include "model/tvx-register.h"
#include "statistics/tvx-protection.h"

G_BEGIN_DECLS

GPtrArray *tvx_published_list_sums    (TvxRegister *reg);
GPtrArray *tvx_published_list_related (TvxRegister *reg,
                                       GPtrArray   *projects);
TvxLedger *tvx_published_dup_ledger   (TvxRegister *reg,
                                       GHashTable  *ids);
char      *tvx_published_dup_latest   (TvxRegister *reg);
gboolean   tvx_published_record       (TvxProtection  *protection,
                                       guint           n_tables,
                                       TvxEditor      *editor,
                                       const char     *date,
                                       const char     *report,
                                       GError        **error);

G_END_DECLS
