/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "model/tvx-refused.h"
#include "screenshots.h"
#include "storage/tvx-sample.h"
#include "ui-dialog.h"
#include "ui-util.h"
#include "ui/list/tvx-project-list.h"
#include "ui/project/tvx-project-page.h"

static void
show_page (WindowFixture *fixture,
           const char    *page)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", page));
  ui_settle (GTK_WIDGET (fixture->window));
}

static void
respond (WindowFixture *fixture,
         const char    *label)
{
  ui_dialog_press (window_fixture_wait_for_dialog (fixture), label);
}

/* A register in which nothing is yet. */
static void
save_empty (void)
{
  static const char *const pages[] = { "overview", "table", "board" };
  WindowFixture fixture;
  g_autoptr (GFile) projects = NULL;

  window_fixture_set_up_empty (&fixture, NULL);
  shots_set_size (&fixture);
  projects = g_file_get_child (fixture.folder, "projects");
  ui_delete_folder (projects);
  window_fixture_open (&fixture);
  shots_save (&fixture, "empty");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strconcat ("empty-", pages[i], NULL);

      show_page (&fixture, pages[i]);
      shots_save (&fixture, name);
    }
  window_fixture_tear_down (&fixture, NULL);
}

/* Registers that do not open. */
static void
save_unopened (void)
{
  WindowFixture fixture;
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/Register/Tillväxt/Uppsala");
  g_autofree char *path = NULL;
  GtkWidget *stack;

  window_fixture_set_up_empty (&fixture, NULL);
  shots_set_size (&fixture);
  tvx_window_open_folder (fixture.window, nowhere);
  shots_save_dialog (&fixture, "state-folder-not-found");
  tvx_window_ask_for_folder (fixture.window);
  shots_save_dialog (&fixture, "state-folder-not-granted");

  path = g_build_filename (g_file_peek_path (fixture.folder), "register.json", NULL);
  g_assert_true (g_file_set_contents (path, "{\n  \"format\": \"something-else\"\n}\n", -1, NULL));
  tvx_window_open_folder (fixture.window, fixture.folder);
  shots_save_dialog (&fixture, "state-not-opened");

  /* It goes by too fast for a picture otherwise. */
  stack = gtk_widget_get_ancestor (ui_find_type (GTK_WIDGET (fixture.window), GTK_TYPE_PROGRESS_BAR), GTK_TYPE_STACK);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (ui_find_type (stack, GTK_TYPE_PROGRESS_BAR)), 0.4);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "opening");
  shots_save (&fixture, "state-opening");
  window_fixture_tear_down (&fixture, NULL);
}

/* What somebody with a newer version of the program made. */
static void
save_read_only (void)
{
  WindowFixture fixture;
  g_autofree char *path = NULL, *text = NULL;
  g_auto (GStrv) parts = NULL;

  window_fixture_set_up_empty (&fixture, NULL);
  shots_set_size (&fixture);
  path = g_build_filename (g_file_peek_path (fixture.folder), "register.json", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, "\"version\": 1,", -1);
  g_free (text);
  text = g_strjoinv ("\"version\": 99,", parts);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  window_fixture_open (&fixture);
  shots_save (&fixture, "state-read-only");
  window_fixture_open_project (&fixture, "Jämställd tillväxt Stockholm");
  shots_save (&fixture, "state-read-only-project");
  window_fixture_tear_down (&fixture, NULL);
}

/* A project that cannot be read any more when it is wanted. */
static void
save_unread (WindowFixture *fixture)
{
  GListModel *projects = tvx_project_list_get_projects (
    TVX_PROJECT_LIST (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_LIST)));
  g_autoptr (TvxSummary) summary = g_list_model_get_item (projects, 0);
  g_autofree char *path = g_strdup_printf ("%s/projects/%s.json", g_file_peek_path (fixture->folder), tvx_summary_get_id (summary));
  g_autofree char *before = NULL;

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  tvx_window_show_project (fixture->window, tvx_summary_get_id (summary));
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "visible-child-name", "failed");
  shots_save (fixture, "state-project-unread");
  g_assert_true (g_file_set_contents (path, before, -1, NULL));
}

static void
save_refused (WindowFixture *fixture)
{
  TvxRecord *project = TVX_RECORD (window_fixture_get_project (fixture));
  TvxRecord *funding = tvx_editor_insert (window_fixture_get_editor (fixture), project, "funding", 0, NULL, NULL);
  TvxProjectPage *page = TVX_PROJECT_PAGE (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_PAGE));

  tvx_refused_keep (window_fixture_get_editor (fixture), funding, tvx_record_get_field (funding, "amount"), "mycket");
  g_assert_true (tvx_project_page_focus_field (page, "funding[0].amount"));
  shots_save (fixture, "state-refused");
  gtk_window_close (GTK_WINDOW (fixture->window));
  shots_save_dialog (fixture, "state-close-refused");
  tvx_editor_undo (window_fixture_get_editor (fixture));
  tvx_refused_keep (window_fixture_get_editor (fixture), funding, tvx_record_get_field (funding, "amount"), NULL);
}

/* Somebody else has damaged the file of a project that is open. */
static void
save_unsaved (WindowFixture *fixture)
{
  TvxRecord *project = TVX_RECORD (window_fixture_get_project (fixture));
  g_autofree char *path = g_strdup_printf ("%s/projects/%s.json", g_file_peek_path (fixture->folder), tvx_record_get_id (project));
  g_autofree char *before = NULL;

  window_fixture_wait_for_save_state (fixture, TVX_SAVE_STATE_SAVED);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_true (g_file_set_contents (path, "somebody else was here", -1, NULL));
  tvx_editor_set_text (window_fixture_get_editor (fixture), project, "vision", "Unsaved", NULL);
  window_fixture_wait_for_save_state (fixture, TVX_SAVE_STATE_FAILED);
  shots_save (fixture, "state-not-saved");
  window_fixture_activate (fixture, "win.show-save-error");
  shots_save_dialog (fixture, "state-save-error");
  gtk_window_close (GTK_WINDOW (fixture->window));
  shots_save_dialog (fixture, "state-close-unsaved");
  g_assert_true (g_file_set_contents (path, before, -1, NULL));
  window_fixture_activate (fixture, "win.save");
  window_fixture_wait_for_save_state (fixture, TVX_SAVE_STATE_SAVED);
}

static void
save_cut_off (WindowFixture *fixture)
{
  g_autofree char *away = g_strconcat (g_file_peek_path (fixture->folder), "-away", NULL);

  g_assert_cmpint (g_rename (g_file_peek_path (fixture->folder), away), ==, 0);
  g_object_notify (G_OBJECT (fixture->window), "is-active");
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "button-label", _("Choose _Folder…"));
  shots_save (fixture, "state-folder-lost");
  tvx_editor_set_text (window_fixture_get_editor (fixture), TVX_RECORD (window_fixture_get_project (fixture)), "vision", "Kept", NULL);
  window_fixture_wait_for_save_state (fixture, TVX_SAVE_STATE_FAILED);
  shots_save (fixture, "state-folder-lost-unsaved");
  g_assert_cmpint (g_rename (away, g_file_peek_path (fixture->folder)), ==, 0);
  g_set_str (&ui_dialog_answer, g_file_peek_path (fixture->folder));
  window_fixture_activate (fixture, "win.choose-folder");
  window_fixture_wait_for_save_state (fixture, TVX_SAVE_STATE_SAVED);
}

static void
save_import (WindowFixture *fixture)
{
  g_autofree char *path = g_dir_make_tmp ("tillvaxt-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) projects = g_file_get_child (folder, "projects");
  g_autoptr (GFileEnumerator) files = NULL;
  GFile *file;

  tvx_sample_write_invented (folder, 1, NULL, NULL, NULL, NULL);
  files = g_file_enumerate_children (projects, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_assert_true (g_file_enumerator_iterate (files, NULL, &file, NULL, NULL));
  tvx_window_import_file (fixture->window, file);
  window_fixture_wait_for_dialog (fixture);
  shots_save (fixture, "state-import");
  respond (fixture, _("_Import"));
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "label", _("_Undo"));
  shots_save_dialog (fixture, "state-imported");
  ui_delete_folder (folder);
}

static void
save_long_title (WindowFixture *fixture)
{
  TvxRecord *project = TVX_RECORD (window_fixture_get_project (fixture));

  tvx_editor_set_text (window_fixture_get_editor (fixture), project, "title",
                       "Samverkansplattform för kompetensförsörjning, jämställd tillväxt och hållbar omställning i små och "
                       "medelstora företag i Stockholmsregionen",
                       NULL);
  shots_save (fixture, "state-long-title");
  show_page (fixture, "table");
  shots_save (fixture, "state-long-title-table");
}

static void
save_menus (WindowFixture *fixture)
{
  static const char *const menus[][2] = { { N_("Main Menu"), "menu-main" }, { N_("Project Menu"), "menu-project" } };

  for (guint i = 0; i < G_N_ELEMENTS (menus); i++)
    {
      GtkWidget *button = ui_find_property (ui_find_type (GTK_WIDGET (fixture->window), ADW_TYPE_NAVIGATION_SPLIT_VIEW),
                                            "tooltip-text", _(menus[i][0]));

      shots_save_popover (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), menus[i][1]);
    }
}

void
shots_save_states (void)
{
  WindowFixture fixture;

  save_empty ();
  save_unopened ();
  save_read_only ();

  window_fixture_set_up_empty (&fixture, NULL);
  shots_set_size (&fixture);
  window_fixture_open (&fixture);
  save_unread (&fixture);
  window_fixture_open_project (&fixture, "Kompetensarena Stockholm");
  save_menus (&fixture);
  save_refused (&fixture);
  save_unsaved (&fixture);
  save_cut_off (&fixture);
  save_import (&fixture);
  save_long_title (&fixture);
  window_fixture_tear_down (&fixture, NULL);
}
