/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-session.h"

#include "ui/tvx-opener.h"
#include "ui/tvx-window.h"

/**
 * tvx_session_save:
 * @application: the application
 *
 * Remembers which registers are open, and the project that each shows.
 */
void
tvx_session_save (TvxApplication *application)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ss)"));

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (TVX_IS_WINDOW (l->data) && tvx_window_get_workspace (l->data) != NULL)
      {
        g_autofree char *uri = g_file_get_uri (tvx_window_get_folder (l->data));
        const char *project = tvx_window_get_project_id (l->data);

        g_variant_builder_add (&builder, "(ss)", uri, project != NULL ? project : "");
      }
  g_settings_set_value (tvx_application_get_settings (application), "session", g_variant_builder_end (&builder));
}

/**
 * tvx_session_restore:
 * @application: the application, which has no window yet
 *
 * Opens the registers that were open when the application was last in use, if that is wanted.
 *
 * Returns: whether there is anything to open
 */
gboolean
tvx_session_restore (TvxApplication *application)
{
  GSettings *settings = tvx_application_get_settings (application);
  g_autoptr (GVariant) session = g_settings_get_value (settings, "session");
  const char *uri, *project;
  GVariantIter iter;

  if (!g_settings_get_boolean (settings, "restore-session"))
    return FALSE;
  g_variant_iter_init (&iter, session);
  while (g_variant_iter_next (&iter, "(&s&s)", &uri, &project))
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (uri);

      tvx_opener_open (application, folder, *project != '\0' ? project : NULL);
    }
  return g_variant_n_children (session) > 0;
}
