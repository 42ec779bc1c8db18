/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

/**
 * TvxColumn:
 * @path: where the value stands in the record, as `title` or `handover.state`
 * @field: the field that holds it
 *
 * Something that is known of every record of a kind without opening it.
 */
typedef struct
{
  const char     *path;
  const TvxField *field;
} TvxColumn;

#define TVX_TYPE_SUMMARY (tvx_summary_get_type ())
G_DECLARE_FINAL_TYPE (TvxSummary, tvx_summary, TVX, SUMMARY, GObject)

TvxSummary      *tvx_summary_new              (TvxRecord *record);
void             tvx_summary_update           (TvxSummary *self,
                                               TvxRecord  *record);

const char      *tvx_summary_get_id           (TvxSummary *self);
const char      *tvx_summary_get_title        (TvxSummary *self);
gboolean         tvx_summary_get_read_only    (TvxSummary *self);
guint            tvx_summary_get_n_unexamined (TvxSummary *self);
GVariant        *tvx_summary_get_value        (TvxSummary *self,
                                               const char *path);
char            *tvx_summary_dup_text         (TvxSummary *self,
                                               const char *path);
gboolean         tvx_summary_matches          (TvxSummary *self,
                                               const char *words);

const TvxColumn *tvx_summary_get_columns      (GType  type,
                                               guint *n_columns);
const TvxColumn *tvx_summary_find_column      (GType       type,
                                               const char *path);

G_END_DECLS
