/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-search-provider.h"

#include "config.h"

#include <string.h>

#include "model/tvx-normalize.h"
#include "model/tvx-summary.h"
#include "storage/tvx-folder-store.h"
#include "storage/tvx-task.h"
#include "ui/tvx-opener.h"
#include "ui/tvx-recent.h"

/* How long, in seconds, the titles are kept after the last question: as long as somebody types. */
#define KEEP_TIME 20

/* The desktop shows fewer. */
#define MAX_RESULTS 50

/**
 * TvxSearchProvider:
 *
 * Lets the search of GNOME find projects of the recent registers by their titles, and by nothing else of them: what it
 * shows may be seen by whoever looks over a shoulder. See org.gnome.Shell.SearchProvider2.
 */
struct _TvxSearchProvider
{
  GObject          parent_instance;

  /* Not owned: it owns the provider. */
  TvxApplication  *application;
  GDBusConnection *connection;
  guint            registration;

  /* What can be found, once it has been read, and the questions that wait for it. */
  GPtrArray       *entries;
  GPtrArray       *waiting;
  guint            forget_timeout;
};

G_DEFINE_FINAL_TYPE (TvxSearchProvider, tvx_search_provider, G_TYPE_OBJECT)

static const char introspection[] =
  "<node>"
  "  <interface name='org.gnome.Shell.SearchProvider2'>"
  "    <method name='GetInitialResultSet'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetSubsearchResultSet'>"
  "      <arg type='as' name='previous_results' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetResultMetas'>"
  "      <arg type='as' name='identifiers' direction='in'/>"
  "      <arg type='aa{sv}' name='metas' direction='out'/>"
  "    </method>"
  "    <method name='ActivateResult'>"
  "      <arg type='s' name='identifier' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "    <method name='LaunchSearch'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "  </interface>"
  "</node>";

typedef struct
{
  /* The id of the project, a blank, and the URI of its register. */
  char *id;
  char *title;
  char *folded_title;
  char *register_title;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
  g_free (entry->title);
  g_free (entry->folded_title);
  g_free (entry->register_title);
  g_free (entry);
}

static int
compare_entries_cb (gconstpointer a,
                    gconstpointer b)
{
  const Entry *entry_a = *(const Entry *const *) a;
  const Entry *entry_b = *(const Entry *const *) b;

  return g_utf8_collate (entry_a->title, entry_b->title);
}

static void
load_register (GPtrArray    *entries,
               TvxRecent    *recent,
               GCancellable *cancellable)
{
  GFile *folder = tvx_recent_get_folder (recent);
  g_autofree char *uri = g_file_get_uri (folder);
  g_autoptr (TvxFolderStore) store = tvx_folder_store_new (folder);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  /* A register that is not there now has nothing to be found; who opens it is told why. */
  g_autoptr (GPtrArray) summaries = tvx_store_load_summaries (TVX_STORE (store), problems, NULL, NULL, cancellable, NULL);

  for (guint i = 0; summaries != NULL && i < summaries->len; i++)
    {
      TvxSummary *summary = summaries->pdata[i];
      Entry *entry = g_new (Entry, 1);

      entry->id = g_strdup_printf ("%s %s", tvx_summary_get_id (summary), uri);
      entry->title = g_strdup (tvx_summary_get_title (summary));
      entry->folded_title = tvx_normalize_for_search (entry->title);
      entry->register_title = g_strdup (tvx_recent_get_title (recent));
      g_ptr_array_add (entries, entry);
    }
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GPtrArray *recents = task_data;
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  for (guint i = 0; i < recents->len; i++)
    load_register (entries, recents->pdata[i], cancellable);
  g_ptr_array_sort (entries, compare_entries_cb);
  g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
matches (const Entry *entry,
         GPtrArray   *folded_terms)
{
  for (guint i = 0; i < folded_terms->len; i++)
    if (strstr (entry->folded_title, folded_terms->pdata[i]) == NULL)
      return FALSE;
  return TRUE;
}

static const Entry *
find_entry (TvxSearchProvider *self,
            const char        *id)
{
  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      const Entry *entry = self->entries->pdata[i];

      if (g_str_equal (entry->id, id))
        return entry;
    }
  return NULL;
}

static void
open_result (TvxSearchProvider *self,
             const char        *id)
{
  const char *blank = strchr (id, ' ');
  g_autofree char *project = NULL;
  g_autoptr (GFile) folder = NULL;

  if (blank == NULL)
    return;
  project = g_strndup (id, (gsize) (blank - id));
  folder = g_file_new_for_uri (blank + 1);
  tvx_opener_open (self->application, folder, project);
}

static GVariant *
get_results (TvxSearchProvider *self,
             const char *const *terms)
{
  GVariantBuilder results = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  g_autoptr (GPtrArray) folded_terms = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; terms[i] != NULL; i++)
    g_ptr_array_add (folded_terms, tvx_normalize_for_search (terms[i]));

  for (guint i = 0; i < self->entries->len && n < MAX_RESULTS; i++)
    {
      const Entry *entry = self->entries->pdata[i];

      if (matches (entry, folded_terms))
        {
          g_variant_builder_add (&results, "s", entry->id);
          n++;
        }
    }
  return g_variant_new ("(as)", &results);
}

static GVariant *
get_metas (TvxSearchProvider *self,
           const char *const *ids)
{
  GVariantBuilder metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  g_autoptr (GIcon) icon = g_themed_icon_new (TVX_APP_ID);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const Entry *entry = find_entry (self, ids[i]);

      if (entry == NULL)
        continue;
      g_variant_builder_open (&metas, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (entry->id));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (entry->title));
      g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (entry->register_title));
      g_variant_builder_add (&metas, "{s@v}", "icon", g_variant_new_variant (g_icon_serialize (icon)));
      g_variant_builder_close (&metas);
    }
  return g_variant_new ("(aa{sv})", &metas);
}

static gboolean
forget_cb (gpointer user_data)
{
  TvxSearchProvider *self = user_data;

  self->forget_timeout = 0;
  tvx_search_provider_forget (self);
  return G_SOURCE_REMOVE;
}

/* Answers when all is known. */
static void
answer (TvxSearchProvider     *self,
        GDBusMethodInvocation *invocation)
{
  const char *method = g_dbus_method_invocation_get_method_name (invocation);
  GVariant *parameters = g_dbus_method_invocation_get_parameters (invocation);
  g_autofree const char **texts = NULL;
  const char *id;
  GVariant *result = NULL;

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^a&s)", &texts);
      result = get_results (self, texts);
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get_child (parameters, 1, "^a&s", &texts);
      result = get_results (self, texts);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^a&s)", &texts);
      result = get_metas (self, texts);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get_child (parameters, 0, "&s", &id);
      open_result (self, id);
    }
  else
    {
      g_autoptr (GVariant) results = NULL;
      g_autoptr (GVariant) found = NULL;

      /* Whoever asks the application itself gets the register of the first that was found. */
      g_variant_get_child (parameters, 0, "^a&s", &texts);
      results = g_variant_ref_sink (get_results (self, texts));
      found = g_variant_get_child_value (results, 0);
      if (g_variant_n_children (found) > 0)
        {
          g_variant_get_child (found, 0, "&s", &id);
          open_result (self, id);
        }
    }
  g_dbus_method_invocation_return_value (invocation, result);

  g_clear_handle_id (&self->forget_timeout, g_source_remove);
  self->forget_timeout = g_timeout_add_seconds (KEEP_TIME, forget_cb, self);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  TvxSearchProvider *self = TVX_SEARCH_PROVIDER (object);
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->entries = g_task_propagate_pointer (G_TASK (result), NULL);
  for (guint i = 0; i < waiting->len; i++)
    answer (self, waiting->pdata[i]);
}

static void
method_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *object_path,
                const char            *interface,
                const char            *method,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  TvxSearchProvider *self = user_data;
  g_autoptr (GListModel) recents = NULL;
  g_autoptr (GPtrArray) folders = NULL;
  g_autoptr (GTask) task = NULL;

  if (self->entries != NULL)
    {
      answer (self, invocation);
      return;
    }
  if (self->waiting != NULL)
    {
      g_ptr_array_add (self->waiting, invocation);
      return;
    }

  /* Nothing else keeps the application alive while somebody searches. */
  g_application_hold (G_APPLICATION (self->application));
  self->waiting = g_ptr_array_new ();
  g_ptr_array_add (self->waiting, invocation);
  recents = tvx_recent_load (tvx_application_get_settings (self->application));
  folders = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (recents); i++)
    g_ptr_array_add (folders, g_list_model_get_item (recents, i));
  task = g_task_new (self, NULL, loaded_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&folders), (GDestroyNotify) g_ptr_array_unref);
  tvx_task_run_in_thread (task, load_thread);
}

static void
tvx_search_provider_finalize (GObject *object)
{
  TvxSearchProvider *self = TVX_SEARCH_PROVIDER (object);

  g_clear_handle_id (&self->forget_timeout, g_source_remove);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  tvx_search_provider_unexport (self);

  G_OBJECT_CLASS (tvx_search_provider_parent_class)->finalize (object);
}

static void
tvx_search_provider_class_init (TvxSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tvx_search_provider_finalize;
}

static void
tvx_search_provider_init (TvxSearchProvider *self)
{
}

/**
 * tvx_search_provider_new:
 * @application: the application, which must outlive the provider
 *
 * Returns: (transfer full): a search provider that is not on the bus yet
 */
TvxSearchProvider *
tvx_search_provider_new (TvxApplication *application)
{
  TvxSearchProvider *self = g_object_new (TVX_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}

/**
 * tvx_search_provider_export:
 * @self: a search provider
 * @connection: the session bus
 * @object_path: where its desktop file says that it is
 * @error: return location for an error
 *
 * Lets the desktop ask.
 *
 * Returns: whether it can
 */
gboolean
tvx_search_provider_export (TvxSearchProvider  *self,
                            GDBusConnection    *connection,
                            const char         *object_path,
                            GError            **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);

  g_return_val_if_fail (TVX_IS_SEARCH_PROVIDER (self), FALSE);
  g_return_val_if_fail (self->registration == 0, FALSE);

  self->registration =
    g_dbus_connection_register_object (connection, object_path, node->interfaces[0], &vtable, self, NULL, error);
  if (self->registration == 0)
    return FALSE;
  self->connection = g_object_ref (connection);
  return TRUE;
}

/**
 * tvx_search_provider_unexport:
 * @self: a search provider
 *
 * Takes it off the bus again.
 */
void
tvx_search_provider_unexport (TvxSearchProvider *self)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}

/**
 * tvx_search_provider_forget:
 * @self: a search provider
 *
 * Lets go of what was read to be searched, so that the application may end.
 */
void
tvx_search_provider_forget (TvxSearchProvider *self)
{
  g_return_if_fail (TVX_IS_SEARCH_PROVIDER (self));

  g_clear_handle_id (&self->forget_timeout, g_source_remove);
  if (self->entries == NULL)
    return;
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_application_release (G_APPLICATION (self->application));
}
