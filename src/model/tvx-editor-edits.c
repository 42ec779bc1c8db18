/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done to a record: its values, the items of its lists, and its place in the collection. */

#include "model/tvx-editor-private.h"

#include "model/tvx-edit-guard.h"

static gboolean
check_step (TvxEditor       *self,
            TvxRecord       *record,
            const TvxField  *field,
            GError         **error)
{
  return tvx_editor_get_in_step (self) || tvx_edit_guard_check_step (record, field, error);
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
      tvx_editor_commit (self, change);
      return TRUE;
    }
  label = tvx_change_dup_label (change);
  tvx_editor_begin (self, label);
  if (!field->follow (record, value, self, error))
    {
      tvx_editor_cancel (self);
      return FALSE;
    }
  tvx_editor_commit (self, change);
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
      tvx_editor_commit (self, change);
      return TRUE;
    }
  label = tvx_change_dup_label (change);
  tvx_editor_begin (self, label);
  if (!field->follow_item (parent, item, from, to, self, &news, error))
    {
      tvx_editor_cancel (self);
      return FALSE;
    }
  tvx_editor_commit (self, change);
  tvx_editor_end (self);
  if (news != NULL)
    g_signal_emit_by_name (self, "followed", parent, news);
  return TRUE;
}

static gboolean
is_same (GVariant *a,
         GVariant *b)
{
  return a == b || (a != NULL && b != NULL && g_variant_equal (a, b));
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
  tvx_editor_commit_typing (self, change);
  return TRUE;
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
  g_return_if_fail (tvx_editor_get_register (self) != NULL);

  change = tvx_change_new_create (root);
  tvx_editor_commit (self, change);
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
  g_return_val_if_fail (tvx_editor_get_register (self) != NULL, FALSE);

  if (!tvx_edit_guard_check_writable (root, error))
    return FALSE;
  change = tvx_change_new_delete (root);
  tvx_editor_commit (self, change);
  return TRUE;
}
