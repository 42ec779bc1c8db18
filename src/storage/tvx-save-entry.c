/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-save-entry.h"

#include "storage/tvx-history-file.h"

/* A change that is not yet stored. */
typedef struct
{
  TvxChange *change;
  char      *time;
  char      *who;
  /* Whether the history has it already, from a save that failed after that. */
  gboolean   is_told;
} Pending;

static G_DEFINE_QUARK (tvx-saver-members, members)

                        static void pending_free (Pending *pending)
{
  g_object_unref (pending->change);
  g_free (pending->time);
  g_free (pending->who);
  g_free (pending);
}

static GPtrArray *
new_changes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pending_free);
}

/* While somebody types, each letter is a change; the history tells of the text. What it has told stays as it is. */
static gboolean
merge_with_last (GPtrArray *changes,
                 TvxChange *change)
{
  Pending *last = changes->len > 0 ? changes->pdata[changes->len - 1] : NULL;
  TvxChange *merged = last != NULL && !last->is_told ? tvx_change_merge (last->change, change) : NULL;

  if (merged == NULL)
    return FALSE;
  g_object_unref (last->change);
  last->change = merged;
  return TRUE;
}

/**
 * tvx_save_entry_new: (skip)
 * @record: a project or register
 *
 * Returns: (transfer full): what is known of it: nothing
 */
TvxSaveEntry *
tvx_save_entry_new (TvxRecord *record)
{
  TvxSaveEntry *self = g_new0 (TvxSaveEntry, 1);

  g_weak_ref_init (&self->record, record);
  self->changes = new_changes ();
  return self;
}

/**
 * tvx_save_entry_free: (skip)
 * @self: (transfer full): what is known of a record
 *
 * Frees it.
 */
void
tvx_save_entry_free (TvxSaveEntry *self)
{
  g_weak_ref_clear (&self->record);
  g_clear_object (&self->unsaved);
  g_free (self->revision);
  g_ptr_array_unref (self->changes);
  g_clear_pointer (&self->in_job, g_ptr_array_unref);
  g_free (self);
}

/**
 * tvx_save_entry_set_stored: (skip)
 * @self: what is known of a record
 * @record: its living instance
 * @members: (nullable): what is stored of it
 * @revision: (nullable): the revision of that
 *
 * Takes note of what is stored. That is kept with the living instance, and goes with it.
 */
void
tvx_save_entry_set_stored (TvxSaveEntry *self,
                           TvxRecord    *record,
                           GVariant     *members,
                           const char   *revision)
{
  g_set_str (&self->revision, revision);
  g_object_set_qdata_full (G_OBJECT (record), members_quark (), members != NULL ? g_variant_ref (members) : NULL,
                           (GDestroyNotify) g_variant_unref);
}

/**
 * tvx_save_entry_get_members: (skip)
 * @record: a living instance
 *
 * Returns: (transfer none) (nullable): what is stored of it, as far as is known here
 */
GVariant *
tvx_save_entry_get_members (TvxRecord *record)
{
  return g_object_get_qdata (G_OBJECT (record), members_quark ());
}

/**
 * tvx_save_entry_add_change: (skip)
 * @self: what is known of a record
 * @change: what was done in or with it
 * @time: when
 * @author: who did it
 *
 * Takes note of what is to be saved.
 */
void
tvx_save_entry_add_change (TvxSaveEntry *self,
                           TvxChange    *change,
                           const char   *time,
                           const char   *author)
{
  TvxRecord *root = tvx_change_get_root (change);
  Pending *pending;

  g_weak_ref_set (&self->record, root);
  g_set_object (&self->unsaved, root);
  if (tvx_change_concerns_root (change))
    self->is_deleted = tvx_change_get_kind (change) == TVX_CHANGE_REMOVE;
  if (merge_with_last (self->changes, change))
    return;
  pending = g_new0 (Pending, 1);
  pending->change = g_object_ref (change);
  pending->time = g_strdup (time);
  pending->who = g_strdup (author);
  g_ptr_array_add (self->changes, pending);
}

/**
 * tvx_save_entry_begin: (skip)
 * @self: what is known of a record that has something unsaved
 *
 * Takes what is to be saved; changes that come from now on are for the next time.
 *
 * Returns: (transfer full): the same as a tree of values, for a thread
 */
TvxSaving *
tvx_save_entry_begin (TvxSaveEntry *self)
{
  g_autoptr (GVariant) record = self->is_deleted ? NULL : tvx_record_to_variant (self->unsaved);
  TvxSaving *saving = tvx_saving_new (G_OBJECT_TYPE (self->unsaved), tvx_record_get_id (self->unsaved), record,
                                      self->revision);

  for (guint i = 0; i < self->changes->len; i++)
    {
      Pending *pending = self->changes->pdata[i];
      GVariant *line =
        pending->is_told ? NULL : tvx_history_file_make_line (pending->change, pending->time, pending->who);

      if (line != NULL)
        g_ptr_array_add (saving->history, line);
    }
  self->in_job = g_steal_pointer (&self->changes);
  self->changes = new_changes ();
  return saving;
}

/**
 * tvx_save_entry_end: (skip)
 * @self: what is known of a record
 * @saving: what [func@Tvx.save_entry_begin] gave, when it is stored
 *
 * Takes note that what was being saved is stored.
 */
void
tvx_save_entry_end (TvxSaveEntry *self,
                    TvxSaving    *saving)
{
  g_clear_pointer (&self->in_job, g_ptr_array_unref);
  tvx_save_entry_set_stored (self, self->unsaved, saving->record, saving->revision);
  if (self->changes->len == 0)
    g_clear_object (&self->unsaved);
}

/**
 * tvx_save_entry_put_back: (skip)
 * @self: what is known of a record
 * @saving: what [func@Tvx.save_entry_begin] gave, which could not be stored
 *
 * Puts back what could not be saved, before what came since. What the history has told by then is not told again.
 */
void
tvx_save_entry_put_back (TvxSaveEntry *self,
                         TvxSaving    *saving)
{
  for (guint i = 0; saving->is_told && i < self->in_job->len; i++)
    ((Pending *) self->in_job->pdata[i])->is_told = TRUE;
  g_ptr_array_extend_and_steal (self->in_job, g_steal_pointer (&self->changes));
  self->changes = g_steal_pointer (&self->in_job);
}

/**
 * tvx_save_entry_discard: (skip)
 * @self: what is known of a record
 *
 * Drops what is not yet stored.
 */
void
tvx_save_entry_discard (TvxSaveEntry *self)
{
  g_ptr_array_set_size (self->changes, 0);
  g_clear_pointer (&self->in_job, g_ptr_array_unref);
  g_clear_object (&self->unsaved);
}
