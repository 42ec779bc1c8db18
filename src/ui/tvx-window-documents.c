/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the window that has to do with the files of a project's documents. */

#include <glib/gi18n-lib.h>

#include "model/tvx-path.h"
#include "ui/tvx-window-private.h"

/* A file that is being copied into the register, for the project that was shown when it was chosen. */
typedef struct
{
  TvxWindow    *window;
  TvxWorkspace *workspace;
  TvxProject   *project;
  GFile        *source;
} Attaching;

static void
attaching_free (Attaching *self)
{
  g_object_unref (self->window);
  g_object_unref (self->workspace);
  g_object_unref (self->project);
  g_clear_object (&self->source);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attaching, attaching_free)

/* "Handlingsplan 2016.pdf" is the document "Handlingsplan 2016", until somebody has a better name for it. */
static char *
make_title (GFile *source)
{
  g_autofree char *basename = g_file_get_basename (source);
  char *title = g_filename_display_name (basename);
  char *suffix = strrchr (title, '.');

  if (suffix != NULL && suffix != title)
    *suffix = '\0';
  return title;
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Attaching) attaching = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxDocumentFile) file = tvx_store_add_document_file_finish (TVX_STORE (object), result, &error);
  g_autofree char *title = make_title (attaching->source);

  if (file != NULL &&
      tvx_document_file_add_document (file, tvx_workspace_get_editor (attaching->workspace), TVX_RECORD (attaching->project),
                                      title, &error) != NULL)
    {
      /* Translators: %s is what a document is called. */
      g_autofree char *text = g_strdup_printf (_("“%s” attached"), title);

      tvx_window_show_undo_toast (attaching->window, text);
    }
  else
    {
      tvx_window_show_error (attaching->window, _("The File Could Not Be Attached"), error);
    }
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Attaching) attaching = user_data;
  TvxStore *store = tvx_workspace_get_store (attaching->workspace);
  const char *id = tvx_record_get_id (TVX_RECORD (attaching->project));

  g_autoptr (GFile) source = tvx_file_chooser_choose_finish (result, NULL);

  if (source == NULL)
    return;
  attaching->source = g_object_ref (source);
  tvx_store_add_document_file_async (store, id, source, NULL, copied_cb, g_steal_pointer (&attaching));
}

static void
attach_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TvxWindow *self = TVX_WINDOW (widget);
  Attaching *attaching = g_new0 (Attaching, 1);

  attaching->window = g_object_ref (self);
  attaching->workspace = g_object_ref (self->workspace);
  attaching->project = g_object_ref (self->project);
  tvx_application_choose_file (TVX_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), GTK_WINDOW (self),
                               TVX_CHOICE_OPEN, _("Attach File"), NULL, file_chosen_cb, attaching);
}

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TvxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean opened = GTK_IS_FILE_LAUNCHER (object)
                      ? gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (object), result, &error)
                      : gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error);

  if (!opened && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tvx_window_show_error (self, _("It Could Not Be Opened"), error);
}

/* The file of a document, else the web page that a document or link names. */
static void
open_part_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TvxWindow *self = TVX_WINDOW (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  const char *file = NULL;
  const char *rest;
  TvxPlace place;

  if (self->project == NULL || !tvx_path_resolve (TVX_RECORD (self->project), path, &place, &rest, NULL))
    return;
  if (tvx_record_class_find_field (TVX_RECORD_GET_CLASS (place.record), "file") != NULL)
    file = tvx_record_get_text (place.record, "file");
  if (file != NULL)
    {
      g_autoptr (GFile) found = tvx_store_dup_document_file (tvx_workspace_get_store (self->workspace),
                                                             tvx_record_get_id (TVX_RECORD (self->project)), file);
      g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (found);

      gtk_file_launcher_launch (launcher, GTK_WINDOW (self), NULL, launched_cb, g_object_ref (self));
    }
  else
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (tvx_record_get_text (place.record, "url"));

      gtk_uri_launcher_launch (launcher, GTK_WINDOW (self), NULL, launched_cb, g_object_ref (self));
    }
}

void
tvx_window_install_document_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.attach", NULL, attach_action);
  gtk_widget_class_install_action (widget_class, "win.open-part", "s", open_part_action);
}
