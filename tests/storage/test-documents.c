/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of documents: copied into the register, whole or not at all, and checked later. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "fixture.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-register-check.h"

static TvxDocumentFile *
add (Fixture    *fixture,
     const char *name,
     const char *text)
{
  g_autofree char *path = fixture_path (fixture, name);
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TvxDocumentFile *file;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = tvx_store_add_document_file (TVX_STORE (fixture->store), ID_A, source, NULL, &error);
  g_assert_no_error (error);
  return file;
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (TvxDocumentFile) first = add (fixture, "Plan.pdf", "%PDF-1.7 one");
  g_autoptr (TvxDocumentFile) other = add (fixture, "Plan.pdf", "%PDF-1.7 two");
  g_autoptr (TvxDocumentFile) again = add (fixture, "Plan.pdf", "%PDF-1.7 two");
  g_autoptr (TvxDocumentFile) hidden = add (fixture, ".a\tb\\Å", "text");
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpstr (first->file, ==, "Plan.pdf");
  g_assert_cmpstr (first->media_type, ==, "application/pdf");
  g_assert_cmpint (first->size, ==, 12);
  g_assert_cmpstr (first->sha256, ==, "e6d49ab2abf82176003da667a50ba1d708796b091f2957400c19699badfb6a20");
  g_assert_cmpstr (other->file, ==, "Plan (2).pdf");
  g_assert_cmpstr (again->file, ==, "Plan (2).pdf");
  g_assert_cmpstr (hidden->file, ==, "abÅ");

  names = fixture_list (fixture, "documents/" ID_A);
  g_assert_cmpuint (names->len, ==, 3);
  text = fixture_read (fixture, "documents/" ID_A "/Plan (2).pdf");
  g_assert_cmpstr (text, ==, "%PDF-1.7 two");
}

static void
test_long_name (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *dots = g_strnfill (230, 'x');
  g_autofree char *name = g_strconcat (dots, "å.odt", NULL);
  g_autoptr (TvxDocumentFile) file = add (fixture, name, "text");

  g_assert_cmpuint (strlen (file->file), ==, 200);
  g_assert_true (g_str_has_suffix (file->file, "xx.odt"));
}

/* What cannot be copied leaves nothing behind. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = fixture_path (fixture, "none");
  g_autoptr (GFile) none = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *documents = fixture_path (fixture, "documents");
  g_autofree char *source_path = fixture_path (fixture, "source");
  g_autoptr (GFile) source = g_file_new_for_path (source_path);
  g_autoptr (GError) error = NULL;

  g_assert_null (tvx_store_add_document_file (TVX_STORE (fixture->store), ID_A, none, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (tvx_store_add_document_file (TVX_STORE (fixture->store), ID_A, fixture->folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_false (g_file_test (documents, G_FILE_TEST_EXISTS));

  g_assert_true (g_file_set_contents (source_path, "text", -1, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_null (tvx_store_add_document_file (TVX_STORE (fixture->store), ID_A, source, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  /* A link that leads out of the register is not followed. */
  g_assert_cmpint (symlink (g_get_tmp_dir (), documents), ==, 0);
  g_assert_null (tvx_store_add_document_file (TVX_STORE (fixture->store), ID_A, source, NULL, &error));
  g_assert_cmpstr (error->message, ==, "documents: found a file, expected a folder");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const wrong[] = { "", "..", "../x", "a/b", "a\\b", ".hidden" };
  g_autoptr (GFile) file = tvx_store_dup_document_file (TVX_STORE (fixture->store), ID_A, "å.pdf");
  g_autofree char *path = fixture_path (fixture, "documents/" ID_A "/å.pdf");

  g_assert_cmpstr (g_file_peek_path (file), ==, path);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (tvx_store_dup_document_file (TVX_STORE (fixture->store), ID_A, wrong[i]));
  g_assert_null (tvx_store_dup_document_file (TVX_STORE (fixture->store), "../../etc", "passwd"));
}

static char *
check (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems =
    tvx_register_check (TVX_STORE (fixture->store), TVX_CHECK_VALUES, NULL, NULL, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *sentence = tvx_problem_dup_sentence (problems->pdata[i]);

      g_string_append_printf (text, "%s\n", sentence);
    }
  return g_string_free_and_steal (text);
}

/* A document with a file is one step of undo, and the check sees when the file is not what it was. */
static void
test_document (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  TvxEditor *editor = tvx_workspace_get_editor (workspace);
  g_autoptr (TvxRecord) project = fixture_add_project (workspace, "A");
  g_autofree char *source_path = fixture_path (fixture, "source.txt");
  g_autoptr (GFile) source = g_file_new_for_path (source_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxDocumentFile) file = NULL;
  g_autofree char *label = NULL;
  g_autofree char *good = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_assert_true (g_file_set_contents (source_path, "text", -1, NULL));
  file = tvx_store_add_document_file (TVX_STORE (fixture->store), tvx_record_get_id (project), source, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (tvx_document_file_add_document (file, editor, project, "Plan", &error));
  label = tvx_editor_dup_undo_label (editor);
  g_assert_cmpstr (label, ==, "Document added");
  tvx_editor_undo (editor);
  g_assert_cmpuint (g_list_model_get_n_items (tvx_record_get_list (project, "documents")), ==, 0);
  tvx_editor_redo (editor);
  fixture_save (workspace);
  good = check (fixture);
  g_assert_cmpstr (good, ==, "");

  name = g_strdup_printf ("documents/%s/source.txt", tvx_record_get_id (project));
  path = fixture_path (fixture, name);
  g_assert_true (g_file_set_contents (path, "tex!", -1, NULL));
  changed = check (fixture);
  g_assert_nonnull (strstr (changed, "documents[0].sha256: the file is not the one that was attached"));
  g_assert_cmpint (g_unlink (path), ==, 0);
  missing = check (fixture);
  g_assert_nonnull (strstr (missing, "documents[0].file: the file is missing or cannot be read"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/documents/add", test_add);
  ADD ("/documents/long-name", test_long_name);
  ADD ("/documents/refused", test_refused);
  ADD ("/documents/names", test_names);
  ADD ("/documents/document", test_document);
  return g_test_run ();
}
