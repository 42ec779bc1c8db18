/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "storage/tvx-storage-error.h"
#include "ui/tvx-conflicts-dialog.h"
#include "ui/tvx-window-private.h"

/* From the end of one look to the next. A slow share is looked at more seldom, so that it has time for other things. */
#define LOOK_SECONDS 15
#define LOOK_SHARE 10

static void schedule_look (TvxWindow *self,
                           guint      seconds);

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TvxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 took = (g_get_monotonic_time () - self->watch_began) / G_TIME_SPAN_SECOND;

  tvx_workspace_refresh_finish (TVX_WORKSPACE (object), result, &error);
  /* The window is gone. */
  if (self->watching == NULL)
    return;
  tvx_window_set_folder_lost (self, g_error_matches (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_UNREACHABLE));
  if (error != NULL)
    g_debug ("Looking for changes of others failed: %s", error->message);
  g_clear_object (&self->watching);
  schedule_look (self, MAX (LOOK_SECONDS, (guint) took * LOOK_SHARE));
}

static void
look (TvxWindow *self)
{
  if (self->watching != NULL)
    return;
  g_clear_handle_id (&self->watch_timeout, g_source_remove);
  self->watching = g_cancellable_new ();
  self->watch_began = g_get_monotonic_time ();
  tvx_workspace_refresh_async (self->workspace, self->watching, looked_cb, g_object_ref (self));
}

static gboolean
look_cb (gpointer user_data)
{
  TvxWindow *self = user_data;

  self->watch_timeout = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_look (TvxWindow *self,
               guint      seconds)
{
  self->watch_timeout = g_timeout_add_seconds (seconds, look_cb, self);
}

/* Who comes back to the program wants to see what is there now. */
static void
notify_is_active_cb (TvxWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->watch_timeout != 0)
    look (self);
}

static void
outside_cb (TvxWindow *self,
            TvxRecord *record)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (record != TVX_RECORD (self->project))
    return;
  title = tvx_record_dup_title (record);
  if (tvx_workspace_get_summary (self->workspace, tvx_record_get_id (record)) != NULL)
    {
      /* Translators: %s is the title of a project. */
      text = g_strdup_printf (_("Somebody else changed “%s”"), title);
    }
  else
    {
      /* Translators: %s is the title of a project. */
      text = g_strdup_printf (_("Somebody else deleted “%s”"), title);
      tvx_window_close_project (self);
    }
  tvx_window_show_toast (self, text);
}

static void
show_conflicts (TvxWindow *self)
{
  guint n = g_list_model_get_n_items (tvx_workspace_get_conflicts (self->workspace));
  g_autofree char *title =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                  "Somebody else changed the same field as you at the same time; your version stands",
                                  "Somebody else changed the same %u fields as you at the same time; your versions stand",
                                  n),
                     n);

  /* While it goes away, the banner keeps its words. */
  if (n > 0)
    adw_banner_set_title (self->conflict_banner, title);
  adw_banner_set_revealed (self->conflict_banner, n > 0);
}

/* Sees to it that the window shows what others do in the register. */
void
tvx_window_watch (TvxWindow *self)
{
  g_signal_connect_object (self->workspace, "outside", G_CALLBACK (outside_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tvx_workspace_get_conflicts (self->workspace), "items-changed", G_CALLBACK (show_conflicts),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (notify_is_active_cb), NULL);
  schedule_look (self, LOOK_SECONDS);
}

void
tvx_window_stop_watching (TvxWindow *self)
{
  g_clear_handle_id (&self->watch_timeout, g_source_remove);
  g_cancellable_cancel (self->watching);
  g_clear_object (&self->watching);
}

void
tvx_window_conflicts_cb (TvxWindow *self)
{
  adw_dialog_present (tvx_conflicts_dialog_new (self->workspace), GTK_WIDGET (self));
}
