/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-workspace-private.h"

#include "storage/tvx-problem.h"

/* So many projects are looked for in the list one by one. */
#define FEW 8
#include "storage/tvx-storage-error.h"

/**
 * TvxWorkspace:
 *
 * An open register: what is listed, what is loaded, what is edited, and whether it is saved.
 *
 * All of it belongs to the thread that opened it. What takes time goes on in
 * other threads.
 */
enum
{
  PROP_0,
  PROP_SAVE_STATE,
  PROP_SAVE_ERROR,
  PROP_READ_ONLY,
  PROP_AUTHOR,
  N_PROPS
};

enum
{
  OUTSIDE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void tvx_workspace_collection_iface_init (TvxCollectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvxWorkspace, tvx_workspace, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (TVX_TYPE_COLLECTION, tvx_workspace_collection_iface_init))

/* Filters and sorters of the list look again at what seems to be new; a selection stays with the item. */
static void
announce (TvxWorkspace *self,
          guint         first,
          guint         last)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first; i <= last; i++)
    g_ptr_array_add (summaries, g_list_model_get_item (G_LIST_MODEL (self->summaries), i));
  g_list_store_splice (self->summaries, first, summaries->len, summaries->pdata, summaries->len);
}

/* Takes over what has changed in many projects. Who looks at the list hears of them once, since to look through it once is
 * quicker than to look at each place by itself. */
static void
update_summaries (TvxWorkspace *self,
                  GHashTable   *roots)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);
  guint first = G_MAXUINT, last = 0;
  GHashTableIter iter;
  gpointer root;

  g_hash_table_iter_init (&iter, roots);
  while (g_hash_table_iter_next (&iter, &root, NULL))
    {
      TvxSummary *summary = g_hash_table_lookup (self->summaries_by_id, tvx_record_get_id (root));

      tvx_summary_update (summary, root);
      g_hash_table_add (changed, summary);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->summaries)); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (G_LIST_MODEL (self->summaries), i);

      if (!g_hash_table_contains (changed, summary))
        continue;
      first = MIN (first, i);
      last = i;
    }
  announce (self, first, last);
}

/* Takes over what the list shows of a project, which may be new. */
void
tvx_workspace_set_summary (TvxWorkspace *self,
                           TvxRecord    *record)
{
  TvxSummary *known = g_hash_table_lookup (self->summaries_by_id, tvx_record_get_id (record));
  guint position;

  if (known == NULL)
    {
      g_autoptr (TvxSummary) summary = tvx_summary_new (record);

      g_list_store_append (self->summaries, summary);
      g_hash_table_insert (self->summaries_by_id, g_strdup (tvx_record_get_id (record)),
                           g_steal_pointer (&summary));
      return;
    }
  tvx_summary_update (known, record);
  if (g_list_store_find (self->summaries, known, &position))
    announce (self, position, position);
}

static void
tvx_workspace_add (TvxCollection *collection,
                   TvxRecord     *root)
{
  tvx_workspace_set_summary (TVX_WORKSPACE (collection), root);
}

/* Takes a project off the list. */
void
tvx_workspace_remove_summary (TvxWorkspace *self,
                              const char   *id)
{
  TvxSummary *summary = g_hash_table_lookup (self->summaries_by_id, id);
  guint position;

  if (summary != NULL && g_list_store_find (self->summaries, summary, &position))
    {
      g_list_store_remove (self->summaries, position);
      g_hash_table_remove (self->summaries_by_id, id);
    }
}

static void
tvx_workspace_remove (TvxCollection *collection,
                      TvxRecord     *root)
{
  tvx_workspace_remove_summary (TVX_WORKSPACE (collection), tvx_record_get_id (root));
}

/* Tells that somebody else changed or removed a record that is in use here. */
void
tvx_workspace_tell_outside (TvxWorkspace *self,
                            TvxRecord    *record)
{
  g_signal_emit (self, signals[OUTSIDE], 0, record);
}

static void
committed_cb (TvxEditor    *editor,
              GPtrArray    *changes,
              TvxWorkspace *self)
{
  g_autoptr (GHashTable) roots = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer root_key;

  tvx_saver_add_changes (self->saver, changes, self->author);
  for (guint i = 0; i < changes->len; i++)
    {
      TvxRecord *root = tvx_change_get_root (changes->pdata[i]);

      if (g_hash_table_contains (self->summaries_by_id, tvx_record_get_id (root)))
        g_hash_table_add (roots, root);
    }
  if (g_hash_table_size (roots) > FEW)
    {
      update_summaries (self, roots);
      return;
    }
  g_hash_table_iter_init (&iter, roots);
  while (g_hash_table_iter_next (&iter, &root_key, NULL))
    tvx_workspace_set_summary (self, root_key);
}

static void
state_changed_cb (TvxWorkspace *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_STATE]);
}

static void
error_changed_cb (TvxWorkspace *self)
{
  /* What somebody else changed is taken in at once, and then saved with what was done here. */
  if (tvx_saver_is_overtaken (self->saver) && !self->is_waited_for)
    tvx_workspace_refresh_async (self, NULL, NULL, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_ERROR]);
}

static void
tvx_workspace_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TvxWorkspace *self = TVX_WORKSPACE (object);

  switch (property_id)
    {
    case PROP_SAVE_STATE:
      g_value_set_enum (value, tvx_workspace_get_save_state (self));
      break;
    case PROP_SAVE_ERROR:
      g_value_set_string (value, tvx_workspace_get_save_error (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, tvx_workspace_get_read_only (self));
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_workspace_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_AUTHOR:
      tvx_workspace_set_author (TVX_WORKSPACE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_workspace_dispose (GObject *object)
{
  TvxWorkspace *self = TVX_WORKSPACE (object);
  g_autoptr (GError) error = NULL;

  /* Whoever lets go of an open register without saving must not lose the last second of work. */
  if (self->saver != NULL && !tvx_saver_save (self->saver, &error))
    g_warning ("Changes were lost: %s", error->message);
  g_clear_object (&self->saver);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (tvx_workspace_parent_class)->dispose (object);
}

static void
tvx_workspace_finalize (GObject *object)
{
  TvxWorkspace *self = TVX_WORKSPACE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->record);
  g_clear_object (&self->summaries);
  g_clear_object (&self->problems);
  g_clear_object (&self->conflicts);
  g_clear_pointer (&self->stamps, g_hash_table_unref);
  g_clear_pointer (&self->summaries_by_id, g_hash_table_unref);
  g_free (self->author);

  G_OBJECT_CLASS (tvx_workspace_parent_class)->finalize (object);
}

static void
tvx_workspace_class_init (TvxWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = tvx_workspace_dispose;
  object_class->finalize = tvx_workspace_finalize;
  object_class->get_property = tvx_workspace_get_property;
  object_class->set_property = tvx_workspace_set_property;

  /**
   * TvxWorkspace:save-state:
   *
   * Whether all that was done is stored.
   */
  properties[PROP_SAVE_STATE] =
    g_param_spec_enum ("save-state", NULL, NULL, TVX_TYPE_SAVE_STATE, TVX_SAVE_STATE_SAVED, flags);
  /**
   * TvxWorkspace:save-error:
   *
   * Why the last save failed, a sentence in the user's language.
   */
  properties[PROP_SAVE_ERROR] = g_param_spec_string ("save-error", NULL, NULL, NULL, flags);
  /**
   * TvxWorkspace:read-only:
   *
   * Whether the register can only be read; the problems tell why.
   */
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  /**
   * TvxWorkspace:author:
   *
   * Who makes the changes, for the history.
   */
  properties[PROP_AUTHOR] =
    g_param_spec_string ("author", NULL, NULL, NULL, flags | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TvxWorkspace::outside:
   * @self: the workspace
   * @record: a project that is in use here, or the register
   *
   * Somebody else changed a record, which is up to date now, or removed it, and it is in the list no more.
   */
  signals[OUTSIDE] = g_signal_new ("outside", TVX_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, TVX_TYPE_RECORD);
}

static TvxRecord *
tvx_workspace_collection_get_register (TvxCollection *collection)
{
  return TVX_RECORD (tvx_workspace_get_register (TVX_WORKSPACE (collection)));
}

static void
tvx_workspace_collection_iface_init (TvxCollectionInterface *iface)
{
  iface->add = tvx_workspace_add;
  iface->remove = tvx_workspace_remove;
  iface->get_register = tvx_workspace_collection_get_register;
}

static void
tvx_workspace_init (TvxWorkspace *self)
{
  const char *name = g_get_real_name ();

  self->author = g_strdup (g_str_equal (name, "Unknown") ? g_get_user_name () : name);
  self->summaries = g_list_store_new (TVX_TYPE_SUMMARY);
  self->summaries_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->problems = g_list_store_new (TVX_TYPE_PROBLEM);
  self->conflicts = g_list_store_new (TVX_TYPE_CONFLICT);
}

/* Makes the workspace of what was read, in the thread that is to have it. */
TvxWorkspace *
tvx_workspace_new (TvxStore   *store,
                   TvxRecord  *record,
                   const char *revision,
                   GPtrArray  *summaries,
                   GPtrArray  *problems,
                   GHashTable *stamps)
{
  TvxWorkspace *self = g_object_new (TVX_TYPE_WORKSPACE, NULL);

  self->store = g_object_ref (store);
  self->stamps = g_hash_table_ref (stamps);
  self->saver = tvx_saver_new (store);
  g_signal_connect_object (self->saver, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "notify::error", G_CALLBACK (error_changed_cb), self, G_CONNECT_SWAPPED);
  self->record = TVX_REGISTER (tvx_saver_adopt (self->saver, record, revision));
  self->editor = tvx_editor_new (TVX_COLLECTION (self));
  g_signal_connect_object (self->editor, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_DEFAULT);

  g_list_store_splice (self->summaries, 0, 0, summaries->pdata, summaries->len);
  for (guint i = 0; i < summaries->len; i++)
    g_hash_table_insert (self->summaries_by_id, g_strdup (tvx_summary_get_id (summaries->pdata[i])),
                         g_object_ref (summaries->pdata[i]));
  g_list_store_splice (self->problems, 0, 0, problems->pdata, problems->len);
  return self;
}

/**
 * tvx_workspace_get_store:
 * @self: a workspace
 *
 * Returns: (transfer none): where the register is kept
 */
TvxStore *
tvx_workspace_get_store (TvxWorkspace *self)
{
  return self->store;
}

/**
 * tvx_workspace_get_register:
 * @self: a workspace
 *
 * Returns: (transfer none): what is known of the register itself
 */
TvxRegister *
tvx_workspace_get_register (TvxWorkspace *self)
{
  return self->record;
}

/**
 * tvx_workspace_get_editor:
 * @self: a workspace
 *
 * Returns: (transfer none): through what the register and its projects are changed
 */
TvxEditor *
tvx_workspace_get_editor (TvxWorkspace *self)
{
  return self->editor;
}

/**
 * tvx_workspace_get_summaries:
 * @self: a workspace
 *
 * Returns: (transfer none): the [class@Tvx.Summary] of each project, always up to date
 */
GListModel *
tvx_workspace_get_summaries (TvxWorkspace *self)
{
  return G_LIST_MODEL (self->summaries);
}

/**
 * tvx_workspace_get_summary:
 * @self: a workspace
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the summary of the project with this id
 */
TvxSummary *
tvx_workspace_get_summary (TvxWorkspace *self,
                           const char   *id)
{
  g_return_val_if_fail (TVX_IS_WORKSPACE (self), NULL);

  return g_hash_table_lookup (self->summaries_by_id, id);
}

/**
 * tvx_workspace_get_problems:
 * @self: a workspace
 *
 * Returns: (transfer none): a [class@Tvx.Problem] for each file that could not be read, or only be read
 */
GListModel *
tvx_workspace_get_problems (TvxWorkspace *self)
{
  return G_LIST_MODEL (self->problems);
}

/**
 * tvx_workspace_get_read_only:
 * @self: a workspace
 *
 * Returns: whether the register can only be read
 */
gboolean
tvx_workspace_get_read_only (TvxWorkspace *self)
{
  return tvx_record_get_read_only (TVX_RECORD (self->record));
}

/**
 * tvx_workspace_get_author:
 * @self: a workspace
 *
 * Returns: (transfer none): who makes the changes
 */
const char *
tvx_workspace_get_author (TvxWorkspace *self)
{
  return self->author;
}

/**
 * tvx_workspace_set_author:
 * @self: a workspace
 * @author: who makes the changes from now on; at first, the real name of the user
 *
 * Says whose name the history is to tell.
 */
void
tvx_workspace_set_author (TvxWorkspace *self,
                          const char   *author)
{
  g_return_if_fail (TVX_IS_WORKSPACE (self));
  g_return_if_fail (author != NULL);

  if (g_set_str (&self->author, author))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUTHOR]);
}

/**
 * tvx_workspace_get_save_state:
 * @self: a workspace
 *
 * Returns: whether all that was done is stored
 */
TvxSaveState
tvx_workspace_get_save_state (TvxWorkspace *self)
{
  return tvx_saver_get_state (self->saver);
}

/**
 * tvx_workspace_get_save_error:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): why the last save failed, a sentence in the user's language
 */
const char *
tvx_workspace_get_save_error (TvxWorkspace *self)
{
  return tvx_saver_get_error (self->saver);
}

/**
 * tvx_workspace_save:
 * @self: a workspace
 * @error: return location for an error
 *
 * Saves all that is not yet stored, and waits for it.
 *
 * Returns: whether all is stored
 */
gboolean
tvx_workspace_save (TvxWorkspace  *self,
                    GError       **error)
{
  gboolean is_saved;

  g_return_val_if_fail (TVX_IS_WORKSPACE (self), FALSE);

  self->is_waited_for = TRUE;
  is_saved = tvx_saver_save (self->saver, error);
  if (!is_saved && tvx_saver_is_overtaken (self->saver) && tvx_workspace_refresh (self, NULL, NULL))
    {
      g_clear_error (error);
      is_saved = tvx_saver_save (self->saver, error);
    }
  self->is_waited_for = FALSE;
  return is_saved;
}

/**
 * tvx_workspace_discard:
 * @self: a workspace
 *
 * Drops all that is not yet stored, and whatever is still edited: the workspace is to be let go of.
 */
void
tvx_workspace_discard (TvxWorkspace *self)
{
  g_return_if_fail (TVX_IS_WORKSPACE (self));

  /* A row that loses the focus as its window goes takes over what was typed in it. */
  g_signal_handlers_disconnect_by_func (self->editor, committed_cb, self);
  tvx_saver_discard (self->saver);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tvx_saver_save_finish (TVX_SAVER (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TvxWorkspace *self = TVX_WORKSPACE (object);
  g_autoptr (GError) error = NULL;

  /* Where this did not help, saving once more says why. */
  if (!tvx_workspace_refresh_finish (self, result, &error))
    g_debug ("Looking for changes of others failed: %s", error->message);
  tvx_saver_save_async (self->saver, g_task_get_cancellable (task), saved_cb, g_object_ref (task));
}

static void
first_saved_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TvxSaver *saver = TVX_SAVER (object);
  GError *error = NULL;

  if (tvx_saver_save_finish (saver, result, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_CHANGED))
    {
      tvx_workspace_refresh_async (g_task_get_source_object (task), g_task_get_cancellable (task), refreshed_cb,
                                   g_object_ref (task));
      g_error_free (error);
    }
  else
    {
      g_task_return_error (task, error);
    }
}

/**
 * tvx_workspace_save_async:
 * @self: a workspace
 * @cancellable: (nullable): to cancel the task; what is not saved then is saved later
 * @callback: called when all is stored, or something could not be saved
 * @user_data: data for @callback
 *
 * Saves all that is not yet stored, now.
 */
void
tvx_workspace_save_async (TvxWorkspace        *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (TVX_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tvx_workspace_save_async);
  tvx_saver_save_async (self->saver, cancellable, first_saved_cb, task);
}

/**
 * tvx_workspace_save_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Tvx.Workspace.save_async] began.
 *
 * Returns: whether all is stored
 */
gboolean
tvx_workspace_save_finish (TvxWorkspace  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
