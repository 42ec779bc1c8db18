/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-project-finder.h"

#include "model/tvx-normalize.h"

/* How well a project fits what was typed. */
typedef enum
{
  FIT_NONE,
  FIT_START_OF_ID,
  FIT_TITLE,
  FIT_ID,
} Fit;

static Fit
get_fit (TvxSummary *summary,
         const char *id,
         const char *title)
{
  if (g_str_equal (tvx_summary_get_id (summary), id))
    return FIT_ID;
  if (g_strcmp0 (tvx_summary_get_title (summary), title) == 0)
    return FIT_TITLE;
  return *id != '\0' && g_str_has_prefix (tvx_summary_get_id (summary), id) ? FIT_START_OF_ID : FIT_NONE;
}

/**
 * tvx_project_finder_find:
 * @workspace: a register
 * @text: an id, the start of one, or an exact title, as a person types it
 *
 * Finds the projects that fit best: one that has the very title goes before those whose ids begin like it.
 *
 * Returns: (transfer full) (element-type TvxSummary): the projects; more than one where @text does not tell which
 */
GPtrArray *
tvx_project_finder_find (TvxWorkspace *workspace,
                         const char   *text)
{
  GListModel *summaries = tvx_workspace_get_summaries (workspace);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *id = g_ascii_strdown (text, -1);
  g_autofree char *title = tvx_normalize (text, G_NORMALIZE_NFC);
  Fit best = FIT_START_OF_ID;

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);
      Fit fit = get_fit (summary, id, title);

      if (fit < best)
        continue;
      if (fit > best)
        g_ptr_array_set_size (found, 0);
      best = fit;
      g_ptr_array_add (found, g_steal_pointer (&summary));
    }
  return found;
}
