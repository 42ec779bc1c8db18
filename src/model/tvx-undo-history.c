/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done, in steps, so that it can be undone and done again. It changes no record itself: it says what would. */

#include "model/tvx-undo-history.h"

/* Older steps are forgotten beyond this number. */
#define MAX_STEPS 500

/* What one undo takes back. */
typedef struct
{
  /* NULL for what its first change is called. */
  char      *label;
  GPtrArray *changes;
} Step;

/* How much there was at a begin that has no end yet. */
typedef struct
{
  guint n_changes;
  guint n_to_forget;
} Mark;

struct _TvxUndoHistory
{
  /* The newest first. */
  GQueue     undo_steps;
  GQueue     redo_steps;
  /* The step that is being made between begin and end. */
  Step      *open;
  GArray    *marks;
  /* Whether the newest step goes on as long as the same field is typed in. */
  gboolean   typing;
  /* Records whose changes cannot be undone any more once the open step ends. */
  GPtrArray *to_forget;
};

static Step *
step_new (const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->label = g_strdup (label);
  step->changes = g_ptr_array_new_with_free_func (g_object_unref);
  return step;
}

static void
step_free (Step *step)
{
  g_free (step->label);
  g_ptr_array_unref (step->changes);
  g_free (step);
}

static char *
step_dup_label (Step *step)
{
  return step->label != NULL ? g_strdup (step->label) : tvx_change_dup_label (step->changes->pdata[0]);
}

static void
clear_steps (GQueue *steps)
{
  g_queue_clear_full (steps, (GDestroyNotify) step_free);
}

static void
push_step (TvxUndoHistory *self,
           Step           *step)
{
  g_queue_push_head (&self->undo_steps, step);
  clear_steps (&self->redo_steps);
  if (g_queue_get_length (&self->undo_steps) > MAX_STEPS)
    step_free (g_queue_pop_tail (&self->undo_steps));
}

static gboolean
is_overtaken (TvxChange *change,
              GPtrArray *overtaking)
{
  for (guint i = 0; i < overtaking->len; i++)
    if (tvx_change_is_overtaken (change, overtaking->pdata[i]))
      return TRUE;
  return FALSE;
}

/* A change of a list that others have overtaken, NULL where there is none. */
static TvxChange *
find_overtaken_list (GQueue    *steps,
                     GPtrArray *overtaking)
{
  for (GList *link = steps->head; link != NULL; link = link->next)
    {
      Step *step = link->data;

      for (guint i = 0; i < step->changes->len; i++)
        if (tvx_change_get_kind (step->changes->pdata[i]) != TVX_CHANGE_SET && is_overtaken (step->changes->pdata[i], overtaking))
          return step->changes->pdata[i];
    }
  return NULL;
}

/* Drops the changes of a record, or those that others have overtaken. Other changes stay, each in its step. */
static void
forget_in (GQueue    *steps,
           TvxRecord *root,
           GPtrArray *overtaking)
{
  GList *next;

  for (GList *link = steps->head; link != NULL; link = next)
    {
      Step *step = link->data;

      next = link->next;
      for (guint i = step->changes->len; i > 0; i--)
        if (overtaking != NULL ? is_overtaken (step->changes->pdata[i - 1], overtaking)
                               : tvx_change_get_root (step->changes->pdata[i - 1]) == root)
          g_ptr_array_remove_index (step->changes, i - 1);
      if (step->changes->len == 0)
        {
          step_free (step);
          g_queue_delete_link (steps, link);
        }
    }
}

static void
forget (TvxUndoHistory *self,
        TvxRecord      *root)
{
  forget_in (&self->undo_steps, root, NULL);
  forget_in (&self->redo_steps, root, NULL);
}

/* What takes changes back, the last first; of them, those from @first on. */
static GPtrArray *
invert (GPtrArray *changes,
        guint      first)
{
  GPtrArray *inverted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = changes->len; i > first; i--)
    g_ptr_array_add (inverted, tvx_change_invert (changes->pdata[i - 1]));
  return inverted;
}

/* Moves the inverse of the newest step from one stack to the other. */
static GPtrArray *
reverse (TvxUndoHistory *self,
         GQueue         *from,
         GQueue         *to)
{
  Step *step = g_queue_pop_head (from);
  Step *inverse = g_new (Step, 1);

  self->typing = FALSE;
  /* The label stays that of what the person did, whichever way it goes now. */
  *inverse = (Step) { step_dup_label (step), invert (step->changes, 0) };
  g_queue_push_head (to, inverse);
  step_free (step);
  return g_ptr_array_ref (inverse->changes);
}

/**
 * tvx_undo_history_new: (skip)
 *
 * Returns: (transfer full): a history in which nothing was done
 */
TvxUndoHistory *
tvx_undo_history_new (void)
{
  TvxUndoHistory *self = g_new0 (TvxUndoHistory, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->to_forget = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * tvx_undo_history_free: (skip)
 * @self: (transfer full): a history
 *
 * Frees it.
 */
void
tvx_undo_history_free (TvxUndoHistory *self)
{
  clear_steps (&self->undo_steps);
  clear_steps (&self->redo_steps);
  g_clear_pointer (&self->open, step_free);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->to_forget);
  g_free (self);
}

/**
 * tvx_undo_history_begin: (skip)
 * @self: a history
 * @label: (nullable): what the step is called, %NULL to name it after its first change
 *
 * What is added from here to [func@Tvx.undo_history_end] is one step. Pairs may be nested; the outermost counts.
 */
void
tvx_undo_history_begin (TvxUndoHistory *self,
                        const char     *label)
{
  if (self->open == NULL)
    self->open = step_new (label);
  g_array_append_val (self->marks, ((Mark) { self->open->changes->len, self->to_forget->len }));
}

/**
 * tvx_undo_history_end: (skip)
 * @self: a history in which a step has begun
 *
 * Ends what [func@Tvx.undo_history_begin] began.
 *
 * Returns: (transfer full) (nullable) (element-type TvxChange): what was done in the step that has ended; %NULL where it was
 *   nothing, or an outer step goes on
 */
GPtrArray *
tvx_undo_history_end (TvxUndoHistory *self)
{
  Step *step;
  GPtrArray *changes;

  g_return_val_if_fail (self->marks->len > 0, NULL);

  g_array_set_size (self->marks, self->marks->len - 1);
  if (self->marks->len > 0)
    return NULL;
  step = g_steal_pointer (&self->open);
  if (step->changes->len == 0)
    {
      step_free (step);
      return NULL;
    }
  push_step (self, step);
  /* What is forgotten as a step was done all the same. */
  changes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < step->changes->len; i++)
    g_ptr_array_add (changes, g_object_ref (step->changes->pdata[i]));
  for (guint i = 0; i < self->to_forget->len; i++)
    forget (self, self->to_forget->pdata[i]);
  g_ptr_array_set_size (self->to_forget, 0);
  return changes;
}

/**
 * tvx_undo_history_cancel: (skip)
 * @self: a history in which a step has begun
 *
 * Drops what was done since the last [func@Tvx.undo_history_begin], and ends that.
 *
 * Returns: (transfer full) (element-type TvxChange): what takes it back, in order
 */
GPtrArray *
tvx_undo_history_cancel (TvxUndoHistory *self)
{
  Mark mark;
  GPtrArray *inverted;

  g_return_val_if_fail (self->marks->len > 0, NULL);

  mark = g_array_index (self->marks, Mark, self->marks->len - 1);
  g_array_set_size (self->marks, self->marks->len - 1);
  inverted = invert (self->open->changes, mark.n_changes);
  g_ptr_array_set_size (self->open->changes, (gint) mark.n_changes);
  g_ptr_array_set_size (self->to_forget, (gint) mark.n_to_forget);
  if (self->marks->len == 0)
    g_clear_pointer (&self->open, step_free);
  return inverted;
}

/**
 * tvx_undo_history_add: (skip)
 * @self: a history
 * @change: what was done
 *
 * Adds to the open step, or makes a step of its own.
 *
 * Returns: (transfer full) (nullable) (element-type TvxChange): what was done in the step of its own; %NULL for the open one
 */
GPtrArray *
tvx_undo_history_add (TvxUndoHistory *self,
                      TvxChange      *change)
{
  Step *step = self->open != NULL ? self->open : step_new (NULL);

  self->typing = FALSE;
  g_ptr_array_add (step->changes, g_object_ref (change));
  if (step == self->open)
    return NULL;
  push_step (self, step);
  return g_ptr_array_ref (step->changes);
}

/**
 * tvx_undo_history_type_on: (skip)
 * @self: a history
 * @change: what is typed
 *
 * Makes a change part of the newest step, where that is one of typing in the same field.
 *
 * Returns: whether it is part of it; if not, it is to be added
 */
gboolean
tvx_undo_history_type_on (TvxUndoHistory *self,
                          TvxChange      *change)
{
  Step *step = self->typing && self->open == NULL ? g_queue_peek_head (&self->undo_steps) : NULL;
  TvxChange *merged = step != NULL ? tvx_change_merge (step->changes->pdata[step->changes->len - 1], change) : NULL;

  if (merged == NULL)
    return FALSE;
  g_ptr_array_remove_index (step->changes, step->changes->len - 1);
  g_ptr_array_add (step->changes, merged);
  return TRUE;
}

/**
 * tvx_undo_history_start_typing: (skip)
 * @self: a history
 *
 * Lets the newest step go on with what is typed next in the same field.
 */
void
tvx_undo_history_start_typing (TvxUndoHistory *self)
{
  self->typing = TRUE;
}

/**
 * tvx_undo_history_stop_typing: (skip)
 * @self: a history
 *
 * Makes what is typed next another step.
 */
void
tvx_undo_history_stop_typing (TvxUndoHistory *self)
{
  self->typing = FALSE;
}

/**
 * tvx_undo_history_undo: (skip)
 * @self: a history that has something to undo
 *
 * Moves the newest step to what can be done again.
 *
 * Returns: (transfer full) (element-type TvxChange): what takes it back, in order
 */
GPtrArray *
tvx_undo_history_undo (TvxUndoHistory *self)
{
  return reverse (self, &self->undo_steps, &self->redo_steps);
}

/**
 * tvx_undo_history_redo: (skip)
 * @self: a history that has something to do again
 *
 * Moves what was undone last to what can be undone.
 *
 * Returns: (transfer full) (element-type TvxChange): what does it again, in order
 */
GPtrArray *
tvx_undo_history_redo (TvxUndoHistory *self)
{
  return reverse (self, &self->redo_steps, &self->undo_steps);
}

/**
 * tvx_undo_history_forget: (skip)
 * @self: a history
 * @root: a project or register
 *
 * Drops what was done in or with a record, from the end of the open step on.
 */
void
tvx_undo_history_forget (TvxUndoHistory *self,
                         TvxRecord      *root)
{
  self->typing = FALSE;
  if (self->open != NULL)
    g_ptr_array_add (self->to_forget, g_object_ref (root));
  else
    forget (self, root);
}

/**
 * tvx_undo_history_forget_overtaken: (skip)
 * @self: a history in which no step is open
 * @overtaking: (element-type TvxChange): what somebody else has done
 *
 * Drops what cannot be taken back without harm to what somebody else has done: changes of the same fields, and all of a
 * project where one of a list is among them.
 */
void
tvx_undo_history_forget_overtaken (TvxUndoHistory *self,
                                   GPtrArray      *overtaking)
{
  TvxChange *change;

  g_return_if_fail (self->open == NULL);

  self->typing = FALSE;
  /* An item that must stay where it is would be in the way of others that come back or go. */
  while ((change = find_overtaken_list (&self->undo_steps, overtaking)) != NULL ||
         (change = find_overtaken_list (&self->redo_steps, overtaking)) != NULL)
    forget (self, tvx_change_get_root (change));
  forget_in (&self->undo_steps, NULL, overtaking);
  forget_in (&self->redo_steps, NULL, overtaking);
}

/**
 * tvx_undo_history_get_is_open: (skip)
 * @self: a history
 *
 * Returns: whether a step has begun and not ended
 */
gboolean
tvx_undo_history_get_is_open (TvxUndoHistory *self)
{
  return self->open != NULL;
}

/**
 * tvx_undo_history_get_can_undo: (skip)
 * @self: a history
 *
 * Returns: whether there is something to undo
 */
gboolean
tvx_undo_history_get_can_undo (TvxUndoHistory *self)
{
  return self->open == NULL && !g_queue_is_empty (&self->undo_steps);
}

/**
 * tvx_undo_history_get_can_redo: (skip)
 * @self: a history
 *
 * Returns: whether there is something to do again
 */
gboolean
tvx_undo_history_get_can_redo (TvxUndoHistory *self)
{
  return self->open == NULL && !g_queue_is_empty (&self->redo_steps);
}

/**
 * tvx_undo_history_dup_undo_label: (skip)
 * @self: a history
 *
 * Returns: (transfer full) (nullable): what undo would take back, in the user's language
 */
char *
tvx_undo_history_dup_undo_label (TvxUndoHistory *self)
{
  Step *step = g_queue_peek_head (&self->undo_steps);

  return step != NULL ? step_dup_label (step) : NULL;
}

/**
 * tvx_undo_history_dup_redo_label: (skip)
 * @self: a history
 *
 * Returns: (transfer full) (nullable): what redo would do again, in the user's language
 */
char *
tvx_undo_history_dup_redo_label (TvxUndoHistory *self)
{
  Step *step = g_queue_peek_head (&self->redo_steps);

  return step != NULL ? step_dup_label (step) : NULL;
}
