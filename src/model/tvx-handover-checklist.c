/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checklist of a handover, which follows that of the register. */

#include "model/tvx-handover-checklist.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-checklist-item.h"
#include "model/tvx-project.h"

/**
 * tvx_handover_has_item:
 * @checklist: the checklist of a project or of a register
 * @title: (nullable): the title of an item
 *
 * Looks for an item. It is known by its words: one that has been reworded asks for something else.
 *
 * Returns: whether the checklist has such an item
 */
gboolean
tvx_handover_has_item (GListModel *checklist,
                       const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (checklist); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (checklist, i);

      if (g_strcmp0 (tvx_record_get_text (item, "title"), title) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tvx_handover_lacks_items:
 * @project: a project
 * @reg: the register
 *
 * Returns: whether the checklist of the register has what that of the project has not
 */
gboolean
tvx_handover_lacks_items (TvxRecord *project,
                          TvxRecord *reg)
{
  GListModel *checklist = tvx_record_get_list (tvx_record_get_record (project, "handover"), "checklist");
  GListModel *template = tvx_record_get_list (reg, "checklist_template");

  for (guint i = 0; i < g_list_model_get_n_items (template); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (template, i);

      if (!tvx_handover_has_item (checklist, tvx_record_get_text (item, "title")))
        return TRUE;
    }
  return FALSE;
}

/**
 * tvx_handover_fill_checklist:
 * @editor: the editor of the register
 * @project: a project
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Adds to the checklist of a project what it lacks of the register's.
 *
 * Returns: whether the project may be changed
 */
gboolean
tvx_handover_fill_checklist (TvxEditor  *editor,
                             TvxRecord  *project,
                             GError    **error)
{
  TvxRecord *reg;
  TvxRecord *handover;
  GListModel *template;
  gboolean good = TRUE;

  g_return_val_if_fail (TVX_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (TVX_IS_PROJECT (project), FALSE);

  reg = tvx_editor_get_register (editor);
  if (reg == NULL)
    return TRUE;
  handover = tvx_record_get_record (project, "handover");
  template = tvx_record_get_list (reg, "checklist_template");

  tvx_editor_begin (editor, _("Fill the Checklist"));
  for (guint i = 0; good && i < g_list_model_get_n_items (template); i++)
    {
      g_autoptr (TvxRecord) from = g_list_model_get_item (template, i);
      g_autoptr (TvxRecord) copy = NULL;
      g_autoptr (GVariant) variant = NULL;
      g_autoptr (TvxRecord) item = NULL;

      if (tvx_handover_has_item (tvx_record_get_list (handover, "checklist"), tvx_record_get_text (from, "title")))
        continue;
      copy = tvx_record_duplicate (from);
      variant = tvx_record_to_variant (copy);
      item = tvx_record_new_from_variant (TVX_TYPE_CHECKLIST_ITEM, variant, error);
      good = item != NULL && tvx_editor_insert (editor, handover, "checklist", G_MAXUINT, item, error) != NULL;
    }
  tvx_editor_end (editor);
  return good;
}
