/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-summary.h"

G_BEGIN_DECLS

typedef struct _TvxSummaryList TvxSummaryList;

TvxSummaryList *tvx_summary_list_new         (GPtrArray *summaries);
void            tvx_summary_list_free        (TvxSummaryList *self);

GListModel     *tvx_summary_list_get_model   (TvxSummaryList *self);
TvxSummary     *tvx_summary_list_find        (TvxSummaryList *self,
                                              const char     *id);
void            tvx_summary_list_update      (TvxSummaryList *self,
                                              TvxRecord      *record);
void            tvx_summary_list_update_many (TvxSummaryList *self,
                                              GHashTable     *records);
void            tvx_summary_list_remove      (TvxSummaryList *self,
                                              const char     *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxSummaryList, tvx_summary_list_free)

G_END_DECLS
