/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list that tells what became of each project that came in a file. */

#include "cli/tvx-cli-outcome.h"

#include <glib/gi18n-lib.h>

/**
 * tvx_cli_outcome_table_new: (skip)
 *
 * Returns: (transfer full): a table of outcomes, to which a command may add columns of its own
 */
TvxCliTable *
tvx_cli_outcome_table_new (void)
{
  TvxCliTable *table = tvx_cli_table_new ();

  tvx_cli_table_add_column (table, "outcome", _("Outcome"));
  tvx_cli_table_add_column (table, "id", _("Id"));
  tvx_cli_table_add_column (table, "title", _("Title"));
  return table;
}

/**
 * tvx_cli_outcome_table_add: (skip)
 * @table: a table of outcomes
 * @outcome: what became of the project
 * @id: the id of the project
 * @title: what it is called
 *
 * Adds a row; the cells of further columns are to follow.
 */
void
tvx_cli_outcome_table_add (TvxCliTable         *table,
                           const TvxCliOutcome *outcome,
                           const char          *id,
                           const char          *title)
{
  tvx_cli_table_add_cell (table, g_variant_new_string (outcome->name), _(outcome->label));
  tvx_cli_table_add_cell (table, g_variant_new_string (id), id);
  tvx_cli_table_add_cell (table, g_variant_new_string (title), title);
}
