/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is to be opened comes through here: from a file manager, a command line, the search of the desktop or the
 * start page. What a file stands for is worked out in a thread, since it may be far away. */

#include "storage/tvx-task.h"
#include "ui/tvx-opener.h"

#include <stdlib.h>
#include <string.h>

#include "ui/tvx-recent.h"
#include "ui/tvx-window.h"

#define REGISTER_FILE "register.json"
#define PROJECTS_FOLDER "projects"
#define PROJECT_SUFFIX ".json"

/* What a file stands for: a register, with perhaps a project of it, or else a file with projects to be imported. */
typedef struct
{
  GFile    *file;
  GFile    *folder;
  char     *project;
  /* What an authority packed for another one. */
  gboolean  is_package;
  /* The sandbox shows the file alone, and not what lies beside it. */
  gboolean  alone;
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_clear_object (&target->file);
  g_clear_object (&target->folder);
  g_free (target->project);
  g_free (target);
}

/* The place itself, also where a link leads to it: two windows on one register would get in each other's way. */
static GFile *
resolve (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *real = path != NULL ? realpath (path, NULL) : NULL;

  return real != NULL ? g_file_new_for_path (real) : g_object_ref (file);
}

static gboolean
is_granted (GFile        *file,
            GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, TVX_RECENT_HOST_PATH, G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info != NULL && g_file_info_has_attribute (info, TVX_RECENT_HOST_PATH);
}

/* Tells a ZIP file from the others that a register can take in, by the bytes that it begins with. */
static gboolean
is_zip (GFile        *file,
        GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  char start[4] = "";

  return stream != NULL && g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, NULL, cancellable, NULL) &&
         memcmp (start, "PK\3\4", sizeof start) == 0;
}

static void
find_register (Target       *target,
               GCancellable *cancellable)
{
  g_autofree char *name = g_file_get_basename (target->file);
  g_autoptr (GFile) parent = g_file_get_parent (target->file);
  g_autofree char *parent_name = parent != NULL ? g_file_get_basename (parent) : NULL;
  g_autoptr (GFile) grandparent = parent != NULL ? g_file_get_parent (parent) : NULL;

  if (g_str_equal (name, REGISTER_FILE))
    {
      target->folder = resolve (parent);
      target->alone = is_granted (target->file, cancellable) && !is_granted (parent, cancellable);
    }
  else if (g_strcmp0 (parent_name, PROJECTS_FOLDER) == 0 && grandparent != NULL && g_str_has_suffix (name, PROJECT_SUFFIX))
    {
      g_autoptr (GFile) record = g_file_get_child (grandparent, REGISTER_FILE);

      if (!g_file_query_exists (record, cancellable))
        return;
      target->folder = resolve (grandparent);
      if (target->project == NULL)
        target->project = g_strndup (name, strlen (name) - strlen (PROJECT_SUFFIX));
    }
}

static void
find_target_thread (GTask        *task,
                    gpointer      source,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  Target *target = task_data;
  GFileType type = g_file_query_file_type (target->file, G_FILE_QUERY_INFO_NONE, cancellable);

  if (type == G_FILE_TYPE_REGULAR)
    {
      target->is_package = is_zip (target->file, cancellable);
      find_register (target, cancellable);
    }
  /* What cannot be asked is opened as a folder, so that the window says what is wrong. */
  else
    target->folder = resolve (target->file);
  g_task_return_boolean (task, TRUE);
}

/* The window that shows the register; else one that shows none, if there is one. */
static TvxWindow *
find_window (TvxApplication *application,
             GFile          *folder)
{
  TvxWindow *empty = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    {
      GFile *open = TVX_IS_WINDOW (l->data) ? tvx_window_get_folder (l->data) : NULL;

      if (open != NULL && folder != NULL && g_file_equal (open, folder))
        return l->data;
      if (TVX_IS_WINDOW (l->data) && open == NULL && empty == NULL)
        empty = l->data;
    }
  return empty;
}

/* The window whose register a file is meant for: the one that was used last. */
static TvxWindow *
find_used_window (TvxApplication *application)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (TVX_IS_WINDOW (l->data) && tvx_window_get_folder (l->data) != NULL)
      return l->data;
  return find_window (application, NULL);
}

static void
found_target_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  TvxApplication *application = TVX_APPLICATION (object);
  Target *target = g_task_get_task_data (G_TASK (result));
  gboolean opens = target->folder != NULL && !target->alone;
  TvxWindow *window = opens           ? find_window (application, target->folder)
                      : target->alone ? find_window (application, NULL)
                                      : find_used_window (application);

  if (window == NULL)
    window = tvx_window_new (application);
  if (opens && tvx_window_get_folder (window) == NULL)
    tvx_window_open_folder (window, target->folder);
  gtk_window_present (GTK_WINDOW (window));

  if (target->alone)
    tvx_window_ask_for_folder (window);
  else if (target->is_package)
    tvx_window_receive_file (window, target->file);
  else if (!opens)
    tvx_window_import_file (window, target->file);
  else if (target->project != NULL)
    tvx_window_show_project (window, target->project);
  g_application_release (G_APPLICATION (application));
}

/**
 * tvx_opener_open:
 * @application: the application
 * @file: the folder of a register, a file of it, a file with projects of another register, or a package for this one
 * @project: (nullable): the project of the register to show: an id, the start of one, or an exact title
 *
 * Shows a register in its window, and opens one if there is none yet. Where the file is no register, its projects are
 * offered to the register that was used last, which receives it if it is a package.
 */
void
tvx_opener_open (TvxApplication *application,
                 GFile          *file,
                 const char     *project)
{
  g_autoptr (GTask) task = NULL;
  Target *target;

  g_return_if_fail (TVX_IS_APPLICATION (application));
  g_return_if_fail (G_IS_FILE (file));

  target = g_new0 (Target, 1);
  target->file = g_object_ref (file);
  target->project = g_strdup (project);
  task = g_task_new (application, NULL, found_target_cb, NULL);
  g_task_set_task_data (task, target, target_free);
  g_application_hold (G_APPLICATION (application));
  tvx_task_run_in_thread (task, find_target_thread);
}
