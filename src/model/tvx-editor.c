/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-editor-private.h"

#include "model/tvx-edit-guard.h"
#include "model/tvx-undo-history.h"

/**
 * TvxEditor:
 *
 * The one place through which records are changed.
 *
 * Each edit becomes a [class@Tvx.Change], is applied, can be undone and is told
 * of by [signal@Tvx.Editor::committed]: that is what storage saves and writes to
 * the history.
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

static void
commit (TvxEditor *self,
        TvxChange *change)
{
  g_autoptr (GPtrArray) changes = NULL;

  apply (self, change);
  changes = tvx_undo_history_add (self->history, change);
  if (changes != NULL)
    tell (self, changes);
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

static gboolean
check_step (TvxEditor       *self,
            TvxRecord       *record,
            const TvxField  *field,
            GError         **error)
{
  return self->in_handover_step || tvx_edit_guard_check_step (record, field, error);
}

/* What goes by the value is part of the same step. */
static gboolean
set_value (TvxEditor       *self,
           TvxRecord       *record,
           const TvxField  *field,
           GVariant        *value,
           GError         **error)
{
  g_autoptr (TvxChange) change = tvx_change_new_set (record, field, value);
  g_autofree char *label = NULL;

  if (field->follow == NULL)
    {
      commit (self, change);
      return TRUE;
    }
  label = tvx_change_dup_label (change);
  tvx_editor_begin (self, label);
  if (!field->follow (record, value, self, error))
    {
      tvx_editor_cancel (self);
      return FALSE;
    }
  commit (self, change);
  tvx_editor_end (self);
  return TRUE;
}

/* What goes by the items of a list is part of the same step. */
static gboolean
commit_item (TvxEditor       *self,
             TvxChange       *change,
             TvxRecord       *parent,
             const TvxField  *field,
             TvxRecord       *item,
             guint            from,
             guint            to,
             GError         **error)
{
  g_autofree char *label = NULL;
  g_autofree char *news = NULL;

  if (field->follow_item == NULL)
    {
      commit (self, change);
      return TRUE;
    }
  label = tvx_change_dup_label (change);
  tvx_editor_begin (self, label);
  if (!field->follow_item (parent, item, from, to, self, &news, error))
    {
      tvx_editor_cancel (self);
      return FALSE;
    }
  commit (self, change);
  tvx_editor_end (self);
  if (news != NULL)
    g_signal_emit (self, signals[FOLLOWED], 0, parent, news);
  return TRUE;
}

static gboolean
is_same (GVariant *a,
         GVariant *b)
{
  return a == b || (a != NULL && b != NULL && g_variant_equal (a, b));
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

/**
 * tvx_editor_set:
 * @self: an editor
 * @record: a record
 * @field: the name of a field of it that holds a value
 * @value: (nullable): the new value, %NULL to empty the field; a floating reference is taken
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Sets a field. The value need only be of the right type: one that does not fit is kept and
 * told of by [func@Tvx.check_record].
 *
 * Returns: whether the record may be changed
 */
gboolean
tvx_editor_set (TvxEditor   *self,
                TvxRecord   *record,
                const char  *field,
                GVariant    *value,
                GError     **error)
{
  g_autoptr (GVariant) taken = value != NULL ? g_variant_ref_sink (value) : NULL;

  g_return_val_if_fail (TVX_IS_EDITOR (self), FALSE);

  if (!tvx_edit_guard_check_writable (record, error))
    return FALSE;
  if (is_same (tvx_record_get_value (record, field), taken))
    return TRUE;
  if (!check_step (self, record, tvx_record_get_field (record, field), error))
    return FALSE;
  return set_value (self, record, tvx_record_get_field (record, field), taken, error);
}

/**
 * tvx_editor_set_text:
 * @self: an editor
 * @record: a record
 * @field: the name of a field of it that holds a value
 * @text: the value as a person writes it, empty to empty the field
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Sets a field to what a person wrote, if that fits the field.
 *
 * Returns: whether @text fits and the record may be changed
 */
gboolean
tvx_editor_set_text (TvxEditor   *self,
                     TvxRecord   *record,
                     const char  *field,
                     const char  *text,
                     GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (TVX_IS_EDITOR (self), FALSE);

  value = tvx_field_parse (tvx_record_get_field (record, field), text, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return tvx_editor_set (self, record, field, value, error);
}

/**
 * tvx_editor_type:
 * @self: an editor
 * @record: a record
 * @field: the name of a field of it that holds a value
 * @text: what stands in the field while a person types
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Sets a field while it is typed in: typing goes on in one step of undo until
 * [method@Tvx.Editor.stop_typing]. Text that does not fit a field of text is
 * kept as it is, so that nothing that was typed is lost, unless other values go by the field.
 *
 * Returns: whether something could be stored
 */
gboolean
tvx_editor_type (TvxEditor   *self,
                 TvxRecord   *record,
                 const char  *field,
                 const char  *text,
                 GError     **error)
{
  const TvxField *description;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (TvxChange) change = NULL;

  g_return_val_if_fail (TVX_IS_EDITOR (self), FALSE);

  description = tvx_record_get_field (record, field);
  if (!tvx_edit_guard_check_writable (record, error) || !check_step (self, record, description, error))
    return FALSE;
  value = tvx_field_parse (description, text, &local_error);
  if (local_error != NULL)
    {
      if (description->follow != NULL ||
          !g_variant_type_equal (tvx_field_get_value_type (description), G_VARIANT_TYPE_STRING) ||
          !g_utf8_validate (text, -1, NULL))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      value = g_variant_ref_sink (g_variant_new_string (text));
    }
  if (is_same (tvx_record_get_value (record, field), value))
    return TRUE;
  if (description->follow != NULL)
    return set_value (self, record, description, value, error);

  change = tvx_change_new_set (record, description, value);
  if (tvx_undo_history_type_on (self->history, change))
    {
      g_autoptr (GPtrArray) changes = g_ptr_array_new ();

      apply (self, change);
      g_ptr_array_add (changes, change);
      g_signal_emit (self, signals[COMMITTED], 0, changes);
    }
  else
    {
      commit (self, change);
    }
  tvx_undo_history_start_typing (self->history);
  return TRUE;
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
 * tvx_editor_insert:
 * @self: an editor
 * @parent: a record
 * @list: the name of a list of it
 * @position: where to insert, beyond the end to append
 * @item: (nullable): the record to add, part of nothing; %NULL for a new one, with what such a record begins with
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Adds a record to a list.
 *
 * Returns: (transfer none) (nullable): the record as it now stands in the list, which is not @item itself
 */
TvxRecord *
tvx_editor_insert (TvxEditor   *self,
                   TvxRecord   *parent,
                   const char  *list,
                   guint        position,
                   TvxRecord   *item,
                   GError     **error)
{
  const TvxField *field = tvx_record_get_field (parent, list);
  g_autoptr (TvxRecord) fresh = item != NULL ? g_object_ref (item) : tvx_record_new (field->get_type ());
  g_autoptr (TvxChange) change = NULL;
  g_autoptr (TvxRecord) inserted = NULL;
  GListModel *model;

  g_return_val_if_fail (TVX_IS_EDITOR (self), NULL);

  if (!tvx_edit_guard_check_writable (parent, error) || !check_step (self, parent, field, error))
    return NULL;
  /* What a record is that somebody begins, and not one that is read. */
  if (item == NULL && TVX_RECORD_GET_CLASS (fresh)->begin != NULL)
    TVX_RECORD_GET_CLASS (fresh)->begin (fresh);
  model = tvx_record_get_list (parent, list);
  position = MIN (position, g_list_model_get_n_items (model));
  change = tvx_change_new_insert (parent, field, position, fresh);
  if (!commit_item (self, change, parent, field, fresh, G_MAXUINT, position, error))
    return NULL;

  /* The list keeps it. */
  inserted = g_list_model_get_item (model, position);
  return inserted;
}

/**
 * tvx_editor_remove:
 * @self: an editor
 * @item: an item of a list
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Removes a record from the list that it is in.
 *
 * Returns: whether the record may be changed
 */
gboolean
tvx_editor_remove (TvxEditor  *self,
                   TvxRecord  *item,
                   GError    **error)
{
  g_autoptr (TvxChange) change = NULL;
  guint position;

  g_return_val_if_fail (TVX_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (tvx_record_get_position (item, &position), FALSE);

  if (!tvx_edit_guard_check_writable (item, error) || !check_step (self, tvx_record_get_parent (item), tvx_record_get_parent_field (item), error))
    return FALSE;
  change = tvx_change_new_remove (item);
  return commit_item (self, change, tvx_record_get_parent (item), tvx_record_get_parent_field (item), item, position, G_MAXUINT, error);
}

/**
 * tvx_editor_move:
 * @self: an editor
 * @item: an item of a list
 * @position: where it is to stand afterwards, beyond the end for the last place
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Moves a record within the list that it is in.
 *
 * Returns: whether the record may be changed
 */
gboolean
tvx_editor_move (TvxEditor  *self,
                 TvxRecord  *item,
                 guint       position,
                 GError    **error)
{
  g_autoptr (TvxChange) change = NULL;
  guint now;

  g_return_val_if_fail (TVX_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (tvx_record_get_position (item, &now), FALSE);

  if (!tvx_edit_guard_check_writable (item, error))
    return FALSE;
  if (now == position)
    return TRUE;
  if (!check_step (self, tvx_record_get_parent (item), tvx_record_get_parent_field (item), error))
    return FALSE;
  change = tvx_change_new_move (item, position);
  return commit_item (self, change, tvx_record_get_parent (item), tvx_record_get_parent_field (item), item, now, position, error);
}

/**
 * tvx_editor_create:
 * @self: an editor with a collection
 * @root: a project that is not in the collection
 *
 * Adds a project to the register.
 */
void
tvx_editor_create (TvxEditor *self,
                   TvxRecord *root)
{
  g_autoptr (TvxChange) change = NULL;

  g_return_if_fail (TVX_IS_EDITOR (self));
  g_return_if_fail (self->collection != NULL);

  change = tvx_change_new_create (root);
  commit (self, change);
}

/**
 * tvx_editor_delete:
 * @self: an editor with a collection
 * @root: a project that is in the collection
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Deletes a project from the register.
 *
 * Returns: whether the project may be changed
 */
gboolean
tvx_editor_delete (TvxEditor  *self,
                   TvxRecord  *root,
                   GError    **error)
{
  g_autoptr (TvxChange) change = NULL;

  g_return_val_if_fail (TVX_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (self->collection != NULL, FALSE);

  if (!tvx_edit_guard_check_writable (root, error))
    return FALSE;
  change = tvx_change_new_delete (root);
  commit (self, change);
  return TRUE;
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
