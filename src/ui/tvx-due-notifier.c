/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Notifications of reports that are due soon, or late. They hold the title of the project and the date, and nothing of
 * persons, since a screen may be seen by others. Nobody is reminded twice of the same date. */

#include "ui/tvx-due-notifier.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-column.h"
#include "ui/tvx-window.h"

#define DUE "next_due"

/* As many days ahead as the overview of a register looks. */
#define SOON_DAYS 28

/* Above this, one notification speaks of all. */
#define MAX_SINGLE 3

/* Enough for all registers of a person; older ones are forgotten. */
#define MAX_REMINDED 500

static void
send (TvxApplication *application,
      TvxWindow      *window,
      const char     *project,
      const char     *title,
      const char     *body)
{
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autofree char *uri = g_file_get_uri (tvx_window_get_folder (window));
  g_autofree char *id = g_strdup_printf ("due-%s", project != NULL ? project : uri);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.open-project", "(ss)", uri, project != NULL ? project : "");
  g_application_send_notification (G_APPLICATION (application), id, notification);
}

static void
send_one (TvxApplication *application,
          TvxWindow      *window,
          TvxSummary     *summary,
          const char     *today)
{
  g_autofree char *due = tvx_summary_dup_text (summary, DUE);
  gboolean late = strcmp (g_variant_get_string (tvx_summary_get_value (summary, DUE), NULL), today) < 0;
  /* Translators: %s is a date. */
  g_autofree char *body = g_strdup_printf (late ? _("A report was due %s.") : _("A report is due %s."), due);

  send (application, window, tvx_summary_get_id (summary), tvx_summary_get_title (summary), body);
}

/* Those of a register that nobody was reminded of yet, which are reminded of from now on. */
static GPtrArray *
take_due (TvxWorkspace *workspace,
          const char   *limit,
          GPtrArray    *reminded)
{
  GListModel *summaries = tvx_workspace_get_summaries (workspace);
  const TvxColumn *column = tvx_columns_find (TVX_TYPE_PROJECT, DUE);
  GPtrArray *taken = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);
      GVariant *due = tvx_summary_get_value (summary, DUE);
      g_autofree char *key = NULL;

      if (due == NULL || !tvx_column_accepts (column, due, limit))
        continue;
      key = g_strdup_printf ("%s %s", tvx_summary_get_id (summary), g_variant_get_string (due, NULL));
      if (g_ptr_array_find_with_equal_func (reminded, key, g_str_equal, NULL))
        continue;
      g_ptr_array_add (reminded, g_steal_pointer (&key));
      g_ptr_array_add (taken, g_steal_pointer (&summary));
    }
  return taken;
}

static void
check_window (TvxApplication *application,
              TvxWindow      *window,
              GPtrArray      *reminded)
{
  TvxWorkspace *workspace = tvx_window_get_workspace (window);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) soon = g_date_time_add_days (now, SOON_DAYS);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *limit = g_date_time_format (soon, "<=%Y-%m-%d");
  g_autoptr (GPtrArray) due = take_due (workspace, limit, reminded);

  if (due->len > MAX_SINGLE)
    {
      g_autofree char *title = tvx_record_dup_title (TVX_RECORD (tvx_workspace_get_register (workspace)));
      g_autofree char *body =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u project has a report that is due within four weeks, or late.",
                                      "%u projects have reports that are due within four weeks, or late.", due->len),
                         due->len);

      send (application, window, NULL, title, body);
      return;
    }
  for (guint i = 0; i < due->len; i++)
    send_one (application, window, due->pdata[i], today);
}

/**
 * tvx_due_notifier_check:
 * @application: the application
 *
 * Sends a notification of reports that are due in the open registers, if that is wanted.
 */
void
tvx_due_notifier_check (TvxApplication *application)
{
  GSettings *settings = tvx_application_get_settings (application);
  g_auto (GStrv) before = g_settings_get_strv (settings, "reminded");
  g_autoptr (GPtrArray) reminded = NULL;
  guint first;

  if (!g_settings_get_boolean (settings, "remind"))
    return;

  reminded = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; before[i] != NULL; i++)
    g_ptr_array_add (reminded, g_strdup (before[i]));
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (TVX_IS_WINDOW (l->data) && tvx_window_get_workspace (l->data) != NULL)
      check_window (application, l->data, reminded);
  if (reminded->len == g_strv_length (before))
    return;
  first = reminded->len > MAX_REMINDED ? reminded->len - MAX_REMINDED : 0;
  g_ptr_array_remove_range (reminded, 0, first);
  g_ptr_array_add (reminded, NULL);
  g_settings_set_strv (settings, "reminded", (const char *const *) reminded->pdata);
}
