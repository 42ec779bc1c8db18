/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_STATISTICS_TABLE (tvx_statistics_table_get_type ())
G_DECLARE_FINAL_TYPE (TvxStatisticsTable, tvx_statistics_table, TVX, STATISTICS_TABLE, TvxRecord)

#define TVX_STATISTICS_TABLE_MAX_AXES 3

gboolean           tvx_statistics_table_is_sensitive     (TvxStatisticsTable *self);
guint              tvx_statistics_table_get_threshold    (TvxStatisticsTable *self);
const char        *tvx_statistics_table_get_zeros        (TvxStatisticsTable *self);
const char *const *tvx_statistics_table_get_genders      (TvxStatisticsTable *self);
const char        *tvx_statistics_table_get_gender_label (const char *code);
const char *const *tvx_statistics_table_get_cell_fields  (void);
gboolean           tvx_statistics_table_is_inner         (TvxStatisticsTable *self,
                                                          const char         *key,
                                                          guint               but);
char              *tvx_statistics_table_dup_cell_name    (TvxStatisticsTable *self,
                                                          const char         *key);
gboolean           tvx_statistics_table_is_filled        (TvxStatisticsTable *self);
guint              tvx_statistics_table_count_empty      (TvxStatisticsTable *self);
guint              tvx_statistics_table_count_outside    (TvxStatisticsTable *self);
gint64             tvx_statistics_table_get_count        (TvxStatisticsTable *self,
                                                          const char         *key);
gboolean           tvx_statistics_table_get_impossible   (TvxStatisticsTable *self,
                                                          const char         *key);
gboolean           tvx_statistics_table_get_typed        (TvxStatisticsTable *self,
                                                          const char         *key,
                                                          gint64             *total);
gboolean           tvx_statistics_table_parse_count      (const char  *text,
                                                          gint64      *count,
                                                          GError     **error);
GVariant          *tvx_statistics_table_with_counts      (TvxStatisticsTable *self,
                                                          const char         *field,
                                                          GVariant           *changes);

G_END_DECLS
