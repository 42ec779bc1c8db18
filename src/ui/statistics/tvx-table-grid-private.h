/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/statistics/tvx-table-grid.h"

G_BEGIN_DECLS

/* What is typed, and what readers see, where a combination cannot occur. */
#define TVX_TABLE_IMPOSSIBLE "."

struct _TvxTableGrid
{
  AdwBin              parent_instance;

  TvxEditor          *editor;
  TvxStatisticsTable *table;
  TvxProtectedTables *tables; /* NULL until they are protected */
  gboolean            as_reader;
  gboolean            totals;
  TvxTableMeasure     measure;
  char               *shape;
  GPtrArray          *cells; /* of TvxTableCell, row by row */
  guint               n_columns;
};

typedef struct
{
  TvxTableGrid *grid;
  char         *key;
  char         *name;
  GtkWidget    *widget; /* an entry, or a box of a label and a mark */
  GtkWidget    *mark;
  char         *shown; /* in an entry, before anybody types */
  gboolean      inner;
  guint         position;
} TvxTableCell;

/* A cell is part of its grid; its widget belongs to the grid as well. */
TvxTableCell   *tvx_table_cell_new              (TvxTableGrid *grid,
                                                 const char   *row_key,
                                                 const char   *gender,
                                                 gboolean      inner_row);
void            tvx_table_cell_free             (TvxTableCell *cell);
void            tvx_table_cell_show             (TvxTableCell *cell);
const TvxField *tvx_table_cell_get_field        (TvxTableCell *cell);
char           *tvx_table_cell_dup_typed        (TvxTableCell *cell);

GtkWidget      *tvx_table_cell_create_entry     (TvxTableCell *cell);
gboolean        tvx_table_cell_is_typed_in      (TvxTableCell *cell);
void            tvx_table_cell_stop_typing      (TvxTableCell *cell);

guint           tvx_table_grid_get_n_axes       (TvxTableGrid *self);
char           *tvx_table_grid_dup_label        (TvxTableGrid *self,
                                                 guint         axis,
                                                 const char   *code);
char           *tvx_table_grid_dup_name         (TvxTableGrid *self,
                                                 const char   *key);
char           *tvx_table_grid_dup_reason       (TvxTableGrid *self,
                                                 const char   *key);
gboolean        tvx_table_grid_get_shown        (TvxTableGrid *self,
                                                 const char   *key,
                                                 gint64       *number);
char           *tvx_table_grid_dup_reader_text  (TvxTableGrid       *self,
                                                 const TvxTableCell *cell);
char           *tvx_table_grid_dup_share        (TvxTableGrid       *self,
                                                 const TvxTableCell *cell,
                                                 gboolean            as_reader);
char           *tvx_table_grid_dup_share_reason (TvxTableGrid       *self,
                                                 const TvxTableCell *cell);

G_END_DECLS
