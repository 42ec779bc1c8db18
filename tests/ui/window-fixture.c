/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "storage/tvx-file-format.h"
#include "storage/tvx-folder-store.h"
#include "storage/tvx-json.h"
#include "storage/tvx-sample.h"
#include "ui-util.h"
#include "ui/list/tvx-project-list.h"
#include "ui/project/tvx-project-page.h"

/* Without a compositor, GTK draws a frame around a window, for which a desktop has room elsewhere. */
static void
remove_frames (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_string (style, "window.solid-csd { padding: 0; border: none; box-shadow: none; }");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
}

TvxApplication *
window_fixture_get_application (void)
{
  static TvxApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      remove_frames ();
      application = tvx_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

void
ui_delete_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (folder, "standard::name,standard::type",
                                                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFileInfo *info;
  GFile *file;

  while (g_file_enumerator_iterate (files, &info, &file, NULL, NULL) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      ui_delete_folder (file);
    else
      g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

GFile *
window_fixture_create_register (void)
{
  g_autofree char *path = g_dir_make_tmp ("tillvaxt-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  tvx_sample_write (folder, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&folder);
}

void
window_fixture_forget (GFile      *folder,
                       const char *field)
{
  g_autoptr (TvxFolderStore) store = tvx_folder_store_new (folder);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) summaries = tvx_store_load_summaries (TVX_STORE (store), problems, NULL, NULL, NULL, NULL);

  for (guint i = 0; i < summaries->len; i++)
    {
      const char *id = tvx_summary_get_id (summaries->pdata[i]);
      g_autoptr (TvxRecord) project = tvx_store_load_project (TVX_STORE (store), id, NULL, NULL, NULL);
      g_autoptr (TvxRecord) without = tvx_record_new_without (project, (const char *const[]) { field, NULL });
      g_autoptr (GVariant) variant = tvx_record_to_variant (without);
      g_autoptr (GVariant) tree = tvx_file_format_wrap (tvx_file_format_for (TVX_TYPE_PROJECT), variant);
      g_autofree char *text = tvx_json_write (tree);
      g_autofree char *path = g_strdup_printf ("%s/projects/%s.json", g_file_peek_path (folder), id);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
    }
}

void
window_fixture_set_up_empty (WindowFixture *fixture,
                             gconstpointer  data)
{
  fixture->folder = window_fixture_create_register ();
  fixture->window = tvx_window_new (window_fixture_get_application ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_settle (GTK_WIDGET (fixture->window));
}

static gboolean
is_open (gpointer data)
{
  return tvx_window_get_workspace (data) != NULL;
}

void
window_fixture_open (WindowFixture *fixture)
{
  tvx_window_open_folder (fixture->window, fixture->folder);
  ui_wait (is_open, fixture->window);
  ui_settle (GTK_WIDGET (fixture->window));
}

void
window_fixture_set_up (WindowFixture *fixture,
                       gconstpointer  data)
{
  window_fixture_set_up_empty (fixture, data);
  window_fixture_open (fixture);
}

void
window_fixture_set_up_without (WindowFixture *fixture,
                               gconstpointer  data)
{
  window_fixture_set_up_empty (fixture, data);
  window_fixture_forget (fixture->folder, data);
  window_fixture_open (fixture);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
window_fixture_tear_down (WindowFixture *fixture,
                          gconstpointer  data)
{
  gpointer window = fixture->window;
  gpointer workspace = tvx_window_get_workspace (fixture->window);

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  if (workspace != NULL)
    g_object_add_weak_pointer (G_OBJECT (workspace), &workspace);
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_wait (is_gone, &window);
  ui_wait (is_gone, &workspace);
  ui_delete_folder (fixture->folder);
  g_clear_object (&fixture->folder);
}

void
window_fixture_activate (WindowFixture *fixture,
                         const char    *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  ui_settle (GTK_WIDGET (fixture->window));
}

static TvxProjectList *
get_list (WindowFixture *fixture)
{
  return TVX_PROJECT_LIST (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_LIST));
}

TvxEditor *
window_fixture_get_editor (WindowFixture *fixture)
{
  return tvx_workspace_get_editor (tvx_window_get_workspace (fixture->window));
}

GtkWidget *
window_fixture_find (WindowFixture *fixture,
                     const char    *property,
                     const char    *value)
{
  return ui_find_property (GTK_WIDGET (fixture->window), property, value);
}

guint
window_fixture_count_listed (WindowFixture *fixture)
{
  return g_list_model_get_n_items (tvx_project_list_get_projects (get_list (fixture)));
}

TvxProject *
window_fixture_get_project (WindowFixture *fixture)
{
  GtkWidget *page = ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_PAGE);
  g_autoptr (TvxProject) project = NULL;

  g_object_get (page, "project", &project, NULL);
  return project;
}

static gboolean
has_project (gpointer data)
{
  return window_fixture_get_project (data) != NULL;
}

TvxProject *
window_fixture_wait_for_project (WindowFixture *fixture)
{
  ui_wait (has_project, fixture);
  ui_settle (GTK_WIDGET (fixture->window));
  return window_fixture_get_project (fixture);
}

typedef struct
{
  WindowFixture *fixture;
  const char    *id;
} Shown;

static gboolean
is_shown (gpointer data)
{
  Shown *shown = data;
  TvxProject *project = window_fixture_get_project (shown->fixture);

  return project != NULL && g_str_equal (tvx_record_get_id (TVX_RECORD (project)), shown->id);
}

void
window_fixture_open_project (WindowFixture *fixture,
                             const char    *title)
{
  TvxProjectList *list = get_list (fixture);
  GListModel *projects = tvx_project_list_get_projects (list);
  GtkWidget *view = ui_find_type (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW);

  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (projects, i);

      if (g_str_equal (tvx_summary_get_title (summary), title))
        {
          Shown shown = { fixture, tvx_summary_get_id (summary) };

          g_signal_emit_by_name (view, "activate", i);
          ui_wait (is_shown, &shown);
          ui_settle (GTK_WIDGET (fixture->window));
          return;
        }
    }
  g_error ("The list does not show “%s”", title);
}

char *
window_fixture_read_project (WindowFixture *fixture,
                             const char    *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autoptr (GFile) file = g_file_resolve_relative_path (fixture->folder, "projects");
  g_autoptr (GFile) child = g_file_get_child (file, name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  tvx_workspace_save (tvx_window_get_workspace (fixture->window), &error);
  g_assert_no_error (error);
  if (!g_file_load_contents (child, NULL, &text, NULL, NULL, &error))
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  return text;
}

typedef struct
{
  TvxWorkspace *workspace;
  TvxSaveState  state;
} Awaited;

static gboolean
has_state (gpointer data)
{
  Awaited *awaited = data;

  return tvx_workspace_get_save_state (awaited->workspace) == awaited->state;
}

void
window_fixture_wait_for_save_state (WindowFixture *fixture,
                                    TvxSaveState   state)
{
  Awaited awaited = { tvx_window_get_workspace (fixture->window), state };

  ui_wait (has_state, &awaited);
}

typedef struct
{
  GtkWidget  *root;
  const char *property;
  const char *value;
} Wanted;

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;

  return ui_find_property (wanted->root, wanted->property, wanted->value) != NULL;
}

GtkWidget *
window_fixture_wait_for (GtkWidget  *root,
                         const char *property,
                         const char *value)
{
  Wanted wanted = { root, property, value };

  ui_wait (is_there, &wanted);
  return ui_find_property (root, property, value);
}

static gboolean
has_dialog (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (data);

  return dialog != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog));
}

static gboolean
has_no_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (data) == NULL;
}

AdwDialog *
window_fixture_wait_for_dialog (WindowFixture *fixture)
{
  ui_wait (has_dialog, fixture->window);
  ui_settle (GTK_WIDGET (fixture->window));
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

void
window_fixture_close_dialog (WindowFixture *fixture)
{
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  ui_wait (has_no_dialog, fixture->window);
}
