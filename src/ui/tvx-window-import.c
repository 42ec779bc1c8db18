/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the window that takes projects of a file, or of a report, into the register. */

#include <glib/gi18n-lib.h>

#include "storage/tvx-exchange.h"
#include "storage/tvx-import.h"
#include "storage/tvx-task.h"
#include "ui/tvx-window-private.h"

/* So many projects may take a while. */
#define MANY 50

/* Microseconds of work before the window gets its turn. */
#define SLICE 8000

typedef struct
{
  GPtrArray    *projects;
  gboolean      is_report;
  TvxWindow    *window;
  TvxWorkspace *workspace;
  GHashTable   *same; /* ids of those that the register has as they are */
  GPtrArray    *known; /* the others that it has, kept open so that the import need not wait for the disk */
  guint         n_seen;
  TvxImport    *import; /* (nullable) */
  guint         n_imported;
  GCancellable *cancellable;
  AdwDialog    *progress; /* (nullable) */
  GtkWidget    *bar;
} Loaded;

static void
hide_progress (Loaded *loaded)
{
  /* A response has closed it; closing it from here is none. */
  if (loaded->progress != NULL && !g_cancellable_is_cancelled (loaded->cancellable))
    {
      g_signal_handlers_disconnect_by_data (loaded->progress, loaded->cancellable);
      adw_dialog_force_close (loaded->progress);
    }
  g_clear_object (&loaded->progress);
}

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  hide_progress (loaded);
  g_object_unref (loaded->cancellable);
  g_hash_table_unref (loaded->same);
  g_ptr_array_unref (loaded->projects);
  g_clear_object (&loaded->window);
  g_clear_object (&loaded->workspace);
  g_ptr_array_unref (loaded->known);
  g_free (loaded);
}

/* What came of each project, a line each: what was refused, and why, comes after what was done. */
static char *
describe (GPtrArray *imported,
          guint     *n_taken)
{
  static const char *const labels[] = { N_("New"), N_("Same as before"), N_("Changed"), N_("Refused") };
  g_autoptr (GString) text = g_string_new (NULL);

  *n_taken = 0;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < imported->len; i++)
      {
        const TvxImported *project = imported->pdata[i];

        if ((project->outcome == TVX_IMPORT_REFUSED) != (pass == 1))
          continue;
        if (text->len > 0)
          g_string_append_c (text, '\n');
        g_string_append_printf (text, "%s: %s", project->title, _(labels[project->outcome]));
        if (project->message != NULL)
          g_string_append_printf (text, "\n%s", project->message);
        if (project->outcome == TVX_IMPORT_NEW || project->outcome == TVX_IMPORT_CHANGED)
          (*n_taken)++;
      }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_result (TvxWindow *self,
             GPtrArray *imported)
{
  guint n_taken;
  g_autofree char *text = describe (imported, &n_taken);
  AdwDialog *dialog;

  dialog = adw_alert_dialog_new (n_taken > 0 ? _("Projects Imported") : _("Nothing Was Imported"), text);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  if (n_taken > 0)
    {
      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "undo", _("_Undo"));
      g_signal_connect_object (dialog, "response::undo", G_CALLBACK (tvx_editor_undo),
                               tvx_workspace_get_editor (self->workspace), G_CONNECT_SWAPPED);
    }
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Says how far it has come, and lets a person stop it; then nothing has been changed. */
static void
show_progress (Loaded *loaded)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Importing Projects"), _("If you cancel, nothing is changed."));

  loaded->progress = g_object_ref_sink (dialog);
  loaded->bar = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (loaded->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), loaded->bar);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (g_cancellable_cancel), loaded->cancellable, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (loaded->window));
}

/* Comparing is the first half of the work, importing the second. */
static void
update_progress (Loaded *loaded)
{
  if (loaded->bar != NULL)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (loaded->bar),
                                   (loaded->n_seen + loaded->n_imported) / (2.0 * loaded->projects->len));
}

/* Imports for a while, then lets the window live. */
static gboolean
import_cb (gpointer user_data)
{
  Loaded *loaded = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;
  g_autoptr (GPtrArray) imported = NULL;

  if (loaded->window->workspace != loaded->workspace || g_cancellable_is_cancelled (loaded->cancellable))
    {
      tvx_import_take_back (g_steal_pointer (&loaded->import));
      loaded_free (loaded);
      return G_SOURCE_REMOVE;
    }
  while (tvx_import_next (loaded->import))
    {
      loaded->n_imported++;
      if (g_get_monotonic_time () > end)
        {
          update_progress (loaded);
          return G_SOURCE_CONTINUE;
        }
    }
  imported = tvx_import_end (g_steal_pointer (&loaded->import));
  hide_progress (loaded);
  show_result (loaded->window, imported);
  loaded_free (loaded);
  return G_SOURCE_REMOVE;
}

/* Takes @loaded. */
static void
import (Loaded *loaded)
{
  g_autoptr (GError) error = NULL;

  loaded->import = tvx_import_begin (loaded->workspace, loaded->projects, loaded->is_report, loaded->same, &error);
  if (loaded->import != NULL)
    {
      g_idle_add (import_cb, loaded);
      return;
    }
  hide_progress (loaded);
  tvx_window_show_error (loaded->window, _("Nothing Was Imported"), error);
  loaded_free (loaded);
}

static void open_known (Loaded *loaded);

static void
known_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Loaded *loaded = user_data;
  /* What cannot be opened is refused by the import, which says why. */
  g_autoptr (TvxProject) known = tvx_workspace_load_project_finish (loaded->workspace, result, NULL);
  TvxRecord *project = loaded->projects->pdata[loaded->n_seen - 1];

  if (known != NULL && tvx_import_is_same (TVX_RECORD (known), project, loaded->is_report))
    g_hash_table_add (loaded->same, (gpointer) tvx_record_get_id (project));
  else if (known != NULL)
    g_ptr_array_add (loaded->known, g_steal_pointer (&known));
  update_progress (loaded);
  open_known (loaded);
}

/* Opens what the register has of the projects and compares it with the file, one after the other, and imports when all is
 * compared. Takes @loaded. */
static void
open_known (Loaded *loaded)
{
  while (loaded->n_seen < loaded->projects->len && !g_cancellable_is_cancelled (loaded->cancellable))
    {
      const char *id = tvx_record_get_id (loaded->projects->pdata[loaded->n_seen++]);

      if (tvx_workspace_get_summary (loaded->workspace, id) == NULL)
        continue;
      tvx_workspace_load_project_async (loaded->workspace, id, NULL, known_cb, loaded);
      return;
    }
  if (loaded->window->workspace == loaded->workspace && !g_cancellable_is_cancelled (loaded->cancellable))
    import (loaded);
  else
    loaded_free (loaded);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean is_report;
  GPtrArray *projects = tvx_exchange_load (task_data, &is_report, cancellable, &error);
  Loaded *loaded;

  if (projects == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  loaded = g_new (Loaded, 1);
  *loaded = (Loaded) { .projects = projects, .is_report = is_report, .known = g_ptr_array_new_with_free_func (g_object_unref),
                       .same = g_hash_table_new (g_str_hash, g_str_equal),
                       .cancellable = g_cancellable_new () };
  g_task_return_pointer (task, loaded, loaded_free);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  TvxWindow *self = TVX_WINDOW (object);
  g_autoptr (GError) error = NULL;
  Loaded *loaded = g_task_propagate_pointer (G_TASK (result), &error);

  if (loaded == NULL)
    {
      tvx_window_show_error (self, _("The File Could Not Be Read"), error);
      return;
    }
  if (self->workspace == NULL)
    {
      loaded_free (loaded);
      return;
    }
  loaded->window = g_object_ref (self);
  loaded->workspace = g_object_ref (self->workspace);
  if (loaded->projects->len >= MANY)
    show_progress (loaded);
  open_known (loaded);
}

static void
load (TvxWindow *self,
      GFile     *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, loaded_cb, NULL);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  tvx_task_run_in_thread (task, load_thread);
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TvxWindow) self = user_data;
  g_autoptr (GFile) file = tvx_file_chooser_choose_finish (result, NULL);

  if (file != NULL)
    load (self, file);
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  tvx_application_choose_file (TVX_APPLICATION (gtk_window_get_application (GTK_WINDOW (widget))), GTK_WINDOW (widget),
                               TVX_CHOICE_OPEN, _("Import Projects"), NULL, file_chosen_cb, g_object_ref (widget));
}

void
tvx_window_install_import_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
}

static void
import_response_cb (TvxWindow *self)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->wanted_file);

  if (file != NULL)
    load (self, file);
}

/**
 * tvx_window_import_file:
 * @self: a window
 * @file: a file with projects, or a report that has them inside
 *
 * Offers to take the projects of a file into the register, once there is one.
 */
void
tvx_window_import_file (TvxWindow *self,
                        GFile     *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *register_title = NULL, *body = NULL;
  AdwDialog *dialog;

  g_return_if_fail (TVX_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->wanted_file, file);
  if (self->workspace == NULL)
    {
      /* Translators: %s is the name of a file. */
      body = g_strdup_printf (_("Open the register that the projects of “%s” are for"), shown);
      tvx_window_show_toast (self, body);
      return;
    }
  register_title = tvx_record_dup_title (TVX_RECORD (tvx_workspace_get_register (self->workspace)));
  /* Translators: the name of a file, and the title of a register. */
  body = g_strdup_printf (_("The projects of “%s” are taken into the register “%s”. This can be undone."), shown, register_title);
  dialog = adw_alert_dialog_new (_("Import Projects?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "import", _("_Import"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "import", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "import", !tvx_workspace_get_read_only (self->workspace));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "import");
  g_signal_connect_object (dialog, "response::import", G_CALLBACK (import_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
