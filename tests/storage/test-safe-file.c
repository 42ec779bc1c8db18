/* SPDX-License-Identifier: GPL-3.0-or-later */

/* File systems that refuse, and others who are faster, are played by functions of this program that take the place of
 * those of the system. */

#include "storage/tvx-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "storage/tvx-storage-error.h"

static struct
{
  gboolean    refuse_flags;
  gboolean    refuse_links;
  int         sync_errno;
  /* What somebody else writes to where, just before a file takes its place. */
  const char *other_text;
} system_says;

int
renameat2 (int           from_folder,
           const char   *from,
           int           to_folder,
           const char   *to,
           unsigned int  flags)
{
  if (system_says.refuse_flags)
    {
      errno = EINVAL;
      return -1;
    }
  if (system_says.other_text != NULL)
    {
      g_assert_true (g_file_set_contents (to, system_says.other_text, -1, NULL));
      system_says.other_text = NULL;
    }
  return (int) syscall (SYS_renameat2, from_folder, from, to_folder, to, flags);
}

int
link (const char *from,
      const char *to)
{
  if (system_says.refuse_links)
    {
      errno = EPERM;
      return -1;
    }
  return (int) syscall (SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
fsync (int fd)
{
  if (system_says.sync_errno != 0)
    {
      errno = system_says.sync_errno;
      return -1;
    }
  return (int) syscall (SYS_fsync, fd);
}

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("tillvaxt-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "a.json", NULL);
  memset (&system_says, 0, sizeof system_says);
}

/* Nothing but what a test expects may be left: rmdir() sees to that. */
static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

static gboolean
save (Fixture     *fixture,
      const char  *base,
      const char  *text,
      GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char *revision = tvx_safe_file_get_revision (bytes);
  g_autofree char *base_revision = base != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, base, -1) : NULL;
  g_autofree char *prepared = tvx_safe_file_prepare (fixture->path, "a.json", bytes, error);

  if (prepared == NULL)
    return FALSE;
  if (tvx_safe_file_replace (prepared, fixture->path, "a.json", base_revision, revision, error))
    return TRUE;
  g_assert_cmpint (g_unlink (prepared), ==, 0);
  return FALSE;
}

static void
assert_text (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

/* The same on every kind of file system. */
static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) exists_error = NULL;
  g_autoptr (GError) changed_error = NULL;

  system_says.refuse_flags = GPOINTER_TO_INT (data) >= 1;
  system_says.refuse_links = GPOINTER_TO_INT (data) >= 2;
  system_says.sync_errno = GPOINTER_TO_INT (data) >= 3 ? EINVAL : 0;

  g_assert_true (save (fixture, NULL, "ett", &error));
  g_assert_no_error (error);
  assert_text (fixture, "ett");
  g_assert_true (save (fixture, "ett", "två", &error));
  g_assert_no_error (error);
  assert_text (fixture, "två");

  g_assert_false (save (fixture, NULL, "ny", &exists_error));
  g_assert_error (exists_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_EXISTS);
  g_assert_false (save (fixture, "ett", "tre", &changed_error));
  g_assert_error (changed_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_CHANGED);
  assert_text (fixture, "två");
}

static void
test_faster_writer (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) new_error = NULL;

  g_assert_true (save (fixture, NULL, "ett", &error));
  system_says.other_text = "någon annans";
  g_assert_false (save (fixture, "ett", "vår", &error));
  g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_CHANGED);
  assert_text (fixture, "någon annans");

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  system_says.other_text = "någon annans nya";
  g_assert_false (save (fixture, NULL, "vår", &new_error));
  g_assert_error (new_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_EXISTS);
  assert_text (fixture, "någon annans nya");
}

static void
test_failing_disk (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) append_error = NULL;

  g_assert_true (save (fixture, NULL, "ett\n", &error));
  system_says.sync_errno = EIO;
  g_assert_false (save (fixture, "ett\n", "två", &error));
  g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FAILED);
  assert_text (fixture, "ett\n");
  g_assert_false (tvx_safe_file_append (fixture->path, "a.json", "rad\n", &append_error));
  g_assert_error (append_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FAILED);
  assert_text (fixture, "ett\n");
}

static void
test_append (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tvx_safe_file_append (fixture->path, "a.json", "ett\n", &error));
  g_assert_true (tvx_safe_file_append (fixture->path, "a.json", "tv", &error));
  g_assert_true (tvx_safe_file_append (fixture->path, "a.json", "tre\n", &error));
  g_assert_no_error (error);
  assert_text (fixture, "ett\ntv\ntre\n");
}

static void
test_rights (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_true (save (fixture, NULL, "ett", &error));
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (save (fixture, "ett", "två", &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const places[] = { "local", "share", "portal", "no-sync" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *name = g_strconcat ("/safe-file/replace/", places[i], NULL);

      g_test_add (name, Fixture, GUINT_TO_POINTER (i), set_up, test_replace, tear_down);
    }
  g_test_add ("/safe-file/faster-writer", Fixture, NULL, set_up, test_faster_writer, tear_down);
  g_test_add ("/safe-file/failing-disk", Fixture, NULL, set_up, test_failing_disk, tear_down);
  g_test_add ("/safe-file/append", Fixture, NULL, set_up, test_append, tear_down);
  g_test_add ("/safe-file/rights", Fixture, NULL, set_up, test_rights, tear_down);
  return g_test_run ();
}
