/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-history-names.h"

#include "model/tvx-summary.h"

/**
 * tvx_history_names_new:
 * @workspace: an open register
 * @project: a project of it
 *
 * Collects what references in the history of @project may refer to: parts of the project and of the register, and other
 * projects.
 *
 * Returns: (transfer full) (element-type utf8 utf8): what records are called, by id, for [method@Tvx.HistoryEntry.set_names]
 */
GHashTable *
tvx_history_names_new (TvxWorkspace *workspace,
                       TvxProject   *project)
{
  GListModel *summaries = tvx_workspace_get_summaries (workspace);
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);

      g_hash_table_replace (names, g_strdup (tvx_summary_get_id (summary)), g_strdup (tvx_summary_get_title (summary)));
    }
  tvx_record_add_titles (TVX_RECORD (tvx_workspace_get_register (workspace)), names);
  tvx_record_add_titles (TVX_RECORD (project), names);
  return names;
}
