/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-conflict.h"

/**
 * TvxConflict:
 *
 * A place where two people changed the same at the same time. One of the two has to give way, and a person should know.
 */
struct _TvxConflict
{
  GObject         parent_instance;

  TvxRecord      *record;
  const TvxField *field;
  GVariant       *theirs;
};

G_DEFINE_FINAL_TYPE (TvxConflict, tvx_conflict, G_TYPE_OBJECT)

static void
tvx_conflict_finalize (GObject *object)
{
  TvxConflict *self = TVX_CONFLICT (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->theirs, g_variant_unref);

  G_OBJECT_CLASS (tvx_conflict_parent_class)->finalize (object);
}

static void
tvx_conflict_class_init (TvxConflictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tvx_conflict_finalize;
}

static void
tvx_conflict_init (TvxConflict *self)
{
}

/**
 * tvx_conflict_new:
 * @record: the record in which it stands as it was changed here
 * @field: (nullable): the field that both changed; %NULL where one changed the record and the other removed it
 * @theirs: (nullable): what the other one made of the field, %NULL for nothing
 *
 * Returns: (transfer full): the conflict
 */
TvxConflict *
tvx_conflict_new (TvxRecord      *record,
                  const TvxField *field,
                  GVariant       *theirs)
{
  TvxConflict *self = g_object_new (TVX_TYPE_CONFLICT, NULL);

  self->record = g_object_ref (record);
  self->field = field;
  self->theirs = theirs != NULL ? g_variant_ref_sink (theirs) : NULL;
  return self;
}

/**
 * tvx_conflict_get_record:
 * @self: a conflict
 *
 * Returns: (transfer none): the record in which it is
 */
TvxRecord *
tvx_conflict_get_record (TvxConflict *self)
{
  return self->record;
}

/**
 * tvx_conflict_get_field:
 * @self: a conflict
 *
 * Returns: (nullable): the field that both changed; %NULL where one changed the record and the other removed it, and
 *   it was kept
 */
const TvxField *
tvx_conflict_get_field (TvxConflict *self)
{
  return self->field;
}

/**
 * tvx_conflict_get_theirs:
 * @self: a conflict
 *
 * Returns: (transfer none) (nullable): what the other one made of the field, %NULL for nothing
 */
GVariant *
tvx_conflict_get_theirs (TvxConflict *self)
{
  return self->theirs;
}
