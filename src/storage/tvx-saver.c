/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-saver.h"

#include "storage/tvx-save-entry.h"
#include "storage/tvx-save-job.h"
#include "storage/tvx-storage-error.h"
#include "storage/tvx-task.h"

/* A change is on the disk within a second; half of it is left for the disk. */
#define DELAY_MS 500

/* What failed is tried again, at first soon and then more and more seldom. */
#define FIRST_RETRY_MS (5 * 1000)
#define LAST_RETRY_MS (60 * 1000)

/**
 * TvxSaver:
 *
 * Sees to it that every change is stored soon, without the user or the main loop waiting for it.
 *
 * It knows the one living instance of each record, and the revision that it
 * started from. What is to be saved is made a tree of values in the thread of the
 * records; it is written in another thread, one save at a time.
 */
struct _TvxSaver
{
  GObject       parent_instance;

  TvxStore     *store;
  GMainContext *context;
  /* Id to TvxSaveEntry. */
  GHashTable   *entries;
  /* What waits for the next save. */
  GSource      *timeout;
  /* How long to wait before what failed is tried again; 0 where that is of no use. */
  guint         retry_ms;
  TvxSaveJob   *job;
  /* Whether something is left to be saved after the job, also if the job fails. */
  gboolean      has_more;
  /* Tasks of callers that wait until all is saved. */
  GPtrArray    *waiting;
  GError       *error;
  TvxSaveState  state;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void start_job (TvxSaver     *self,
                       GCancellable *cancellable);

G_DEFINE_FINAL_TYPE (TvxSaver, tvx_saver, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (TvxSaveState, tvx_save_state,
                    G_DEFINE_ENUM_VALUE (TVX_SAVE_STATE_SAVED, "saved"),
                    G_DEFINE_ENUM_VALUE (TVX_SAVE_STATE_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (TVX_SAVE_STATE_SAVING, "saving"),
                    G_DEFINE_ENUM_VALUE (TVX_SAVE_STATE_FAILED, "failed"))
/* clang-format on */

static TvxSaveEntry *
ensure_entry (TvxSaver  *self,
              TvxRecord *record)
{
  TvxSaveEntry *entry = g_hash_table_lookup (self->entries, tvx_record_get_id (record));

  if (entry == NULL)
    {
      entry = tvx_save_entry_new (record);
      g_hash_table_insert (self->entries, g_strdup (tvx_record_get_id (record)), entry);
    }
  return entry;
}

static gboolean
has_unsaved (TvxSaver *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((TvxSaveEntry *) value)->unsaved != NULL)
      return TRUE;
  return FALSE;
}

static void
update_state (TvxSaver *self)
{
  TvxSaveState state;

  if (self->job != NULL)
    state = TVX_SAVE_STATE_SAVING;
  else if (!has_unsaved (self))
    state = TVX_SAVE_STATE_SAVED;
  else if (self->error != NULL)
    state = TVX_SAVE_STATE_FAILED;
  else
    state = TVX_SAVE_STATE_PENDING;

  if (state == self->state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_error (TvxSaver *self,
           GError   *error)
{
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static TvxSaveJob *
make_job (TvxSaver     *self,
          GCancellable *cancellable)
{
  g_autoptr (GPtrArray) savings = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_saving_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((TvxSaveEntry *) value)->unsaved != NULL)
      g_ptr_array_add (savings, tvx_save_entry_begin (value));
  return tvx_save_job_new (self->store, savings, cancellable);
}

/* A conflict stays until a person has settled it; a full disk or a network that is away may not. */
static gboolean
may_pass (const GError *error)
{
  return !g_error_matches (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_CHANGED) &&
         !g_error_matches (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_EXISTS);
}

/* Takes over what came of the job. */
static void
end_job (TvxSaver *self)
{
  g_autoptr (TvxSaveJob) job = g_steal_pointer (&self->job);
  GPtrArray *savings = tvx_save_job_get_savings (job);
  GError *first = NULL;
  gboolean retry = FALSE;

  for (guint i = 0; i < savings->len; i++)
    {
      TvxSaving *saving = savings->pdata[i];
      /* It is kept as long as it has something unsaved. */
      TvxSaveEntry *entry = g_hash_table_lookup (self->entries, saving->id);

      if (saving->error != NULL)
        {
          tvx_save_entry_put_back (entry, saving);
          if (g_error_matches (saving->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            self->has_more = TRUE;
          else
            {
              retry = retry || may_pass (saving->error);
              if (first == NULL)
                first = g_error_copy (saving->error);
            }
          continue;
        }
      tvx_save_entry_end (entry, saving);
    }
  self->retry_ms = retry ? CLAMP (2 * self->retry_ms, FIRST_RETRY_MS, LAST_RETRY_MS) : 0;
  set_error (self, first);
  update_state (self);
}

static void
return_to_waiting (TvxSaver *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      if (self->error != NULL)
        g_task_return_error (waiting->pdata[i], g_error_copy (self->error));
      else
        g_task_return_boolean (waiting->pdata[i], TRUE);
    }
}

static gboolean
timeout_cb (gpointer user_data)
{
  TvxSaver *self = user_data;

  g_clear_pointer (&self->timeout, g_source_unref);
  if (self->job == NULL)
    start_job (self, NULL);
  return G_SOURCE_REMOVE;
}

static void
cancel_timeout (TvxSaver *self)
{
  if (self->timeout == NULL)
    return;
  g_source_destroy (self->timeout);
  g_clear_pointer (&self->timeout, g_source_unref);
}

static void
schedule (TvxSaver *self,
          guint     delay_ms)
{
  /* While a save goes on, its end looks after what came since. */
  if (self->job != NULL)
    return;
  if (self->timeout != NULL)
    {
      if (g_source_get_ready_time (self->timeout) <= g_get_monotonic_time () + delay_ms * G_TIME_SPAN_MILLISECOND)
        return;
      cancel_timeout (self);
    }
  self->timeout = g_timeout_source_new (delay_ms);
  g_source_set_static_name (self->timeout, "tvx-saver");
  g_source_set_callback (self->timeout, timeout_cb, self, NULL);
  g_source_attach (self->timeout, self->context);
}

static void
job_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  tvx_save_job_run (task_data);
  g_task_return_boolean (task, TRUE);
}

static void
job_done_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  TvxSaver *self = TVX_SAVER (object);

  /* A caller that could not wait for the main loop may have ended it already. */
  if (self->job == g_task_get_task_data (G_TASK (result)))
    end_job (self);
  if (self->job != NULL)
    return;
  if (self->has_more && self->error == NULL && self->waiting->len > 0)
    {
      start_job (self, NULL);
      return;
    }
  return_to_waiting (self);
  if (self->has_more)
    schedule (self, DELAY_MS);
  else if (self->retry_ms > 0)
    schedule (self, self->retry_ms);
}

static void
start_job (TvxSaver     *self,
           GCancellable *cancellable)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, job_done_cb, NULL);

  cancel_timeout (self);
  self->job = make_job (self, cancellable);
  self->has_more = FALSE;
  update_state (self);
  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, tvx_save_job_ref (self->job), (GDestroyNotify) tvx_save_job_unref);
  tvx_task_run_in_thread (task, job_thread);
}

static void
tvx_saver_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TvxSaver *self = TVX_SAVER (object);

  switch (property_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_ERROR:
      g_value_set_string (value, tvx_saver_get_error (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_saver_finalize (GObject *object)
{
  TvxSaver *self = TVX_SAVER (object);

  cancel_timeout (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (tvx_saver_parent_class)->finalize (object);
}

static void
tvx_saver_class_init (TvxSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = tvx_saver_finalize;
  object_class->get_property = tvx_saver_get_property;

  /**
   * TvxSaver:state:
   *
   * Whether all that was done is stored.
   */
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, TVX_TYPE_SAVE_STATE, TVX_SAVE_STATE_SAVED, flags);
  /**
   * TvxSaver:error:
   *
   * Why the last save failed, a sentence in the user's language.
   */
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tvx_saver_init (TvxSaver *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tvx_save_entry_free);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tvx_saver_new:
 * @store: where to save
 *
 * Returns: (transfer full): a saver that works with the main context of this thread
 */
TvxSaver *
tvx_saver_new (TvxStore *store)
{
  TvxSaver *self = g_object_new (TVX_TYPE_SAVER, NULL);

  self->store = g_object_ref (store);
  return self;
}

/**
 * tvx_saver_adopt:
 * @self: a saver
 * @record: a record that was loaded
 * @revision: the revision that it was loaded from
 *
 * Takes note of a record. There is one living instance of each: if there is one already, that is it.
 *
 * Returns: (transfer full): the living instance
 */
TvxRecord *
tvx_saver_adopt (TvxSaver   *self,
                 TvxRecord  *record,
                 const char *revision)
{
  TvxRecord *living = tvx_saver_find (self, tvx_record_get_id (record));
  g_autoptr (GVariant) members = NULL;
  TvxSaveEntry *entry;

  if (living != NULL)
    return living;
  entry = ensure_entry (self, record);
  g_weak_ref_set (&entry->record, record);
  members = tvx_record_to_variant (record);
  tvx_save_entry_set_stored (entry, record, members, revision);
  return g_object_ref (record);
}

/**
 * tvx_saver_find:
 * @self: a saver
 * @id: an id
 *
 * Returns: (transfer full) (nullable): the living instance of a record
 */
TvxRecord *
tvx_saver_find (TvxSaver   *self,
                const char *id)
{
  TvxSaveEntry *entry = g_hash_table_lookup (self->entries, id);

  return entry != NULL ? g_weak_ref_get (&entry->record) : NULL;
}

/**
 * tvx_saver_is_deleted:
 * @self: a saver
 * @id: an id
 *
 * Returns: whether the record was deleted here, and may still be stored
 */
gboolean
tvx_saver_is_deleted (TvxSaver   *self,
                      const char *id)
{
  TvxSaveEntry *entry = g_hash_table_lookup (self->entries, id);

  return entry != NULL && entry->is_deleted;
}

/**
 * tvx_saver_has_unsaved:
 * @self: a saver
 * @id: an id
 *
 * Returns: whether something was done in the record, or with it, that is not yet stored
 */
gboolean
tvx_saver_has_unsaved (TvxSaver   *self,
                       const char *id)
{
  TvxSaveEntry *entry = g_hash_table_lookup (self->entries, id);

  return entry != NULL && entry->unsaved != NULL;
}

/**
 * tvx_saver_get_stored:
 * @self: a saver
 * @id: an id
 * @members: (out) (transfer none) (nullable) (optional): what is stored of the living instance, as far as is known here
 *
 * Returns: (transfer none) (nullable): the revision of the record that is stored, as far as is known here
 */
const char *
tvx_saver_get_stored (TvxSaver    *self,
                      const char  *id,
                      GVariant   **members)
{
  TvxSaveEntry *entry = g_hash_table_lookup (self->entries, id);
  g_autoptr (TvxRecord) record = tvx_saver_find (self, id);

  if (members != NULL)
    *members = record != NULL ? tvx_save_entry_get_members (record) : NULL;
  return entry != NULL ? entry->revision : NULL;
}

/**
 * tvx_saver_dup_revisions:
 * @self: a saver
 *
 * Returns: (transfer full) (element-type utf8 utf8): the revisions of all records that are known here, by id
 */
GHashTable *
tvx_saver_dup_revisions (TvxSaver *self)
{
  GHashTable *revisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  const char *id;
  TvxSaveEntry *entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &entry))
    g_hash_table_insert (revisions, g_strdup (id), g_strdup (entry->revision));
  return revisions;
}

/**
 * tvx_saver_set_stored:
 * @self: a saver that does not save at the moment
 * @id: the id of a record of which there is a living instance
 * @members: what somebody else has stored of the record, which is merged into the living instance
 * @revision: its revision
 *
 * Takes note that what was done here is to be saved on top of what somebody else has stored.
 */
void
tvx_saver_set_stored (TvxSaver   *self,
                      const char *id,
                      GVariant   *members,
                      const char *revision)
{
  TvxSaveEntry *entry = g_hash_table_lookup (self->entries, id);
  g_autoptr (TvxRecord) record = tvx_saver_find (self, id);

  g_return_if_fail (record != NULL);
  g_return_if_fail (self->job == NULL);

  tvx_save_entry_set_stored (entry, record, members, revision);
  if (tvx_saver_is_overtaken (self))
    set_error (self, NULL);
  if (entry->unsaved != NULL)
    {
      self->has_more = TRUE;
      schedule (self, DELAY_MS);
    }
  update_state (self);
}

/**
 * tvx_saver_forget:
 * @self: a saver
 * @id: the id of a record of which nothing is left to be saved
 *
 * Lets go of a record that somebody else has removed.
 */
void
tvx_saver_forget (TvxSaver   *self,
                  const char *id)
{
  g_return_if_fail (!tvx_saver_has_unsaved (self, id));

  g_hash_table_remove (self->entries, id);
}

/**
 * tvx_saver_add_changes:
 * @self: a saver
 * @changes: (element-type TvxChange): what was done
 * @author: who did it
 *
 * Sees to it that changes are stored within a second.
 */
void
tvx_saver_add_changes (TvxSaver   *self,
                       GPtrArray  *changes,
                       const char *author)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format_iso8601 (now);

  for (guint i = 0; i < changes->len; i++)
    {
      TvxChange *change = changes->pdata[i];
      TvxSaveEntry *entry = ensure_entry (self, tvx_change_get_root (change));

      tvx_save_entry_add_change (entry, change, time, author);
    }
  self->has_more = TRUE;
  schedule (self, DELAY_MS);
  update_state (self);
}

/**
 * tvx_saver_get_state:
 * @self: a saver
 *
 * Returns: whether all that was done is stored
 */
TvxSaveState
tvx_saver_get_state (TvxSaver *self)
{
  return self->state;
}

/**
 * tvx_saver_get_error:
 * @self: a saver
 *
 * Returns: (transfer none) (nullable): why the last save failed, a sentence in the user's language
 */
const char *
tvx_saver_get_error (TvxSaver *self)
{
  return self->error != NULL ? self->error->message : NULL;
}

/**
 * tvx_saver_is_overtaken:
 * @self: a saver
 *
 * Returns: whether the last save failed since somebody else had changed or removed a record
 */
gboolean
tvx_saver_is_overtaken (TvxSaver *self)
{
  return g_error_matches (self->error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_CHANGED);
}

/**
 * tvx_saver_is_cut_off:
 * @self: a saver
 *
 * Returns: whether the last save failed since the place where the register is kept cannot be reached
 */
gboolean
tvx_saver_is_cut_off (TvxSaver *self)
{
  return g_error_matches (self->error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_UNREACHABLE);
}

/**
 * tvx_saver_set_store:
 * @self: a saver
 * @store: where the same register is now
 *
 * Saves somewhere else from now on, at once what is not yet stored. A save that goes on ends where it began.
 */
void
tvx_saver_set_store (TvxSaver *self,
                     TvxStore *store)
{
  g_set_object (&self->store, store);
  if (!has_unsaved (self))
    return;
  self->has_more = TRUE;
  schedule (self, 0);
}

/**
 * tvx_saver_save:
 * @self: a saver
 * @error: return location for an error
 *
 * Saves all that is not yet stored, and waits for it.
 *
 * Returns: whether all is stored
 */
gboolean
tvx_saver_save (TvxSaver  *self,
                GError   **error)
{
  g_return_val_if_fail (TVX_IS_SAVER (self), FALSE);

  cancel_timeout (self);
  if (self->job != NULL)
    {
      tvx_save_job_wait (self->job);
      end_job (self);
    }
  if (has_unsaved (self))
    {
      self->job = make_job (self, NULL);
      self->has_more = FALSE;
      update_state (self);
      tvx_save_job_run (self->job);
      end_job (self);
    }
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/**
 * tvx_saver_discard:
 * @self: a saver
 *
 * Drops all that is not yet stored. What is being written at the moment may still be stored.
 */
void
tvx_saver_discard (TvxSaver *self)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (TVX_IS_SAVER (self));

  cancel_timeout (self);
  /* The thread goes on with the savings. */
  g_clear_pointer (&self->job, tvx_save_job_unref);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      tvx_save_entry_discard (value);
    }
  self->has_more = FALSE;
  self->retry_ms = 0;
  set_error (self, NULL);
  update_state (self);
}

/**
 * tvx_saver_save_async:
 * @self: a saver
 * @cancellable: (nullable): to cancel the task; what is not saved then is saved later
 * @callback: called when all is stored, or something could not be saved
 * @user_data: data for @callback
 *
 * Saves all that is not yet stored, now.
 */
void
tvx_saver_save_async (TvxSaver            *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (TVX_IS_SAVER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tvx_saver_save_async);
  g_ptr_array_add (self->waiting, task);
  if (self->job == NULL)
    start_job (self, cancellable);
}

/**
 * tvx_saver_save_finish:
 * @self: a saver
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Tvx.Saver.save_async] began.
 *
 * Returns: whether all is stored
 */
gboolean
tvx_saver_save_finish (TvxSaver      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
