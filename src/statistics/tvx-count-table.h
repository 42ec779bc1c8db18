/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "statistics/tvx-axis.h"

G_BEGIN_DECLS

/**
 * TvxZeros:
 * @TVX_ZEROS_MAYBE: zeros are shown, but one may be hidden so that small counts cannot be worked out
 * @TVX_ZEROS_SHOWN: every zero is shown, and readers are told so
 * @TVX_ZEROS_PROTECTED: zeros are hidden as small counts are
 *
 * What readers are told about zeros, and so what they can conclude from a hidden cell.
 *
 * With %TVX_ZEROS_MAYBE a hidden cell may be 0, and each count below the
 * threshold t keeps the range from 1 to t. With %TVX_ZEROS_SHOWN a reader knows
 * that each hidden cell is at least 1, and that a hidden sum is at least the
 * number of its inner cells that are not shown as 0; the range starts there.
 * With %TVX_ZEROS_PROTECTED a zero keeps the range from 0 to t. Then no reader
 * can tell either that everyone in a row is in one and the same cell, since that
 * is to know that all others are zero. A cell marked as impossible is a zero that
 * everyone knows, whatever the rule.
 */
typedef enum
{
  TVX_ZEROS_MAYBE,
  TVX_ZEROS_SHOWN,
  TVX_ZEROS_PROTECTED,
} TvxZeros;

#define TVX_COUNT_TABLE_DEFAULT_THRESHOLD 5
#define TVX_COUNT_TABLE_MIN_THRESHOLD 3
#define TVX_COUNT_TABLE_MAX_THRESHOLD 20

/**
 * TvxCountTable:
 *
 * Counts by one or more axes, with the sum over each group and total.
 *
 * A *cell* is a choice of one node for each axis, and has an index from 0
 * up to the product of their numbers. Inner cells, those at a category in each
 * axis, are given; the others follow. All counts are 0 to begin with.
 */
typedef struct _TvxCountTable TvxCountTable;

TvxCountTable *tvx_count_table_new            (const char  *name,
                                               TvxAxis    **axes,
                                               guint        n_axes,
                                               GError     **error);
TvxCountTable *tvx_count_table_new_like       (TvxCountTable  *other,
                                               TvxAxis       **axes,
                                               guint           n_axes,
                                               GError        **error);
TvxCountTable *tvx_count_table_ref            (TvxCountTable *self);
void           tvx_count_table_unref          (TvxCountTable *self);

void           tvx_count_table_set_population (TvxCountTable *self,
                                               const char    *population);
void           tvx_count_table_fix            (TvxCountTable *self,
                                               const char    *axis,
                                               const char    *category);
gboolean       tvx_count_table_set_threshold  (TvxCountTable  *self,
                                               guint           threshold,
                                               GError        **error);
guint          tvx_count_table_get_threshold  (TvxCountTable *self);
void           tvx_count_table_set_zeros      (TvxCountTable *self,
                                               TvxZeros       zeros);
TvxZeros       tvx_count_table_get_zeros      (TvxCountTable *self);
void           tvx_count_table_set_insiders   (TvxCountTable *self,
                                               gboolean       insiders);
gboolean       tvx_count_table_get_insiders   (TvxCountTable *self);

const char    *tvx_count_table_get_name       (TvxCountTable *self);
guint          tvx_count_table_get_n_axes     (TvxCountTable *self);
TvxAxis       *tvx_count_table_get_axis       (TvxCountTable *self,
                                               guint          axis);
guint          tvx_count_table_get_n_cells    (TvxCountTable *self);

gboolean       tvx_count_table_find_cell      (TvxCountTable      *self,
                                               const char *const  *at,
                                               guint              *cell,
                                               GError            **error);
guint          tvx_count_table_get_node       (TvxCountTable *self,
                                               guint          cell,
                                               guint          axis);
const char    *tvx_count_table_get_category   (TvxCountTable *self,
                                               guint          cell,
                                               const char    *axis);
guint          tvx_count_table_move           (TvxCountTable *self,
                                               guint          cell,
                                               guint          axis,
                                               guint          node);
gboolean       tvx_count_table_is_inner       (TvxCountTable *self,
                                               guint          cell);
gboolean       tvx_count_table_is_published   (TvxCountTable *self,
                                               guint          cell);
void           tvx_count_table_get_above      (TvxCountTable *self,
                                               guint          cell,
                                               GArray        *cells);
gboolean       tvx_count_table_has_axis       (TvxCountTable *self,
                                               const char    *axis);
gboolean       tvx_count_table_is_about       (TvxCountTable *self,
                                               const char    *key);
char          *tvx_count_table_dup_key        (TvxCountTable *self,
                                               guint          cell);
char          *tvx_count_table_dup_key_label  (TvxCountTable *self,
                                               const char    *key);
char          *tvx_count_table_dup_label      (TvxCountTable *self,
                                               guint          cell);

gboolean       tvx_count_table_set_count      (TvxCountTable  *self,
                                               guint           cell,
                                               gint64          count,
                                               GError        **error);
gint64         tvx_count_table_get_count      (TvxCountTable *self,
                                               guint          cell);
gboolean       tvx_count_table_set_impossible (TvxCountTable  *self,
                                               guint           cell,
                                               GError        **error);
gboolean       tvx_count_table_get_impossible (TvxCountTable *self,
                                               guint          cell);

char          *tvx_count_key_dup_place        (const char *key,
                                               const char *axis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxCountTable, tvx_count_table_unref)

G_END_DECLS
