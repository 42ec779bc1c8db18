/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-change.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-path.h"
#include "model/tvx-record-private.h"

/**
 * TvxChange:
 *
 * One edit of a record: what undo reverses, history tells and storage writes.
 *
 * A change never changes. It names the place by ids, not by pointers into the
 * record, so that it can be applied again after the items around it were removed
 * and brought back.
 */
struct _TvxChange
{
  GObject         parent_instance;

  TvxChangeKind   kind;
  TvxRecord      *root;
  /* Path of the record that is changed: the one that has the field, or the list. */
  char           *path;
  /* NULL where the root itself comes or goes. */
  const TvxField *field;
  /* The id of the item of a list. */
  char           *item;
  GVariant       *from;
  GVariant       *to;
  guint           from_position;
  guint           to_position;
};

G_DEFINE_FINAL_TYPE (TvxChange, tvx_change, G_TYPE_OBJECT)

static const char *const kind_names[] = { "set", "insert", "remove", "move" };

static TvxChange *
new_change (TvxChangeKind   kind,
            TvxRecord      *record,
            const TvxField *field)
{
  TvxChange *self = g_object_new (TVX_TYPE_CHANGE, NULL);

  self->kind = kind;
  self->root = g_object_ref (tvx_record_get_root (record));
  self->path = tvx_record_dup_path (record, NULL);
  self->field = field;
  return self;
}

static TvxRecord *
find_record (TvxChange *self)
{
  TvxPlace place;
  const char *rest;
  g_autoptr (GError) error = NULL;

  /* Changes are applied and reversed in the order of the stack, so their place is there. */
  if (!tvx_path_resolve (self->root, self->path, &place, &rest, &error))
    g_error ("Change lost its place: %s", error->message);
  return place.record;
}

static guint
find_position (TvxChange *self,
               TvxRecord *record)
{
  guint position;

  if (tvx_record_find_item (tvx_record_get_list (record, self->field->name), self->item, &position) == NULL)
    g_error ("Change lost its item %s of %s", self->item, self->field->name);
  return position;
}

static void
tvx_change_finalize (GObject *object)
{
  TvxChange *self = TVX_CHANGE (object);

  g_clear_object (&self->root);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->item, g_free);
  g_clear_pointer (&self->from, g_variant_unref);
  g_clear_pointer (&self->to, g_variant_unref);

  G_OBJECT_CLASS (tvx_change_parent_class)->finalize (object);
}

static void
tvx_change_class_init (TvxChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tvx_change_finalize;
}

static void
tvx_change_init (TvxChange *self)
{
}

/**
 * tvx_change_new_set:
 * @record: a record
 * @field: a field of it that holds a value
 * @to: (nullable): the new value, %NULL to empty the field; a floating reference is taken
 *
 * Returns: (transfer full): the change, not yet applied
 */
TvxChange *
tvx_change_new_set (TvxRecord      *record,
                    const TvxField *field,
                    GVariant       *to)
{
  TvxChange *self = new_change (TVX_CHANGE_SET, record, field);
  GVariant *from = tvx_record_get_value (record, field->name);

  self->from = from != NULL ? g_variant_ref (from) : NULL;
  self->to = to != NULL ? g_variant_ref_sink (to) : NULL;
  return self;
}

/**
 * tvx_change_new_insert:
 * @record: a record
 * @field: a list of it
 * @position: where to insert
 * @item: the record to add, part of nothing
 *
 * Returns: (transfer full): the change, not yet applied
 */
TvxChange *
tvx_change_new_insert (TvxRecord      *record,
                       const TvxField *field,
                       guint           position,
                       TvxRecord      *item)
{
  TvxChange *self = new_change (TVX_CHANGE_INSERT, record, field);

  self->item = g_strdup (tvx_record_get_id (item));
  self->to = tvx_record_to_variant (item);
  self->to_position = MIN (position, g_list_model_get_n_items (tvx_record_get_list (record, field->name)));
  return self;
}

/**
 * tvx_change_new_remove:
 * @item: an item of a list
 *
 * Returns: (transfer full): the change, not yet applied
 */
TvxChange *
tvx_change_new_remove (TvxRecord *item)
{
  TvxChange *self = new_change (TVX_CHANGE_REMOVE, tvx_record_get_parent (item), tvx_record_get_parent_field (item));

  self->item = g_strdup (tvx_record_get_id (item));
  self->from = tvx_record_to_variant (item);
  if (!tvx_record_get_position (item, &self->from_position))
    g_assert_not_reached ();
  return self;
}

/**
 * tvx_change_new_move:
 * @item: an item of a list
 * @position: where it is to stand afterwards
 *
 * Returns: (transfer full): the change, not yet applied
 */
TvxChange *
tvx_change_new_move (TvxRecord *item,
                     guint      position)
{
  TvxRecord *parent = tvx_record_get_parent (item);
  TvxChange *self = new_change (TVX_CHANGE_MOVE, parent, tvx_record_get_parent_field (item));
  guint n_items = g_list_model_get_n_items (tvx_record_get_list (parent, self->field->name));

  self->item = g_strdup (tvx_record_get_id (item));
  if (!tvx_record_get_position (item, &self->from_position))
    g_assert_not_reached ();
  self->to_position = MIN (position, n_items - 1);
  return self;
}

/**
 * tvx_change_new_create:
 * @root: a record that is part of no other, as a project
 *
 * Returns: (transfer full): the change by which @root comes into the register
 */
TvxChange *
tvx_change_new_create (TvxRecord *root)
{
  TvxChange *self = new_change (TVX_CHANGE_INSERT, root, NULL);

  self->to = tvx_record_to_variant (root);
  return self;
}

/**
 * tvx_change_new_delete:
 * @root: a record that is part of no other, as a project
 *
 * Returns: (transfer full): the change by which @root leaves the register
 */
TvxChange *
tvx_change_new_delete (TvxRecord *root)
{
  TvxChange *self = new_change (TVX_CHANGE_REMOVE, root, NULL);

  self->from = tvx_record_to_variant (root);
  return self;
}

/**
 * tvx_change_invert:
 * @self: a change
 *
 * Returns: (transfer full): the change that undoes @self
 */
TvxChange *
tvx_change_invert (TvxChange *self)
{
  static const TvxChangeKind inverse[] = {
    [TVX_CHANGE_SET] = TVX_CHANGE_SET,
    [TVX_CHANGE_INSERT] = TVX_CHANGE_REMOVE,
    [TVX_CHANGE_REMOVE] = TVX_CHANGE_INSERT,
    [TVX_CHANGE_MOVE] = TVX_CHANGE_MOVE,
  };
  TvxChange *inverted;

  g_return_val_if_fail (TVX_IS_CHANGE (self), NULL);

  inverted = g_object_new (TVX_TYPE_CHANGE, NULL);
  inverted->kind = inverse[self->kind];
  inverted->root = g_object_ref (self->root);
  inverted->path = g_strdup (self->path);
  inverted->field = self->field;
  inverted->item = g_strdup (self->item);
  inverted->from = self->to != NULL ? g_variant_ref (self->to) : NULL;
  inverted->to = self->from != NULL ? g_variant_ref (self->from) : NULL;
  inverted->from_position = self->to_position;
  inverted->to_position = self->from_position;
  return inverted;
}

/**
 * tvx_change_merge:
 * @self: a change
 * @next: the change after it
 *
 * Returns: (transfer full) (nullable): one change that does what both do, where both set the same field
 */
TvxChange *
tvx_change_merge (TvxChange *self,
                  TvxChange *next)
{
  TvxChange *merged;

  if (self->kind != TVX_CHANGE_SET || next->kind != TVX_CHANGE_SET || self->root != next->root ||
      self->field != next->field || !g_str_equal (self->path, next->path))
    return NULL;

  merged = g_object_new (TVX_TYPE_CHANGE, NULL);
  merged->kind = TVX_CHANGE_SET;
  merged->root = g_object_ref (self->root);
  merged->path = g_strdup (self->path);
  merged->field = self->field;
  merged->from = self->from != NULL ? g_variant_ref (self->from) : NULL;
  merged->to = next->to != NULL ? g_variant_ref (next->to) : NULL;
  return merged;
}

/**
 * tvx_change_apply:
 * @self: a change that does not concern the root as a whole
 *
 * Changes the record.
 */
void
tvx_change_apply (TvxChange *self)
{
  TvxRecord *record;

  g_return_if_fail (TVX_IS_CHANGE (self));
  g_return_if_fail (self->field != NULL);

  record = find_record (self);
  switch (self->kind)
    {
    case TVX_CHANGE_SET:
      tvx_record_set_value (record, self->field, self->to);
      break;
    case TVX_CHANGE_INSERT:
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (TvxRecord) item = tvx_record_new_from_variant (self->field->get_type (), self->to, &error);

        g_assert_no_error (error);
        tvx_record_insert (record, self->field, self->to_position, item);
        break;
      }
    case TVX_CHANGE_REMOVE:
      tvx_record_remove (record, self->field, find_position (self, record));
      break;
    case TVX_CHANGE_MOVE:
      {
        guint position = find_position (self, record);
        g_autoptr (TvxRecord) item =
          g_list_model_get_item (tvx_record_get_list (record, self->field->name), position);

        tvx_record_remove (record, self->field, position);
        tvx_record_insert (record, self->field, self->to_position, item);
        break;
      }
    default:
      g_assert_not_reached ();
    }
}

/**
 * tvx_change_get_kind:
 * @self: a change
 *
 * Returns: what happened
 */
TvxChangeKind
tvx_change_get_kind (TvxChange *self)
{
  return self->kind;
}

/**
 * tvx_change_get_root:
 * @self: a change
 *
 * Returns: (transfer none): the project or register that is changed
 */
TvxRecord *
tvx_change_get_root (TvxChange *self)
{
  return self->root;
}

/**
 * tvx_change_concerns_root:
 * @self: a change
 *
 * Returns: whether the project as a whole comes or goes
 */
gboolean
tvx_change_concerns_root (TvxChange *self)
{
  return self->field == NULL;
}

/**
 * tvx_change_concerns:
 * @self: a change
 * @record: a record
 * @field: (nullable): a field of it, %NULL for any
 *
 * Returns: whether @self changes that field of that record, itself and not a part of it
 */
gboolean
tvx_change_concerns (TvxChange      *self,
                     TvxRecord      *record,
                     const TvxField *field)
{
  g_autofree char *path = NULL;

  if (self->root != tvx_record_get_root (record) || (field != NULL && self->field != field))
    return FALSE;
  path = tvx_record_dup_path (record, NULL);
  return g_str_equal (self->path, path);
}

/* Whether a path leads to the item of a list that a change adds or removes, or into it. */
static gboolean
leads_into_item (TvxChange  *self,
                 const char *path)
{
  g_autofree char *item = g_strdup_printf ("%s%s%s[%s]", self->path, *self->path != '\0' ? "." : "", self->field->name, self->item);

  return g_str_has_prefix (path, item) && (path[strlen (item)] == '\0' || path[strlen (item)] == '.');
}

/**
 * tvx_change_is_overtaken:
 * @self: a change that was made here
 * @by: a change that somebody else has made since
 *
 * Tells whether taking @self back, or making it again, might undo what somebody else did, or not find its place any more.
 *
 * Returns: whether @self must stay as it is
 */
gboolean
tvx_change_is_overtaken (TvxChange *self,
                         TvxChange *by)
{
  g_return_val_if_fail (TVX_IS_CHANGE (self), FALSE);
  g_return_val_if_fail (TVX_IS_CHANGE (by), FALSE);

  if (self->root != by->root)
    return FALSE;
  /* Items of lists that came, went or moved may be those that others are counted from; and what only a step of a handover
   * changes decides what may still be undone. */
  if (self->field == NULL || by->kind != TVX_CHANGE_SET || (by->field->flags & TVX_FIELD_STEP) != 0)
    return TRUE;
  if (self->kind == TVX_CHANGE_SET)
    return self->field == by->field && g_str_equal (self->path, by->path);
  return self->kind != TVX_CHANGE_MOVE && leads_into_item (self, by->path);
}

/* What kind of record was added, removed or moved, or which field was set. */
static const char *
get_subject (TvxChange *self)
{
  TvxRecordClass *klass;

  if (self->kind == TVX_CHANGE_SET)
    return _(self->field->label);
  if (self->field == NULL)
    return _(TVX_RECORD_GET_CLASS (self->root)->label);
  klass = g_type_class_get (self->field->get_type ());
  return _(klass->label);
}

/**
 * tvx_change_dup_label:
 * @self: a change
 *
 * Returns: (transfer full): what happened, in the user's language and few words: "Change title", "Add goal"
 */
char *
tvx_change_dup_label (TvxChange *self)
{
  const char *what = get_subject (self);

  switch (self->kind)
    {
    case TVX_CHANGE_INSERT:
      /* Translators: %s is a kind of record, as “Goal”. */
      return g_strdup_printf (_("Add: %s"), what);
    case TVX_CHANGE_REMOVE:
      /* Translators: %s is a kind of record, as “Goal”. */
      return g_strdup_printf (_("Remove: %s"), what);
    case TVX_CHANGE_MOVE:
      /* Translators: %s is a kind of record, as “Goal”. */
      return g_strdup_printf (_("Move: %s"), what);
    case TVX_CHANGE_SET:
    default:
      /* Translators: %s is the name of a field, as “Title”. */
      return g_strdup_printf (_("Change: %s"), what);
    }
}

/**
 * tvx_change_dup_news:
 * @self: a change
 *
 * Returns: (transfer full): what has just happened, in the user's language and few words: "Goal added"
 */
char *
tvx_change_dup_news (TvxChange *self)
{
  const char *what = get_subject (self);

  switch (self->kind)
    {
    case TVX_CHANGE_INSERT:
      /* Translators: %s is a kind of record, as “Goal”. */
      return g_strdup_printf (_("Added: %s"), what);
    case TVX_CHANGE_REMOVE:
      /* Translators: %s is a kind of record, as “Goal”. */
      return g_strdup_printf (_("Removed: %s"), what);
    case TVX_CHANGE_MOVE:
      /* Translators: %s is a kind of record, as “Goal”. */
      return g_strdup_printf (_("Moved: %s"), what);
    case TVX_CHANGE_SET:
    default:
      /* Translators: %s is the name of a field, as “Title”. */
      return g_strdup_printf (_("Changed: %s"), what);
    }
}

/**
 * tvx_change_to_variant:
 * @self: a change
 *
 * Returns: (transfer full): the line of the history that tells of it, of type a{sv}: what, path, from and to, with positions for
 *   items of lists
 */
GVariant *
tvx_change_to_variant (TvxChange *self)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GString) path = g_string_new (self->path);

  if (self->field != NULL)
    {
      if (path->len > 0)
        g_string_append_c (path, '.');
      g_string_append (path, self->field->name);
      if (self->item != NULL)
        g_string_append_printf (path, "[%s]", self->item);
    }
  g_variant_builder_add (builder, "{sv}", "what", g_variant_new_string (kind_names[self->kind]));
  g_variant_builder_add (builder, "{sv}", "path", g_variant_new_string (path->str));
  if (self->item != NULL && self->kind != TVX_CHANGE_INSERT)
    g_variant_builder_add (builder, "{sv}", "from_position", g_variant_new_int64 (self->from_position));
  if (self->item != NULL && self->kind != TVX_CHANGE_REMOVE)
    g_variant_builder_add (builder, "{sv}", "to_position", g_variant_new_int64 (self->to_position));
  if (self->from != NULL)
    g_variant_builder_add (builder, "{sv}", "from", self->from);
  if (self->to != NULL)
    g_variant_builder_add (builder, "{sv}", "to", self->to);
  return g_variant_ref_sink (g_variant_builder_end (builder));
}
