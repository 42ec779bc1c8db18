/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tvx-editor.h"
#include "report/tvx-protected-tables.h"

G_BEGIN_DECLS

#define TVX_TYPE_TABLE_GRID (tvx_table_grid_get_type ())
G_DECLARE_FINAL_TYPE (TvxTableGrid, tvx_table_grid, TVX, TABLE_GRID, AdwBin)

/**
 * TvxTableMeasure:
 * @TVX_TABLE_MEASURE_COUNTS: how many people there are
 * @TVX_TABLE_MEASURE_OF_GENDER: their share of all women, or of all men
 * @TVX_TABLE_MEASURE_OF_GROUP: how women and men share a group
 *
 * What cells tell.
 */
typedef enum
{
  TVX_TABLE_MEASURE_COUNTS,
  TVX_TABLE_MEASURE_OF_GENDER,
  TVX_TABLE_MEASURE_OF_GROUP,
} TvxTableMeasure;

TvxTableGrid *tvx_table_grid_new             (TvxEditor          *editor,
                                              TvxStatisticsTable *table);
GtkWidget    *tvx_table_grid_get_first_entry (TvxTableGrid *self);
void          tvx_table_grid_update          (TvxTableGrid *self);
void          tvx_table_grid_set_protection  (TvxTableGrid       *self,
                                              TvxProtectedTables *tables);
void          tvx_table_grid_set_as_reader   (TvxTableGrid *self,
                                              gboolean      as_reader);
void          tvx_table_grid_set_totals      (TvxTableGrid *self,
                                              gboolean      totals);
void          tvx_table_grid_set_measure     (TvxTableGrid    *self,
                                              TvxTableMeasure  measure);
char         *tvx_table_grid_dup_published   (TvxTableGrid *self);
gboolean      tvx_table_grid_paste           (TvxTableGrid *self,
                                              const char   *key,
                                              const char   *text);

G_END_DECLS
