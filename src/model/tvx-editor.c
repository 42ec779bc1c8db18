/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-editor-private.h"

#include "model/tvx-undo-history.h"

/**
 * TvxEditor:
 *
 * The one place through which records are changed.
 *
 * Each edit becomes a [class@Tvx.Change], is applied, can be undone and is told
 * of by [signal@Tvx.Editor::committed]: that is what storage saves and writes to
 * the history. The edits themselves are in tvx-editor-edits.c.
 */
struct _TvxEditor
{
  GObject         parent_instance;

  /* Owns the editor, so no reference is held. */
  TvxCollection  *collection;
  TvxUndoHistory *history;
  /* Whether a step of a handover is being taken. */
  gboolean        in_handover_step;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

enum
{
  COMMITTED,
  FOLLOWED,
  REFUSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxEditor, tvx_editor, G_TYPE_OBJECT)

static void
apply (TvxEditor *self,
       TvxChange *change)
{
  if (!tvx_change_concerns_root (change))
    tvx_change_apply (change);
  else if (tvx_change_get_kind (change) == TVX_CHANGE_INSERT)
    tvx_collection_add (self->collection, tvx_change_get_root (change));
  else
    tvx_collection_remove (self->collection, tvx_change_get_root (change));
}

static void
notify_stacks (TvxEditor *self)
{
  for (guint i = PROP_CAN_UNDO; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
tell (TvxEditor *self,
      GPtrArray *changes)
{
  g_signal_emit (self, signals[COMMITTED], 0, changes);
  notify_stacks (self);
}

/* Does what undoes a step, or does it again. */
static void
follow (TvxEditor *self,
        GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    apply (self, changes->pdata[i]);
  tell (self, changes);
}

static void
tvx_editor_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TvxEditor *self = TVX_EDITOR (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, tvx_editor_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, tvx_editor_get_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_take_string (value, tvx_editor_dup_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_take_string (value, tvx_editor_dup_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_editor_finalize (GObject *object)
{
  TvxEditor *self = TVX_EDITOR (object);

  g_clear_pointer (&self->history, tvx_undo_history_free);

  G_OBJECT_CLASS (tvx_editor_parent_class)->finalize (object);
}

static void
tvx_editor_class_init (TvxEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = tvx_editor_finalize;
  object_class->get_property = tvx_editor_get_property;

  /**
   * TvxEditor:can-undo:
   *
   * Whether there is something to undo.
   */
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  /**
   * TvxEditor:can-redo:
   *
   * Whether there is something to redo.
   */
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  /**
   * TvxEditor:undo-label:
   *
   * What undo would take back, in the user's language.
   */
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  /**
   * TvxEditor:redo-label:
   *
   * What redo would do again, in the user's language.
   */
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TvxEditor::committed:
   * @self: the editor
   * @changes: (element-type TvxChange): what was done, in order, also by undo and redo
   *
   * Something was changed, and is to be saved.
   */
  signals[COMMITTED] = g_signal_new ("committed", TVX_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  /**
   * TvxEditor::followed:
   * @self: the editor
   * @record: the record whose list was edited
   * @news: what else has changed by that, in the user's language
   *
   * An edit has brought others with it that a person should hear of; they are part of its step, and undone with it.
   */
  signals[FOLLOWED] = g_signal_new ("followed", TVX_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, TVX_TYPE_RECORD, G_TYPE_STRING);
  /**
   * TvxEditor::refused:
   * @self: the editor
   * @root: the project, or the register
   *
   * Something was typed that cannot be stored, or was mended or dropped; see [func@Tvx.refused_keep].
   */
  signals[REFUSED] = g_signal_new ("refused", TVX_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, TVX_TYPE_RECORD);
}

static void
tvx_editor_init (TvxEditor *self)
{
  self->history = tvx_undo_history_new ();
}

/**
 * tvx_editor_new:
 * @collection: (nullable): what holds the projects, and outlives the editor; %NULL where none is created or deleted
 *
 * Returns: (transfer full): an editor with nothing to undo
 */
TvxEditor *
tvx_editor_new (TvxCollection *collection)
{
  TvxEditor *self = g_object_new (TVX_TYPE_EDITOR, NULL);

  self->collection = collection;
  return self;
}

/**
 * tvx_editor_get_register:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the register, of whose parts projects may speak; %NULL where there is no collection
 */
TvxRecord *
tvx_editor_get_register (TvxEditor *self)
{
  g_return_val_if_fail (TVX_IS_EDITOR (self), NULL);

  return self->collection != NULL ? tvx_collection_get_register (self->collection) : NULL;
}

/**
 * tvx_editor_begin:
 * @self: an editor
 * @label: (nullable): what the step is called, %NULL to name it after its first change
 *
 * What is done from here to [method@Tvx.Editor.end] is one step of undo. Pairs may be nested; the outermost counts.
 */
void
tvx_editor_begin (TvxEditor  *self,
                  const char *label)
{
  g_return_if_fail (TVX_IS_EDITOR (self));

  tvx_undo_history_begin (self->history, label);
}

/**
 * tvx_editor_end:
 * @self: an editor
 *
 * Ends what [method@Tvx.Editor.begin] began.
 */
void
tvx_editor_end (TvxEditor *self)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_if_fail (TVX_IS_EDITOR (self));

  changes = tvx_undo_history_end (self->history);
  if (changes != NULL)
    tell (self, changes);
}

/* Begins a step of a handover: until its end, also what only such steps may change can be edited. */
void
tvx_editor_begin_step (TvxEditor  *self,
                       const char *label)
{
  g_assert (!self->in_handover_step);

  self->in_handover_step = TRUE;
  tvx_editor_begin (self, label);
}

void
tvx_editor_end_step (TvxEditor *self)
{
  g_assert (self->in_handover_step);

  self->in_handover_step = FALSE;
  tvx_editor_end (self);
}

gboolean
tvx_editor_get_in_step (TvxEditor *self)
{
  return self->in_handover_step;
}

/**
 * tvx_editor_cancel:
 * @self: an editor
 *
 * Ends what [method@Tvx.Editor.begin] began by taking back what was done since.
 */
void
tvx_editor_cancel (TvxEditor *self)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_if_fail (tvx_editor_get_is_open (self));

  changes = tvx_undo_history_cancel (self->history);
  for (guint i = 0; i < changes->len; i++)
    apply (self, changes->pdata[i]);
}

/* Applies a change, as a step of its own or as part of the one that is open. */
void
tvx_editor_commit (TvxEditor *self,
                   TvxChange *change)
{
  g_autoptr (GPtrArray) changes = NULL;

  apply (self, change);
  changes = tvx_undo_history_add (self->history, change);
  if (changes != NULL)
    tell (self, changes);
}

/* Applies a change that goes on with the typing before it, or begins some. */
void
tvx_editor_commit_typing (TvxEditor *self,
                          TvxChange *change)
{
  if (tvx_undo_history_type_on (self->history, change))
    {
      g_autoptr (GPtrArray) changes = g_ptr_array_new ();

      apply (self, change);
      g_ptr_array_add (changes, change);
      g_signal_emit (self, signals[COMMITTED], 0, changes);
    }
  else
    {
      tvx_editor_commit (self, change);
    }
  tvx_undo_history_start_typing (self->history);
}

/**
 * tvx_editor_stop_typing:
 * @self: an editor
 *
 * Whatever is typed next is another step of undo.
 */
void
tvx_editor_stop_typing (TvxEditor *self)
{
  g_return_if_fail (TVX_IS_EDITOR (self));

  tvx_undo_history_stop_typing (self->history);
}

/**
 * tvx_editor_forget:
 * @self: an editor
 * @root: a project or register
 *
 * Makes what was done in a record final: it can be neither undone nor redone, from the end of the open step on.
 */
void
tvx_editor_forget (TvxEditor *self,
                   TvxRecord *root)
{
  g_return_if_fail (TVX_IS_EDITOR (self));

  tvx_undo_history_forget (self->history, root);
  notify_stacks (self);
}

/**
 * tvx_editor_forget_overtaken:
 * @self: an editor without an open step
 * @overtaking: (element-type TvxChange): what somebody else has done, as [func@Tvx.merge] tells
 *
 * Makes final what cannot be undone or redone without harm to what somebody else has done; the rest can be, as before.
 */
void
tvx_editor_forget_overtaken (TvxEditor *self,
                             GPtrArray *overtaking)
{
  g_return_if_fail (TVX_IS_EDITOR (self));

  tvx_undo_history_forget_overtaken (self->history, overtaking);
  notify_stacks (self);
}

/**
 * tvx_editor_undo:
 * @self: an editor that has something to undo
 *
 * Takes the newest step back.
 */
void
tvx_editor_undo (TvxEditor *self)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_if_fail (tvx_editor_get_can_undo (self));

  changes = tvx_undo_history_undo (self->history);
  follow (self, changes);
}

/**
 * tvx_editor_redo:
 * @self: an editor that has something to redo
 *
 * Does again what was undone last.
 */
void
tvx_editor_redo (TvxEditor *self)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_if_fail (tvx_editor_get_can_redo (self));

  changes = tvx_undo_history_redo (self->history);
  follow (self, changes);
}

/**
 * tvx_editor_get_is_open:
 * @self: an editor
 *
 * Returns: whether a step has begun and not ended
 */
gboolean
tvx_editor_get_is_open (TvxEditor *self)
{
  return tvx_undo_history_get_is_open (self->history);
}

/**
 * tvx_editor_get_can_undo:
 * @self: an editor
 *
 * Returns: whether there is something to undo
 */
gboolean
tvx_editor_get_can_undo (TvxEditor *self)
{
  return tvx_undo_history_get_can_undo (self->history);
}

/**
 * tvx_editor_get_can_redo:
 * @self: an editor
 *
 * Returns: whether there is something to redo
 */
gboolean
tvx_editor_get_can_redo (TvxEditor *self)
{
  return tvx_undo_history_get_can_redo (self->history);
}

/**
 * tvx_editor_dup_undo_label:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): what undo would take back, in the user's language
 */
char *
tvx_editor_dup_undo_label (TvxEditor *self)
{
  return tvx_undo_history_dup_undo_label (self->history);
}

/**
 * tvx_editor_dup_redo_label:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): what redo would do again, in the user's language
 */
char *
tvx_editor_dup_redo_label (TvxEditor *self)
{
  return tvx_undo_history_dup_redo_label (self->history);
}
