/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"
#include "model/tvx-statistics-table.h"

G_BEGIN_DECLS

/**
 * TvxTableCellsFunc:
 * @key: the key of a cell
 * @is_part: (out): whether several cells become that one together
 * @data: what the function was given with
 *
 * Returns: (transfer full) (nullable): the key of the cell that it becomes, or becomes part of; %NULL where there is none
 */
typedef char *(*TvxTableCellsFunc) (const char *key,
                                    gboolean *is_part,
                                    gpointer data);

gboolean tvx_table_cells_change (TvxStatisticsTable  *table,
                                 const char          *field,
                                 TvxTableCellsFunc    func,
                                 guint                n_parts,
                                 gpointer             data,
                                 TvxEditor           *editor,
                                 GError             **error);

G_END_DECLS
