/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "ui-dialog.h"
#include "ui-util.h"
#include "ui/tvx-recent.h"

#define VISION "Nobody loses a word"

static void
edit (WindowFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  tvx_editor_set_text (window_fixture_get_editor (fixture),
                       TVX_RECORD (window_fixture_get_project (fixture)), "vision", VISION, &error);
  g_assert_no_error (error);
}

/* The folder is somewhere else from now on, as when a portal grants it anew. */
static void
move_folder (WindowFixture *fixture)
{
  g_autoptr (GFile) old = g_steal_pointer (&fixture->folder);
  g_autofree char *path = g_strconcat (g_file_peek_path (old), "-moved", NULL);

  g_assert_cmpint (g_rename (g_file_peek_path (old), path), ==, 0);
  fixture->folder = g_file_new_for_path (path);
}

static GFile *
get_latest (void)
{
  g_autoptr (GListModel) recents = tvx_recent_load (tvx_application_get_settings (window_fixture_get_application ()));
  g_autoptr (TvxRecent) recent = g_list_model_get_item (recents, 0);

  return g_object_ref (tvx_recent_get_folder (recent));
}

static gboolean
knows (GFile *folder)
{
  g_autoptr (GListModel) recents = tvx_recent_load (tvx_application_get_settings (window_fixture_get_application ()));

  for (guint i = 0; i < g_list_model_get_n_items (recents); i++)
    {
      g_autoptr (TvxRecent) recent = g_list_model_get_item (recents, i);

      if (g_file_equal (tvx_recent_get_folder (recent), folder))
        return TRUE;
    }
  return FALSE;
}

/* What was edited while the folder was away stays, and is saved where it is now. */
static void
test_lost (WindowFixture *fixture,
           gconstpointer  data)
{
  TvxWorkspace *workspace = tvx_window_get_workspace (fixture->window);
  g_autoptr (GFile) old = g_object_ref (fixture->folder);
  g_autoptr (GFile) latest = NULL;
  g_autofree char *empty = g_dir_make_tmp ("tillvaxt-XXXXXX", NULL);
  g_autofree char *text = NULL;
  GtkWidget *button;

  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
  move_folder (fixture);
  edit (fixture);
  window_fixture_wait_for_save_state (fixture, TVX_SAVE_STATE_FAILED);
  button = window_fixture_wait_for (GTK_WIDGET (fixture->window), "button-label", "Choose _Folder…");
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (button)));
  g_assert_true (g_str_has_prefix (adw_banner_get_title (ADW_BANNER (button)), "Not saved: "));

  /* Nothing is written where there is no register. */
  g_set_str (&ui_dialog_answer, empty);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.choose-folder");
  window_fixture_activate (fixture, "win.choose-folder");
  window_fixture_wait_for_dialog (fixture);
  window_fixture_close_dialog (fixture);
  g_assert_cmpint (g_rmdir (empty), ==, 0);
  g_assert_cmpint (tvx_workspace_get_save_state (workspace), ==, TVX_SAVE_STATE_FAILED);

  g_set_str (&ui_dialog_answer, g_file_peek_path (fixture->folder));
  window_fixture_activate (fixture, "win.choose-folder");
  window_fixture_wait_for_save_state (fixture, TVX_SAVE_STATE_SAVED);
  g_assert_true (g_file_equal (tvx_window_get_folder (fixture->window), fixture->folder));
  g_assert_false (g_file_query_exists (old, NULL));
  text = window_fixture_read_project (fixture, tvx_record_get_id (TVX_RECORD (window_fixture_get_project (fixture))));
  g_assert_nonnull (strstr (text, VISION));
  latest = get_latest ();
  g_assert_true (g_file_equal (latest, fixture->folder));
  g_assert_false (knows (old));
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (button)));
}

/* Also who does nothing learns of it, when the program next looks for what others did. */
static void
test_noticed (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *away = g_strconcat (g_file_peek_path (fixture->folder), "-away", NULL);
  GtkWidget *banner;

  g_assert_cmpint (g_rename (g_file_peek_path (fixture->folder), away), ==, 0);
  g_object_notify (G_OBJECT (fixture->window), "is-active");
  banner = window_fixture_wait_for (GTK_WIDGET (fixture->window), "button-label", "Choose _Folder…");
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));

  g_assert_cmpint (g_rename (away, g_file_peek_path (fixture->folder)), ==, 0);
}

/* A register that was open before and cannot be reached is asked for. */
static void
test_gone (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) old = g_object_ref (fixture->folder);
  AdwDialog *dialog;

  tvx_recent_add (tvx_application_get_settings (window_fixture_get_application ()), old, "Growth in a county");
  move_folder (fixture);
  tvx_window_open_folder (fixture->window, old);
  dialog = window_fixture_wait_for_dialog (fixture);
  g_set_str (&ui_dialog_answer, g_file_peek_path (fixture->folder));
  ui_dialog_press (dialog, "Choose _Folder…");
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "title", "Projects");
  while (tvx_window_get_workspace (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_equal (tvx_window_get_folder (fixture->window), fixture->folder));
  g_assert_false (knows (old));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  ui_init (&argc, &argv);
  ui_dialog_init ();

#define ADD(name, set_up) \
  g_test_add ("/folder/" #name, WindowFixture, NULL, set_up, test_##name, window_fixture_tear_down)
  ADD (lost, window_fixture_set_up);
  ADD (noticed, window_fixture_set_up);
  ADD (gone, window_fixture_set_up_empty);
#undef ADD

  status = g_test_run ();
  ui_dialog_end ();
  return status;
}
