/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-undo-step.h"

/**
 * tvx_undo_step_new: (skip)
 * @label: (nullable): what it is called
 *
 * Returns: (transfer full): a step without changes
 */
TvxUndoStep *
tvx_undo_step_new (const char *label)
{
  TvxUndoStep *step = g_new0 (TvxUndoStep, 1);

  step->label = g_strdup (label);
  step->changes = g_ptr_array_new_with_free_func (g_object_unref);
  return step;
}

/**
 * tvx_undo_step_free: (skip)
 * @self: (transfer full): a step
 *
 * Frees it.
 */
void
tvx_undo_step_free (TvxUndoStep *self)
{
  g_free (self->label);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * tvx_undo_steps_dup_label: (skip)
 * @steps: (element-type TvxUndoStep): a stack of steps, the newest first
 *
 * Returns: (transfer full) (nullable): what the newest is called in the user's language, %NULL where there is none
 */
char *
tvx_undo_steps_dup_label (GQueue *steps)
{
  TvxUndoStep *step = g_queue_peek_head (steps);

  if (step == NULL)
    return NULL;
  return step->label != NULL ? g_strdup (step->label) : tvx_change_dup_label (step->changes->pdata[0]);
}

/**
 * tvx_undo_steps_forget: (skip)
 * @steps: (element-type TvxUndoStep): a stack of steps
 * @root: a project or register
 *
 * Drops what was done in or with a record. Changes of other records stay, each in its step.
 */
void
tvx_undo_steps_forget (GQueue    *steps,
                       TvxRecord *root)
{
  GList *next;

  for (GList *link = steps->head; link != NULL; link = next)
    {
      TvxUndoStep *step = link->data;

      next = link->next;
      for (guint i = step->changes->len; i > 0; i--)
        if (tvx_change_get_root (step->changes->pdata[i - 1]) == root)
          g_ptr_array_remove_index (step->changes, i - 1);
      if (step->changes->len == 0)
        {
          tvx_undo_step_free (step);
          g_queue_delete_link (steps, link);
        }
    }
}
