/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxRecord) record = tvx_record_new (TVX_TYPE_REGISTER);

  self->root = g_dir_make_tmp ("tillvaxt-XXXXXX", &error);
  g_assert_no_error (error);
  self->folder = g_file_new_for_path (self->root);
  self->store = tvx_folder_store_create (self->folder, TVX_REGISTER (record), NULL, &error);
  g_assert_no_error (error);
}

static int
remove_cb (const char        *path,
           const struct stat *info,
           int                flag,
           struct FTW        *ftw)
{
  return remove (path);
}

void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_clear_object (&self->store);
  g_clear_object (&self->folder);
  /* A thread that lets go of a workspace last may still be at work in the folder. */
  while (nftw (self->root, remove_cb, 16, FTW_DEPTH | FTW_PHYS) != 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_thread_yield ();
    }
  g_clear_pointer (&self->root, g_free);
}

char *
fixture_path (Fixture    *self,
              const char *name)
{
  return g_build_filename (self->root, name, NULL);
}

void
fixture_write (Fixture    *self,
               const char *name,
               const char *text,
               gssize      length)
{
  g_autofree char *path = fixture_path (self, name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0777), ==, 0);
  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

/* Writes the file of a project; members is the text after the id, as ", \"title\": \"T\"". */
void
fixture_write_project (Fixture    *self,
                       const char *id,
                       const char *members)
{
  g_autofree char *name = g_strdup_printf ("projects/%s.json", id);
  g_autofree char *text =
    g_strdup_printf ("{\"format\": \"tillvaxt-project\", \"version\": 1, \"id\": \"%s\"%s}\n", id, members);

  fixture_write (self, name, text, -1);
}

char *
fixture_read (Fixture    *self,
              const char *name)
{
  g_autofree char *path = fixture_path (self, name);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in a folder of the register, sorted; none where there is no such folder. */
GPtrArray *
fixture_list (Fixture    *self,
              const char *folder)
{
  g_autofree char *path = fixture_path (self, folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare);
  return names;
}

TvxWorkspace *
fixture_open (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxFolderStore) store = tvx_folder_store_new (self->folder);
  TvxWorkspace *workspace = tvx_workspace_open (TVX_STORE (store), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  tvx_workspace_set_author (workspace, "Åsa Öberg");
  return workspace;
}

/* The caller owns the project. */
TvxRecord *
fixture_add_project (TvxWorkspace *workspace,
                     const char   *title)
{
  TvxRecord *project = tvx_record_new (TVX_TYPE_PROJECT);

  tvx_editor_create (tvx_workspace_get_editor (workspace), project);
  fixture_set_text (workspace, project, "title", title);
  return project;
}

void
fixture_set_text (TvxWorkspace *workspace,
                  TvxRecord    *record,
                  const char   *path,
                  const char   *text)
{
  g_autoptr (GError) error = NULL;

  tvx_editor_set_path (tvx_workspace_get_editor (workspace), record, path, text, &error);
  g_assert_no_error (error);
}

void
fixture_save (TvxWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  tvx_workspace_save (workspace, &error);
  g_assert_no_error (error);
}

/* Rights on files mean nothing to root; the register comes with us. */
gboolean
fixture_become_nobody (Fixture *self)
{
  g_autofree char *projects = fixture_path (self, "projects");

  if (geteuid () != 0)
    return TRUE;
  if (chown (self->root, 65534, 65534) == 0 && chown (projects, 65534, 65534) == 0 && seteuid (65534) == 0)
    return TRUE;
  g_test_skip ("Cannot become another user here");
  return FALSE;
}

void
fixture_become_yourself (void)
{
  g_assert_cmpint (seteuid (getuid ()), ==, 0);
}

TvxRecord *
fixture_load (TvxWorkspace *workspace,
              const char   *id)
{
  g_autoptr (GError) error = NULL;
  TvxProject *project = tvx_workspace_load_project (workspace, id, NULL, &error);

  g_assert_no_error (error);
  return TVX_RECORD (project);
}

void
fixture_assert_title (Fixture    *self,
                      const char *name,
                      const char *title)
{
  g_autofree char *text = fixture_read (self, name);
  g_autofree char *member = g_strdup_printf ("\"title\": \"%s\"", title);

  g_assert_nonnull (strstr (text, member));
}
