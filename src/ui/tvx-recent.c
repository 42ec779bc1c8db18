/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-recent.h"

/* More do not fit the start page. */
#define MAX_RECENT 6

/**
 * TvxRecent:
 *
 * A register that was open before.
 */
struct _TvxRecent
{
  GObject  parent_instance;

  GFile   *folder;
  char    *title;
  char    *path;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PATH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvxRecent, tvx_recent, G_TYPE_OBJECT)

static void
query_info_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TvxRecent) self = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, NULL);
  const char *path = info != NULL ? g_file_info_get_attribute_string (info, TVX_RECENT_HOST_PATH) : NULL;

  if (path != NULL && g_set_str (&self->path, path))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
}

static TvxRecent *
create_recent (const char *uri,
               const char *title)
{
  TvxRecent *self = g_object_new (TVX_TYPE_RECENT, NULL);

  self->folder = g_file_new_for_uri (uri);
  self->title = g_strdup (title);
  self->path = g_file_get_parse_name (self->folder);
  g_file_query_info_async (self->folder, TVX_RECENT_HOST_PATH, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, query_info_cb,
                           g_object_ref (self));
  return self;
}

static void
tvx_recent_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TvxRecent *self = TVX_RECENT (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_recent_finalize (GObject *object)
{
  TvxRecent *self = TVX_RECENT (object);

  g_clear_object (&self->folder);
  g_free (self->title);
  g_free (self->path);

  G_OBJECT_CLASS (tvx_recent_parent_class)->finalize (object);
}

static void
tvx_recent_class_init (TvxRecentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tvx_recent_get_property;
  object_class->finalize = tvx_recent_finalize;

  /**
   * TvxRecent:title:
   *
   * What the register was called.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * TvxRecent:path:
   *
   * Where its folder is, as its owner knows it.
   */
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tvx_recent_init (TvxRecent *self)
{
}

/* Writes the list anew: @title first where there is one, without what it had of @folder before. */
static void
write_list (GSettings  *settings,
            GFile      *folder,
            const char *title)
{
  g_autoptr (GVariant) old = g_settings_get_value (settings, "recent-registers");
  g_autofree char *uri = g_file_get_uri (folder);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ss)"));
  GVariantIter iter;
  const char *other, *other_title;
  guint n = 0;

  if (title != NULL)
    {
      g_variant_builder_add (&builder, "(ss)", uri, title);
      n++;
    }
  g_variant_iter_init (&iter, old);
  while (n < MAX_RECENT && g_variant_iter_next (&iter, "(&s&s)", &other, &other_title))
    if (!g_str_equal (other, uri))
      {
        g_variant_builder_add (&builder, "(ss)", other, other_title);
        n++;
      }
  g_settings_set_value (settings, "recent-registers", g_variant_builder_end (&builder));
}

/**
 * tvx_recent_get_folder:
 * @self: a recent register
 *
 * Returns: (transfer none): its folder
 */
GFile *
tvx_recent_get_folder (TvxRecent *self)
{
  return self->folder;
}

/**
 * tvx_recent_get_title:
 * @self: a recent register
 *
 * Returns: (transfer none): what it was called
 */
const char *
tvx_recent_get_title (TvxRecent *self)
{
  return self->title;
}

/**
 * tvx_recent_get_path:
 * @self: a recent register
 *
 * Returns: (transfer none): where it is, as its owner knows it
 */
const char *
tvx_recent_get_path (TvxRecent *self)
{
  return self->path;
}

/**
 * tvx_recent_load:
 * @settings: the settings of the application
 *
 * Returns: (transfer full): a list of #TvxRecent, the latest first
 */
GListModel *
tvx_recent_load (GSettings *settings)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, "recent-registers");
  GListStore *store = g_list_store_new (TVX_TYPE_RECENT);
  GVariantIter iter;
  const char *uri, *title;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(&s&s)", &uri, &title))
    {
      g_autoptr (TvxRecent) recent = create_recent (uri, title);

      g_list_store_append (store, recent);
    }
  return G_LIST_MODEL (store);
}

/**
 * tvx_recent_add:
 * @settings: the settings of the application
 * @folder: the folder of a register that was opened
 * @title: what the register is called
 *
 * Remembers a register as the latest.
 */
void
tvx_recent_add (GSettings  *settings,
                GFile      *folder,
                const char *title)
{
  g_return_if_fail (title != NULL);

  write_list (settings, folder, title);
}

/**
 * tvx_recent_remove:
 * @settings: the settings of the application
 * @folder: the folder of a register
 *
 * Forgets a register.
 */
void
tvx_recent_remove (GSettings *settings,
                   GFile     *folder)
{
  write_list (settings, folder, NULL);
}
