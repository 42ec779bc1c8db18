/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How an open register comes to know what somebody else does in it, on a share that tells nobody of changes: from time
 * to time it looks when each file was written, reads those that are new, and merges them into what is open here. */

#include "storage/tvx-workspace-private.h"

#include "model/tvx-handover-steps.h"
#include "model/tvx-handover.h"
#include "model/tvx-merge.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-task.h"

/* A record as somebody else has left it. */
typedef struct
{
  char      *id;
  TvxRecord *record;
  char      *revision;
  GError    *error;
} Found;

/* What a thread finds. */
typedef struct
{
  TvxStore   *store;
  GHashTable *known;
  GHashTable *stamps;
  /* What was stored of each record when the look began, as far as was known here. */
  GHashTable *revisions;
  GPtrArray  *found;
  GPtrArray  *gone;
} Look;

static void
found_free (Found *found)
{
  g_free (found->id);
  g_clear_object (&found->record);
  g_free (found->revision);
  g_clear_error (&found->error);
  g_free (found);
}

static Look *
look_new (TvxWorkspace *self)
{
  Look *look = g_new0 (Look, 1);

  look->store = g_object_ref (self->store);
  look->known = g_hash_table_ref (self->stamps);
  look->revisions = tvx_saver_dup_revisions (self->saver);
  look->found = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  look->gone = g_ptr_array_new_with_free_func (g_free);
  return look;
}

static void
look_free (Look *look)
{
  g_object_unref (look->store);
  g_hash_table_unref (look->known);
  g_hash_table_unref (look->revisions);
  g_clear_pointer (&look->stamps, g_hash_table_unref);
  g_ptr_array_unref (look->found);
  g_ptr_array_unref (look->gone);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static void
read_found (Look         *look,
            const char   *id,
            GCancellable *cancellable)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  Found *found = g_new0 (Found, 1);

  found->id = g_strdup (id);
  if (g_str_equal (id, TVX_STORE_REGISTER))
    found->record = tvx_store_load_register (look->store, problems, &found->revision, cancellable, &found->error);
  else
    found->record = tvx_store_load_project (look->store, id, &found->revision, cancellable, &found->error);
  g_ptr_array_add (look->found, found);
}

static gboolean
run_look (Look          *look,
          GCancellable  *cancellable,
          GError       **error)
{
  GHashTableIter iter;
  const char *id, *stamp;

  look->stamps = tvx_store_list_stamps (look->store, cancellable, error);
  if (look->stamps == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, look->stamps);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &stamp))
    if (g_strcmp0 (stamp, g_hash_table_lookup (look->known, id)) != 0)
      read_found (look, id, cancellable);
  g_hash_table_iter_init (&iter, look->known);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    if (!g_hash_table_contains (look->stamps, id))
      g_ptr_array_add (look->gone, g_strdup (id));
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
is_about (TvxProblem *problem,
          const char *file)
{
  return g_strcmp0 (tvx_problem_get_file (problem), file) == 0;
}

/* A file that could not be read has one problem, and one that can be read again has none. */
static void
set_problem (TvxWorkspace *self,
             Found        *found)
{
  g_autofree char *file = tvx_store_dup_record_name (self->store, TVX_TYPE_PROJECT, found->id);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->problems)); i > 0; i--)
    {
      g_autoptr (TvxProblem) problem = g_list_model_get_item (G_LIST_MODEL (self->problems), i - 1);

      if (is_about (problem, file) && tvx_problem_get_severity (problem) == TVX_SEVERITY_ERROR)
        g_list_store_remove (self->problems, i - 1);
    }
  if (found->error != NULL)
    {
      g_autoptr (TvxProblem) problem = tvx_problem_new_from_error (file, found->error);

      g_list_store_append (self->problems, problem);
    }
}

/* Brings into the living instance what somebody else has stored. */
static void
merge_found (TvxWorkspace *self,
             Found        *found,
             TvxRecord    *living,
             GVariant     *stored)
{
  g_autoptr (TvxRecord) base = tvx_record_new_from_variant (G_OBJECT_TYPE (living), stored, NULL);
  g_autoptr (GVariant) members = tvx_record_to_variant (found->record);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) changes = NULL;

  g_assert (base != NULL);
  changes = tvx_merge (living, base, found->record, conflicts);
  tvx_record_set_read_only (living, tvx_record_get_read_only (found->record));
  /* What is in dispute is settled by other means than undo. */
  if (conflicts->len > 0 || tvx_record_get_read_only (living))
    tvx_editor_forget (self->editor, living);
  else
    tvx_editor_forget_overtaken (self->editor, changes);
  tvx_saver_set_stored (self->saver, tvx_record_get_id (living), members, found->revision);
  g_list_store_splice (self->conflicts, g_list_model_get_n_items (G_LIST_MODEL (self->conflicts)), 0, conflicts->pdata,
                       conflicts->len);
}

/* What is stored here while somebody looks is newer than what was seen then. */
static gboolean
is_overtaken (TvxWorkspace *self,
              Look         *look,
              const char   *id)
{
  return g_strcmp0 (g_hash_table_lookup (look->revisions, id), tvx_saver_get_stored (self->saver, id, NULL)) != 0;
}

static void
take_found (TvxWorkspace *self,
            Look         *look,
            Found        *found)
{
  gboolean is_register = g_str_equal (found->id, TVX_STORE_REGISTER);
  const char *id = is_register ? tvx_record_get_id (TVX_RECORD (self->record)) : found->id;
  g_autoptr (TvxRecord) living = tvx_saver_find (self->saver, id);
  GVariant *stored;

  if (is_overtaken (self, look, id))
    {
      /* The next look reads it again. */
      g_hash_table_remove (look->stamps, found->id);
      return;
    }
  if (!is_register)
    set_problem (self, found);
  /* The last good state stays, until there is another. */
  if (found->record == NULL || g_strcmp0 (tvx_record_get_id (found->record), id) != 0)
    return;
  if (g_strcmp0 (tvx_saver_get_stored (self->saver, id, &stored), found->revision) == 0)
    return;
  if (tvx_saver_has_unsaved (self->saver, id))
    {
      /* What cannot be merged is told of when it is saved, and kept aside. */
      if (stored == NULL || tvx_saver_is_deleted (self->saver, id) || tvx_record_get_read_only (found->record))
        return;
    }
  else if (tvx_saver_is_deleted (self->saver, id))
    {
      tvx_saver_forget (self->saver, id);
      g_clear_object (&living);
    }

  if (living != NULL && stored != NULL)
    merge_found (self, found, living, stored);
  if (!is_register)
    tvx_summary_list_update (self->summaries, living != NULL ? living : found->record);
  if (living != NULL)
    tvx_workspace_tell_outside (self, living);
}

static void
take_gone (TvxWorkspace *self,
           Look         *look,
           const char   *id)
{
  g_autoptr (TvxRecord) living = tvx_saver_find (self->saver, id);

  if (is_overtaken (self, look, id) || tvx_saver_has_unsaved (self->saver, id) || tvx_summary_list_find (self->summaries, id) == NULL)
    return;
  tvx_summary_list_remove (self->summaries, id);
  tvx_saver_forget (self->saver, id);
  if (living == NULL)
    return;
  tvx_editor_forget (self->editor, living);
  tvx_workspace_tell_outside (self, living);
}

static void
take_look (TvxWorkspace *self,
           Look         *look)
{
  /* While something is written here, nobody can say whose the files are, and in the midst of a step it might yet be taken
   * back; the next look is as good. */
  if (tvx_saver_get_state (self->saver) == TVX_SAVE_STATE_SAVING || tvx_editor_get_is_open (self->editor))
    return;
  for (guint i = 0; i < look->found->len; i++)
    take_found (self, look, look->found->pdata[i]);
  for (guint i = 0; i < look->gone->len; i++)
    take_gone (self, look, look->gone->pdata[i]);
  g_hash_table_unref (self->stamps);
  self->stamps = g_steal_pointer (&look->stamps);
}

static void
look_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_look (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      take_look (TVX_WORKSPACE (object), g_task_get_task_data (G_TASK (result)));
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      g_task_return_error (task, error);
    }
}

/**
 * tvx_workspace_refresh:
 * @self: a workspace
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error
 *
 * Looks for what somebody else has changed, and waits for it. See [method@Tvx.Workspace.refresh_async].
 *
 * Returns: whether the place of the register could be looked at
 */
gboolean
tvx_workspace_refresh (TvxWorkspace  *self,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (Look) look = NULL;

  g_return_val_if_fail (TVX_IS_WORKSPACE (self), FALSE);

  look = look_new (self);
  if (!run_look (look, cancellable, error))
    return FALSE;
  take_look (self, look);
  return TRUE;
}

/**
 * tvx_workspace_refresh_async:
 * @self: a workspace
 * @cancellable: (nullable): to cancel the task
 * @callback: (nullable): called when the register is up to date
 * @user_data: data for @callback
 *
 * Looks for what somebody else has changed, in another thread, and takes it over: what is not open here as it is, what
 * is open field by field, without undo of that. What was done here and is not yet saved stays and is saved on top of it; where
 * both changed the same, see [method@Tvx.Workspace.get_conflicts].
 */
void
tvx_workspace_refresh_async (TvxWorkspace        *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) looking = NULL;
  GTask *task;

  g_return_if_fail (TVX_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tvx_workspace_refresh_async);
  looking = g_task_new (self, cancellable, looked_cb, task);
  g_task_set_task_data (looking, look_new (self), (GDestroyNotify) look_free);
  tvx_task_run_in_thread (looking, look_thread);
}

/**
 * tvx_workspace_refresh_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Tvx.Workspace.refresh_async] began.
 *
 * Returns: whether the place of the register could be looked at
 */
gboolean
tvx_workspace_refresh_finish (TvxWorkspace  *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tvx_workspace_get_conflicts:
 * @self: a workspace
 *
 * Returns: (transfer none): a [class@Tvx.Conflict] for each place that somebody else changed at the same time, until it
 *   is settled; what was done here stands
 */
GListModel *
tvx_workspace_get_conflicts (TvxWorkspace *self)
{
  g_return_val_if_fail (TVX_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->conflicts);
}

static gboolean
give_way_in (TvxWorkspace    *self,
             TvxRecord       *record,
             const TvxField  *field,
             GVariant        *theirs,
             GError         **error)
{
  if (TVX_IS_HANDOVER (record) && g_str_equal (field->name, "state"))
    return tvx_handover_give_way (self->editor, record, theirs != NULL ? g_variant_get_string (theirs, NULL) : "not_applicable",
                                  self->author, error);
  return tvx_editor_set (self->editor, record, field->name, theirs, error);
}

/**
 * tvx_workspace_settle:
 * @self: a workspace
 * @conflict: one of its conflicts
 * @give_way: whether what the other one did is to stand: their value, or that the record is removed
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Settles a conflict. To give way is an edit like any other, with undo.
 *
 * Returns: whether the record may be changed
 */
gboolean
tvx_workspace_settle (TvxWorkspace  *self,
                      TvxConflict   *conflict,
                      gboolean       give_way,
                      GError       **error)
{
  TvxRecord *record = tvx_conflict_get_record (conflict);
  const TvxField *field = tvx_conflict_get_field (conflict);
  guint position;

  g_return_val_if_fail (TVX_IS_WORKSPACE (self), FALSE);

  if (give_way && field != NULL && !give_way_in (self, record, field, tvx_conflict_get_theirs (conflict), error))
    return FALSE;
  if (give_way && field == NULL && tvx_record_get_parent (record) != NULL &&
      !tvx_editor_remove (self->editor, record, error))
    return FALSE;
  if (g_list_store_find (self->conflicts, conflict, &position))
    g_list_store_remove (self->conflicts, position);
  return TRUE;
}
