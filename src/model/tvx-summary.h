/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-column.h"

G_BEGIN_DECLS

#define TVX_TYPE_SUMMARY (tvx_summary_get_type ())
G_DECLARE_FINAL_TYPE (TvxSummary, tvx_summary, TVX, SUMMARY, GObject)

TvxSummary *tvx_summary_new              (TvxRecord *record);
void        tvx_summary_update           (TvxSummary *self,
                                          TvxRecord  *record);

const char *tvx_summary_get_id           (TvxSummary *self);
const char *tvx_summary_get_title        (TvxSummary *self);
gboolean    tvx_summary_get_read_only    (TvxSummary *self);
GVariant   *tvx_summary_get_column_value (TvxSummary      *self,
                                          const TvxColumn *column);
int         tvx_summary_compare          (TvxSummary      *self,
                                          TvxSummary      *other,
                                          const TvxColumn *column);
gint64      tvx_summary_get_number       (TvxSummary *self,
                                          const char *path);
GVariant   *tvx_summary_get_value        (TvxSummary *self,
                                          const char *path);
char       *tvx_summary_dup_text         (TvxSummary *self,
                                          const char *path);
gboolean    tvx_summary_matches          (TvxSummary *self,
                                          const char *words);
char       *tvx_summary_dup_excerpt      (TvxSummary *self,
                                          const char *words,
                                          guint      *start,
                                          guint      *end);

G_END_DECLS
