/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-workspace-private.h"

#include "storage/tvx-problem.h"

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

static void
tvx_workspace_add (TvxCollection *collection,
                   TvxRecord     *root)
{
  tvx_summary_list_update (TVX_WORKSPACE (collection)->summaries, root);
}

static void
tvx_workspace_remove (TvxCollection *collection,
                      TvxRecord     *root)
{
  tvx_summary_list_remove (TVX_WORKSPACE (collection)->summaries, tvx_record_get_id (root));
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

  tvx_saver_add_changes (self->saver, changes, self->author);
  for (guint i = 0; i < changes->len; i++)
    {
      TvxRecord *root = tvx_change_get_root (changes->pdata[i]);

      if (tvx_summary_list_find (self->summaries, tvx_record_get_id (root)) != NULL)
        g_hash_table_add (roots, root);
    }
  tvx_summary_list_update_many (self->summaries, roots);
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
  g_clear_pointer (&self->summaries, tvx_summary_list_free);
  g_clear_object (&self->problems);
  g_clear_object (&self->conflicts);
  g_clear_pointer (&self->stamps, g_hash_table_unref);
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

  self->summaries = tvx_summary_list_new (summaries);
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
  return tvx_summary_list_get_model (self->summaries);
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

  return tvx_summary_list_find (self->summaries, id);
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
